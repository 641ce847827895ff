"""A question that a person adds to their day: a scale, yes or no, a count or an amount, and which way is better.

A day names it by `key`, which is what the question was first called, so that it can be worded anew without losing what
was answered. Answers are numbers: 0 to 10 on a scale, 1 for yes and 0 for no, a whole number for a count, any number
from 0 for an amount.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Sequence
from dataclasses import dataclass, replace
from enum import Enum

from adtracker.domain.common.measure import ANSWER, MEASURES, Direction, Measure
from adtracker.domain.common.problem import Problem, check_number, check_text
from adtracker.domain.common.record_field import Choice, Flag, Text, Whole
from adtracker.domain.common.record_kind import Lookup, RecordKind
from adtracker.domain.records.day import DayEntry, check_entry

TEXT_LIMIT = 120
UNIT_LIMIT = 20
SOURCE_LIMIT = 60
MOST_QUESTIONS = 20
LARGEST_COUNT = 1_000_000
LARGEST_POSITION = 1_000_000


class AnswerKind(Enum):
    """How a question is answered."""

    SCALE = "scale"
    YES_NO = "yes_no"
    COUNT = "count"
    AMOUNT = "amount"


class Better(Enum):
    """Which way is better, if any is."""

    LOWER = "lower"
    HIGHER = "higher"
    NEITHER = "neither"


_DIRECTIONS = {Better.LOWER: Direction.LOWER_IS_BETTER, Better.HIGHER: Direction.HIGHER_IS_BETTER}
# A share of days has two decimals, which is whole per cents.
_DECIMALS = {AnswerKind.SCALE: 1, AnswerKind.YES_NO: 2, AnswerKind.COUNT: 0, AnswerKind.AMOUNT: 1}
_HIGHEST = {
    AnswerKind.SCALE: 10,
    AnswerKind.YES_NO: 1,
    AnswerKind.COUNT: LARGEST_COUNT,
    AnswerKind.AMOUNT: LARGEST_COUNT,
}
# Those that are typed as a number is, and have something that is counted or measured.
TYPED = (AnswerKind.COUNT, AnswerKind.AMOUNT)
# Those of which only whole numbers mean anything.
_WHOLE = (AnswerKind.COUNT, AnswerKind.YES_NO)


@dataclass(frozen=True, slots=True)
class Question:
    """An own question; `unit` is what a number counts ("steps"). A hidden one is asked no more, its answers stay.

    `source` is the device or the other program that its answers come from; empty where the person gives them.
    """

    key: str
    text: str
    kind: AnswerKind = AnswerKind.SCALE
    better: Better = Better.LOWER
    unit: str = ""
    position: int = 0
    hidden: bool = False
    source: str = ""

    @property
    def highest(self) -> int:
        """The largest answer; the smallest is 0."""
        return _HIGHEST[self.kind]


def check_question(question: Question) -> list[Problem]:
    """What is wrong with a question; empty if it may be stored."""
    problems = check_text("text", question.text, TEXT_LIMIT) + check_text("key", question.key, TEXT_LIMIT)
    problems += check_text("unit", question.unit, UNIT_LIMIT) + check_text("source", question.source, SOURCE_LIMIT)
    if not question.text.strip() or not question.key:
        problems.append(Problem("text", "name_missing"))
    return problems + check_number("position", question.position, 0, LARGEST_POSITION)


def check_answer(question: Question, value: float | None) -> list[Problem]:
    """What is wrong with an answer: out of range, or part of a whole where only whole ones count."""
    problems = check_number(question.text, value, 0, question.highest)
    if not problems and value is not None and question.kind in _WHOLE and not float(value).is_integer():
        problems.append(Problem(question.text, "whole_number"))
    return problems


def check_among(question: Question, others: Iterable[Question], answered: Collection[str]) -> list[Problem]:
    """What is wrong with a question beside those that the diary has; `answered` are keys of questions with answers.

    How it is answered stays as it is once there are answers: they would mean something else.
    """
    before = next((other for other in others if other.key == question.key), question)
    if before.kind is not question.kind and question.key in answered:
        return [Problem("kind", "kind_answered")]
    return []


def check_together(questions: Iterable[Question]) -> list[Problem]:
    """What is wrong with all questions of a diary together: more than `MOST_QUESTIONS` are asked."""
    if sum(not question.hidden for question in questions) > MOST_QUESTIONS:
        return [Problem("text", "too_many_questions", {"most": MOST_QUESTIONS})]
    return []


def check_answers(entry: DayEntry, question_of: Callable[[str], Question | None]) -> list[Problem]:
    """What is wrong with the answers of a day to own questions, told by key: hidden ones can have answers too."""
    problems = []
    for key, value in entry.answers:
        question = question_of(key)
        unknown = [Problem(key, "question_unknown", {"text": key})]
        problems += unknown if question is None else check_answer(question, value)
    return problems


def in_use(questions: Iterable[Question], entries: Iterable[DayEntry]) -> tuple[Question, ...]:
    """The questions that are asked, and those that are hidden now but answered on one of these days."""
    answered = {key for entry in entries for key, _ in entry.answers}
    return tuple(question for question in questions if not question.hidden or question.key in answered)


def moved(questions: Sequence[Question], question: Question, step: int) -> tuple[Question, ...]:
    """What changes when a question goes `step` places down the list: the questions that then have another position.

    Positions may have gaps or stand twice (a diary put together from two); then all are numbered anew.
    """
    order = [other for other in questions if other.key != question.key]
    place = [other.key for other in questions].index(question.key) + step
    order.insert(min(max(place, 0), len(order)), question)
    return tuple(replace(one, position=place) for place, one in enumerate(order) if one.position != place)


def next_position(questions: Iterable[Question]) -> int:
    """The position of a new question: below all others."""
    return min(1 + max((question.position for question in questions), default=-1), LARGEST_POSITION)


def measure_of(question: Question) -> Measure:
    """The question as something that can be averaged and drawn; its key begins with `answer.`."""
    return Measure(
        key=f"{ANSWER}{question.key}",
        minimum=0,
        maximum=question.highest,
        direction=_DIRECTIONS.get(question.better),
        decimals=_DECIMALS[question.kind],
        unit=question.unit if question.kind in TYPED else "",
        colour="accent",
        is_share=question.kind is AnswerKind.YES_NO,
    )


def measures_with(questions: Sequence[Question]) -> tuple[Measure, ...]:
    """The measures of every day, then those of own questions."""
    return (*MEASURES, *map(measure_of, questions))


QUESTION = RecordKind(
    of=Question,
    name="questions",
    table="own_question",
    fields=(
        Text(name="key", limit=TEXT_LIMIT, needed=True),
        Text(name="text", limit=TEXT_LIMIT),
        Choice(name="kind", among=AnswerKind, words="answer_kinds", needed=True),
        Choice(name="better", among=Better, words="better", blank=Better.NEITHER),
        Text(name="unit", limit=UNIT_LIMIT),
        Whole(name="position"),
        Flag(name="hidden"),
        Text(name="source", limit=SOURCE_LIMIT),
    ),
    order=("position",),
    own_check=lambda question, _named: check_question(question),
    check_all=check_together,
    completed=lambda question: question if question.text else replace(question, text=question.key),
    identity=lambda question: question.key,
    called=lambda question: question.text,
)


def _check_entry(entry: DayEntry, named: Lookup) -> list[Problem]:
    return check_entry(entry) + check_answers(entry, named.question)


# Beside the questions, which its answers have to fit.
DAY = RecordKind(
    of=DayEntry,
    name="days",
    table="day",
    own_check=_check_entry,
    together=(("recorded_at", "recorded_on"),),
    identity=lambda entry: entry.day,
    called=lambda _: "",
    day=lambda entry: entry.day,
)
