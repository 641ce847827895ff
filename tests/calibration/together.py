"""How often something noted is shown to have happened together with more or less itch, where it acts and where not.

Things are there on one to five days of ten, scattered or in runs. The one that acts adds 1.5 points on about 40 days.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, fields
from datetime import date, timedelta
from functools import partial
from math import isnan
from multiprocessing.pool import Pool

import numpy as np
from numpy.typing import NDArray

from adtracker.domain.records.course import COURSE_WEEKS, DAYS_A_WEEK, Course
from adtracker.domain.statistics.association import Association
from adtracker.domain.statistics.associations import associations
from tests.calibration.processes import AR9, SIX, Array, Noise, made

DAYS = COURSE_WEEKS * DAYS_A_WEEK
MONDAY = date(2026, 8, 3)
ACTS = 1.5
ACTING_DAYS = 40
WEEKEND = 1.5
TWIN_DIFFERS = 0.15
SHUFFLES = 499
NOISES = (*SIX, AR9)

Flags = NDArray[np.bool_]
Extra = NDArray[np.floating] | float
Things = list[Flags]


@dataclass(frozen=True, slots=True)
class TogetherRow:
    """Shares from 0 to 1 of one noise.

    `false_…`: any thing is shown though none acts, among 10 and 25. `wrong_…`: of what is shown, how much does not act,
    where one of 25 or 60 does, and where itch is worse at weekends and three of ten things come then. `twin_…`: what
    comes on most of the days of the one that acts is shown beside it or in its place. `found_…`: the one that acts is
    shown.
    """

    noise: Noise
    false_10: float
    false_25: float
    wrong_25: float
    wrong_60: float
    wrong_weekends: float
    twin_10: float
    twin_25: float
    found_25: float
    found_60: float


# The most that each share may be; of what is found, the least.
MOST = {
    "false_10": 0.11,
    "false_25": 0.11,
    "wrong_25": 0.08,
    "wrong_60": 0.08,
    "wrong_weekends": 0.12,
    "twin_10": 0.10,
    "twin_25": 0.10,
}
LEAST = {"found_25": 0.75, "found_60": 0.68}


def is_held(name: str, share: float) -> bool:
    """Whether a share of a row keeps its bar."""
    return share <= MOST[name] if name in MOST else share >= LEAST[name]


def names() -> list[str]:
    """Of the shares of a row, in order."""
    return [field.name for field in fields(TogetherRow)][1:]


def together_rows(pool: Pool, count: int, seed: int) -> tuple[TogetherRow, ...]:
    """One row for each noise, from `count` diaries of 24 weeks for each share."""
    return tuple(_row(pool, noise, count, [seed, number]) for number, noise in enumerate(NOISES))


def _row(pool: Pool, noise: Noise, count: int, seed: Sequence[int]) -> TogetherRow:
    def shown(kind: int, ask: Callable[[Noise, Sequence[int]], tuple[float, ...]]) -> Array:
        seeds = [(*seed, kind, number) for number in range(count)]
        found: Array = np.mean(pool.map(partial(ask, noise), seeds, chunksize=5), axis=0)
        return found

    alone = {among: shown(1, partial(_nothing_acts, among=among))[0] for among in (10, 25)}
    acting = {among: shown(2, partial(_one_acts, among=among)) for among in (25, 60)}
    twins = {among: shown(4, partial(_twin, among=among))[0] for among in (10, 25)}
    return TogetherRow(
        noise,
        false_10=float(alone[10]),
        false_25=float(alone[25]),
        wrong_25=float(acting[25][1]),
        wrong_60=float(acting[60][1]),
        wrong_weekends=float(shown(3, _weekends)[0]),
        twin_10=float(twins[10]),
        twin_25=float(twins[25]),
        found_25=float(acting[25][0]),
        found_60=float(acting[60][0]),
    )


def _nothing_acts(noise: Noise, seed: Sequence[int], *, among: int) -> tuple[float, ...]:
    rng = np.random.default_rng(seed)
    return (float(bool(_shown(noise, things(among, rng), rng))),)


def _one_acts(noise: Noise, seed: Sequence[int], *, among: int) -> tuple[float, ...]:
    """Whether the first thing is found on its day, and the share of others among all that is shown."""
    rng = np.random.default_rng(seed)
    noted = things(among, rng)
    noted[0] = thing(ACTING_DAYS / DAYS, rng)
    found = _shown(noise, noted, rng, acting=0)
    return float((0, 0) in found), _wrong(found, acting=0)


def _weekends(noise: Noise, seed: Sequence[int]) -> tuple[float, ...]:
    rng = np.random.default_rng(seed)
    noted, weekend = things(10, rng), np.arange(DAYS) % DAYS_A_WEEK >= DAYS_A_WEEK - 2
    for number in range(3):
        noted[number] = rng.random(DAYS) < np.where(weekend, 0.8, 0.15)
    found = _shown(noise, noted, rng, acting=5, weekend=WEEKEND * weekend)
    return (_wrong(found, acting=5),)


def _twin(noise: Noise, seed: Sequence[int], *, among: int) -> tuple[float, ...]:
    rng = np.random.default_rng(seed)
    noted = things(among, rng)
    noted[0] = thing(0.3, rng)
    noted[1] = noted[0] ^ (rng.random(DAYS) < TWIN_DIFFERS)
    found = _shown(noise, noted, rng, acting=0)
    return (float(any(which == 1 for which, _ in found)),)


def _wrong(found: Sequence[tuple[int, int]], acting: int) -> float:
    return sum(which != acting for which, _ in found) / max(1, len(found))


def things(among: int, rng: np.random.Generator) -> Things:
    """So many that have nothing to do with each other."""
    return [thing(rng.uniform(0.1, 0.5), rng) for _ in range(among)]


def thing(share: float, rng: np.random.Generator) -> Flags:
    """There on such a share of the days; scattered, or staying with 0.6 or 0.8 from one day to the next."""
    stays = rng.choice([share, 0.6, 0.8])
    comes = min(1.0, share * (1 - stays) / (1 - share))
    found = np.empty(DAYS, dtype=np.bool_)
    for day, draw in enumerate(rng.random(DAYS)):
        found[day] = draw < (share if not day else stays if found[day - 1] else comes)
    return found


def _shown(
    noise: Noise, noted: Things, rng: np.random.Generator, acting: int | None = None, weekend: Extra = 0.0
) -> list[tuple[int, int]]:
    """Which things stand out in a made-up diary, each with its lag in days."""
    extra = weekend + (0.0 if acting is None else ACTS * noted[acting])
    itch = made(1, COURSE_WEEKS, noise, rng, level=5.0, before=0, extra=extra).itch[0]
    days = [MONDAY + timedelta(days=number) for number in range(DAYS)]
    values = {day: float(value) for day, value in zip(days, itch, strict=True) if not isnan(value)}
    factors = {str(number): dict(zip(days, map(bool, one), strict=True)) for number, one in enumerate(noted)}
    found: tuple[Association, ...] | None = associations(values, factors, Course(MONDAY), _always, SHUFFLES)
    assert found is not None, "nobody stops it"
    return [(int(one.factor), one.lag.value) for one in found if one.stands_out]


def _always(_: float) -> bool:
    return True
