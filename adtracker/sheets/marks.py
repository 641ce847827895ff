"""How much ink is in each circle, beyond what was printed there."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from adtracker.domain.sheet.layout import Layout
from adtracker.domain.sheet.letters import in_circles, printed_ink
from adtracker.sheets.light import patches
from adtracker.sheets.plane import Places, Table

# Of the radius: all within counts whole, from there to the line less and less, for a neighbour's stroke may reach in.
_WHOLE, _NONE = 0.5, 0.86
# And what lies between these is paper between a circle and the next.
_OUTSIDE, _REACH = 1.12, 1.28
# Between what a printer and a camera make of the ink of a letter.
_PALEST_DARKEST = (0.3, 1.6)


@dataclass(frozen=True, slots=True)
class Ink:
    """The ink of each circle: how much, and which share of the circle it covers; by row and choice."""

    amounts: tuple[tuple[float, ...], ...]
    covered: tuple[tuple[float, ...], ...]


def ink_of(dark: Table, layout: Layout, middles: Places, language: str) -> Ink:
    """The ink in the circles of a page, without the letters of its language."""
    radius = layout.diameter / 2
    squares = patches(dark, middles, _REACH * radius)
    steps = ((np.arange(squares.shape[1]) + 0.5) / squares.shape[1] * 2 - 1) * _REACH
    away = np.hypot(*np.meshgrid(steps, steps))
    weights = np.clip((_NONE - away) / (_NONE - _WHOLE), 0, 1)
    weights /= weights.sum()
    amounts = (squares * weights).sum(axis=(1, 2)) - _beside(squares, away)
    amounts = amounts - _printed(amounts, layout, language)
    inside = away < 0.7
    covered = (squares[:, inside] > 0.3).mean(axis=1)
    ends = np.cumsum([len(row.circles) for row in layout.rows])[:-1]
    return Ink(_by_row(amounts, ends), _by_row(covered, ends))


def _beside(squares: Table, away: Places) -> NDArray[Any]:
    """How dark the paper itself is around each circle: what the lightest of it has, where no stroke goes."""
    return np.percentile(squares[:, (away > _OUTSIDE) & (away < _REACH)], 25, axis=1)


def _printed(amounts: NDArray[Any], layout: Layout, language: str) -> NDArray[Any]:
    """What the letter of each circle has: as printed, as far as this picture shows dark as dark.

    How far that is, the usual circle tells: nearly all are empty.
    """
    letters = [letter for row in layout.rows for letter in in_circles(row.field, language)]
    printed = np.array(list(map(printed_ink, letters)))
    found: NDArray[Any] = printed * np.clip(np.median(amounts / printed), *_PALEST_DARKEST)
    return found


def _by_row(values: NDArray[Any], ends: NDArray[Any]) -> tuple[tuple[float, ...], ...]:
    return tuple(tuple(map(float, part)) for part in np.split(values, ends))
