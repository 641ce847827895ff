"""The marks in the lanes under the charts: a shape for each thing that can happen, so that none needs its colour."""

from __future__ import annotations

from functools import lru_cache

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QBrush, QPainter, QPainterPath, QPen, QPolygonF

from adtracker.domain.happening import Happens
from adtracker.ui.theme import Theme

# From the middle of a mark to its edge, in pixels of the 100 % design.
RADIUS = 5
_HOLLOW = (Happens.SKIPPED, Happens.NOTE, Happens.PHOTO)
_STROKES = (Happens.BEGUN, Happens.CHANGED, Happens.STOPPED)
_TOKENS = {
    Happens.DOSE: "accent",
    Happens.SKIPPED: "ink",
    Happens.VISIT: "ink",
    Happens.SIDE_EFFECT: "caution",
    Happens.NOTE: "soft",
    Happens.PHOTO: "soft",
}


def draw_mark(painter: QPainter, theme: Theme, kind: Happens, at: QPointF, radius: float) -> None:
    """Draw a mark with its middle at a point; `radius` in pixels."""
    color = theme.color(_TOKENS.get(kind, "ink"))
    painter.setPen(QPen(color, 1.4))
    painter.setBrush(QBrush(theme.color("card") if kind in _HOLLOW or kind in _STROKES else color))
    painter.translate(at)
    painter.drawPath(_shape(kind, radius))
    painter.translate(-at)


@lru_cache(maxsize=256)
def _shape(kind: Happens, radius: float) -> QPainterPath:
    """Around 0,0: a dot taken, a ring with a stroke skipped, an upright stroke for a change of plan and so on."""
    path = QPainterPath()
    inner = radius * 0.8
    match kind:
        case Happens.DOSE:
            path.addEllipse(QPointF(), inner, inner)
        case Happens.SKIPPED:
            path.addEllipse(QPointF(), inner, inner)
            _line(path, QPointF(-inner, inner), QPointF(inner, -inner))
        case Happens.VISIT:
            path.addPolygon(_polygon((0, -radius), (radius, 0), (0, radius), (-radius, 0)))
        case Happens.SIDE_EFFECT:
            path.addPolygon(_polygon((0, -inner), (inner, inner), (-inner, inner)))
        case Happens.PHOTO:
            path.addRect(QRectF(-radius, -inner, 2 * radius, 2 * inner))
            path.addEllipse(QPointF(), inner / 2, inner / 2)
        case Happens.NOTE:
            path.addRect(QRectF(-inner, -radius, 2 * inner, 2 * radius))
            for height in (-radius / 2, 0, radius / 2):
                _line(path, QPointF(-inner / 2, height), QPointF(inner / 2, height))
        case Happens.STOPPED:
            _line(path, QPointF(0, -radius), QPointF(0, radius))
            _line(path, QPointF(-inner, -radius), QPointF(inner, -radius))
        case Happens.BEGUN | Happens.CHANGED:
            _line(path, QPointF(0, -radius), QPointF(0, radius))
    return path


def _line(path: QPainterPath, start: QPointF, end: QPointF) -> None:
    path.moveTo(start)
    path.lineTo(end)


def _polygon(*corners: tuple[float, float]) -> QPolygonF:
    points = [QPointF(*corner) for corner in corners]
    return QPolygonF([*points, points[0]])


def draw_bar(painter: QPainter, theme: Theme, rect: QRectF, *, strong: bool) -> None:
    """Draw a bar: days of use, or days that a side effect lasted."""
    painter.setPen(QPen(theme.color("accent" if strong else "caution"), 1))
    painter.setBrush(QBrush(theme.color("accent_ground" if strong else "caution_ground")))
    painter.drawRoundedRect(rect, rect.height() / 2, rect.height() / 2, Qt.SizeMode.AbsoluteSize)
