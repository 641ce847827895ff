"""How dark each point is against the paper around it, and whether the light on the paper is good enough to tell."""

from __future__ import annotations

from typing import Any

import numpy as np
from numpy.typing import NDArray

from adtracker.errors import SheetError
from adtracker.sheets.plane import SCALE, Places, Table, sampled

# The paper's own light is looked for in squares of so many millimetres: larger than a circle that was filled in.
_CELL = 8.0
_PAPER_SHARE = 80
# What is darker than this, of 255, is no paper in any usable light.
_LEAST_LIGHT = 45
# From one square to the next the light of the paper changes less than this, unless a shadow ends there.
_HARD_EDGE = 1.07
# So many squares from either end there are corner codes, whose black says nothing of the light.
_CODE_CELLS = 4


def paper_light(flat: Table) -> Table:
    """The light of the paper in squares of a page. Raises SheetError for a hard shadow, and where it is too dark."""
    step = round(_CELL * SCALE)
    rows, columns = (side // step for side in flat.shape)
    blocks = flat[: rows * step, : columns * step].reshape(rows, step, columns, step)
    cells: Table = np.percentile(blocks, _PAPER_SHARE, axis=(1, 3)).astype(np.float32)
    inner = cells[1:-1, 1:-1]
    if float(np.median(inner)) < _LEAST_LIGHT or float(inner.min()) < _LEAST_LIGHT / 2:
        raise SheetError("sheet.dark")
    if (
        max(_steepest(cells[1:-1, _CODE_CELLS:-_CODE_CELLS]), _steepest(cells[_CODE_CELLS:-_CODE_CELLS, 1:-1]))
        > _HARD_EDGE
    ):
        raise SheetError("sheet.shadow")
    return cells


def _steepest(cells: Table) -> float:
    """How much the light changes at most from one square to the next."""
    pairs = ((cells[1:], cells[:-1]), (cells[:, 1:], cells[:, :-1]))
    return max(float(np.max(np.maximum(one / other, other / one))) for one, other in pairs)


def darkness(flat: Table, cells: Table) -> Table:
    """How much of the light of the paper is missing at each point of a page, 0 to 1."""
    step = _CELL * SCALE
    x = (np.arange(flat.shape[1]) + 0.5) / step - 0.5
    y = (np.arange(flat.shape[0]) + 0.5) / step - 0.5
    around = _between(_between(cells, y).T, x).T
    return np.clip(1 - flat / np.maximum(around, 1), 0, 1).astype(np.float32)


def patches(dark: Table, middles: Places, reach: float, scale: float = SCALE) -> Table:
    """Squares of a page around places in millimetres, `reach` to each side."""
    count = round(2 * reach * scale)
    steps = (np.arange(count) + 0.5) / scale - reach
    across, down = np.meshgrid(steps, steps)
    x = (middles[:, 0, None, None] + across) * SCALE - 0.5
    y = (middles[:, 1, None, None] + down) * SCALE - 0.5
    return sampled(dark, x, y)


def _between(table: Table, at: NDArray[Any]) -> Table:
    """Rows of a table between its rows."""
    at = np.clip(at, 0, len(table) - 1)
    low = np.minimum(at.astype(np.intp), len(table) - 2)
    share = (at - low).astype(np.float32)[:, None]
    result: Table = table[low] * (1 - share) + table[low + 1] * share
    return result
