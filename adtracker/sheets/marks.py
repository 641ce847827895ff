"""How much ink is in each circle, beyond what was printed there."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from adtracker.domain.sheet.layout import Layout
from adtracker.domain.sheet.spec import Asks
from adtracker.sheets.light import patches
from adtracker.sheets.plane import Places, Table

# Of the radius: all within counts whole, from there to the line less and less, for a neighbour's stroke may reach in.
_WHOLE, _NONE = 0.5, 0.86
# What a letter inside a circle has at most; more is ink of a pen, however often it is there.
_MOST_LETTER = 0.075
_USUAL_SHARE = 30
_NUMBERED = (Asks.ITCH, Asks.SLEEP, Asks.SCALE)


@dataclass(frozen=True, slots=True)
class Ink:
    """The ink of each circle: how much, and which share of the circle it covers; by row and choice."""

    amounts: tuple[tuple[float, ...], ...]
    covered: tuple[tuple[float, ...], ...]


def ink_of(dark: Table, layout: Layout, middles: Places) -> Ink:
    """The ink in the circles of a page."""
    radius = layout.diameter / 2
    squares = patches(dark, middles, radius)
    steps = (np.arange(squares.shape[1]) + 0.5) / squares.shape[1] * 2 - 1
    away = np.hypot(*np.meshgrid(steps, steps))
    weights = np.clip((_NONE - away) / (_NONE - _WHOLE), 0, 1)
    weights /= weights.sum()
    amounts = (squares * weights).sum(axis=(1, 2)) - _beside(squares, away)
    letters = [
        (row.field.asks in _NUMBERED, row.field.asks if row.field.asks not in _NUMBERED else None, one.choice)
        for row in layout.rows
        for one in row.circles
    ]
    amounts = amounts - _printed(amounts, letters)
    inside = away < 0.7
    covered = (squares[:, inside] > 0.3).mean(axis=1)
    ends = np.cumsum([len(row.circles) for row in layout.rows])[:-1]
    return Ink(_by_row(amounts, ends), _by_row(covered, ends))


def _beside(squares: Table, away: Places) -> np.ndarray:
    """How dark the paper itself is in each circle: what its lightest quarter has."""
    return np.percentile(squares[:, away < 0.8], 20, axis=1)


def _printed(amounts: np.ndarray, letters: Sequence[tuple[object, ...]]) -> np.ndarray:
    """What the letter of each circle has: the usual of the same letter, where it is no more than a letter has."""
    found = np.zeros_like(amounts)
    for letter in set(letters):
        same = np.array([one == letter for one in letters])
        found[same] = min(max(float(np.percentile(amounts[same], _USUAL_SHARE)), 0.0), _MOST_LETTER)
    return found


def _by_row(values: np.ndarray, ends: np.ndarray) -> tuple[tuple[float, ...], ...]:
    return tuple(tuple(map(float, part)) for part in np.split(values, ends))
