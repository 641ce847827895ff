"""Averages in figures at the line of a chart: the first, the last, and in the weeks of a course every fourth."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from adtracker.domain.views.plot import TICK_WEEKS, Panel
from adtracker.report.stretches import Stretch
from adtracker.report.wording import mean_text

# Two figures nearer than this share of the axis would run into each other.
_NEAR = 0.07
# Nearer than this share of its height to an end of the axis a figure stands on the other side of the line.
_EDGE = 0.2


@dataclass(frozen=True, slots=True)
class Number:
    """An average at its point on the line; `above` says on which side. The last one is `strong`."""

    at: float
    value: float
    text: str
    above: bool
    strong: bool


@dataclass(frozen=True, slots=True)
class _Point:
    at: float
    value: float
    week: int


def numbers(panel: Panel, stretches: Sequence[Stretch], *, in_course: bool) -> tuple[Number, ...]:
    """The figures of a panel, in the order of days."""
    points = [
        _Point(day + 0.5, mean.mean, one.number)
        for (day, mean), one in zip(panel.weekly, stretches, strict=True)
        if mean.mean is not None
    ]
    room = _NEAR * len(panel.values)
    return tuple(
        Number(
            at=points[index].at,
            value=points[index].value,
            text=mean_text(points[index].value, panel.measure),
            above=_is_above(points, index, panel.top),
            strong=index == len(points) - 1,
        )
        for index in _shown(points, room, in_course=in_course)
    )


def _shown(points: Sequence[_Point], room: float, *, in_course: bool) -> Iterator[int]:
    """The first, those at the weeks that are marked, and the last: none too near to the one before or to the last."""
    free_from = float("-inf")
    for index, point in enumerate(points):
        is_last = index == len(points) - 1
        is_marked = index == 0 or (in_course and point.week % TICK_WEEKS == 0)
        if is_last or (is_marked and free_from <= point.at <= points[-1].at - room):
            free_from = point.at + room
            yield index


def _is_above(points: Sequence[_Point], index: int, top: float) -> bool:
    """On the side where the line is not: above a point that is no lower than those beside it."""
    value = points[index].value
    if not _EDGE < value / top < 1 - _EDGE:
        return value < top / 2
    beside = [points[one].value for one in (index - 1, index + 1) if 0 <= one < len(points)]
    return not beside or value >= sum(beside) / len(beside)
