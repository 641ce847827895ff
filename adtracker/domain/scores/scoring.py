"""Makes a score of answers, by the form's own rule and no other.

Sums are exact in decimals (three times 0.1 is 0.3) and rounded once, at the end. A question that is not asked is not
missing: it adds nothing, and a mean is taken without it.
"""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal

from adtracker.domain.common.measure import exact, rounded
from adtracker.domain.scores.answering import Answers, asked
from adtracker.domain.scores.questionnaire import Answer, Fill, Method, OneOf, Question, Questionnaire, Scoring


@dataclass(frozen=True, slots=True)
class Score:
    """The value, within the form's range; `missing` are the links that its rule for missing answers made up for."""

    value: float
    missing: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Incomplete:
    """No score: these questions, by link and in order, are not answered, or not with an answer that has points."""

    missing: tuple[str, ...]


def score(instrument: Questionnaire, answers: Answers) -> Score | Incomplete | None:
    """The score of answers that fit their questions; None for a form that has none.

    It is incomplete if a required question is not answered, if more scored answers are missing than the form's rule
    allows, or if all of them are.
    """
    if instrument.scoring is None:
        return None
    questions = asked(instrument, answers)
    scored = [question for question in questions if question.weight is not None]
    points = {question.link: _points(question, answers.get(question.link)) for question in scored}
    without = {link for link, value in points.items() if value is None}
    needed = {question.link for question in questions if question.required and question.link not in answers}
    missing = tuple(question.link for question in questions if question.link in needed | without)
    if needed or len(without) > instrument.scoring.most_missing or len(without) == len(scored):
        return Incomplete(missing)
    weights = {question.link: exact(question.weight or 0) for question in scored}
    answered = [link for link in points if link not in without]
    total = sum((weights[link] * (points[link] or 0) for link in answered), Decimal())
    value = _value(instrument.scoring, total, sum(weights[link] for link in answered), sum(weights.values()))
    return Score(rounded(value, instrument.scoring.decimals), missing)


def _points(question: Question, answer: Answer | None) -> Decimal | None:
    if answer is None:
        return None
    if isinstance(question.kind, OneOf):
        choice = question.kind.choice(answer)
        return None if choice is None or choice.score is None else exact(choice.score)
    return None if isinstance(answer, tuple) else exact(float(answer))


def _value(scoring: Scoring, total: Decimal, answered: Decimal | int, whole: Decimal | int) -> Decimal:
    """`answered` and `whole` are the weights of the scored questions that are answered, and of all that are asked."""
    if scoring.method is Method.SUM:
        return total if scoring.fill is Fill.ZERO else total * whole / answered
    return total / (whole if scoring.fill is Fill.ZERO else answered)
