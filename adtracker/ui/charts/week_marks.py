"""Draws what happened in a week of the strip: bars and marks, the same shapes as under the charts."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QPainter, QPen, QTransform

from adtracker.domain.records.course import DAYS_A_WEEK
from adtracker.domain.views.course_lanes import LaneCell
from adtracker.ui.charts.lane_marks import HOLLOW, shape, token
from adtracker.ui.core.theme import Theme

# In pixels of the 100 % design.
BAR, MARK = 9, 11


def draw_bars(painter: QPainter, theme: Theme, cell: LaneCell, place: QRectF, *, is_use: bool) -> None:
    """Draw days of use (`is_use`) or days that a side effect lasted; `place` is as wide as seven days."""
    height, day = theme.px(BAR), place.width() / DAYS_A_WEEK
    for bar in cell.bars:
        left, right = place.left() + bar.first * day, place.left() + (bar.last + 1) * day
        whole = QRectF(left, place.center().y() - height / 2, right - left, height)
        painter.fillRect(whole, theme.color("accent_ground" if is_use else "caution_ground"))
        painter.setPen(QPen(theme.color("accent" if is_use else "caution"), 1))
        # No lines at the sides: the bar goes on in the next week.
        painter.drawLine(whole.topLeft(), whole.topRight())
        painter.drawLine(whole.bottomLeft(), whole.bottomRight())


def draw_marks(painter: QPainter, theme: Theme, cell: LaneCell, place: QRectF) -> None:
    """Draw each mark on its day; hollow is what is planned and not recorded."""
    size, day = theme.px(MARK), place.width() / DAYS_A_WEEK
    for mark in cell.marks:
        at = QPointF(place.left() + (mark.index + 0.5) * day, place.center().y())
        color = theme.color(token(mark.kind))
        painter.setPen(QPen(color, 1.4))
        painter.setBrush(theme.color("card") if mark.is_open or mark.kind in HOLLOW else color)
        painter.drawPath(QTransform(size, 0, 0, size, at.x(), at.y()).map(shape(mark.kind)))
