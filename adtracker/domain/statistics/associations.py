"""Works out what happened together with more or with less itch. Why it is done so stands in `association`.

Loads numpy, and takes about a second for a few things over 24 weeks, longer over many years: import it where it is used
and call it off the window's thread.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import date, timedelta

import numpy as np

from adtracker.domain.common.measure import rounded
from adtracker.domain.common.period import ONE_DAY
from adtracker.domain.records.course import DAYS_A_WEEK, Course
from adtracker.domain.statistics.association import DECIMALS, FEWEST_DAYS, Association, Lag
from adtracker.domain.statistics.false_discovery import FALSE_DISCOVERY_RATE, adjusted_for_false_discovery
from adtracker.domain.statistics.permutation_test import SHUFFLES, Compared, Days, StoppedError, permutation_test

GoOn = Callable[[float], bool]


def associations(
    itch: Mapping[date, float],
    factors: Mapping[str, Mapping[date, bool]],
    course: Course | None,
    go_on: GoOn,
    shuffles: int = SHUFFLES,
) -> tuple[Association, ...] | None:
    """Every factor at every lag, in the order given.

    `factors` say for each day whether something was there; a day that is not in them is not known. `go_on` is called
    with the share done (0 to 1), a few times a second, and says whether to go on; the result is None if it said no.
    Weeks are those of the course, counted on before and after it; without one, any seven days.
    """
    pairs = [(factor, lag) for factor in factors for lag in Lag]
    found: list[tuple[Association, Compared | None]] = []
    try:
        for number, (factor, lag) in enumerate(pairs):
            days = _days(itch, factors[factor], lag, course)
            found.append(_looked_at(factor, lag, days, _part(go_on, number, len(pairs)), shuffles))
    except StoppedError:
        return None
    return _judged(found)


def _part(go_on: GoOn, number: int, count: int) -> GoOn:
    """The same question for one of several pieces of work, with the share of the whole."""

    def go_on_with_part(share: float) -> bool:
        return go_on((number + share) / count)

    return go_on_with_part


def _days(itch: Mapping[date, float], factor: Mapping[date, bool], lag: Lag, course: Course | None) -> Days:
    """The days that can be compared: known with or without, with itch then (or a day later) and the day before that."""
    rows = [
        (itch[seen], itch[seen - ONE_DAY], float(factor[day]), _week(seen, course))
        for day in sorted(factor)
        if (seen := day + timedelta(days=lag.value)) in itch and seen - ONE_DAY in itch
    ]
    table = np.array(rows, dtype=np.float64).reshape(-1, 4)
    return Days(table[:, 0], table[:, 1], table[:, 2], table[:, 3].astype(np.int64))


def _week(day: date, course: Course | None) -> int:
    return day.toordinal() // DAYS_A_WEEK if course is None else course.week_of(day)


def _looked_at(factor: str, lag: Lag, days: Days, go_on: GoOn, shuffles: int) -> tuple[Association, Compared | None]:
    with_it = int(days.exposed.sum())
    counted = Association(factor, lag, with_it, len(days.exposed) - with_it)
    enough = min(counted.days_with, counted.days_without) >= FEWEST_DAYS
    return counted, permutation_test(days, go_on, shuffles) if enough else None


def _judged(found: list[tuple[Association, Compared | None]]) -> tuple[Association, ...]:
    """The associations with their numbers, and whether they still stand out among all that could be compared."""
    chances = iter(adjusted_for_false_discovery([compared.chance for _, compared in found if compared is not None]))
    return tuple(
        counted if compared is None else _with_numbers(counted, compared, next(chances)) for counted, compared in found
    )


def _with_numbers(counted: Association, compared: Compared, chance: float) -> Association:
    edges = (compared.difference - compared.reach, compared.difference + compared.reach)
    low, high = (rounded(edge, DECIMALS) for edge in edges)
    # In many years of days even next to nothing can be more than chance: what shows as 0.0 does not stand out.
    clear = chance <= FALSE_DISCOVERY_RATE and (low > 0 or high < 0)
    return replace(counted, difference=rounded(compared.difference, DECIMALS), low=low, high=high, stands_out=clear)
