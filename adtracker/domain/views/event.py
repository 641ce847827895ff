"""What happened when, one value for every time axis: visits, side effects, scores, doses, plans, photos, notes.

Nothing here says that one thing led to another; that they stand on one axis is all.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from enum import Enum
from typing import TYPE_CHECKING

from adtracker.domain.common.period import LATEST_DAY, ONE_DAY, Period
from adtracker.domain.records.day import DayEntry
from adtracker.domain.records.photo import Photo
from adtracker.domain.records.side_effect import SideEffect
from adtracker.domain.records.visit import Visit
from adtracker.domain.treatments.dose import DayDoses
from adtracker.domain.treatments.treatment import Treatment

if TYPE_CHECKING:  # most days have none, so what they need is not loaded for each
    from adtracker.domain.scores.score_reading import Reading

    _Single = Visit | Reading | Treatment | DayDoses | Photo | DayEntry


class EventKind(Enum):
    """The kinds of happenings; on one day they stand in this order."""

    VISIT = "visit"
    SIDE_EFFECT = "side_effect"
    SCORE = "score"
    BEGUN = "begun"
    CHANGED = "changed"
    STOPPED = "stopped"
    DOSE = "dose"
    SKIPPED = "skipped"
    PHOTO = "photo"
    NOTE = "note"


_ORDER = {kind: place for place, kind in enumerate(EventKind)}


@dataclass(frozen=True, slots=True)
class Event:
    """One of them: on the days of `period`, one day for all but side effects.

    `title` is what the person wrote: whom they saw, what they noticed, a treatment's name, a photo's region key, a
    note; the name of a score or questionnaire; empty where they wrote nothing. `record` is where it comes from, to be
    opened; of a score its reading, which has the record. The day of `BEGUN`, `CHANGED`
    and `STOPPED` is the first of a plan of the treatment, for `STOPPED` the last day of use.
    """

    period: Period
    kind: EventKind
    title: str
    record: Visit | SideEffect | Reading | Treatment | DayDoses | Photo | DayEntry

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
    """The records that happenings are made of, each kind in any order."""

    visits: Sequence[Visit] = ()
    side_effects: Sequence[SideEffect] = ()
    treatments: Sequence[Treatment] = ()
    doses: Sequence[DayDoses] = ()
    photos: Sequence[Photo] = ()
    entries: Sequence[DayEntry] = ()
    readings: Sequence[Reading] = ()


def events(around: Surroundings, period: Period) -> tuple[Event, ...]:
    """All that happened on some day of a period, by first day; side effects are not cut at its ends."""
    found = (one for one in _all(around) if one.period.meets(period))
    return tuple(sorted(found, key=_place))


def _place(one: Event) -> tuple[date, int]:
    return one.day, _ORDER[one.kind]


def _all(around: Surroundings) -> Iterator[Event]:
    names = {treatment.key: treatment.name for treatment in around.treatments}
    for visit in around.visits:
        yield _on(visit.day, EventKind.VISIT, visit.who, visit)
    for effect in around.side_effects:
        yield Event(effect.period, EventKind.SIDE_EFFECT, effect.what, effect)
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


def _plans(treatment: Treatment) -> Iterator[Event]:
    """Its beginning, every change of plan, and every stop; using it again after a stop is a change."""
    for plan in treatment.plans:
        if plan.is_stop:
            yield _on(plan.first - ONE_DAY, EventKind.STOPPED, treatment.name, treatment)
        else:
            kind = EventKind.BEGUN if plan.first == treatment.started else EventKind.CHANGED
            yield _on(plan.first, kind, treatment.name, treatment)


def _on(day: date, kind: EventKind, title: str, record: _Single) -> Event:
    return Event(Period(day, day), kind, title, record)
