"""A visit to a doctor or nurse: when, what was said, and what to ask the next time."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from adtracker.domain.common.event_kind import EventKind
from adtracker.domain.common.period import Period
from adtracker.domain.common.record_field import Day, Text
from adtracker.domain.common.record_kind import EventOf, RecordKind

WHO_LIMIT = 200
NOTES_LIMIT = 10_000


@dataclass(frozen=True, slots=True)
class Visit:
    """One visit, past or planned. `who` is whom the person sees, in their words; `questions` are for the next time."""

    day: date
    who: str = ""
    notes: str = ""
    questions: str = ""
    removed_on: date | None = None
    key: int | None = None


def last_visit(visits: Iterable[Visit], up_to: date) -> Visit | None:
    """The latest visit up to and with a day; of several on one day the one that was added last."""
    return max((visit for visit in visits if visit.day <= up_to), key=_order, default=None)


def next_visit(visits: Iterable[Visit], after: date) -> Visit | None:
    """The first visit after a day."""
    return min((visit for visit in visits if visit.day > after), key=_order, default=None)


def _order(visit: Visit) -> tuple[date, int]:
    return visit.day, visit.key or 0


VISIT = RecordKind(
    of=Visit,
    name="visits",
    table="visit",
    fields=(
        Day(name="day", said="date", needed=True, is_planned=True),
        Text(name="who", limit=WHO_LIMIT),
        Text(name="notes", limit=NOTES_LIMIT),
        Text(name="questions", limit=NOTES_LIMIT),
    ),
    order=("day",),
    identity=lambda visit: (visit.day, visit.who),
    called=lambda visit: visit.who,
    day=lambda visit: visit.day,
    event=EventOf(EventKind.VISIT, lambda visit: Period(visit.day, visit.day), lambda visit: visit.who),
)
