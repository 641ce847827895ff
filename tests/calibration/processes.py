"""Made-up diaries of which the truth is known: how days scatter, and what the score did.

What scatters is a sum of AR(1) and white noise, or something that is neither: long memory, answers heaped on 0, 5 and
10, weekends, flares at random. Two published figures, of the same 31 stable people (PMC6635522, table 3), say which are
likely: weekly averages agree by 0.95, days a week apart by 0.94. Each row of days is a person.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

Array = NDArray[np.float64]

BASELINE = 7
TOP = 10.0
LEVELS = (4.0, 7.0)


@dataclass(frozen=True, slots=True)
class Noise:
    """AR(1) of `carry` with standard deviation `sd`, plus `white` noise; and what else is odd about the diaries.

    `peak` is by how many standard deviations above its level the AR(1) begins. `memory` is the d of fractional noise
    in place of AR(1). `missing` is the share of days without an answer, `weekend` in points; `level` in place of one
    between 4 and 7.
    """

    name: str
    carry: float = 0.0
    sd: float = 0.0
    white: float = 0.0
    missing: float = 0.1
    weekend: float = 0.0
    heaped: bool = False
    flares: bool = False
    memory: float = 0.0
    peak: float = 0.0
    level: float | None = None


AR3 = Noise("AR .3 sd 1.0", 0.3, 1.0)
AR5 = Noise("AR .5 sd 1.2", 0.5, 1.2)
AR7 = Noise("AR .7 sd 1.4", 0.7, 1.4)
AR9 = Noise("AR .9 sd 1.2", 0.9, 1.2)
AR9_LITTLE = Noise("AR .9 sd .6 + .1", 0.9, 0.6, 0.1)
AR95 = Noise("AR .95 sd .7 + .5", 0.95, 0.7, 0.5)
AR9_MUCH = Noise("AR .9 sd .7 + 1.2", 0.9, 0.7, 1.2)
SIX = (AR3, AR5, AR7, AR9_LITTLE, AR95, AR9_MUCH)
PEAK = Noise("start at a peak", 0.9, 1.2, peak=2.0)
NOISES = (
    AR3,
    AR5,
    AR7,
    AR9,
    AR9_LITTLE,
    AR95,
    AR9_MUCH,
    Noise("long memory d .4", sd=1.0, memory=0.4),
    Noise("heaped on 0, 5, 10", 0.5, 1.2, heaped=True),
    Noise("40 % missing", 0.5, 1.2, missing=0.4),
    Noise("weekend +1.5", 0.5, 1.0, weekend=1.5),
    Noise("floor at level 0.7", 0.5, 1.2, level=0.7),
    Noise("flares at random", 0.5, 1.0, flares=True),
    PEAK,
)

Course = Callable[[Array], Array]


def none(days: Array) -> Array:
    """Nothing."""
    return np.zeros(len(days))


def line(days: Array) -> Array:
    """A quarter of a point less each week."""
    return -0.25 * np.maximum(days, 0) / 7


def slow(days: Array) -> Array:
    """From 7.5 to 4.0, 95 % of it by week 16."""
    return -3.5 * (1 - np.exp(-3 * np.maximum(days, 0) / 112))


def fast(days: Array) -> Array:
    """From 7.5 to 3, 95 % of it by week 4."""
    return -4.5 * (1 - np.exp(-3 * np.maximum(days, 0) / 28))


def step(days: Array) -> Array:
    """From 7 to 4 in the middle of week 3."""
    return np.where(days >= 17, -3.0, 0.0)


def step_of(size: float) -> Course:
    """From 7.5 by so many points in the middle of week 3."""

    def course(days: Array) -> Array:
        return np.where(days >= 17, -size, 0.0)

    return course


@dataclass(frozen=True, slots=True)
class Diaries:
    """`itch` has a row for each person, NaN where nothing is recorded; `days` count from the first dose (0).

    `truth` is what the score did at its level, without scatter, the same for all.
    """

    days: NDArray[np.int64]
    itch: Array
    truth: Array


def made(
    count: int,
    weeks: int,
    noise: Noise,
    rng: np.random.Generator,
    course: Course = none,
    level: float | None = None,
    before: int = BASELINE,
) -> Diaries:
    """So many diaries of a course of `weeks` with the days `before` it."""
    days = np.arange(-before, 7 * weeks)
    shape = (count, len(days))
    start = noise.level if noise.level is not None else level
    levels = rng.uniform(*LEVELS, count) if start is None else np.full(count, start)
    truth = course(days.astype(float))
    path = levels[:, None] + truth + _slow(noise, shape, rng) + rng.normal(0, 1, shape) * noise.white
    weekday = (rng.integers(0, 7, count)[:, None] + np.arange(len(days))) % 7
    path += noise.weekend * (weekday < 2)
    if noise.flares:
        path += 3.0 * _flares(shape, rng)
    scores = np.clip(np.round(path), 0, TOP)
    if noise.heaped:
        beside = np.isin(scores % 5, (1, 4)) & (rng.random(shape) < 0.5)
        scores = np.where(beside, 5 * np.round(scores / 5), scores)
    scores[rng.random(shape) < noise.missing] = np.nan
    return Diaries(days, scores, truth)


def _slow(noise: Noise, shape: tuple[int, int], rng: np.random.Generator) -> Array:
    if noise.memory:
        return noise.sd * _fractional(noise.memory, shape, rng)
    found = np.empty(shape)
    state = rng.normal(0, noise.sd, shape[0]) if not noise.peak else np.full(shape[0], noise.peak * noise.sd)
    fresh = noise.sd * np.sqrt(1 - noise.carry**2)
    for day in range(shape[1]):
        if day:
            state = noise.carry * state + rng.normal(0, fresh, shape[0])
        found[:, day] = state
    return found


def _fractional(memory: float, shape: tuple[int, int], rng: np.random.Generator) -> Array:
    """Fractionally integrated noise of standard deviation 1, from its moving average over 1,000 days."""
    lags = np.arange(1, 1000)
    weights = np.concatenate([[1.0], np.cumprod((lags - 1 + memory) / lags)])
    weights /= np.sqrt(weights @ weights)
    fresh = rng.normal(0, 1, (shape[0], shape[1] + len(weights) - 1))
    return np.array([np.convolve(row, weights, "valid") for row in fresh])


def _flares(shape: tuple[int, int], rng: np.random.Generator) -> Array:
    """1 on days of a flare: 5 to 14 days, about one in six weeks."""
    found = np.zeros(shape)
    for row in found:
        for first in np.flatnonzero(rng.random(shape[1]) < 1 / 42):
            row[first : first + rng.integers(5, 15)] = 1
    return found
