"""What stands under the charts of page one: a row for each treatment, for visits and for side effects."""

from __future__ import annotations

from dataclasses import dataclass

from adtracker.domain.common.event_kind import EventKind
from adtracker.domain.common.period import Period
from adtracker.domain.views.lanes import Lane, lanes
from adtracker.report.material import Material

_ROWS = (EventKind.VISIT, EventKind.SIDE_EFFECT)
_CHANGES = (EventKind.CHANGED, EventKind.STOPPED)
# More doses than this on the axis would run into each other: the bar alone then says when it was used.
MOST_DOTS = 26


@dataclass(frozen=True, slots=True)
class LaneRow:
    """One row over the axis of the charts: bars from day to day, dots (day, kind) and upright strokes at changes."""

    label: str
    bars: tuple[tuple[float, float], ...]
    dots: tuple[tuple[float, str], ...]
    strokes: tuple[float, ...]


def lane_rows(material: Material, axis: Period) -> tuple[LaneRow, ...]:
    """The rows; none where nothing was used and nothing happened."""
    found = lanes(material.around, axis, material.period.last)
    return tuple(_row(material, lane) for lane in found.lanes if lane.kind in (None, *_ROWS))


def _row(material: Material, lane: Lane) -> LaneRow:
    name = lane.name if lane.kind is None else material.wording.lane(lane.kind)
    dots = [(mark.index + 0.5, mark.kind.value) for mark in lane.marks if mark.kind in _dotted(lane)]
    return LaneRow(
        label=material.brief(name),
        bars=tuple((float(bar.first), bar.last + 1.0) for bar in lane.bars),
        dots=tuple(dots) if len(dots) <= MOST_DOTS else (),
        strokes=tuple(float(mark.index) for mark in lane.marks if mark.kind in _CHANGES),
    )


def _dotted(lane: Lane) -> tuple[EventKind, ...]:
    return (EventKind.DOSE, EventKind.SKIPPED) if lane.kind is None else (lane.kind,)
