"""Fewer marks where many days share a pixel, so that ten years move as smoothly as ten weeks. Nothing is made up:
every mark that is drawn is a real one."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

Numbers = NDArray[np.float64]

# About as many marks as a panel has pixels for, at two pixels a mark.
MOST_MARKS = 400


def thinning_step(days: float) -> int:
    """How many days share one mark when `days` are in view: 1, 2, 4, 8 … A power of two keeps marks in place while
    the view moves, and lets each step be worked out once."""
    step = 1
    while days / step > MOST_MARKS:
        step *= 2
    return step


def thin_line(days: Numbers, values: Numbers, step: int) -> tuple[Numbers, Numbers]:
    """Every `step`th point of a line; gaps (NaN) stay gaps where they are hit."""
    return days[::step], values[::step]


def thin_dots(days: Numbers, values: Numbers, step: int, grain: float) -> tuple[Numbers, Numbers]:
    """One dot for all that would lie on one another: the same `step` days and the same `grain` of the scale."""
    if step == 1 or not days.size:
        return days, values
    heights = np.round(values / grain)
    cells = days // step * (heights.max() + 1) + heights  # one number for each cell: pairs take ten times as long
    _, first = np.unique(cells, return_index=True)
    first.sort()
    return days[first], values[first]
