"""The lanes under the charts: when each treatment was used, doses, visits, side effects, photos and notes."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from itertools import pairwise

import pyqtgraph as pg
from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QBrush, QPen
from PySide6.QtWidgets import QGraphicsRectItem

from adtracker.domain.common.event_kind import EventKind
from adtracker.domain.views.lanes import Bar, Mark
from adtracker.domain.views.trend_lanes import TrendLane, drawn
from adtracker.ui.charts.day_box import DayBox
from adtracker.ui.charts.lane_marks import RADIUS, bar_look, mark_brush, mark_pen, shape
from adtracker.ui.charts.lane_names import LANE_HEIGHT
from adtracker.ui.charts.panel_levels import BEFORE, BEHIND, line_in
from adtracker.ui.core.theme import Theme

# Of marks, and the least of doses, in pixels of the 100 % design; then the height of bars, of a dose on them, and of a
# stroke over them.
SIZE, LEAST_SIZE, BAR_HEIGHT, ON_BAR, STROKE = 2 * RADIUS, 4, 9, 6, 15
# How far from the middle of a mark a click still means it.
REACH = 9
# More marks of a kind than this would run into each other in the width of the charts.
MOST_MARKS = 110
# Up to so many days in view the doses on a bar are seen too.
NEAR_DAYS = 35
# What is drawn beyond the days in view at either side, as a share of them, so that not every move draws anew.
BEYOND = 0.5


class LaneStrip(DayBox):
    """Draws lanes over the same days as `leader`. Heights count in pixels, from the bottom.

    All marks are one item of pyqtgraph, which stamps them: painted one by one they cost ten frames.
    """

    def __init__(self, theme: Theme, leader: DayBox) -> None:
        super().__init__()
        self._theme = theme
        self._lanes: Sequence[TrendLane] = ()
        self._drawn: tuple[int, bool, float, float] | None = None
        self._is_near = False
        self._bars: list[QGraphicsRectItem] = []
        self._marks = pg.ScatterPlotItem(pxMode=True)
        self.addItem(self._marks, ignoreBounds=True)
        self._cursor = line_in(self.childGroup, BEFORE)
        self._cursor.hide()
        self.setXLink(leader)

    def show_lanes(self, lanes: Sequence[TrendLane]) -> None:
        """Show other lanes."""
        self._lanes = lanes
        self.restyle()

    def show_cursor(self, index: int | None) -> None:
        """Mark a day, or none."""
        self._cursor.setVisible(index is not None)
        if index is not None:
            self._cursor.setLine(index, 0, index, self._height)

    def restyle(self) -> None:
        """Take over the theme's colours and the text size."""
        self.setMinimumHeight(self._height)
        self.setMaximumHeight(self._height)
        self.setLimits(yMin=0, yMax=self._height, minYRange=self._height, maxYRange=self._height)
        self.setYRange(0, self._height, padding=0)
        self._cursor.setPen(pg.mkPen(self._theme.color("ink"), width=1))
        self._looks: dict[tuple[EventKind, bool], tuple[QPen, QBrush]] = {}
        self._place_bars()
        self._drawn = None

    def thin_for(self, first: float, last: float) -> None:
        """Draw as many marks as make sense with these days in view."""
        step = 1
        while (last - first) / step > MOST_MARKS:
            step *= 2
        self._is_near = last - first <= NEAR_DAYS
        before = self._drawn
        if before is not None and before[:2] == (step, self._is_near) and before[2] <= first and last <= before[3]:
            return
        beyond = (last - first) * BEYOND
        self._drawn = step, self._is_near, first - beyond, last + beyond
        self._draw_marks(step, first - beyond, last + beyond, self.size().width() / max(last - first, 1.0))

    def set_export(self, *, is_picture: bool) -> None:
        """Draw marks as shapes for a picture, instead of copies of small pictures."""
        self._marks.setExportMode(is_picture, {"antialias": True, "resolutionScale": 1.0})

    def mark_at(self, place: QPointF) -> int | None:
        """The day index of the mark under a point of the scene; None where there is none."""
        number = int(self.mapFromScene(place).y() // self._theme.px(LANE_HEIGHT))
        if not 0 <= number < len(self._lanes):
            return None
        day: float = self.mapSceneToView(place).x()
        lane = self._lanes[number]
        indexes = [mark.index for mark in drawn(lane.marks, lane, is_near=self._is_near)]
        nearest = min(indexes, key=lambda index: abs(index - day), default=None)
        if nearest is None:
            return None
        return nearest if abs(nearest - day) <= self._theme.px(REACH) * self.viewPixelSize()[0] else None

    @property
    def _height(self) -> int:
        return self._theme.px(LANE_HEIGHT) * max(len(self._lanes), 1)

    def _middle(self, number: int) -> float:
        return self._height - (number + 0.5) * self._theme.px(LANE_HEIGHT)

    def _place_bars(self) -> None:
        for old in self._bars:
            self.scene().removeItem(old)
        self._bars = [self._bar(bar, number) for number, lane in enumerate(self._lanes) for bar in lane.bars]

    def _bar(self, bar: Bar, number: int) -> QGraphicsRectItem:
        height = self._theme.px(BAR_HEIGHT)
        rect = QRectF(bar.first - 0.5, self._middle(number) - height / 2, bar.last - bar.first + 1, height)
        made = QGraphicsRectItem(rect, self.childGroup)
        pen, brush = bar_look(self._theme, next(iter(self._lanes[number].kinds), None))
        made.setPen(pen)
        made.setBrush(brush)
        made.setZValue(BEHIND)
        return made

    def _draw_marks(self, step: int, first: float, last: float, days_to_pixel: float) -> None:
        spots = [
            self._spot(mark, self._middle(number), size)
            for number, lane in enumerate(self._lanes)
            for marks in (drawn(_thinned(lane.marks, step, first, last), lane, is_near=self._is_near),)
            for size in (self._dose_size(marks, days_to_pixel, SIZE if lane.is_dotted else ON_BAR),)
            for mark in marks
        ]
        self._marks.setData(spots)

    def _spot(self, mark: Mark, height: float, dose_size: float) -> dict[str, object]:
        pen, brush = self._look(mark.kind, is_open=mark.is_open)
        return {
            "pos": (mark.index, height),
            "size": self._size(mark, dose_size),
            "symbol": shape(mark.kind),
            "pen": pen,
            "brush": brush,
        }

    def _size(self, mark: Mark, dose_size: float) -> float:
        if mark.kind is EventKind.DOSE:
            return dose_size
        return self._theme.px(STROKE if mark.kind is EventKind.CHANGED else SIZE)

    def _look(self, kind: EventKind, *, is_open: bool) -> tuple[QPen, QBrush]:
        """Made once: marks that share them share a stamp."""
        look = kind, is_open
        if look not in self._looks:
            self._looks[look] = mark_pen(self._theme, kind), mark_brush(self._theme, kind, hollow=is_open)
        return self._looks[look]

    def _dose_size(self, marks: Sequence[Mark], days_to_pixel: float, most: float) -> float:
        """How large the dots of doses may be so that they hardly run into each other; `most` as in the 100 % design."""
        days = [mark.index for mark in marks if mark.kind is EventKind.DOSE]
        closest = min((after - before for before, after in pairwise(days)), default=0)
        room = closest * days_to_pixel if closest else self._theme.px(most)
        return min(max(room, self._theme.px(LEAST_SIZE)), self._theme.px(most))


def _thinned(marks: Sequence[Mark], step: int, first: float, last: float) -> list[Mark]:
    """The marks of some days; where many days share a place, one of each kind for them."""
    near = marks[bisect_left(marks, first, key=_index) : bisect_right(marks, last, key=_index)]
    if step == 1:
        return list(near)
    return list({(mark.index // step, mark.kind.value, mark.is_open): mark for mark in near}.values())


def _index(mark: Mark) -> int:
    return mark.index
