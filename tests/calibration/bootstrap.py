"""The interval that was not chosen: a bootstrap of blocks of days, so that the choice can be seen in figures.

Whole blocks of what the line leaves are drawn anew and laid on the line; the slopes of many such diaries give the
interval. With eight weeks there are only four blocks of fourteen days to draw from, and they scatter too little.
"""

from __future__ import annotations

from itertools import combinations

import numpy as np

from adtracker.domain.statistics.trend import FEWEST_WEEKS, TREND_WEEKS
from tests.calibration.diaries import Array

BLOCK = 14
DRAWS = 400
MINIMUM = 4
_PAIRS = np.array(list(combinations(range(TREND_WEEKS), 2)))


def bootstrap_says_change(row: Array) -> bool:
    """Whether the 95 % interval of one diary of eight weeks leaves out that nothing changed."""
    if np.count_nonzero(~np.isnan(_weeks(row[None])[0])) < FEWEST_WEEKS:
        return False
    slope = float(_slopes(row[None])[0])
    line = slope * np.arange(len(row)) / 7
    left = row - line - np.nanmean(row - line)
    starts = np.random.default_rng(0).integers(0, len(row), (DRAWS, len(row) // BLOCK))
    days = (starts[:, :, None] + np.arange(BLOCK)).reshape(DRAWS, -1) % len(row)
    low, high = np.nanquantile(_slopes(left[days] + line), (0.025, 0.975))
    return bool(low > 0 or high < 0)


def _weeks(rows: Array) -> Array:
    """Weekly means where enough days are recorded, NaN elsewhere."""
    days = rows.reshape(len(rows), TREND_WEEKS, 7)
    counts = np.sum(~np.isnan(days), axis=2)
    means: Array = np.where(counts >= MINIMUM, np.nansum(days, axis=2) / np.maximum(counts, 1), np.nan)
    return means


def _slopes(rows: Array) -> Array:
    """The Theil-Sen slope of each row."""
    weeks = _weeks(rows)
    first, last = _PAIRS.T
    slopes: Array = np.nanmedian((weeks[:, last] - weeks[:, first]) / (last - first), axis=1)
    return slopes
