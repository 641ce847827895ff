"""How often something noted at random is shown as having happened together with more or less itch."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta
from math import isnan
from multiprocessing.pool import Pool

import numpy as np
from numpy.typing import NDArray

from adtracker.domain.records.course import COURSE_WEEKS, DAYS_A_WEEK, Course
from adtracker.domain.statistics.association import Lag
from adtracker.domain.statistics.associations import associations
from tests.calibration.courses import START
from tests.calibration.diaries import SETTINGS, Array, Setting, diaries

DAYS = COURSE_WEEKS * DAYS_A_WEEK
NOTED = 0.3
STAYS = 0.7
# On the logit: about one point of itch in the middle of the scale.
EFFECT = 0.4
SHUFFLES = 999
PER_TASK = 50

Case = tuple[Array, NDArray[np.bool_]]


@dataclass(frozen=True, slots=True)
class TriggerRow:
    """Shares from 0 to 1 of one setting: shown though it does nothing (scattered, in runs), shown when it does."""

    setting: Setting
    scattered: float
    in_runs: float
    found: float


def trigger_rows(pool: Pool, count: int, seed: int) -> tuple[TriggerRow, ...]:
    """One row for each setting, from `count` diaries of 24 weeks for each share."""
    return tuple(_row(pool, setting, count, [seed, number]) for number, setting in enumerate(SETTINGS))


def _row(pool: Pool, setting: Setting, count: int, seed: list[int]) -> TriggerRow:
    rng = np.random.default_rng(seed)
    scattered, in_runs = noted(count, NOTED, rng), noted(count, STAYS, rng)
    acting = noted(count, NOTED, rng)
    still = (diaries(count, DAYS, setting, rng).itch for _ in range(2))
    moved = diaries(count, DAYS, setting, rng, extra=EFFECT * acting)
    return TriggerRow(
        setting,
        _shown(pool, next(still), scattered),
        _shown(pool, next(still), in_runs),
        _shown(pool, moved.itch, acting),
    )


def noted(count: int, stays: float, rng: np.random.Generator) -> NDArray[np.bool_]:
    """On three days of ten for everybody; `stays` is how often a day with it is followed by another."""
    days = np.empty((count, DAYS), dtype=np.bool_)
    days[:, 0] = rng.random(count) < NOTED
    comes = NOTED * (1 - stays) / (1 - NOTED)
    for day in range(1, DAYS):
        days[:, day] = rng.random(count) < np.where(days[:, day - 1], stays, comes)
    return days


def _shown(pool: Pool, itch: Array, exposed: NDArray[np.bool_]) -> float:
    shown = pool.map(stands_out, list(zip(itch, exposed, strict=True)), chunksize=PER_TASK)
    return sum(shown) / len(shown)


def stands_out(case: Case) -> bool:
    """Whether the app shows the trigger of one diary as associated, at any lag."""
    itch, exposed = case
    days = [START + timedelta(days=number) for number in range(DAYS)]
    values = {day: float(value) for day, value in zip(days, itch, strict=True) if not isnan(value)}
    factor = {day: bool(was) for day, was in zip(days, exposed, strict=True)}
    found = associations(values, {"trigger": factor}, Course(START), _always, SHUFFLES)
    assert found is not None
    assert len(found) == len(Lag)
    return any(one.stands_out for one in found)


def _always(_: float) -> bool:
    return True
