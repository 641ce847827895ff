"""Compares days with and without something, the same day and the next morning in one fit, and turns the days it was
there in blocks of two weeks to see what chance alone would show.

Itch of a day is set beside the thing that day and the day before, in generalised least squares with the level of every
two weeks and the weekend; how days lean on each other is learnt from the diary (`day_noise`). The itch of the day
before is never a column: the thing may have moved it already, and then the next morning would show the opposite. Turned
blocks keep runs (a week of stress stays one), which days drawn one by one would not.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property, lru_cache
from math import erfc, sqrt

import numpy as np

from adtracker.domain.statistics.day_noise import Array, Blocks, Noise, Whole, likeliest

SHUFFLES = 999
WEEKS_A_BLOCK = 2
LAGS = 2
_NOTHING = 1e-9
_ALONE = 1e-6  # of what both lags of a thing vary by, what they must not share: less is the noise of sums
_SEED = 24
_NUMBERS_AT_ONCE = 60_000


@dataclass(frozen=True)
class Days:
    """All days from the first with itch to the last, an item each: worst itch (NaN if unknown), week, 1 at a weekend.

    Weeks are numbers that never fall; two in a row that begin with an odd one are a block.
    """

    itch: Array
    weeks: Whole
    weekend: Array

    @property
    def blocks(self) -> Whole:
        """The number of each day's block."""
        return (self.weeks - 1) // WEEKS_A_BLOCK

    @cached_property
    def noise(self) -> Noise:
        """How the days lean on each other."""
        rows = np.flatnonzero(np.isfinite(self.itch))
        return likeliest(rows, self.blocks[rows], self.itch[rows], self.weekend[rows])

    def rows(self, things: Sequence[Array]) -> Whole:
        """Which days can be compared: itch known then, each thing then and the day before."""
        fit = np.isfinite(self.itch)
        for thing in things:
            known = np.isfinite(thing)
            fit &= known
            fit[1:] &= known[:-1]
        fit[:1] = False
        return np.flatnonzero(fit)


@dataclass(frozen=True, slots=True)
class Look:
    """One coefficient: the difference in points, its standard error and its z, a t made normal (`_normal`)."""

    points: float
    error: float
    z: float


class Frame:
    """What a thing is compared within: the rows of some days, whitened, with block and weekend taken out."""

    def __init__(self, days: Days, rows: Whole) -> None:
        self.rows = rows
        self._blocks = Blocks(rows, days.blocks[rows])
        self._white, _ = self._blocks.whitening(days.noise)
        weekend = self.whitened(days.weekend[rows][None, :])
        size = float(np.linalg.norm(weekend))
        self._basis = weekend / size if size > _NOTHING * max(1.0, len(rows)) else weekend[:0]
        self.itch = self.adjusted(days.itch[rows][None, :])[0]
        self.free = len(rows) - self._blocks.count - len(self._basis)

    def adjusted(self, series: Array) -> Array:
        """What block, weekend and noise leave of a series; a series is a row."""
        white = self.whitened(series)
        left: Array = white - (white @ self._basis.T) @ self._basis
        return left

    def whitened(self, series: Array) -> Array:
        """What block and noise leave of a series; a series is a row."""
        return self._blocks.each(self._white, series)

    def product(self, one: Array, other: Array) -> Array:
        """The sums of products of whitened series, row by row, as of what the weekend leaves of them."""
        shared = (one @ self._basis.T) * (other @ self._basis.T)
        found: Array = np.einsum("ij,ij->i", one, other) - shared.sum(axis=1)
        return found


def looks(frame: Frame, thing: Array) -> tuple[Look, ...] | None:
    """The same day and the next morning of one thing; None where they cannot be told from the week or each other."""
    points, errors, z = (
        numbers[:, 0] for numbers in _pair(frame, thing[None, frame.rows], thing[None, frame.rows - 1])
    )
    if not np.isfinite(z).all():
        return None
    return tuple(Look(*map(float, one)) for one in zip(points, errors, z, strict=True))


def spread(days: Days, frame: Frame, thing: Array, shuffles: int = SHUFFLES) -> Iterator[tuple[float, Array]]:
    """The share done, and the root mean square of z at each lag over all turned so far: what chance alone shows.

    Days are turned always the same way, so that the same diary gives the same numbers whatever else is looked at.
    """
    turns = Turns(days.blocks, thing)
    at_once = max(1, _NUMBERS_AT_ONCE // len(turns.known))
    rows = np.searchsorted(turns.known, frame.rows)  # the day before a row is known too, so it is one place before
    squares, counts = np.zeros(LAGS), np.zeros(LAGS)
    for first in range(0, shuffles, at_once):
        numbers = range(first, min(first + at_once, shuffles))
        made = turns.turned(numbers)
        z = _pair(frame, made[:, rows], made[:, rows - 1])[2]
        squares += np.nansum(z**2, axis=1)
        counts += np.isfinite(z).sum(axis=1)
        yield numbers.stop / shuffles, np.sqrt(squares / np.maximum(counts, 1))


def chance(z: float, width: float) -> float:
    """How often a z as large or larger comes by chance, either way, where chance spreads it by `width`."""
    return erfc(abs(z) / width / sqrt(2)) if width > _NOTHING else 1.0


def joint(frame: Frame, columns: Sequence[Array]) -> Array:
    """The z of each of several columns (already of the frame's rows) in one fit; 0 where it adds nothing of its own."""
    table = frame.adjusted(np.stack(columns))
    inverse = np.linalg.pinv(table @ table.T, hermitian=True, rcond=1e-8)
    points = inverse @ (table @ frame.itch)
    free = max(1, frame.free - len(columns))
    left = frame.itch - points @ table
    errors = np.sqrt(np.maximum(np.diag(inverse), 0) * (left @ left) / free)
    return _normal(np.divide(points, errors, out=np.zeros_like(points), where=errors > _NOTHING), free)


def _pair(frame: Frame, then: Array, before: Array) -> tuple[Array, Array, Array]:
    """Points, standard errors and z (lags by things) of things on a day and the day before; NaN where not to tell."""
    free = max(1, frame.free - LAGS)
    then, before = frame.whitened(then), frame.whitened(before)
    square, both, earlier = frame.product(then, then), frame.product(then, before), frame.product(before, before)
    now, late = then @ frame.itch, before @ frame.itch
    whole = square * earlier - both**2
    told = (np.minimum(square, earlier) > _NOTHING) & (whole > _ALONE * square * earlier) & (frame.free > LAGS)
    whole = np.where(told, whole, np.nan)
    points = np.stack([earlier * now - both * late, square * late - both * now]) / whole
    left = np.maximum(frame.itch @ frame.itch - points[0] * now - points[1] * late, 0.0)
    errors = np.sqrt(np.stack([earlier, square]) / whole * left / free)
    return points, errors, _normal(points / np.maximum(errors, _NOTHING), free)


def _normal(t: Array, free: int) -> Array:
    """A t with so many degrees of freedom as the z that is as rare (Wallace 1959, Ann. Math. Statist. 30:1121)."""
    size = np.sqrt(free * np.log1p(t**2 / free)) * (8 * free + 1) / (8 * free + 3)
    z: Array = np.copysign(size, t)
    return z


class Turns:
    """A thing with the known days of each block turned: begun with any of them, run forwards or backwards."""

    def __init__(self, blocks: Whole, thing: Array) -> None:
        self.known = np.flatnonzero(np.isfinite(thing))
        blocks = blocks[self.known]
        starts = np.flatnonzero(np.diff(blocks, prepend=blocks[:1] - 1))
        self._lengths = np.diff(starts, append=len(self.known))
        most = int(self._lengths.max(initial=1))
        steps, lengths = np.arange(most), self._lengths[:, None, None]
        ways = np.stack([steps[:, None] + steps, steps[:, None] - steps])  # by way, day it begins with, step
        turned = starts[:, None, None] + ways.reshape(1, 2 * most, most) % lengths
        self._turned = thing[self.known][np.minimum(turned, len(self.known) - 1)]
        self._there = np.flatnonzero((steps < self._lengths[:, None]).ravel())

    def turned(self, numbers: range) -> Array:
        """The known days of the thing as each of these shuffles has them, a row each."""
        begins, ways = np.stack([_draw(number, len(self._lengths)) for number in numbers], axis=1)
        chosen = (begins * self._lengths).astype(np.int64) + (ways < 0.5) * self._turned.shape[2]
        rows = self._turned[np.arange(len(self._lengths)), chosen].reshape(len(numbers), -1)
        turned: Array = rows[:, self._there]
        return turned


@lru_cache(maxsize=SHUFFLES)
def _draw(number: int, blocks: int) -> Array:
    """Where each block begins in this shuffle, and which way it runs (two rows, 0 to 1): the same for all things."""
    drawn = np.random.default_rng([_SEED, number]).random((2, blocks))
    drawn.setflags(write=False)
    return drawn
