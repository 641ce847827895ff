"""What happened when, one value for every time axis: visits, side effects, scores, doses, plans, photos, notes.

Nothing here says that one thing led to another; that they stand on one axis is all.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from adtracker.domain.common.event_kind import EventKind
from adtracker.domain.common.period import LATEST_DAY, ONE_DAY, Period
from adtracker.domain.edits.kinds import Record, kind_of
from adtracker.domain.records.day import DayEntry
from adtracker.domain.records.diary_break import DiaryBreak
from adtracker.domain.records.photo import Photo
from adtracker.domain.records.recall import Recall
from adtracker.domain.records.side_effect import SideEffect
from adtracker.domain.records.visit import Visit
from adtracker.domain.treatments.dose import DayDoses
from adtracker.domain.treatments.known import Known
from adtracker.domain.treatments.treatment import Treatment

if TYPE_CHECKING:  # most days have none, so what they need is not loaded for each
    from adtracker.domain.scores.score_reading import Reading


# On one day they stand in this order, those of other kinds after them.
_ORDER = {
    kind: place
    for place, kind in enumerate(
        (
            EventKind.VISIT,
            EventKind.SIDE_EFFECT,
            EventKind.SCORE,
            EventKind.BEGUN,
            EventKind.CHANGED,
            EventKind.STOPPED,
            EventKind.DOSE,
            EventKind.SKIPPED,
            EventKind.PHOTO,
            EventKind.NOTE,
            EventKind.BREAK,
            EventKind.BAD_DAY,
        )
    )
}


@dataclass(frozen=True, slots=True)
class Event:
    """One of them: on the days of `period`, one day for all that do not last.

    `title` is what the person wrote: whom they saw, what they noticed, a treatment's name, a photo's region key, a
    note; the name of a score or questionnaire; empty where they wrote nothing. `record` is where it comes from, to be
    opened; of a score its reading, which has the record. The day of `BEGUN`, `CHANGED`
    and `STOPPED` is the first of a plan of the treatment, for `STOPPED` the last day of use.
    """

    period: Period
    kind: EventKind
    title: str
    record: Record | Reading

    @property
    def day(self) -> date:
        """Its only or its first day."""
        return self.period.first

    @property
    def goes_on(self) -> bool:
        """Whether no end is known."""
        return self.period.last == LATEST_DAY


@dataclass(frozen=True, slots=True)
class Surroundings:
    """The records that events are made of, each kind in any order; `others` are those of kinds not named here.

    `recalls` are no events: they speak of weeks that have passed.
    """

    visits: Sequence[Visit] = ()
    side_effects: Sequence[SideEffect] = ()
    treatments: Sequence[Treatment] = ()
    doses: Sequence[DayDoses] = ()
    photos: Sequence[Photo] = ()
    entries: Sequence[DayEntry] = ()
    readings: Sequence[Reading] = ()
    breaks: Sequence[DiaryBreak] = ()
    recalls: Sequence[Recall] = ()
    others: Sequence[Record] = ()


def events(around: Surroundings, period: Period) -> tuple[Event, ...]:
    """All that happened on some day of a period, by first day; side effects are not cut at its ends."""
    found = (one for one in _all(around) if one.period.meets(period))
    return tuple(sorted(found, key=_place))


def _place(one: Event) -> tuple[date, int]:
    return one.day, _ORDER.get(one.kind, len(_ORDER))


def _all(around: Surroundings) -> Iterator[Event]:
    names = {treatment.key: treatment.name for treatment in around.treatments}
    for record in (*around.visits, *around.side_effects, *around.breaks, *around.others):
        yield _as_it_is(record)
    for reading in around.readings:
        yield _on(reading.day, EventKind.SCORE, reading.name, reading)
    for treatment in around.treatments:
        yield from _plans(treatment)
    for doses in around.doses:
        kind = EventKind.DOSE if doses.taken else EventKind.SKIPPED
        yield _on(doses.day, kind, names.get(doses.treatment, ""), doses)
    for photo in around.photos:
        yield _on(photo.day, EventKind.PHOTO, photo.region or "", photo)
    for entry in around.entries:
        if entry.note:
            yield _on(entry.day, EventKind.NOTE, entry.note, entry)
        if entry.bad_day:
            yield _on(entry.day, EventKind.BAD_DAY, "", entry)


def _as_it_is(record: Record) -> Event:
    """A record of a kind that is an event without more ado."""
    event = kind_of(record).event
    assert event is not None, f"{type(record).__name__} is no event as it is"
    return Event(event.period(record), event.kind, event.title(record), record)


def _plans(treatment: Treatment) -> Iterator[Event]:
    """Its beginning, every change of plan, and every stop; using it again after a stop is a change.

    Where only the month or the year is known, there is no day on which it happened.
    """
    for plan in treatment.plans:
        if plan.known is not Known.DAY:
            continue
        if plan.is_stop:
            yield _on(plan.first - ONE_DAY, EventKind.STOPPED, treatment.name, treatment)
        else:
            kind = EventKind.BEGUN if plan.first == treatment.started else EventKind.CHANGED
            yield _on(plan.first, kind, treatment.name, treatment)


def _on(day: date, kind: EventKind, title: str, record: Record | Reading) -> Event:
    return Event(Period(day, day), kind, title, record)
