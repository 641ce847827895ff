"""How itch leans from one day to the next, learnt of one diary, and days made as if they did not.

A day is the level of its two weeks, and what is carried over from the days before (AR(1), its share 1 - fresh of the
variance by `carry` a day), and what is new. Of a grid of such noises the likeliest is taken, with levels and weekends
taken out (restricted likelihood, Patterson and Thompson 1971, Biometrika 58:545). Blocks are taken one by one: a day
leans on those of its own two weeks, and no further.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

Array = NDArray[np.float64]
Whole = NDArray[np.int64]

CARRIES = (0.3, 0.5, 0.7, 0.8, 0.9, 0.95, 0.98)
FRESH = (0.0, 0.2, 0.4, 0.6, 0.8)
_NOTHING = 1e-9


class Noise(NamedTuple):
    """How much of a day is carried into the next, and which share of its variance is new each day."""

    carry: float
    fresh: float


ALONE = Noise(0.0, 1.0)
NOISES = (ALONE, *(Noise(carry, fresh) for carry in CARRIES for fresh in FRESH))


class Blocks:
    """Days in blocks, an item each, laid out so that all blocks are worked on at once: short ones are filled with 0."""

    def __init__(self, days: Whole, blocks: Whole) -> None:
        self._block = np.cumsum(np.diff(blocks, prepend=blocks[:1]) != 0)
        starts = np.flatnonzero(np.diff(self._block, prepend=-1))
        self._place = np.arange(len(days)) - starts[self._block]
        self.count, width = len(starts), int(self._place.max(initial=0)) + 1
        laid = np.full((self.count, width), np.nan)
        laid[self._block, self._place] = days
        self._there = np.isfinite(laid).astype(np.float64)
        self._apart = np.abs(laid[:, :, None] - laid[:, None, :])

    def whitening(self, noise: Noise) -> tuple[Array, float]:
        """What makes the days of each block lean on nothing and takes their level out; and the log of the variance
        that it takes away, level included."""
        variance = np.nan_to_num((1 - noise.fresh) * noise.carry**self._apart)
        size = self._apart.shape[1]
        variance[:, range(size), range(size)] = 1.0
        root = np.linalg.cholesky(variance)
        white = np.linalg.solve(root, np.broadcast_to(np.eye(size), root.shape))
        level = np.einsum("bij,bj->bi", white, self._there)
        squares = np.einsum("bi,bi->b", level, level)
        level /= np.sqrt(squares)[:, None]
        left = white - level[:, :, None] * np.einsum("bi,bij->bj", level, white)[:, None, :]
        taken = 2 * np.log(np.einsum("bii->bi", root)).sum() + np.log(squares).sum()
        return left, float(taken)

    def each(self, white: Array, series: Array) -> Array:
        """The series (a row each) with all blocks whitened, in the order of the blocks, filled with 0."""
        laid = np.zeros((self.count, self._apart.shape[1], len(series)))
        laid[self._block, self._place] = series.T
        found: Array = (white @ laid).reshape(-1, len(series)).T
        return found


def likeliest(days: Whole, blocks: Whole, itch: Array, weekend: Array) -> Noise:
    """The noise under which the itch of these days is least odd; none that is carried if there are too few of them."""
    if len(days) < 3:
        return ALONE
    laid = Blocks(days, blocks)
    if len(days) <= laid.count + 2:
        return ALONE
    scored = [(score, noise) for noise in NOISES for score in _scores(laid, noise, np.stack([itch, weekend]))]
    return max(scored, key=lambda one: one[0], default=(0.0, ALONE))[1]


def _scores(laid: Blocks, noise: Noise, series: Array) -> Iterator[float]:
    """The log likelihood, where there is anything left to be odd."""
    white, taken = laid.whitening(noise)
    itch, weekend = laid.each(white, series)
    free, square = series.shape[1] - laid.count, float(weekend @ weekend)
    if square > _NOTHING:
        itch = itch - (itch @ weekend) / square * weekend
        free, taken = free - 1, taken + float(np.log(square))
    rest = float(itch @ itch)
    if rest > _NOTHING:
        yield -0.5 * (taken + free * float(np.log(rest)))
