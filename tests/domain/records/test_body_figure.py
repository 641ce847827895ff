"""The drawing: closed, in its box, symmetric, no region over another, no hole between neighbours, nothing too small."""

import tomllib
from collections.abc import Iterator
from itertools import combinations
from pathlib import Path

import pytest

from adtracker.domain.common.outline import Outline, Point, is_closed
from adtracker.domain.records.body import BodySide, Figure, Region, parse_body

FILE = Path(__file__).parents[3] / "resources" / "body" / "body.toml"
BODY = parse_body(tomllib.loads(FILE.read_text(encoding="utf-8")))
MIDLINE = BODY.width / 2
STEP = 1.0

Polygon = tuple[Point, ...]
Cells = frozenset[tuple[int, int]]


def polygon(outline: Outline, pieces: int = 8) -> Polygon:
    """The outline as short straight pieces."""
    points: list[Point] = []
    for command in outline:
        if command.letter == "C":
            points += _curve(points[-1], command.points, pieces)
        else:
            points += command.points
    return tuple(points)


def _curve(start: Point, points: tuple[Point, ...], pieces: int) -> Iterator[Point]:
    for step in range(1, pieces + 1):
        t = step / pieces
        weights = ((1 - t) ** 3, 3 * t * (1 - t) ** 2, 3 * t * t * (1 - t), t**3)
        corners = (start, *points)
        yield (
            sum(w * x for w, (x, _) in zip(weights, corners, strict=True)),
            sum(w * y for w, (_, y) in zip(weights, corners, strict=True)),
        )


def crossings(shape: Polygon, y: float) -> list[float]:
    """Where a horizontal line cuts the shape's border, from left to right."""
    found = []
    for (x1, y1), (x2, y2) in zip(shape, shape[1:] + shape[:1], strict=True):
        if (y1 > y) != (y2 > y):
            found.append(x1 + (y - y1) * (x2 - x1) / (y2 - y1))
    return sorted(found)


def cells(shape: Polygon) -> Cells:
    """The sample points inside a shape, as grid numbers."""
    inside = set()
    for row in range(int(BODY.height / STEP)):
        cuts = crossings(shape, (row + 0.5) * STEP + 0.013)  # off the grid of corners
        for left, right in zip(cuts[::2], cuts[1::2], strict=True):
            inside |= {(column, row) for column in range(round(left / STEP), round(right / STEP))}
    return frozenset(inside)


CELLS = {region.key: cells(polygon(region.outline)) for region in BODY.regions.values()}


def regions() -> list[Region]:
    return list(BODY.regions.values())


@pytest.mark.parametrize("region", regions(), ids=lambda region: region.key)
def test_an_outline_is_closed_and_in_the_box(region: Region) -> None:
    assert is_closed(region.outline)
    for x, y in (point for command in region.outline for point in command.points):
        assert 0 < x < BODY.width
        assert 0 < y < BODY.height


@pytest.mark.parametrize("region", regions(), ids=lambda region: region.key)
def test_a_region_is_large_enough_to_hit(region: Region) -> None:
    xs, ys = zip(*polygon(region.outline), strict=True)
    assert max(xs) - min(xs) >= 13
    assert max(ys) - min(ys) >= 13


@pytest.mark.parametrize("region", regions(), ids=lambda region: region.key)
def test_left_is_the_persons_own_and_mirrors_right(region: Region) -> None:
    xs = [x for x, _ in polygon(region.outline)]
    centre = (max(xs) + min(xs)) / 2
    if region.side is BodySide.MIDDLE:
        assert centre == pytest.approx(MIDLINE)
        return
    shown_right = (region.side is BodySide.LEFT) == (region.figure is Figure.FRONT)
    assert (centre > MIDLINE) is shown_right
    other = {BodySide.LEFT: "right", BodySide.RIGHT: "left"}[region.side]
    twin = BODY.regions[region.key.replace(region.side.value, other, 1)]
    assert _corners(twin.outline) == {(round(2 * MIDLINE - x, 1), y) for x, y in _corners(region.outline)}


def _corners(outline: Outline) -> set[Point]:
    return {point for command in outline for point in command.points}


@pytest.mark.parametrize("figure", Figure)
def test_no_region_lies_over_another(figure: Figure) -> None:
    for one, other in combinations(BODY.in_figure(figure), 2):
        shared = CELLS[one.key] & CELLS[other.key]
        assert not shared, f"{one.key} and {other.key} share {len(shared)} points"


@pytest.mark.parametrize("figure", Figure)
def test_the_figure_is_one_piece_without_holes(figure: Figure) -> None:
    covered: Cells = frozenset().union(*(CELLS[region.key] for region in BODY.in_figure(figure)))
    outside = _flood(_everything() - covered, (0, 0))
    assert covered | outside == _everything(), "a gap between neighbours"
    assert _flood(covered, next(iter(covered))) == covered, "a loose piece"


def _everything() -> Cells:
    columns, rows = int(BODY.width / STEP), int(BODY.height / STEP)
    return frozenset((column, row) for column in range(columns) for row in range(rows))


def _flood(area: Cells, start: tuple[int, int]) -> Cells:
    seen, waiting = {start}, [start]
    while waiting:
        x, y = waiting.pop()
        fresh = ({(x + 1, y), (x - 1, y), (x, y + 1), (x, y - 1)} & area) - seen
        seen |= fresh
        waiting += fresh
    return frozenset(seen)


def test_neighbours_share_their_borders_to_the_digit() -> None:
    """Every curve is the rim of the figure or belongs, with the same numbers, to exactly two regions."""
    for figure in Figure:
        uses: dict[frozenset[Point], int] = {}
        for region in BODY.in_figure(figure):
            for edge in _edges(region.outline):
                uses[edge] = uses.get(edge, 0) + 1
        assert set(uses.values()) == {1, 2}
        assert sum(count == 2 for count in uses.values()) > len(BODY.in_figure(figure))


def _edges(outline: Outline) -> Iterator[frozenset[Point]]:
    here = outline[0].points[0]
    for command in outline[1:-1]:
        yield frozenset((here, *command.points))
        here = command.points[-1]
