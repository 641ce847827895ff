"""The scales that people and programs give numbers on, and how they become those of the diary."""

from __future__ import annotations

from enum import Enum

from adtracker.domain.common.measure import rounded

_DECIMALS = 4  # 65 of 100 is 6.5, and 1/3 of a scale not sixteen digits
_TOP = 10.0


class Scale(Enum):
    """What the numbers of a column lie between, or what they count; the values are the words of recipes."""

    TEN = "0-10"
    HUNDRED = "0-100"
    FOUR = "0-4"
    FIVE = "1-5"
    PER_CENT = "per-cent"
    NUMBER = "number"
    YES_NO = "yes-no"
    HOURS = "hours"
    MINUTES = "minutes"
    SECONDS = "seconds"


# What one step of each is worth on the scale of the diary, and what is taken away before.
_STEPS: dict[Scale, tuple[float, float]] = {
    Scale.TEN: (1, 0),
    Scale.HUNDRED: (0.1, 0),
    Scale.FOUR: (2.5, 0),
    Scale.FIVE: (2.5, 1),
}
# By how many of them an hour is divided.
_OF_AN_HOUR = {Scale.HOURS: 1, Scale.MINUTES: 60, Scale.SECONDS: 3600}
# Those that are read onto 0 to 10, and can be turned round.
RATINGS = tuple(_STEPS)
TIMES = tuple(_OF_AN_HOUR)


def converted(value: float, scale: Scale, *, turned: bool = False) -> float:
    """A number as the diary has it: ratings from 0 to 10, `turned` round if asked for, times in hours."""
    if scale in _STEPS:
        step, low = _STEPS[scale]
        found = (value - low) * step
        value = _TOP - found if turned else found
    elif scale in _OF_AN_HOUR:
        value = value / _OF_AN_HOUR[scale]
    return rounded(value, _DECIMALS)


def lowest_and_highest(scale: Scale) -> tuple[float, float] | None:
    """Between what the numbers of a rating lie; None for what has no top."""
    ends = {
        Scale.TEN: (0.0, 10.0),
        Scale.HUNDRED: (0.0, 100.0),
        Scale.FOUR: (0.0, 4.0),
        Scale.FIVE: (1.0, 5.0),
        Scale.PER_CENT: (0.0, 100.0),
    }
    return ends.get(scale)
