"""What stands under the axis of a chart: a lane for each treatment and for each kind of thing that happened.

They share the axis of days and nothing else: that things stand one above the other does not say that they belong
together.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from adtracker.domain.common.event_kind import EventKind
from adtracker.domain.common.period import Period
from adtracker.domain.edits.kinds import EVENT_KINDS
from adtracker.domain.treatments.dose import DayDoses
from adtracker.domain.treatments.treatment import Treatment
from adtracker.domain.views.event import Event, Surroundings, events

MOST_TREATMENTS = 4
_OF_DOSES = (EventKind.DOSE, EventKind.SKIPPED)
_OF_TREATMENTS = (EventKind.BEGUN, EventKind.CHANGED, EventKind.STOPPED, *_OF_DOSES)
_FIRST = (EventKind.VISIT, EventKind.SCORE, EventKind.SIDE_EFFECT)
_LAST = (EventKind.BAD_DAY, EventKind.PHOTO, EventKind.NOTE)
_OWN = (kind.event.kind for kind in EVENT_KINDS if kind.event is not None)
_KINDS = tuple(dict.fromkeys((*_FIRST, *_OWN, *_LAST)))


@dataclass(frozen=True, slots=True)
class Bar:
    """Days from index `first` to index `last`; of a treatment with the `dose` planned, in the person's words."""

    first: int
    last: int
    dose: str = ""


@dataclass(frozen=True, slots=True)
class Mark:
    """What happened on the day of an index; `is_open` if it is planned and not recorded (yet)."""

    index: int
    kind: EventKind
    is_open: bool = False


@dataclass(frozen=True, slots=True)
class Lane:
    """One line under the axis: a `treatment` with its name, or a `kind` of happening; the other of the two is None.

    Indexes count from the first day of the plotted period, 0 to its length - 1. A treatment's bars touch where its
    dose was changed; marks are in the order of days.
    """

    name: str
    kind: EventKind | None
    bars: tuple[Bar, ...]
    marks: tuple[Mark, ...]
    treatment: Treatment | None = None


@dataclass(frozen=True, slots=True)
class Lanes:
    """All lanes of a period, and what happened in it. `left_out` treatments had no room."""

    lanes: tuple[Lane, ...] = ()
    happened: tuple[Event, ...] = ()
    left_out: int = 0

    def on(self, day: date) -> tuple[Event, ...]:
        """What happened on a day, or was going on."""
        return tuple(one for one in self.happened if day in one.period)

    def days(self) -> tuple[date, ...]:
        """The first days of all that happened, in order, each once; without single doses, which may be on every day."""
        return tuple(dict.fromkeys(one.day for one in self.happened if one.kind not in _OF_DOSES))


def lanes(around: Surroundings, period: Period, today: date, most: int | None = MOST_TREATMENTS) -> Lanes:
    """The lanes of a period, up to today: what is only planned is not drawn, but for visits, which have their day.

    At most `most` treatments have a lane, those used last; all of them if it is None.
    """
    found = events(around, period)
    used = [treatment for treatment in around.treatments if _spans(treatment, period, today)]
    shown = sorted(used, key=_last_use, reverse=True)[:most]
    of_treatments = [_treatment_lane(one, found, period, today) for one in used if one in shown]
    of_kinds = [lane for kind in _KINDS if (lane := _kind_lane(kind, found, period, today)) is not None]
    happened = tuple(one for one in found if one.day <= today or one.kind.is_planned)
    return Lanes((*of_treatments, *of_kinds), happened, len(used) - len(shown))


def _spans(treatment: Treatment, period: Period, today: date) -> Sequence[Bar]:
    begun = period.clip(today)
    if begun is None:
        return ()
    return [
        Bar(period.index(span.period.first), period.index(span.period.last), span.plan.dose)
        for span in treatment.spans(begun)
    ]


def _last_use(treatment: Treatment) -> tuple[date, date]:
    return treatment.last_day or date.max, treatment.started


def _treatment_lane(treatment: Treatment, found: Iterable[Event], period: Period, today: date) -> Lane:
    own = [one for one in found if one.kind in _OF_TREATMENTS and _belongs(one, treatment)]
    return Lane(treatment.name, None, tuple(_spans(treatment, period, today)), _marks(own, period, today), treatment)


def _belongs(happening: Event, treatment: Treatment) -> bool:
    record = happening.record
    if isinstance(record, DayDoses):
        return record.treatment == treatment.key
    return record is treatment


def _kind_lane(kind: EventKind, found: Iterable[Event], period: Period, today: date) -> Lane | None:
    own = [one for one in found if one.kind is kind]
    lasting = own if kind.lasts else []
    bars = tuple(bar for one in lasting if (bar := _bar(one, period, today)) is not None)
    marks = _marks(own, period, today)
    return Lane("", kind, bars, marks) if bars or marks else None


def _bar(one: Event, period: Period, today: date) -> Bar | None:
    begun = one.period.clip(today)
    days = None if begun is None else begun.overlap(period)
    return None if days is None else Bar(period.index(days.first), period.index(days.last))


def _marks(own: Iterable[Event], period: Period, today: date) -> tuple[Mark, ...]:
    placed = dict.fromkeys(
        Mark(period.index(one.day), one.kind)
        for one in own
        if one.day in period and (one.day <= today or one.kind.is_planned)
    )
    return tuple(sorted(placed, key=_index))


def _index(mark: Mark) -> int:
    return mark.index
