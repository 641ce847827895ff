"""A questionnaire as a value: its words, what can be answered, and how its own rules make a score of the answers.

The app has no questionnaire of its own: most have owners, so a person opens the file their clinic is licensed to give.
Whatever the file was (FHIR, the app's own format), this is what it becomes, and every text in it is plain text.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from enum import Enum

from adtracker.domain.common.measure import Direction
from adtracker.domain.scores.band import BandSet

# The key of a choice or several, a number, yes or no, a day as text, or the person's own words. No answer is no entry,
# never a value.
Answer = str | float | bool | tuple[str, ...]
# How long an answer in own words may be that stands beside choices.
WORDS_OF_CHOICE = 500


@dataclass(frozen=True, slots=True)
class Choice:
    """One of the answers a question offers. `score` is None where the form gives none ("does not apply to me")."""

    key: str
    text: str
    score: float | None = None


@dataclass(frozen=True, slots=True)
class OneOf:
    """Answered by the key of one of its choices; of `several`, by as many as apply.

    `own_words` says that the person may write something else instead, of `several` beside: up to `WORDS_OF_CHOICE`
    letters. Only one of its choices alone has points.
    """

    choices: tuple[Choice, ...]
    several: bool = False
    own_words: bool = False

    @property
    def has_scores(self) -> bool:
        """Whether any of its choices has a score."""
        return not self.several and any(choice.score is not None for choice in self.choices)

    def choice(self, key: object) -> Choice | None:
        """The choice of a key, if there is one."""
        return next((choice for choice in self.choices if choice.key == key), None)


@dataclass(frozen=True, slots=True)
class Number:
    """Answered by a number, from `low` to `high` where the form says so. `unit` stands behind it."""

    low: float | None = None
    high: float | None = None
    whole: bool = False
    unit: str = ""


@dataclass(frozen=True, slots=True)
class YesNo:
    """Answered by yes (True) or no (False)."""


@dataclass(frozen=True, slots=True)
class Words:
    """Answered in the person's own words, up to `limit` characters; never scored."""

    limit: int = 2_000


@dataclass(frozen=True, slots=True)
class OnDay:
    """Answered by a calendar day, as year-month-day; never scored."""


Kind = OneOf | Number | YesNo | Words | OnDay


class Operator(Enum):
    """How an answer is compared. Without an answer only `EXISTS` (with False) and `OTHER` hold."""

    EXISTS = "exists"
    SAME = "="
    OTHER = "!="
    MORE = ">"
    LESS = "<"
    AT_LEAST = ">="
    AT_MOST = "<="


@dataclass(frozen=True, slots=True)
class Condition:
    """What the answer to an earlier question has to be."""

    link: str
    comparison: Operator
    value: Answer


@dataclass(frozen=True, slots=True)
class When:
    """When something is asked: if all of the conditions hold (`every`), or at least one."""

    conditions: tuple[Condition, ...]
    every: bool = True


@dataclass(frozen=True, slots=True)
class Question:
    """One question. `link` names it within the form and in the answers.

    `weight` is what its points are multiplied by before they are added up; None for a question that is not scored.
    A `required` question leaves the form incomplete until it is answered. `when` is None for one that is always asked.
    """

    link: str
    text: str
    kind: Kind
    required: bool = False
    weight: float | None = None
    when: When | None = None


@dataclass(frozen=True, slots=True)
class Remark:
    """Words between the questions."""

    text: str
    when: When | None = None


@dataclass(frozen=True, slots=True)
class Group:
    """Items that belong together, under a heading that may be empty."""

    title: str
    items: tuple[Item, ...]
    when: When | None = None


Item = Question | Remark | Group


class Method(Enum):
    """How points become a score."""

    SUM = "sum"
    MEAN = "mean"


class Fill(Enum):
    """What stands in for a missing answer: nothing, counted as 0 points; or the mean of those that are there."""

    ZERO = "zero"
    SCALED = "scaled"


@dataclass(frozen=True, slots=True)
class Scoring:
    """The form's own rule. Values lie in `minimum..maximum`, rounded to `decimals`.

    Up to `most_missing` scored answers may be missing, made up for as `fill` says; by default none may. `direction` is
    None where the form does not say which way is better (FHIR has no word for it).
    """

    method: Method
    minimum: float
    maximum: float
    direction: Direction | None = None
    most_missing: int = 0
    fill: Fill = Fill.SCALED
    decimals: int = 2


@dataclass(frozen=True, slots=True)
class Questionnaire:
    """A whole questionnaire. `language` is a tag such as "en"; `scoring` is None for a form that has no score."""

    id: str
    version: str
    title: str
    items: tuple[Item, ...]
    licence: str = ""
    source: str = ""
    language: str = ""
    scoring: Scoring | None = None
    bands: tuple[BandSet, ...] = ()

    @property
    def edition(self) -> str:
        """What names this version of its text; answers say which one they were given to."""
        return f"{self.id}|{self.version}"

    @property
    def questions(self) -> tuple[Question, ...]:
        """All questions, in order, whether or not they are asked."""
        return tuple(item for _, item in nested(self.items) if isinstance(item, Question))

    @property
    def decimals(self) -> int:
        """How many decimals a score can have: those of its rule, none where whole points are just added up."""
        rule = self.scoring
        if rule is None or (_only_adds(rule) and all(map(_has_whole_points, self.questions))):
            return 0
        return rule.decimals


def _only_adds(rule: Scoring) -> bool:
    return rule.method is Method.SUM and (rule.fill is Fill.ZERO or rule.most_missing == 0)


def _has_whole_points(question: Question) -> bool:
    kind, points = question.kind, [question.weight or 0]
    if isinstance(kind, OneOf):
        points += [choice.score or 0 for choice in kind.choices]
    is_fraction = isinstance(kind, Number) and not kind.whole
    return question.weight is None or (not is_fraction and all(float(value).is_integer() for value in points))


def nested(items: tuple[Item, ...], depth: int = 0) -> Iterator[tuple[int, Item]]:
    """All items with those inside groups, in reading order, each with the number of groups around it."""
    for item in items:
        yield depth, item
        if isinstance(item, Group):
            yield from nested(item.items, depth + 1)
