"""The lanes under the charts of Trends: the course's own drug first, and in one lane what is looked for together.

Of an injection each dose has its mark, also one that is planned and not recorded (yet). What is used more often has a
bar, with a stroke where its plan was changed.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from adtracker.domain.common.event_kind import EventKind
from adtracker.domain.common.period import Period
from adtracker.domain.records.course import Course
from adtracker.domain.treatments.dose import DayDoses
from adtracker.domain.treatments.matching import match
from adtracker.domain.treatments.treatment import Kind, Treatment
from adtracker.domain.views.lanes import Bar, Lane, Lanes, Mark
from adtracker.domain.views.own_treatment import own_treatment

# Kinds that share a lane, each by its sign first.
TOGETHER = (
    (EventKind.VISIT, EventKind.SCORE),
    (EventKind.BREAK, EventKind.BAD_DAY),
    (EventKind.PHOTO, EventKind.NOTE),
)
_DOSES = (EventKind.DOSE, EventKind.SKIPPED)


@dataclass(frozen=True, slots=True)
class TrendLane:
    """One line under the axis: of a `treatment`, or of the `kinds` that share it. Marks are in the order of days."""

    bars: tuple[Bar, ...]
    marks: tuple[Mark, ...]
    treatment: Treatment | None = None
    kinds: tuple[EventKind, ...] = ()

    @property
    def is_dotted(self) -> bool:
        """Whether doses are marks by themselves, and not on a bar."""
        return self.treatment is not None and self.treatment.kind is Kind.INJECTION


def trend_lanes(
    found: Lanes, doses: Sequence[DayDoses], period: Period, today: date, course: Course | None
) -> tuple[TrendLane, ...]:
    """What of `found` is drawn. `doses` reach as far beside the period as one can count for a day in it."""
    treatments = {lane.treatment: lane for lane in found.lanes if lane.treatment is not None}
    own = None if course is None else own_treatment(course, treatments)
    # The course's own drug stands first, then injections; all others stay in their order.
    ordered = sorted(treatments, key=lambda one: (one is not own, one.kind is not Kind.INJECTION))
    of_treatments = [_of_treatment(treatments[one], one, doses, period) for one in ordered]
    of_kinds = _of_kinds([lane for lane in found.lanes if lane.kind is not None], period.index(today))
    return (*of_treatments, *of_kinds)


def _of_treatment(lane: Lane, treatment: Treatment, doses: Sequence[DayDoses], period: Period) -> TrendLane:
    is_dotted = treatment.kind is Kind.INJECTION
    kinds = (EventKind.CHANGED, EventKind.STOPPED, *_DOSES) if is_dotted else (EventKind.CHANGED, *_DOSES)
    marks = [mark for mark in lane.marks if mark.kind in kinds]
    if is_dotted:
        waiting = (one.planned.day for one in match(treatment, doses, period).answers if one.unanswered)
        marks += [Mark(period.index(day), EventKind.DOSE, is_open=True) for day in waiting]
    return TrendLane(() if is_dotted else lane.bars, tuple(sorted(marks, key=_index)), treatment)


def _of_kinds(lanes: Sequence[Lane], last: int) -> list[TrendLane]:
    """Each kind in a lane, but those that share one; it stands where the first of them does."""
    made, done = [], set[EventKind]()
    for lane in lanes:
        assert lane.kind is not None, "treatments have lanes of their own"
        group = next((kinds for kinds in TOGETHER if lane.kind in kinds), (lane.kind,))
        if lane.kind not in done:
            made.append(_shared([one for one in lanes if one.kind in group], group, last))
        done.update(group)
    return made


def _shared(lanes: Sequence[Lane], group: tuple[EventKind, ...], last: int) -> TrendLane:
    """One mark a day. Visits and scores look alike; of a photo and a note the photo is seen."""
    days: dict[int, EventKind] = {}
    for kind in reversed(group):
        days |= {mark.index: kind for lane in lanes if lane.kind is kind for mark in lane.marks}
    if EventKind.VISIT in group:
        days = dict.fromkeys(days, EventKind.VISIT)
    marks = (Mark(index, kind, is_open=index > last) for index, kind in sorted(days.items()))
    kinds = tuple(kind for kind in group if any(lane.kind is kind for lane in lanes))
    return TrendLane(tuple(bar for lane in lanes for bar in lane.bars), tuple(marks), None, kinds)


def drawn(marks: Iterable[Mark], lane: TrendLane, *, is_near: bool) -> list[Mark]:
    """The marks that are seen: doses on a bar only from near, where they do not run into each other."""
    return [mark for mark in marks if is_near or lane.is_dotted or mark.kind not in _DOSES]


def _index(mark: Mark) -> int:
    return mark.index
