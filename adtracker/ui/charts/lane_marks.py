"""The marks of what happened, wherever there is an axis of days: a shape for each kind, so that none needs colour."""

from __future__ import annotations

from functools import cache

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QBrush, QPainter, QPainterPath, QPen, QPolygonF

from adtracker.domain.common.event_kind import EventKind
from adtracker.ui.core.theme import Theme

# From the middle of a mark to its edge, in pixels of the 100 % design; then how thick its line is.
RADIUS, LINE = 5, 1.4
# Theme tokens of the line of a mark, ink for those that are not named; hollow ones are filled with the card's colour.
_TOKENS = {
    EventKind.DOSE: "accent",
    EventKind.SIDE_EFFECT: "caution",
    EventKind.NOTE: "soft",
    EventKind.PHOTO: "soft",
    EventKind.BREAK: "soft",
}
HOLLOW = (EventKind.BEGUN, EventKind.CHANGED, EventKind.STOPPED, EventKind.SKIPPED, EventKind.NOTE, EventKind.PHOTO)

# A diamond, an upright square, a triangle.
_CORNERS = {
    EventKind.VISIT: ((0, -0.5), (0.5, 0), (0, 0.5), (-0.5, 0)),
    EventKind.SCORE: ((-0.4, -0.4), (0.4, -0.4), (0.4, 0.4), (-0.4, 0.4)),
    EventKind.SIDE_EFFECT: ((0, -0.4), (0.45, 0.4), (-0.45, 0.4)),
}
_UPRIGHT = ((0.0, -0.5), (0.0, 0.5))
# Strokes: upright, with a bar on top, the sign for a pause, a cross.
_STROKES = {
    EventKind.BEGUN: (_UPRIGHT,),
    EventKind.CHANGED: (_UPRIGHT,),
    EventKind.STOPPED: (_UPRIGHT, ((-0.4, -0.5), (0.4, -0.5))),
    EventKind.BREAK: (((-0.2, -0.45), (-0.2, 0.45)), ((0.2, -0.45), (0.2, 0.45))),
    EventKind.BAD_DAY: (((-0.4, -0.4), (0.4, 0.4)), ((-0.4, 0.4), (0.4, -0.4))),
}


def token(kind: EventKind) -> str:
    """The theme's name for the colour of a mark."""
    return _TOKENS.get(kind, "ink")


def mark_pen(theme: Theme, kind: EventKind) -> QPen:
    """The line of a mark, as thick at any size of it."""
    pen = QPen(theme.color(token(kind)), LINE)
    pen.setCosmetic(True)
    return pen


def mark_brush(theme: Theme, kind: EventKind, *, hollow: bool = False) -> QBrush:
    """What a mark is filled with; `hollow` for one that is only planned."""
    return QBrush(theme.color("card" if hollow or kind in HOLLOW else token(kind)))


def draw_mark(
    painter: QPainter, theme: Theme, kind: EventKind, at: QPointF, radius: float, *, hollow: bool = False
) -> None:
    """Draw a mark with its middle at a point; `radius` in pixels."""
    painter.save()
    painter.setPen(mark_pen(theme, kind))
    painter.setBrush(mark_brush(theme, kind, hollow=hollow))
    painter.translate(at)
    painter.scale(2 * radius, 2 * radius)
    painter.drawPath(shape(kind))
    painter.restore()


def bar_look(theme: Theme, kind: EventKind | None) -> tuple[QPen, QBrush]:
    """The line and the filling of a bar: of what lasted, or for days of use where there is no `kind`.

    A break is hatched, so that it is told from the others without colour.
    """
    name = "accent" if kind is None else "soft" if kind is EventKind.BREAK else "caution"
    pen = QPen(theme.color(name), 1)
    pen.setCosmetic(True)
    if kind is EventKind.BREAK:
        return pen, QBrush(theme.color(name), Qt.BrushStyle.BDiagPattern)
    return pen, QBrush(theme.color(f"{name}_ground"))


@cache
def shape(kind: EventKind) -> QPainterPath:
    """A mark of width 1 around 0,0: a dot for a dose, a ring with a stroke for a skipped one, and so on."""
    path = QPainterPath()
    match kind:
        case EventKind.DOSE:
            path.addEllipse(QPointF(), 0.45, 0.45)
        case EventKind.SKIPPED:
            path.addEllipse(QPointF(), 0.45, 0.45)
            _line(path, (-0.45, 0.45), (0.45, -0.45))
        case EventKind.VISIT | EventKind.SCORE | EventKind.SIDE_EFFECT:
            path.addPolygon(_polygon(*_CORNERS[kind]))
        case EventKind.PHOTO:
            path.addRect(QRectF(-0.5, -0.4, 1, 0.8))
            path.addEllipse(QPointF(), 0.2, 0.2)
        case EventKind.NOTE:
            path.addRect(QRectF(-0.4, -0.5, 0.8, 1))
            for height in (-0.25, 0.0, 0.25):
                _line(path, (-0.2, height), (0.2, height))
        case _ if kind in _STROKES:
            for start, end in _STROKES[kind]:
                _line(path, start, end)
        case _:  # a kind that has no mark of its own
            path.addPolygon(_polygon((0, -0.5), (0.48, -0.15), (0.3, 0.4), (-0.3, 0.4), (-0.48, -0.15)))
    return path


def _line(path: QPainterPath, start: tuple[float, float], end: tuple[float, float]) -> None:
    path.moveTo(*start)
    path.lineTo(*end)


def _polygon(*corners: tuple[float, float]) -> QPolygonF:
    points = [QPointF(*corner) for corner in corners]
    return QPolygonF([*points, points[0]])
