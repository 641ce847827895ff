"""The lanes under the charts: when each treatment was used, doses, visits, side effects, photos and notes.

They follow the days in view of the charts above. Painted by hand: one item for all lanes costs a frame less than one
for each mark.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

import pyqtgraph as pg
from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QFontMetricsF, QPainter
from PySide6.QtWidgets import QStyleOptionGraphicsItem, QWidget

from adtracker.domain.happening import Happens
from adtracker.domain.lanes import Lane, Mark
from adtracker.ui.theme import Theme
from adtracker.ui.widgets.day_box import DayBox
from adtracker.ui.widgets.lane_marks import RADIUS, draw_bar, draw_mark
from adtracker.ui.widgets.thinning import thinning_step

LANE_HEIGHT, BAR_HEIGHT, NAME_SIZE = 18, 7, 11.5
NAMES_WIDTH = 94
# How far from the middle of a mark a click still means it, in pixels of the 100 % design.
REACH = 9
# A dose is at least so large, from its middle to its edge.
SMALLEST, LARGEST = 2.0, 100.0


class LaneNames(pg.GraphicsWidget):  # type: ignore[misc]
    """What the lanes are, at their left; a name that is too long ends in dots."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._names: Sequence[str] = ()

    def show_names(self, names: Sequence[str]) -> None:
        """Name the lanes, from above."""
        self._names = [" ".join(name.split()) for name in names]
        self.update()

    def paint(self, painter: QPainter, _option: QStyleOptionGraphicsItem, _widget: QWidget | None = None) -> None:
        """Write the names (called by Qt)."""
        font, height = self._theme.font(NAME_SIZE), self._theme.px(LANE_HEIGHT)
        painter.setFont(font)
        painter.setPen(self._theme.color("soft"))
        room = self.size().width() - self._theme.px(2 * RADIUS)
        for place, name in enumerate(self._names):
            text = QFontMetricsF(font).elidedText(name, Qt.TextElideMode.ElideRight, room)
            place_of = QRectF(0, place * height, room, height)
            painter.drawText(place_of, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter, text)


class LaneStrip(pg.GraphicsWidget):  # type: ignore[misc]
    """Draws lanes over the days of a box. The box and the strip are equally wide, one below the other."""

    def __init__(self, theme: Theme, box: DayBox) -> None:
        super().__init__()
        self._theme = theme
        self._box = box
        self._lanes: Sequence[Lane] = ()
        self._cursor: int | None = None
        box.sigXRangeChanged.connect(self._on_moved)

    def show_lanes(self, lanes: Sequence[Lane]) -> None:
        """Show other lanes."""
        self._lanes = lanes
        self.restyle()

    def show_cursor(self, index: int | None) -> None:
        """Mark a day, or none."""
        self._cursor = index
        self.update()

    def restyle(self) -> None:
        """Take over the theme's colours and the text size."""
        height = self._theme.px(LANE_HEIGHT) * len(self._lanes) + RADIUS
        self.setMinimumHeight(height)
        self.setMaximumHeight(height)
        self.update()

    def mark_at(self, place: QPointF) -> int | None:
        """The day index of the mark under a point of the scene; None where there is none."""
        here = self.mapFromScene(place)
        number = int(here.y() // self._theme.px(LANE_HEIGHT))
        if not 0 <= number < len(self._lanes):
            return None
        marks = self._lanes[number].marks
        near = min(marks, key=lambda mark: abs(self._x(mark.index) - here.x()), default=None)
        if near is not None and abs(self._x(near.index) - here.x()) <= self._theme.px(REACH):
            return near.index
        return None

    def paint(self, painter: QPainter, _option: QStyleOptionGraphicsItem, _widget: QWidget | None = None) -> None:
        """Draw what is in view (called by Qt)."""
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setClipRect(self.rect().adjusted(-RADIUS, 0, RADIUS, 0))
        height = self._theme.px(LANE_HEIGHT)
        for place, lane in enumerate(self._lanes):
            self._paint_lane(painter, lane, (place + 0.5) * height)
        if self._cursor is not None:
            painter.setPen(self._theme.color("ink"))
            painter.drawLine(QPointF(self._x(self._cursor), 0), QPointF(self._x(self._cursor), self.size().height()))

    def _paint_lane(self, painter: QPainter, lane: Lane, middle: float) -> None:
        half = self._theme.px(BAR_HEIGHT) / 2
        for bar in lane.bars:
            left, right = self._x(bar.first - 0.5), self._x(bar.last + 0.5)
            if right >= 0 and left <= self.size().width():
                rect = QRectF(left, middle - half, max(right - left, 2 * half), 2 * half)
                draw_bar(painter, self._theme, rect, strong=lane.kind is None)
        marks = self._in_view(lane.marks)
        room = self._room(marks)
        for mark in marks:
            radius = room if mark.kind is Happens.DOSE else self._theme.px(RADIUS)
            draw_mark(painter, self._theme, mark.kind, QPointF(self._x(mark.index), middle), radius)

    def _in_view(self, marks: Sequence[Mark]) -> list[Mark]:
        """The marks of the days in view; where many days share a pixel, one of each kind for them."""
        first, last = self._box.viewRange()[0]
        step = thinning_step(last - first)
        seen = {(mark.index // step, mark.kind): mark for mark in marks if first - 1 <= mark.index <= last + 1}
        return list(seen.values())

    def _room(self, marks: Sequence[Mark]) -> float:
        """How large the dots of doses may be so that they do not run into each other, in pixels from the middle."""
        days = [mark.index for mark in marks if mark.kind is Happens.DOSE]
        closest = min((after - before for before, after in pairwise(days)), default=0)
        apart = (self._x(closest) - self._x(0)) / 2 if closest else LARGEST
        return min(max(apart, self._theme.px(SMALLEST)), self._theme.px(RADIUS))

    def _x(self, index: float) -> float:
        first, last = self._box.viewRange()[0]
        place: float = (index - first) / max(last - first, 1e-9) * self.size().width()
        return place

    def _on_moved(self) -> None:
        self.update()
