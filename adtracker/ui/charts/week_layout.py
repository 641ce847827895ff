"""Where the cells of a week strip lie: bands of weeks, as few as fit the width, each with all rows.

Rows of numbers are high, lanes of what happened low; groups of rows have a hairline between them.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF

# How many weeks a band may have; these divide 24, so that the bands of a course are equally long.
BANDS = (24, 12, 8, 6, 4, 3, 2, 1)
# Between columns, between rows of numbers, and between bands.
GAP, ROW_GAP, BAND_GAP = 2.0, 6.0, 14.0
# With names wider than this share of the strip they stand above their rows instead of beside them.
MOST_NAMES = 0.3


@dataclass(frozen=True, slots=True)
class Sizes:
    """Lengths in pixels: of the names at the left and the changes at the right, of a column at least and at most, of
    the head, of rows, lanes, and what a hairline takes."""

    names: float
    changes: float
    least: float
    most: float
    head: float
    row: float
    lane: float
    rule: float


@dataclass(frozen=True, slots=True)
class RowShape:
    """A row that is low (a lane), and whether a hairline stands above it."""

    is_low: bool = False
    has_rule: bool = False


@dataclass(frozen=True, slots=True)
class WeekLayout:
    """Column 0 is the baseline, columns 1 and on are weeks; the baseline stands before the first band only.

    `tops` are where the rows begin in a band, and the end of the last. The changes stand at the right of the first band
    as column `columns`.
    """

    columns: int
    shapes: tuple[RowShape, ...]
    tops: tuple[float, ...]
    width: float
    per_band: int
    pitch: float
    sizes: Sizes
    is_stacked: bool

    @property
    def rows(self) -> int:
        """How many rows a band has."""
        return len(self.shapes)

    @property
    def left(self) -> float:
        """Where the first column begins: beside the names, or below them."""
        return 0.0 if self.is_stacked else self.sizes.names

    @property
    def above(self) -> float:
        """The room that a row's name takes above it."""
        return self.sizes.head if self.is_stacked else 0.0

    @property
    def bands(self) -> int:
        """How many bands there are."""
        return max(-(-(self.columns - 1) // self.per_band), 1)

    @property
    def band_height(self) -> float:
        """A band with the gap below it, which is wider where another band follows."""
        return self.tops[-1] + (GAP if self.bands == 1 else BAND_GAP)

    @property
    def height(self) -> float:
        """All bands."""
        return self.bands * self.band_height

    def place(self, column: int) -> tuple[int, int]:
        """The band of a column, and its place in the band from 0 on."""
        if column == 0:
            return 0, 0
        band, place = divmod(column - 1, self.per_band)
        return band, place + 1

    def in_band(self, band: int) -> range:
        """The columns of a band."""
        first = band * self.per_band + 1
        return range(0 if band == 0 else first, min(first + self.per_band, self.columns))

    def head(self, column: int) -> QRectF:
        """Where the number of a week stands."""
        band, place = self.place(column)
        left = self.left + place * self.pitch
        return QRectF(left, band * self.band_height, self.pitch - GAP, self.sizes.head)

    def band(self, band: int) -> QRectF:
        """All of a band."""
        return QRectF(0, band * self.band_height, self.width, self.band_height)

    def weeks(self, band: int) -> tuple[float, float]:
        """From where to where the columns of a band reach."""
        first = self.left if band == 0 else self.left + self.pitch
        return first, self.left + (self.per_band + 1) * self.pitch - GAP

    def title(self, band: int) -> QRectF | None:
        """Before the numbers of the weeks; None where there is no room before them."""
        return None if self.is_stacked else QRectF(0, band * self.band_height, self.left, self.sizes.head)

    def rule(self, band: int, row: int) -> float | None:
        """How high the hairline above a row lies; None where there is none."""
        if not self.shapes[row].has_rule:
            return None
        return band * self.band_height + self.tops[row] - self.sizes.rule / 2

    def name(self, band: int, row: int) -> QRectF:
        """Where a row's name stands in a band; above a row there is room for its change at the right."""
        top = band * self.band_height + self.tops[row]
        if self.is_stacked:
            return QRectF(0, top, self.width - self.sizes.changes, self.sizes.head)
        return QRectF(0, top, self.sizes.names, self._height(row))

    def change(self, row: int) -> QRectF:
        """Where the change of a row stands: at the right edge of the first band."""
        left = self.width - self.sizes.changes
        if self.is_stacked:
            return QRectF(left, self.tops[row], self.sizes.changes, self.sizes.head - GAP)
        return QRectF(left, self.tops[row], self.sizes.changes, self._height(row))

    @property
    def change_head(self) -> QRectF:
        """Above the changes."""
        return QRectF(self.width - self.sizes.changes, 0, self.sizes.changes, self.sizes.head)

    def cell(self, row: int, column: int) -> QRectF:
        """One cell; of the column after the last the change of a row."""
        if column == self.columns:
            return self.change(row)
        head = self.head(column)
        return QRectF(head.left(), head.top() + self.tops[row] + self.above, head.width(), self._height(row))

    def at(self, point: QPointF) -> tuple[int, int] | None:
        """The row and column under a point, None beside the cells; the gaps belong to the cells before them."""
        band = int(point.y() // self.band_height)
        row = self._row_at(point.y() - band * self.band_height)
        if row is None or not 0 <= band < self.bands:
            return None
        if band == 0 and self.change(row).contains(point):
            return row, self.columns
        place = int((point.x() - self.left) // self.pitch)
        column = band * self.per_band + place
        if not 0 <= place <= self.per_band or column >= self.columns or (place == 0 and band > 0):
            return None
        return row, column

    def name_at(self, point: QPointF) -> int | None:
        """The row whose name is under a point, None where there is none."""
        band = int(point.y() // self.band_height)
        row = self._row_at(point.y() - band * self.band_height)
        return row if row is not None and 0 <= band < self.bands and self.name(band, row).contains(point) else None

    def _height(self, row: int) -> float:
        """A row's cells, without its name above, the gap and the hairline below."""
        return self.sizes.lane - GAP if self.shapes[row].is_low else self.sizes.row - ROW_GAP

    def _row_at(self, height: float) -> int | None:
        row = bisect_right(self.tops, height) - 1
        return row if 0 <= row < self.rows else None


def layout_for(width: float, columns: int, shapes: Sequence[RowShape], sizes: Sizes) -> WeekLayout:
    """The layout with the fewest bands whose columns are wide enough."""
    is_stacked = sizes.names > MOST_NAMES * width
    room = width if is_stacked else width - sizes.names - sizes.changes
    weeks = max(columns - 1, 1)
    fitting = (band for band in BANDS if room / (min(band, weeks) + 1) >= sizes.least)
    per_band = min(next(fitting, BANDS[-1]), weeks)
    pitch = min(room / (per_band + 1), sizes.most)
    return WeekLayout(
        columns, tuple(shapes), _tops(shapes, sizes, is_stacked), width, per_band, pitch, sizes, is_stacked
    )


def _tops(shapes: Sequence[RowShape], sizes: Sizes, is_stacked: bool) -> tuple[float, ...]:
    """Where each row begins, and where the last ends."""
    above = sizes.head if is_stacked else 0.0
    tops, at = [], sizes.head
    for shape in shapes:
        at += sizes.rule if shape.has_rule else 0.0
        tops.append(at)
        at += above + (sizes.lane if shape.is_low else sizes.row)
    return (*tops, at)
