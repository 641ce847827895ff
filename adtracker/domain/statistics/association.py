"""What is said about something noted on some days and not on others: how itch differed, from how many days, how surely.

One person's diary cannot say what causes what. Daily scores persist, so a bad spell brings both itch and notes; a
re-analysis of 177 children found that weather told nothing beyond the day before (PMC8099209). Hence the rules for
work with one person (Daza 2018, PMC6087468): lags chosen beforehand, like days compared, set beside what shuffling
gives, only from 10 days with and 10 without, and corrected for all that was looked at.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum

FEWEST_DAYS = 10
DECIMALS = 1
SCORES = 11


class Lag(Enum):
    """Whose worst itch is looked at, in days after the one that something was noted for."""

    SAME_DAY = 0
    NEXT_MORNING = 1


@dataclass(frozen=True, slots=True)
class Group:
    """Days of one kind: how many, the plain mean of their worst itch in points (None without days), and how many of
    them had each whole score from 0 to 10."""

    days: int
    mean: float | None = None
    counts: tuple[int, ...] = (0,) * SCORES


@dataclass(frozen=True, slots=True)
class Association:
    """One factor and one lag: the days with it and the days without, and how they differ where like days are compared.

    `difference` (with less without, adjusted) and its 95 % interval from `low` to `high` are in points and None where
    it may not be shown: with fewer than `FEWEST_DAYS` of either kind, or where no two weeks have both. `stands_out`
    says that it is more than shuffled days show, having looked at everything; false is "can be chance". `same_days_as`
    is the factor that took its place: it had stood out alone, and does not beside that one.
    """

    factor: str
    lag: Lag
    with_it: Group
    without: Group
    difference: float | None = None
    low: float | None = None
    high: float | None = None
    stands_out: bool = False
    same_days_as: str | None = None

    @property
    def days_with(self) -> int:
        """How many days with it were compared."""
        return self.with_it.days

    @property
    def days_without(self) -> int:
        """How many days without it were compared."""
        return self.without.days
