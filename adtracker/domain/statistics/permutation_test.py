"""Compares days with and without something, and shuffles which days those are to see what chance alone would show.

Each block of 14 days is turned, to begin with any of its days and to run forwards or backwards: that keeps runs (a week
of stress stays one), which days drawn one by one would not; `dev.py calibrate` showed twice the false findings then.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from itertools import pairwise

import numpy as np
from numpy.typing import NDArray

Array = NDArray[np.float64]
Whole = NDArray[np.int64]

SHUFFLES = 4999
WEEKS_A_BLOCK = 2
# After so many shuffles at least as far off as the diary itself, more would not change what is said (Besag and
# Clifford 1991, Biometrika 78:301).
ENOUGH = 50
CONFIDENCE = 0.95
_SEED = 24
_AT_ONCE = 500
_NOTHING = 1e-9


class StoppedError(Exception):
    """The person does not want to wait any longer."""


@dataclass(frozen=True, slots=True)
class Days:
    """Days in order, one item each: worst itch, itch the day before, 1 with or 0 without, course week."""

    itch: Array
    before: Array
    exposed: Array
    weeks: Whole


@dataclass(frozen=True, slots=True)
class Compared:
    """The adjusted difference in points, how far its 95 % interval reaches, and how often chance shows as much."""

    difference: float
    reach: float
    chance: float


@dataclass(frozen=True, slots=True)
class _Block:
    """What each way to turn one block adds to the sums of least squares; the first way is the diary's own.

    `product`: with what is left of itch; `lean`: with the day before; `spread`: how far days differ from their weeks.
    """

    product: Array
    lean: Array
    spread: Array


def permutation_test(days: Days, go_on: Callable[[float], bool], shuffles: int = SHUFFLES) -> Compared | None:
    """Itch on days with less itch on days without, by least squares with each course week and the day before.

    Days are shuffled always the same way, so that the same diary gives the same numbers. None where no week has days
    of both kinds. `go_on` is told the share done and says whether to go on; StoppedError if not.
    """
    starts = np.flatnonzero(np.diff(days.weeks, prepend=days.weeks[0] - 1))
    sizes = np.diff(starts, append=len(days.weeks))
    itch, before = (_within_weeks(series, starts, sizes) for series in (days.itch, days.before))
    square = float(before @ before)
    left = itch - before * (before @ itch / square) if square > _NOTHING else itch
    blocks = [_block(days, left, before, part) for part in _parts(days.weeks)]
    if sum(block.spread[0] for block in blocks) <= _NOTHING:
        return None
    found = float(_differences(blocks, square, np.zeros((1, len(blocks)), dtype=np.int64))[0])
    by_chance = np.abs(_shuffled(blocks, square, abs(found), go_on, shuffles))
    as_far = np.count_nonzero(by_chance >= abs(found) - _NOTHING)
    reach = float(np.quantile(by_chance, CONFIDENCE))
    return Compared(found, reach, float((as_far + 1) / (len(by_chance) + 1)))


def _within_weeks(series: Array, starts: Whole, sizes: Whole) -> Array:
    """Each day's distance from the mean of its week."""
    centred: Array = series - np.repeat(np.add.reduceat(series, starts) / sizes, sizes)
    return centred


def _parts(weeks: Whole) -> list[slice]:
    """Where each block of two weeks lies among the days."""
    edges = np.flatnonzero(np.diff((weeks - 1) // WEEKS_A_BLOCK)) + 1
    return [slice(first, last) for first, last in pairwise([0, *edges.tolist(), len(weeks)])]


def _block(days: Days, left: Array, before: Array, part: slice) -> _Block:
    exposed, weeks = days.exposed[part], days.weeks[part]
    steps = np.arange(len(exposed))
    turned = np.concatenate([exposed[(way * steps + steps[:, None]) % len(steps)] for way in (1, -1)])
    starts = np.flatnonzero(np.diff(weeks, prepend=weeks[0] - 1))
    counts = np.add.reduceat(turned, starts, axis=1)
    spread = turned.sum(axis=1) - (counts**2 / np.diff(starts, append=len(weeks))).sum(axis=1)
    return _Block(turned @ left[part], turned @ before[part], spread)


def _shuffled(
    blocks: Sequence[_Block], square: float, found: float, go_on: Callable[[float], bool], shuffles: int
) -> Array:
    """The differences of shuffled days, some hundreds at a time, until there are enough to tell."""
    rng = np.random.default_rng(_SEED)
    ways = [len(block.spread) for block in blocks]
    parts: list[Array] = []
    done = as_far = 0
    while done < shuffles and as_far < ENOUGH:
        if not go_on(done / shuffles):
            raise StoppedError
        count = min(_AT_ONCE, shuffles - done)
        parts.append(_differences(blocks, square, rng.integers(0, ways, (count, len(ways)))))
        as_far += int(np.count_nonzero(np.abs(parts[-1]) >= found - _NOTHING))
        done += count
    return np.concatenate(parts)


def _differences(blocks: Sequence[_Block], square: float, picks: Whole) -> Array:
    """The least-squares difference for each row of `picks`, which says how each block is turned; 0 if there is none."""
    product, lean, spread = (
        sum(getattr(block, name)[pick] for block, pick in zip(blocks, picks.T, strict=True))
        for name in ("product", "lean", "spread")
    )
    freely = spread - lean**2 / square if square > _NOTHING else spread
    usable = freely > _NOTHING
    found: Array = np.where(usable, product / np.where(usable, freely, 1.0), 0.0)
    return found
