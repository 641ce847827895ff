"""A question that a person adds to their day: a scale, yes or no, or a count, and which way is better.

A day names it by `key`, which is what the question was first called, so that it can be worded anew without losing what
was answered. Answers are numbers: 0 to 10 on a scale, 1 for yes and 0 for no, a whole number for a count.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum

from adtracker.domain.measure import ANSWER, Direction, Measure
from adtracker.domain.problem import Problem, check_number, check_text

TEXT_LIMIT = 120
UNIT_LIMIT = 20
MOST_QUESTIONS = 20
LARGEST_COUNT = 1_000_000


class AnswerKind(Enum):
    """How a question is answered."""

    SCALE = "scale"
    YES_NO = "yes_no"
    COUNT = "count"


class Better(Enum):
    """Which way is better, if any is."""

    LOWER = "lower"
    HIGHER = "higher"
    NEITHER = "neither"


_HIGHEST = {AnswerKind.SCALE: 10, AnswerKind.YES_NO: 1, AnswerKind.COUNT: LARGEST_COUNT}


@dataclass(frozen=True, slots=True)
class Question:
    """An own question; `unit` is what a count counts ("steps"). A hidden one is asked no more, its answers stay."""

    key: str
    text: str
    kind: AnswerKind = AnswerKind.SCALE
    better: Better = Better.LOWER
    unit: str = ""
    position: int = 0
    hidden: bool = False

    @property
    def highest(self) -> int:
        """The largest answer; the smallest is 0."""
        return _HIGHEST[self.kind]


def check_question(question: Question) -> list[Problem]:
    """What is wrong with a question; empty if it may be stored."""
    problems = check_text("text", question.text, TEXT_LIMIT) + check_text("key", question.key, TEXT_LIMIT)
    problems += check_text("unit", question.unit, UNIT_LIMIT)
    if not question.text.strip() or not question.key:
        problems.append(Problem("text", "name_missing"))
    return problems


def check_answer(question: Question, value: float | None) -> list[Problem]:
    """What is wrong with an answer: out of range, or part of a whole where only whole ones count."""
    problems = check_number(question.text, value, 0, question.highest)
    if not problems and value is not None and question.kind is not AnswerKind.SCALE and not float(value).is_integer():
        problems.append(Problem(question.text, "whole_number"))
    return problems


def measure_of(question: Question) -> Measure:
    """The question as something that can be averaged and drawn; its key begins with `answer.`."""
    direction = Direction.HIGHER_IS_BETTER if question.better is Better.HIGHER else Direction.LOWER_IS_BETTER
    decimals = 0 if question.kind is AnswerKind.COUNT else 1
    return Measure(f"{ANSWER}{question.key}", 0, question.highest, direction, decimals, question.unit, "accent")
