"""The ways in which a score may have moved through a course, each from 0 before it to 1 where all of it is done.

They are what a change is averaged over while the scatter of the days is learnt (`scatter`), never what is shown: steps,
ramps that begin with the course and end in week 2 to 20, a line to the last day, a fall that slows down, and ramps that
begin later. A step may be on any day: with steps at the edges of weeks alone, a fall in the middle of one looks like
scatter, and the larger it is the more so. Over more than half a year days and edges stand further apart.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from adtracker.domain.records.course import DAYS_A_WEEK

Array = NDArray[np.float64]
Days = NDArray[np.int64]

MOST_STEPS, FEWER_STEPS, MOST_EDGES = 182, 61, 26
RAMP_ENDS = range(2, 21)
SLOWING = (1.0, 2.5, 5.0)
LATE_DAYS = 28
# What is left of a bad start from one day to the next, if it passes by itself: half of it in two weeks.
FADES = 0.95
# What each family weighs before the diary is looked at, spread evenly over its members.
STEPS, RAMPS, LINE, SLOWS, LATE = 0.35, 0.20, 0.15, 0.20, 0.10


@dataclass(frozen=True, slots=True)
class Family:
    """Shapes of one kind: `columns` has a row for each day and a column for each shape that begins on its onset."""

    weight: float
    onsets: Array
    columns: Array

    @property
    def weights(self) -> Array:
        """What each shape weighs."""
        return np.full(len(self.onsets), self.weight / max(len(self.onsets), 1))


@dataclass(frozen=True, slots=True)
class Shapes:
    """`single` are the only change there is. Of two, `first` and `second` number what each pair is made of in `paired`.

    The weights of the single ones and those of the pairs add up to 1; without pairs those are empty. `start` is no
    course, but a start of the diary far from its level that fades: 1 on its first day.
    """

    single: Array
    weights: Array
    paired: Array
    first: NDArray[np.intp]
    second: NDArray[np.intp]
    pair_weights: Array
    start: Array


def shapes(days: Days) -> Shapes:
    """All shapes at days counted from the first dose (0); days before it are at 0. `days` go up."""
    last = max(int(days[-1]) + 1, DAYS_A_WEEK)
    edges = np.arange(0, last // DAYS_A_WEEK, -(-last // (DAYS_A_WEEK * MOST_EDGES))) * DAYS_A_WEEK
    others = _others(days, last, edges)
    steps = MOST_STEPS if last <= MOST_STEPS else FEWER_STEPS
    single = [_steps(days, np.arange(0, last, -(-last // steps))), *others]
    paired = [_steps(days, edges), *others]
    first, second, weights = _pairs(paired)
    start = FADES ** (days - days[0])
    return Shapes(_columns(single), _weights(single), _columns(paired), first, second, weights, start)


def _others(days: Days, last: int, edges: Days) -> list[Family]:
    """All families but steps; that of the late ramps is the last."""
    ends = np.array([DAYS_A_WEEK * week for week in RAMP_ENDS if DAYS_A_WEEK * week < last], np.int64)
    late = edges[(edges > 0) & (edges + DAYS_A_WEEK < last)]
    after = np.maximum(days, 0)[:, None] / DAYS_A_WEEK
    return [
        Family(RAMPS, np.zeros(len(ends)), _ramp(days, np.zeros(len(ends)), ends)),
        Family(LINE, np.zeros(1), _ramp(days, np.zeros(1), np.array([last]))),
        Family(SLOWS, np.zeros(len(SLOWING)), 1 - np.exp(-after / np.array(SLOWING))),
        Family(LATE, late.astype(float), _ramp(days, late, np.full(len(late), LATE_DAYS))),
    ]


def _steps(days: Days, edges: Days) -> Family:
    return Family(STEPS, edges.astype(float), (days[:, None] >= edges).astype(float))


def _ramp(days: Days, first: Array | Days, length: Days) -> Array:
    """Evenly from 0 on day `first` to 1 after `length` days, a column for each."""
    found: Array = np.clip((days[:, None] - first + 1) / length, 0, 1)
    return found


def _columns(families: list[Family]) -> Array:
    return np.concatenate([family.columns for family in families], axis=1)


def _weights(families: list[Family]) -> Array:
    weights = np.concatenate([family.weights for family in families])
    found: Array = weights / weights.sum()
    return found


def _pairs(families: list[Family]) -> tuple[NDArray[np.intp], NDArray[np.intp], Array]:
    """Any shape, and a step or late ramp that begins after it: their numbers, and what each pair weighs."""
    onsets = np.concatenate([family.onsets for family in families])
    may_follow = np.ones(len(onsets), dtype=np.bool_)
    may_follow[len(families[0].onsets) : len(onsets) - len(families[-1].onsets)] = False
    first, second = np.nonzero((onsets[:, None] < onsets) & may_follow)
    shares = _weights(families)
    weights = shares[first] * shares[second]
    return first, second, weights / weights.sum() if len(first) else weights
