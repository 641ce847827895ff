"""Forms and answers to them, for hypothesis: whatever may be stored."""

from dataclasses import replace
from datetime import date

from hypothesis import strategies as st

from adtracker.domain.common.measure import Direction
from adtracker.domain.scores.band import Band, BandSet
from adtracker.domain.scores.band_reader import NUMBER_LIMIT
from adtracker.domain.scores.questionnaire import (
    Answer,
    Choice,
    Condition,
    Fill,
    Group,
    Item,
    Kind,
    Method,
    Number,
    OnDay,
    OneOf,
    Operator,
    Question,
    Questionnaire,
    Remark,
    Scoring,
    When,
    Words,
    YesNo,
)
from adtracker.domain.scores.score_range import points_range, score_range
from tests.strategies import DAYS, NOTES, TEXTS

WORDS = TEXTS.filter(lambda text: bool(text.strip()))
# Halves and tenths, as forms have them.
POINTS = st.integers(-50, 100).map(lambda number: number / 10)

choices = st.lists(st.tuples(WORDS, st.none() | POINTS), min_size=1, max_size=5).map(
    lambda found: OneOf(tuple(Choice(f"c{index}", text, score) for index, (text, score) in enumerate(found)))
)
numbers = st.builds(Number, st.none() | st.integers(-5, 4), st.none() | st.integers(5, 9), st.booleans(), NOTES)
more_choices = st.builds(replace, choices, several=st.booleans(), own_words=st.booleans())
kinds: st.SearchStrategy[Kind] = st.one_of(
    choices, more_choices, numbers, st.just(OnDay()), st.just(YesNo()), st.builds(Words, st.integers(1, 99))
)


@st.composite
def questions(draw: st.DrawFn, earlier: list[Question]) -> Question:
    link = f"q{len(earlier)}"
    when = draw(st.none() | conditions(earlier)) if earlier else None
    question = Question(link, draw(WORDS), draw(kinds), draw(st.booleans()), when=when)
    if points_range(question) and draw(st.booleans()):
        question = Question(link, question.text, question.kind, question.required, draw(st.integers(1, 4)) / 2, when)
    earlier.append(question)
    return question


@st.composite
def conditions(draw: st.DrawFn, earlier: list[Question]) -> When:
    asked = draw(st.sampled_from(earlier))
    comparison = draw(st.sampled_from([Operator.EXISTS, Operator.SAME, Operator.OTHER]))
    value = draw(st.booleans() if comparison is Operator.EXISTS else _compared(asked.kind))
    return When((Condition(asked.link, comparison, value),), draw(st.booleans()))


def _compared(kind: Kind) -> st.SearchStrategy[Answer]:
    """What an answer may be compared with: of several, one."""
    return answers_to(replace(kind, several=False) if isinstance(kind, OneOf) else kind)


def answers_to(kind: Kind) -> st.SearchStrategy[Answer]:
    """Answers that fit a kind of question."""
    if isinstance(kind, OneOf):
        keys = [choice.key for choice in kind.choices]
        one = st.sampled_from(keys)
        if not kind.several:
            return one | WORDS.map(lambda text: text[:99]).filter(str.strip) if kind.own_words else one
        return st.lists(one, min_size=1, unique=True).map(tuple)
    if isinstance(kind, OnDay):
        return DAYS.map(date.isoformat)
    if isinstance(kind, Number):
        low = -NUMBER_LIMIT if kind.low is None else kind.low
        high = NUMBER_LIMIT if kind.high is None else kind.high
        return st.integers(int(low), int(high)).map(float) if kind.whole else st.floats(low, high)
    return TEXTS.map(lambda text: text[: kind.limit]) if isinstance(kind, Words) else st.booleans()


@st.composite
def items(draw: st.DrawFn, earlier: list[Question], depth: int = 0) -> tuple[Item, ...]:
    found: list[Item] = []
    for _ in range(draw(st.integers(1, 4))):
        kind = draw(st.integers(0, 5))
        if kind == 0:
            found.append(Remark(draw(WORDS)))
        elif kind == 1 and depth < 2:
            when = draw(st.none() | conditions(earlier)) if earlier else None
            found.append(Group(draw(NOTES), draw(items(earlier, depth + 1)), when))
        else:
            found.append(draw(questions(earlier)))
    return tuple(found)


@st.composite
def instruments(draw: st.DrawFn) -> Questionnaire:
    earlier: list[Question] = []
    tree = draw(items(earlier))
    if not earlier:
        tree = (*tree, draw(questions(earlier)))
    scored = [question for question in earlier if question.weight is not None]
    scoring: Scoring | None = None
    bands: tuple[BandSet, ...] = ()
    has_score: bool = draw(st.booleans())
    if scored and has_score:
        scoring = draw(scorings(tree, scored))
        bands = (BandSet(draw(WORDS), (Band(scoring.minimum, scoring.maximum, draw(WORDS)),), draw(NOTES)),)
    return Questionnaire("form", draw(WORDS), draw(WORDS), tree, draw(NOTES), draw(NOTES), "en", scoring, bands)


@st.composite
def scorings(draw: st.DrawFn, tree: tuple[Item, ...], scored: list[Question]) -> Scoring:
    method, fill = draw(st.sampled_from(Method)), draw(st.sampled_from(Fill))
    same = len({points_range(question) for question in scored}) == 1
    most = draw(st.integers(0, len(scored) - 1)) if same or fill is Fill.ZERO else 0
    low, high = score_range(tree, method, most, fill)
    direction = draw(st.none() | st.sampled_from(Direction))
    return Scoring(method, low - 1, high + 1, direction, most, fill, draw(st.integers(0, 3)))


@st.composite
def answered(draw: st.DrawFn) -> tuple[Questionnaire, dict[str, Answer]]:
    """A form with answers that fit their questions, some missing, some perhaps to questions that are not asked."""
    instrument = draw(instruments())
    some = [question for question in instrument.questions if draw(st.integers(0, 3))]
    return instrument, {question.link: draw(answers_to(question.kind)) for question in some}
