"""The small marks of the calendar: lines for a note, a clock for a day that was filled in later."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget

from adtracker.ui.core.theme import Theme

NOTE, LATER = "note", "later"
EDGE = 11
_LINES = ((0.15, 1.0), (0.5, 1.0), (0.85, 0.6))


def draw_mark(painter: QPainter, mark: str, place: QRectF, colour: QColor, width: float) -> None:
    """Draw a mark into a square with strokes of a width."""
    painter.setPen(QPen(colour, width, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    if mark == NOTE:
        for down, across in _LINES:
            y = place.top() + down * place.height()
            painter.drawLine(QPointF(place.left(), y), QPointF(place.left() + across * place.width(), y))
        return
    centre = place.center()
    painter.drawEllipse(place)
    painter.drawLine(centre, QPointF(centre.x(), place.top() + 0.2 * place.height()))
    painter.drawLine(centre, QPointF(place.right() - 0.25 * place.width(), centre.y()))


class MarkSample(QWidget):
    """A mark alone, for the legend."""

    def __init__(self, theme: Theme, mark: str) -> None:
        super().__init__()
        self._theme = theme
        self._mark = mark

    def sizeHint(self) -> QSize:
        """The mark with a pixel around it."""
        edge = self._theme.px(EDGE) + 2
        return QSize(edge, edge)

    def minimumSizeHint(self) -> QSize:
        """It does not shrink."""
        return self.sizeHint()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw it in the middle."""
        painter = QPainter(self)
        painter.setClipRegion(event.region())
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        edge = self._theme.px(EDGE)
        place = QRectF(0, 0, edge, edge)
        place.moveCenter(self.rect().toRectF().center())
        draw_mark(painter, self._mark, place, self._theme.color("soft"), self._theme.px(3) / 2)
