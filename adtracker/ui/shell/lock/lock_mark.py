"""A lock in a circle, in the colours of the look in force; it says nothing that words beside it do not say."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPaintEvent, QPalette, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

_EDGE = 64
_FAINT = 0.12  # how much of the accent the circle has
_BODY = QRectF(24, 30, 16, 12.5)


class LockMark(QWidget):
    """Always as large as it is drawn."""

    def __init__(self) -> None:
        super().__init__()
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        """The circle."""
        return QSize(_EDGE, _EDGE)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw circle and lock."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        accent = self.palette().color(QPalette.ColorRole.Highlight)
        ground = QColor(accent)
        ground.setAlphaF(_FAINT)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(ground)
        painter.drawEllipse(0, 0, _EDGE, _EDGE)
        painter.setPen(QPen(accent, 2, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap, Qt.PenJoinStyle.RoundJoin))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRoundedRect(_BODY, 3, 3)
        painter.drawPath(_bow())
        painter.drawLine(QPointF(32, 35), QPointF(32, 37.5))
        painter.end()


def _bow() -> QPainterPath:
    path = QPainterPath(QPointF(27, 30))
    path.lineTo(27, 26)
    path.arcTo(QRectF(27, 21, 10, 10), 180, -180)
    path.lineTo(37, 30)
    return path
