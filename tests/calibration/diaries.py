"""Made-up diaries of which the truth is known, by published parameters of daily eczema scores.

EczemaPredPOSCORAD, PFDC cohort: itch is a binomial (100 steps) whose logit walks at random, by a standard deviation of
0.479 a day; people start at -0.08 on average, with a standard deviation of 0.87 between them. Days are missing in runs,
more at weekends, about one in ten; answers are whole points with some heaping on 0, 5 and 10.

A walk that is never drawn back has no level that could be falling or not: over 8 weeks it wanders further than any
trend goes. So each setting says how much of a day's distance from the person's level is carried into the next. The
published steps stay; `1` is the walk to the letter. How steady each setting is shows in `retest`: in people who
said that nothing had changed, weekly averages agreed by 0.95 (31 people, so 0.90 to 0.98; PMC6635522, table 3).
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

Array = NDArray[np.float64]
Extra = NDArray[np.floating] | float

ITCH_STEP = 0.479
START, BETWEEN_PEOPLE = -0.08, 0.87
STEPS = 100
TOP = 10.0
HEAPING = 0.15
STAYS_AWAY = 0.45
GOES_AWAY, GOES_AWAY_ON_WEEKENDS = 0.05, 0.09
# A logit with normal noise of variance v has about the mean of one that is smaller by the root of 1 + 0.346 v.
SHRINKAGE = 0.346
EDGE = 0.5


@dataclass(frozen=True, slots=True)
class Setting:
    """How steady the diaries are: the share of a day's distance from the person's level that the next day keeps."""

    name: str
    carry: float

    @property
    def variance(self) -> float:
        """Of the logit around its level; 0 for the free walk, which has no such variance."""
        return ITCH_STEP**2 / (1 - self.carry**2) if self.carry < 1 else 0.0


STEADY = Setting("steady: 0.3 of a day is carried on", 0.3)
HALF = Setting("half: 0.5", 0.5)
WAVERING = Setting("wavering, as the demonstration: 0.7", 0.7)
FREE_WALK = Setting("a walk that never returns: 1.0", 1.0)
SETTINGS = (STEADY, HALF, WAVERING, FREE_WALK)


@dataclass(frozen=True, slots=True)
class Diaries:
    """`itch` has a row for each person and a column for each day, NaN where nothing is recorded; `levels` in points."""

    itch: Array
    levels: Array


def diaries(
    count: int,
    days: int,
    setting: Setting,
    rng: np.random.Generator,
    *,
    fall: float = 0.0,
    extra: Extra = 0.0,
) -> Diaries:
    """Diaries that fall by `fall` points a week from each person's level, who are such that the fall fits the scale.

    `extra` (people by days) is added to the logit of each day: what a trigger does that does something.
    """
    levels = _levels(count, fall * days / 7, rng)
    path = levels[:, None] - fall * np.arange(days) / 7
    logits = np.log(path / (TOP - path)) * np.sqrt(1 + SHRINKAGE * setting.variance) + _walks(count, days, setting, rng)
    itch = _answers(logits + extra, rng)
    itch[_missing(count, days, rng)] = np.nan
    return Diaries(itch, levels)


def _levels(count: int, fall: float, rng: np.random.Generator) -> Array:
    """Levels of that many people, in points, from whom a fall of so many points leaves something."""
    found = np.empty(0)
    while len(found) < count:
        levels = TOP / (1 + np.exp(-rng.normal(START, BETWEEN_PEOPLE, count)))
        found = np.concatenate([found, levels[levels - fall > (EDGE if fall else 0)]])
    return found[:count]


def _walks(count: int, days: int, setting: Setting, rng: np.random.Generator) -> Array:
    walks = np.empty((count, days))
    state = rng.normal(0, np.sqrt(setting.variance), count)
    for day in range(days):
        state = setting.carry * state + rng.normal(0, ITCH_STEP, count)
        walks[:, day] = state
    return walks


def _answers(logits: Array, rng: np.random.Generator) -> Array:
    """What people tap: whole points, some pulled to 0, 5 or 10 from beside them."""
    scores = np.floor(rng.binomial(STEPS, 1 / (1 + np.exp(-logits))) * TOP / STEPS + 0.5)
    beside = np.isin(scores % 5, (1, 4)) & (rng.random(scores.shape) < HEAPING)
    return np.where(beside, 5 * np.round(scores / 5), scores)


def _missing(count: int, days: int, rng: np.random.Generator) -> NDArray[np.bool_]:
    """In runs, and more from Saturday on; nobody keeps a diary from the same day of the week."""
    missing = np.empty((count, days), dtype=np.bool_)
    weekday = rng.integers(0, 7, count)
    away = rng.random(count) < 0.1
    for day in range(days):
        leaves = np.where((weekday + day) % 7 < 2, GOES_AWAY_ON_WEEKENDS, GOES_AWAY)
        away = rng.random(count) < np.where(away, STAYS_AWAY, leaves)
        missing[:, day] = away
    return missing


def retest(itch: Array) -> float:
    """How well the averages of the first two weeks agree: their correlation over people."""
    with np.errstate(invalid="ignore"):
        weeks = [np.nansum(week, axis=1) / np.sum(~np.isnan(week), axis=1) for week in (itch[:, :7], itch[:, 7:14])]
    both = ~np.isnan(weeks[0]) & ~np.isnan(weeks[1])
    return float(np.corrcoef(weeks[0][both], weeks[1][both])[0, 1])
