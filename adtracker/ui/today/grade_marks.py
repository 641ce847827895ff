"""How the grades of a region look: one colour at three strengths, each with a pattern of its own."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPen, QPixmap

from adtracker.domain.records.body import Grade
from adtracker.ui.core.theme import Theme

TINTS = {Grade.LITTLE: 0.16, Grade.HALF: 0.3, Grade.MOST: 1.0}  # how strong the colour is below the pattern
_DOT_STEP = 5.0
_STRIPE_STEP = 4.5
_SWATCH = 16


def fill_grade(painter: QPainter, path: QPainterPath, grade: Grade, colour: QColor) -> None:
    """Fill an outline the way a grade looks: dotted, striped or solid; nothing for "none"."""
    if grade is Grade.NONE:
        return
    painter.save()
    tint = QColor(colour)
    tint.setAlphaF(TINTS[grade])
    painter.fillPath(path, tint)
    painter.setClipPath(path, Qt.ClipOperation.IntersectClip)
    if grade is Grade.LITTLE:
        _dots(painter, path.boundingRect(), colour)
    elif grade is Grade.HALF:
        _stripes(painter, path.boundingRect(), colour)
    painter.restore()


def grade_pixmap(theme: Theme, grade: Grade) -> QPixmap:
    """A round swatch of a grade for the button that chooses it, with some room to the text at its right."""
    edge, room = theme.px(_SWATCH), theme.px(4)
    pixmap = QPixmap(2 * (edge + room), 2 * edge)
    pixmap.setDevicePixelRatio(2)
    pixmap.fill(Qt.GlobalColor.transparent)
    painter = QPainter(pixmap)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    circle = QPainterPath()
    circle.addEllipse(QRectF(1, 1, edge - 2, edge - 2))
    fill_grade(painter, circle, grade, theme.color("extent"))
    painter.setPen(QPen(theme.color("extent"), 1.2))
    painter.drawPath(circle)
    painter.end()
    return pixmap


def _dots(painter: QPainter, box: QRectF, colour: QColor) -> None:
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(colour)
    row = 0
    y = box.top() + _DOT_STEP / 2
    while y < box.bottom():
        x = box.left() + (_DOT_STEP if row % 2 else _DOT_STEP / 2)
        while x < box.right():
            painter.drawEllipse(QPointF(x, y), 0.8, 0.8)
            x += _DOT_STEP
        y += _DOT_STEP
        row += 1


def _stripes(painter: QPainter, box: QRectF, colour: QColor) -> None:
    painter.setPen(QPen(colour, 1.3))
    x = box.left() - box.height()
    while x < box.right():
        painter.drawLine(QPointF(x, box.bottom()), QPointF(x + box.height(), box.top()))
        x += _STRIPE_STEP
