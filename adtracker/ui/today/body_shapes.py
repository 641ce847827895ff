"""Where the regions of the body lie: both figures side by side, what is under a point, what is next to a region.

Everything is measured in the units of the body file; the widget that draws scales it.
"""

from __future__ import annotations

from enum import Enum
from functools import cached_property
from itertools import pairwise
from math import sqrt

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QPainterPath, QPolygonF

from adtracker.domain.common.outline import Outline
from adtracker.domain.records.body import Body, Figure

# The gap between the figures is negative: the box leaves room beside the hands that both can share.
OVERLAP = 4.0


class Way(Enum):
    """The four directions of the arrow keys, as unit steps with y downwards."""

    LEFT = (-1, 0)
    RIGHT = (1, 0)
    UP = (0, -1)
    DOWN = (0, 1)


class BodyShapes:
    """The outlines of all regions as paths in one picture, front figure left, back figure right."""

    def __init__(self, body: Body) -> None:
        self.offsets = {Figure.FRONT: 0.0, Figure.BACK: body.width - OVERLAP}
        self.size = QRectF(0, 0, 2 * body.width - OVERLAP, body.height)
        self.paths = {key: self._path(region.figure, region.outline) for key, region in body.regions.items()}
        self.details = [self._path(figure, stroke) for figure in Figure for stroke in body.details[figure]]

    @cached_property
    def _polygons(self) -> dict[str, QPolygonF]:
        """Worked out when the pointer first comes near: the page should show at once."""
        return {key: path.toFillPolygon() for key, path in self.paths.items()}

    @cached_property
    def _smallness(self) -> dict[str, float]:
        """1 for a region of 15 by 15 or less, 0 from 30 by 30 on."""
        edges = {key: sqrt(area(polygon)) for key, polygon in self._polygons.items()}
        return {key: min(1.0, max(0.0, (30 - edge) / 15)) for key, edge in edges.items()}

    def at(self, point: QPointF, grow: float, reach: float) -> str | None:
        """The region that a click on a point means, None if none is within `reach`.

        The nearest one, where small regions count as up to `grow` nearer than they are, so that wrists are not much
        harder to hit than chests.
        """
        gaps = {key: _gap(polygon, point, reach) for key, polygon in self._polygons.items()}
        near = [key for key, gap in gaps.items() if gap <= reach]
        return min(near, key=lambda key: gaps[key] - grow * self._smallness[key], default=None)

    def neighbour(self, key: str, way: Way) -> str | None:
        """The next region in a direction: near, and straight ahead rather than askew; None at the edge."""
        here = self.centre(key)
        costs = {other: _cost(here, self.centre(other), way) for other in self.paths if other != key}
        nearest = min(costs, key=lambda other: costs[other])
        return nearest if costs[nearest] < _NEVER else None

    def centre(self, key: str) -> QPointF:
        """The middle of a region."""
        return self.paths[key].boundingRect().center()

    def _path(self, figure: Figure, outline: Outline) -> QPainterPath:
        path = QPainterPath()
        for letter, points in outline:
            ends = [QPointF(x + self.offsets[figure], y) for x, y in points]
            if letter == "M":
                path.moveTo(*ends)
            elif letter == "L":
                path.lineTo(*ends)
            elif letter == "C":
                path.cubicTo(*ends)
            else:
                path.closeSubpath()
        return path


_NEVER = 1e9


def _cost(here: QPointF, there: QPointF, way: Way) -> float:
    """How far a step is; a step aside counts double, one more aside than ahead is a last resort, steeper is no step."""
    across, along = way.value
    dx, dy = there.x() - here.x(), there.y() - here.y()
    ahead = dx * across + dy * along
    aside = abs(dx * along) + abs(dy * across)
    if ahead <= 1 or aside > 3 * ahead:
        return _NEVER
    return ahead + 2 * aside + (1000 if aside > ahead else 0)


def area(polygon: QPolygonF) -> float:
    """The area of a polygon (shoelace formula)."""
    points = polygon.toList()
    pairs = zip(points, points[1:] + points[:1], strict=True)
    return abs(sum(a.x() * b.y() - b.x() * a.y() for a, b in pairs)) / 2


def _gap(polygon: QPolygonF, point: QPointF, reach: float) -> float:
    """The distance of a point from a polygon, 0 inside; endless where it is farther than `reach` anyway."""
    if not polygon.boundingRect().adjusted(-reach, -reach, reach, reach).contains(point):
        return float("inf")
    points = [(corner.x() - point.x(), corner.y() - point.y()) for corner in polygon.toList()]
    inside = False
    nearest = float("inf")
    for (ax, ay), (bx, by) in pairwise(points):
        if (ay > 0) != (by > 0) and ax + (bx - ax) * -ay / (by - ay) > 0:
            inside = not inside
        nearest = min(nearest, _distance_to_edge(ax, ay, bx - ax, by - ay))
    return 0.0 if inside else nearest


def _distance_to_edge(x: float, y: float, dx: float, dy: float) -> float:
    """The distance of the origin from the stretch that begins at (x, y) and goes (dx, dy)."""
    length = dx * dx + dy * dy
    along = min(1.0, max(0.0, -(x * dx + y * dy) / length)) if length else 0.0
    return sqrt((x + along * dx) ** 2 + (y + along * dy) ** 2)
