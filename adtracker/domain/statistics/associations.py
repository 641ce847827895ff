"""Works out what happened together with more or with less itch. Why it is done so stands in `association`.

Loads numpy: import it where it is used and call it off the window's thread, as many years of days take seconds.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date

import numpy as np

from adtracker.domain.common.measure import rounded
from adtracker.domain.common.progress import GoesOn, StoppedError
from adtracker.domain.records.course import DAYS_A_WEEK, Course
from adtracker.domain.statistics.association import DECIMALS, FEWEST_DAYS, SCORES, Association, Group, Lag
from adtracker.domain.statistics.day_noise import Array, Whole
from adtracker.domain.statistics.false_discovery import FALSE_DISCOVERY_RATE, adjusted_for_false_discovery
from adtracker.domain.statistics.lagged_fit import (
    SHUFFLES,
    Days,
    Frame,
    Look,
    chance,
    joint,
    looks,
    spread,
)

# In the joint fit of all that stood out alone, in standard errors as wide as chance makes them.
FEWEST_ERRORS = 2.5
_WIDTH = 1.96
_SATURDAY = 5


@dataclass(frozen=True, slots=True)
class _Seen:
    """A factor at a lag as counted, with its coefficient and how widely chance spreads it, where it may be shown."""

    counted: Association
    thing: Array
    look: Look | None = None
    width: float = 1.0

    @property
    def chance(self) -> float:
        """How often chance alone shows as much (0 to 1)."""
        return 1.0 if self.look is None else chance(self.look.z, self.width)


def associations(
    itch: Mapping[date, float],
    factors: Mapping[str, Mapping[date, bool]],
    course: Course | None,
    go_on: GoesOn,
    shuffles: int = SHUFFLES,
) -> tuple[Association, ...] | None:
    """Every factor at every lag, in the order given.

    `factors` say for each day whether something was there; a day that is not in them is not known. `go_on` is called
    with the share done (0 to 1), a few times a second, and says whether to go on; the result is None if it said no.
    Weeks are those of the course, counted on before and after it; without one, any seven days.
    """
    first, days = _days(itch, course)
    seen: list[_Seen] = []
    try:
        for number, (factor, flags) in enumerate(factors.items()):
            thing = _series(flags, first, len(days.itch))
            seen += _looked_at(factor, days, thing, _part(go_on, number, len(factors)), shuffles)
    except StoppedError:
        return None
    return _judged(days, seen)


def _part(go_on: GoesOn, number: int, count: int) -> GoesOn:
    """The same question for one of several pieces of work, with the share of the whole."""

    def go_on_with_part(share: float) -> bool:
        return go_on((number + share) / count)

    return go_on_with_part


def _days(itch: Mapping[date, float], course: Course | None) -> tuple[int, Days]:
    """The ordinal number of the first day with itch, and all days from there to the last one."""
    first, last = (min(itch).toordinal(), max(itch).toordinal()) if itch else (1, 0)
    numbers = np.arange(first, last + 1)
    begin = 0 if course is None else course.start.toordinal()
    weekend = (numbers - 1) % DAYS_A_WEEK >= _SATURDAY  # day 1 of the calendar was a Monday
    weeks = (numbers - begin) // DAYS_A_WEEK + 1
    return first, Days(_series(itch, first, len(numbers)), weeks, weekend.astype(np.float64))


def _series(values: Mapping[date, float], first: int, length: int) -> Array:
    made = np.full(length, np.nan)
    for day, value in values.items():
        if 0 <= (place := day.toordinal() - first) < length:
            made[place] = value
    return made


def _looked_at(factor: str, days: Days, thing: Array, go_on: GoesOn, shuffles: int) -> list[_Seen]:
    """One factor at both lags."""
    rows = days.rows([thing])
    counted = [_counted(factor, lag, days, thing, rows) for lag in Lag]
    if not any(map(_has_enough, counted)):
        return [_Seen(one, thing) for one in counted]
    frame = Frame(days, rows)
    found = looks(frame, thing)
    if found is None:
        return [_Seen(one, thing) for one in counted]
    widths = np.ones(len(Lag))
    for share, so_far in spread(days, frame, thing, shuffles):
        if not go_on(share):
            raise StoppedError
        widths = so_far
    return [
        _Seen(one, thing, look, float(width)) if _has_enough(one) else _Seen(one, thing)
        for one, look, width in zip(counted, found, widths, strict=True)
    ]


def _counted(factor: str, lag: Lag, days: Days, thing: Array, rows: Whole) -> Association:
    """The days that can be compared, as they are."""
    itch, there = days.itch[rows], thing[rows - lag.value] > 0
    return Association(factor, lag, _group(itch[there]), _group(itch[~there]))


def _group(itch: Array) -> Group:
    if not itch.size:
        return Group(0)
    counts = np.bincount(np.floor(itch + 0.5).astype(np.int64), minlength=SCORES)
    return Group(len(itch), rounded(float(itch.mean()), DECIMALS), tuple(counts.tolist()))


def _has_enough(counted: Association) -> bool:
    return min(counted.days_with, counted.days_without) >= FEWEST_DAYS


def _judged(days: Days, seen: Sequence[_Seen]) -> tuple[Association, ...]:
    """The associations with their numbers, and whether they stand out among all and beside each other."""
    shown = [_with_numbers(one) for one in seen]
    judged = [place for place, one in enumerate(seen) if one.look is not None]
    chances = adjusted_for_false_discovery([seen[place].chance for place in judged])
    clear = [
        place
        for place, by_chance in zip(judged, chances, strict=True)
        if by_chance <= FALSE_DISCOVERY_RATE and _is_not_nothing(shown[place])
    ]
    kept = _kept(days, [seen[place] for place in clear])
    stay = [clear[number] for number in kept]
    for place in clear:
        found = shown[place]
        nearest = None if place in stay else _nearest(seen[place], [seen[other] for other in stay])
        shown[place] = replace(found, stands_out=place in stay, same_days_as=nearest)
    return tuple(shown)


def _with_numbers(one: _Seen) -> Association:
    if one.look is None:
        return one.counted
    points, reach = one.look.points, _WIDTH * one.width * one.look.error
    difference, low, high = (rounded(number, DECIMALS) for number in (points, points - reach, points + reach))
    return replace(one.counted, difference=difference, low=low, high=high)


def _is_not_nothing(found: Association) -> bool:
    """In many years of days even next to nothing can be more than chance: what shows as 0.0 does not stand out."""
    return found.low is not None and found.high is not None and (found.low > 0 or found.high < 0)


def _kept(days: Days, clear: Sequence[_Seen]) -> list[int]:
    """Which of those that stand out alone do so beside the others: the weakest goes first, until all are strong."""
    kept = list(range(len(clear)))
    while len(kept) > 1:
        rows = days.rows([clear[number].thing for number in kept])
        if not rows.size:
            break  # no day on which all of them are known: nothing to be said against any
        columns = [clear[number].thing[rows - clear[number].counted.lag.value] for number in kept]
        z = joint(Frame(days, rows), columns)
        sizes = [abs(value) / clear[number].width for value, number in zip(z, kept, strict=True)]
        weakest = int(np.argmin(sizes))
        if sizes[weakest] >= FEWEST_ERRORS:
            break
        del kept[weakest]
    return kept


def _nearest(one: _Seen, others: Sequence[_Seen]) -> str | None:
    """The factor, other than its own, that was there or not on most of the same days."""
    alike = {
        other.counted.factor: float(
            np.nanmean(np.where(np.isnan(one.thing + other.thing), np.nan, one.thing == other.thing))
        )
        for other in others
        if other.counted.factor != one.counted.factor
    }
    return max(alike, key=alike.__getitem__, default=None)
