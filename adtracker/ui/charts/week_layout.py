"""Where the cells of a week strip lie: bands of weeks, as few as fit the width, each with all rows.

Rows of numbers come first, lanes of what happened, which are lower, below them.
"""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF

# How many weeks a band may have; these divide 24, so that the bands of a course are equally long.
BANDS = (24, 12, 8, 6, 4, 3, 2, 1)
GAP = 4.0
# With names wider than this share of the strip they stand above their rows instead of beside them.
MOST_NAMES = 0.3


@dataclass(frozen=True, slots=True)
class Sizes:
    """Lengths in pixels: of the names at the left, of a column at least and at most, of the head, rows and lanes."""

    names: float
    least: float
    most: float
    head: float
    row: float
    lane: float


@dataclass(frozen=True, slots=True)
class WeekLayout:
    """Column 0 is the baseline, columns 1 and on are weeks; the baseline stands before the first band only.

    Of the `rows` the last `lanes` are low.
    """

    columns: int
    rows: int
    lanes: int
    per_band: int
    pitch: float
    sizes: Sizes
    is_stacked: bool

    @property
    def left(self) -> float:
        """Where the first column begins: beside the names, or below them."""
        return 0.0 if self.is_stacked else self.sizes.names

    @property
    def above(self) -> float:
        """The room that a row's name takes above it."""
        return self.sizes.head if self.is_stacked else 0.0

    def height_of(self, row: int) -> float:
        """A row with its name, if that stands above, and the gap below."""
        is_lane = row >= self.rows - self.lanes
        return self.above + (self.sizes.lane if is_lane else self.sizes.row)

    def top_of(self, row: int) -> float:
        """Where a row begins in its band."""
        high = min(row, self.rows - self.lanes)
        low = row - high
        return self.sizes.head + high * self.height_of(0) + low * (self.above + self.sizes.lane)

    @property
    def bands(self) -> int:
        """How many bands there are."""
        return max(-(-(self.columns - 1) // self.per_band), 1)

    @property
    def band_height(self) -> float:
        """A band with the gap below it."""
        return self.top_of(self.rows) + GAP

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

    def head(self, column: int) -> QRectF:
        """Where the number of a week stands."""
        band, place = self.place(column)
        left = self.left + place * self.pitch
        return QRectF(left, band * self.band_height, self.pitch - GAP, self.sizes.head)

    def band(self, band: int) -> QRectF:
        """All of a band."""
        width = self.left + (self.per_band + 1) * self.pitch
        return QRectF(0, band * self.band_height, width, self.band_height)

    def title(self, band: int) -> QRectF | None:
        """Before the numbers of the weeks; None where there is no room before them."""
        return None if self.is_stacked else QRectF(0, band * self.band_height, self.left, self.sizes.head)

    def name(self, band: int, row: int) -> QRectF:
        """Where a row's name stands in a band."""
        top = band * self.band_height + self.top_of(row)
        if self.is_stacked:
            return QRectF(0, top, self.band(band).width(), self.sizes.head)
        return QRectF(0, top, self.sizes.names, self.height_of(row) - GAP)

    def cell(self, row: int, column: int) -> QRectF:
        """One cell."""
        head = self.head(column)
        top = head.top() + self.top_of(row) + self.above
        return QRectF(head.left(), top, head.width(), self.height_of(row) - self.above - GAP)

    def at(self, point: QPointF) -> tuple[int, int] | None:
        """The row and column under a point, None beside the cells; the gaps belong to the cells before them."""
        band = int(point.y() // self.band_height)
        row = self._row_at(point.y() - band * self.band_height)
        place = int((point.x() - self.left) // self.pitch)
        column = band * self.per_band + place
        is_cell = 0 <= place <= self.per_band and 0 <= band < self.bands
        if row is None or not is_cell or column >= self.columns or (place == 0 and band > 0):
            return None
        return row, column

    def name_at(self, point: QPointF) -> int | None:
        """The row whose name is under a point, None where there is none."""
        band = int(point.y() // self.band_height)
        row = self._row_at(point.y() - band * self.band_height)
        return row if row is not None and band < self.bands and self.name(band, row).contains(point) else None

    def _row_at(self, height: float) -> int | None:
        rows = (row for row in range(self.rows) if self.top_of(row) <= height < self.top_of(row + 1))
        return next(rows, None)


def layout_for(width: float, columns: int, rows: int, lanes: int, sizes: Sizes) -> WeekLayout:
    """The layout with the fewest bands whose columns are wide enough; `lanes` of the rows are low."""
    is_stacked = sizes.names > MOST_NAMES * width
    room = width if is_stacked else width - sizes.names
    weeks = max(columns - 1, 1)
    fitting = (band for band in BANDS if room / (min(band, weeks) + 1) >= sizes.least)
    per_band = min(next(fitting, BANDS[-1]), weeks)
    return WeekLayout(columns, rows, lanes, per_band, min(room / (per_band + 1), sizes.most), sizes, is_stacked)
