"""A questionnaire of the diary: the form as it was opened from a file, and how often the person fills it in.

Kept apart from what a form is made of: the days are read without it.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta

from adtracker.domain.common.problem import Problem
from adtracker.domain.common.record_field import Day, Flag, Text, Whole
from adtracker.domain.common.record_kind import Lookup, RecordKind
from adtracker.domain.scores.response import Response

# Forms like these ask about the last week (POEM, RECAP, ADCT, DLQI), so one a week overlaps with none.
EVERY_DAYS = 7
MOST_DAYS = 366


@dataclass(frozen=True, slots=True)
class Definition:
    """One edition of a questionnaire; `key` is its `Instrument.edition`, `content` its data as JSON text.

    `every_days` is the rhythm (1 to 366), None for a form that is filled in whenever the person likes. A form is never
    taken out while answers belong to it: a `hidden` one is not offered any more.
    """

    key: str
    title: str
    content: str
    opened_on: date
    every_days: int | None = EVERY_DAYS
    hidden: bool = False

    def last_day(self, filled: Iterable[Response]) -> date | None:
        """When it was filled in last, given all questionnaires that were; None if it never was."""
        return max((one.day for one in filled if one.form == self.key), default=None)

    def due_day(self, filled: Iterable[Response], today: date) -> date | None:
        """When it is to be filled in next, given all questionnaires that were filled in: today if it never was.

        None for a form without a rhythm, and for a hidden one.
        """
        if self.every_days is None or self.hidden:
            return None
        last = self.last_day(filled)
        return today if last is None else last + timedelta(days=self.every_days)


def is_due(due: date | None, today: date) -> bool:
    """Whether a form that is to be filled in next on a day (`due_day`) is to be filled in by now."""
    return due is not None and due <= today


def _check(form: Definition, _named: Lookup) -> list[Problem]:
    from adtracker.domain.scores.definition_content import check_definition  # noqa: PLC0415 -- not before there is a form

    return check_definition(form)


DEFINITION = RecordKind(
    of=Definition,
    name="forms",
    table="form",
    fields=(
        Text(name="key"),
        Text(name="title"),
        Text(name="content"),
        Whole(name="every_days", low=1, high=MOST_DAYS, optional=True),
        Day(name="opened_on", needed=True),
        Flag(name="hidden"),
    ),
    order=("title",),
    own_check=_check,
    together=(("title", "content"),),
    identity=lambda form: form.key,
    called=lambda form: form.title,
)
