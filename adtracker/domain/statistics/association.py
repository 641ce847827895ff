"""What is said about something noted on some days and not on others: how itch differed, from how many days, how surely.

One person's diary cannot say what causes what. Daily scores persist, so a bad spell brings both itch and notes; a
re-analysis of 177 children found that weather told nothing beyond the day before (PMC8099209). Hence the rules for
work with one person (Daza 2018, PMC6087468): lags chosen beforehand, adjusted for the day before and the course week,
compared with what shuffling gives, only from 10 days with and 10 without, and corrected for all that was looked at.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum

FEWEST_DAYS = 10
DECIMALS = 1


class Lag(Enum):
    """Whose worst itch is looked at, in days after the one that something was noted for."""

    SAME_DAY = 0
    NEXT_MORNING = 1


@dataclass(frozen=True, slots=True)
class Association:
    """One factor and one lag: mean worst itch on days with it less that on days without, like days compared.

    `difference` and its 95 % interval from `low` to `high` are in points and None where it may not be shown: with
    fewer than `FEWEST_DAYS` of either kind, or where no week has both. `stands_out` says that it is more than shuffled
    days show, having looked at everything; false is "can be chance".
    """

    factor: str
    lag: Lag
    days_with: int
    days_without: int
    difference: float | None = None
    low: float | None = None
    high: float | None = None
    stands_out: bool = False
