"""A questionnaire as it was filled in for a day: the answers, the text they were given to, and the score of then."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from adtracker.domain.common.problem import Problem
from adtracker.domain.common.record_field import Day, Number, Pairs, Text
from adtracker.domain.common.record_kind import Lookup, RecordKind

if TYPE_CHECKING:  # the days are read without what a form is made of
    from adtracker.domain.scores.answering import Answers
    from adtracker.domain.scores.questionnaire import Answer


@dataclass(frozen=True, slots=True)
class Response:
    """The answers to the form of a key, as (link, answer) pairs sorted by link; a question left out has none.

    `value` is the score they had by the form's rule when they were given, None if the form has none or was incomplete.
    `removed_on` is the diary day it was deleted.
    """

    day: date
    form: str
    answers: tuple[tuple[str, Answer], ...]
    value: float | None = None
    removed_on: date | None = None
    key: int | None = None

    @property
    def by_link(self) -> Answers:
        """The answers by the link of their question."""
        return dict(self.answers)


def _check(response: Response, named: Lookup) -> list[Problem]:
    from adtracker.domain.scores.answer_validation import check_response  # noqa: PLC0415 -- not before there is a form

    asked = named.questionnaire(response.form)
    return [Problem("form", "form_unknown")] if asked is None else check_response(response, asked)


RESPONSE = RecordKind(
    of=Response,
    name="filled_forms",
    table="filled_form",
    fields=(
        Day(name="day", said="date", needed=True),
        Text(name="form", needed=True),
        Pairs(name="answers"),
        Number(name="value", optional=True),
    ),
    order=("day",),
    own_check=_check,
    inseparable=(("form", "answers", "value"),),
    identity=lambda response: (response.day, response.form),
    called=lambda response: response.form,
    day=lambda response: response.day,
)
