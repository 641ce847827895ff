"""How often levelled off, falling and rising are said of eight weeks that did or did not fall."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from functools import partial
from math import isnan
from multiprocessing.pool import Pool

import numpy as np

from adtracker.domain.statistics.trend import TREND_WEEKS, Answer, Trend, last_weeks, trend
from tests.calibration.bootstrap import bootstrap_says_change
from tests.calibration.diaries import SETTINGS, TOP, Array, Diaries, Setting, diaries, retest

FIRST = date(2026, 1, 5)
DAYS = 7 * TREND_WEEKS
WEEKS = last_weeks(None, FIRST + timedelta(days=DAYS))
FALL = 0.25
PER_TASK = 100


@dataclass(frozen=True, slots=True)
class TrendRow:
    """Shares from 0 to 1 of one setting; `attainable` is what a test finds that is told how the diaries scatter.

    `bootstrap_false_alarms` are those of the method that was not chosen.
    """

    setting: Setting
    retest: float
    false_alarms: float
    level: float
    covered: float
    found: float
    attainable: float
    covered_falling: float
    bootstrap_false_alarms: float


def trend_rows(pool: Pool, count: int, seed: int) -> tuple[TrendRow, ...]:
    """One row for each setting, from `count` diaries without a trend and as many that fall."""
    return tuple(_row(pool, setting, count, [seed, number]) for number, setting in enumerate(SETTINGS))


def _row(pool: Pool, setting: Setting, count: int, seed: list[int]) -> TrendRow:
    rng = np.random.default_rng(seed)
    still, falling = (diaries(count, DAYS, setting, rng, fall=fall) for fall in (0.0, FALL))
    said, said_falling = (_analysed(pool, made.itch) for made in (still, falling))
    return TrendRow(
        setting=setting,
        retest=retest(still.itch),
        false_alarms=_share(said, Answer.FALLING) + _share(said, Answer.RISING),
        level=_share(said, Answer.LEVEL),
        covered=_covered(said, 0.0),
        found=_share(said_falling, Answer.FALLING),
        attainable=attainable(still, falling),
        covered_falling=_covered(said_falling, -FALL),
        bootstrap_false_alarms=float(np.mean(pool.map(bootstrap_says_change, list(still.itch), chunksize=PER_TASK))),
    )


def _analysed(pool: Pool, itch: Array) -> list[Trend]:
    return pool.map(analyse, list(itch), chunksize=PER_TASK)


def analyse(row: Array) -> Trend:
    """The app's answer on one made-up diary."""
    values = {FIRST + timedelta(days=day): float(value) for day, value in enumerate(row) if not isnan(value)}
    return trend(values, WEEKS)


def _share(said: list[Trend], answer: Answer) -> float:
    return sum(one.answer is answer for one in said) / len(said)


def _covered(said: list[Trend], truth: float) -> float:
    """The share of the intervals given that hold the truth."""
    given = [one.low <= truth <= one.high for one in said if one.low is not None and one.high is not None]
    return sum(given) / len(given)


def attainable(still: Diaries, falling: Diaries) -> float:
    """The share of falling diaries beyond what 95 % of diaries without a trend show, each person's level being known.

    No analysis of one diary is told so much, so none can find more with as few false alarms.
    """
    bar = np.quantile(np.abs(_scaled_slopes(still, 0.0)), 0.95)
    return float(np.mean(_scaled_slopes(falling, FALL) < -bar))


def _scaled_slopes(made: Diaries, fall: float) -> Array:
    """Least-squares slopes of the recorded days, in steps of the walk as large as they are at the person's level."""
    middle = made.levels - fall * TREND_WEEKS / 2
    slopes = np.array(list(map(partial(_slope, np.arange(DAYS) / 7), made.itch)))
    scaled: Array = slopes / (middle * (TOP - middle) / TOP)
    return scaled


def _slope(weeks: Array, row: Array) -> float:
    recorded = ~np.isnan(row)
    times = weeks[recorded] - weeks[recorded].mean()
    return float(times @ row[recorded] / (times @ times))
