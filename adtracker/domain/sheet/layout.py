"""Where everything stands on a sheet, in millimetres from the upper left corner of the paper. Pure, and frozen.

It is printed from this table and read by it. A sheet may lie in a drawer for years: a layout is never changed, another
way of placing things is a further one beside it (`tests/domain/sheet/frozen` holds them all). Layout 2 is layout 1
without the circles of treatments on days on which they are not due.

A day has some lines of equal height. A line has two regions of slots; a field takes as many slots of one region as its
name and its circles need, in the first place that has room for it.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from math import ceil

from adtracker.domain.sheet.spec import DUE_LAYOUT, FIRST_LAYOUT, MOST_DAYS, SheetField, SheetPaper, SheetSpec

PAPER_SIZES: Mapping[SheetPaper, tuple[float, float]] = {
    SheetPaper.A4: (210.0, 297.0),
    SheetPaper.LETTER: (215.9, 279.4),
}
# The square of a corner code, without the light rim around it, and how far it stands from both edges of the paper.
CODE, EDGE = 15.0, 9.0
_KNOWN = (FIRST_LAYOUT, DUE_LAYOUT)
_TABLE_WIDTH, _DAY_WIDTH = 192.0, 19.0
_TABLE_TOP, _BELOW_TABLE = 36.0, 31.0
_NOTE_ABOVE, _NOTE_BELOW, _NOTE_IN = 21.5, 13.0, 19.0
_DAY_RIM = 1.2


@dataclass(frozen=True, slots=True)
class Box:
    """A rectangle."""

    x: float
    y: float
    width: float
    height: float


@dataclass(frozen=True, slots=True)
class Circle:
    """One circle by its middle. `choice` counts those of a field from 0."""

    x: float
    y: float
    choice: int


@dataclass(frozen=True, slots=True)
class Row:
    """One field of one day: the room for its name, its circles, and all of it for a picture."""

    day: date
    field: SheetField
    label: Box
    circles: tuple[Circle, ...]
    box: Box


@dataclass(frozen=True, slots=True)
class Layout:
    """One page. `codes` are the corners clockwise from the upper left one; `days` are the boxes of the days."""

    width: float
    height: float
    diameter: float
    codes: tuple[Box, Box, Box, Box]
    days: tuple[tuple[date, Box], ...]
    rows: tuple[Row, ...]
    note: Box


@dataclass(frozen=True, slots=True)
class _Size:
    """How large things are; `regions` are those of a line, each as the number and the width of its slots."""

    diameter: float
    pitch: float
    label: float
    line: float
    highest_line: float
    regions: tuple[tuple[int, float], ...]


_NORMAL = _Size(5.6, 6.6, 13.8, 6.8, 8.6, ((3, 28.8), (3, 28.8)))
_LARGE = _Size(7.0, 8.2, 15.4, 8.5, 10.4, ((3, 35.2), (2, 33.0)))


@dataclass(frozen=True, slots=True)
class _Place:
    """Where a field stands in a day: its line, and how far to the right of the column of days."""

    line: int
    x: float
    width: float


def layout_of(spec: SheetSpec) -> Layout:
    """Where everything stands. Raises ValueError for a layout that is not known, or more than the page has room for."""
    if spec.layout not in _KNOWN:
        raise ValueError(f"layout {spec.layout} is not known")
    if not 1 <= spec.days <= most_days(spec.fields, spec.paper, large=spec.large):
        raise ValueError(f"there is no room for {spec.days} days")
    size, (width, height) = _size(large=spec.large), PAPER_SIZES[spec.paper]
    left, far = (width - _TABLE_WIDTH) / 2, height - EDGE - CODE
    places = _places(spec.fields, size)
    lines = 1 + max((place.line for place in places), default=0)
    line = min(size.highest_line, (_room(spec.paper) / spec.days - _DAY_RIM) / lines)
    days = tuple(
        (spec.first + timedelta(days=number), Box(left, _TABLE_TOP + number * high, _TABLE_WIDTH, high))
        for number, high in enumerate([lines * line + _DAY_RIM] * spec.days)
    )
    note_left = left + _NOTE_IN
    return Layout(
        width,
        height,
        size.diameter,
        _corners(width - EDGE - CODE, far),
        days,
        tuple(
            _row(day, box, field, place, size, line)
            for number, (day, box) in enumerate(days)
            for field, place in zip(spec.fields, places, strict=True)
            if field.is_asked_on(number)
        ),
        Box(note_left, height - _NOTE_ABOVE, width - 2 * note_left, _NOTE_ABOVE - _NOTE_BELOW),
    )


def most_days(fields: Sequence[SheetField], paper: SheetPaper, *, large: bool) -> int:
    """How many days there is room for on one page; 0 if a day is too high for it."""
    size = _size(large=large)
    lines = 1 + max((place.line for place in _places(fields, size)), default=0)
    return min(MOST_DAYS, int(_room(paper) / (lines * size.line + _DAY_RIM)))


def _size(*, large: bool) -> _Size:
    return _LARGE if large else _NORMAL


def _room(paper: SheetPaper) -> float:
    return PAPER_SIZES[paper][1] - _TABLE_TOP - _BELOW_TABLE


def _corners(right: float, far: float) -> tuple[Box, Box, Box, Box]:
    ends = ((EDGE, EDGE), (right, EDGE), (right, far), (EDGE, far))
    first, second, third, fourth = (Box(x, y, CODE, CODE) for x, y in ends)
    return first, second, third, fourth


def _places(fields: Sequence[SheetField], size: _Size) -> list[_Place]:
    """Where each field stands: those of many circles first, as they fit into few places."""
    taken: dict[tuple[int, int], int] = {}
    found: dict[int, _Place] = {}
    for number in sorted(range(len(fields)), key=lambda at: -fields[at].circles):
        found[number] = _first_room(size.label + fields[number].circles * size.pitch, size, taken)
    return [found[number] for number in range(len(fields))]


def _first_room(wide: float, size: _Size, taken: dict[tuple[int, int], int]) -> _Place:
    line = 0
    while True:
        x = 0.0
        for region, (slots, slot) in enumerate(size.regions):
            used, needed = taken.get((line, region), 0), ceil(wide / slot - 1e-9)
            if used + needed <= slots:
                taken[line, region] = used + needed
                return _Place(line, x + used * slot, needed * slot)
            x += slots * slot
        line += 1


def _row(day: date, box: Box, field: SheetField, place: _Place, size: _Size, line: float) -> Row:
    top = box.y + _DAY_RIM / 2 + place.line * line
    x, middle = box.x + _DAY_WIDTH + place.x, top + line / 2
    first = x + size.label + size.pitch / 2
    circles = tuple(Circle(first + choice * size.pitch, middle, choice) for choice in range(field.circles))
    return Row(day, field, Box(x, top, size.label, line), circles, Box(x, top, place.width, line))
