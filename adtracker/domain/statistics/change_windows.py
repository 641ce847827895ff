"""Which averages are held against each other: the last days against the baseline, and against earlier ones.

Each window needs the same share of its days as a week does (4 of 7 unless the person says otherwise): 16 of 28, 8 of
14. A course is compared with the four weeks before its first dose where they were kept, since a diary that begins at a
bad time cannot show that by itself; else with the baseline.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from enum import Enum

from adtracker.domain.common.measure import ITCH
from adtracker.domain.common.period import ONE_DAY, Period
from adtracker.domain.records.course import DAYS_A_WEEK
from adtracker.domain.statistics.baseline import compared_from
from adtracker.domain.statistics.summary import Mean, Summary, mean_of

FOUR_WEEKS, TWO_WEEKS, EIGHT_WEEKS = 28, 14, 56


class Compared(Enum):
    """What a course is compared with."""

    FOUR_WEEKS = "four_weeks_before"
    BASELINE = "baseline"
    FIRST_DAYS = "first_days"


@dataclass(frozen=True, slots=True)
class Window:
    """Two runs of days, one after the other, with the averages that are shown of them."""

    earlier: Period
    recent: Period
    before: Mean
    now: Mean

    @property
    def is_full(self) -> bool:
        """Whether both have enough days."""
        return self.before.mean is not None and self.now.mean is not None


def window(values: Mapping[date, float], earlier: Period, recent: Period, minimum: int) -> Window:
    """Two runs of days with their averages; `minimum` is how many recorded days of seven make one."""
    return Window(earlier, recent, _mean(values, earlier, minimum), _mean(values, recent, minimum))


def within(values: Mapping[date, float], today: date, weeks: int, minimum: int) -> Window:
    """The last two weeks against the first two of the last so many, at least 4, which end today."""
    first = today - timedelta(days=weeks * DAYS_A_WEEK - 1)
    return window(values, Period.starting(first, TWO_WEEKS), Period.ending(today, TWO_WEEKS), minimum)


def compared(values: Mapping[date, float], summary: Summary, minimum: int) -> tuple[Compared, Period]:
    """What a course is compared with, and which days that is."""
    start, baseline = summary.course.start, summary.baseline
    before = Period(compared_from(summary.course), start - ONE_DAY)
    if _mean(values, before, minimum).mean is not None and not baseline.began_late:
        return Compared.FOUR_WEEKS, before
    return (Compared.FIRST_DAYS if baseline.began_late else Compared.BASELINE), baseline.means.period


def needed(length: int, minimum: int) -> int:
    """How many recorded days of so many make an average."""
    return -(-minimum * length // DAYS_A_WEEK)


def _mean(values: Mapping[date, float], period: Period, minimum: int) -> Mean:
    recorded = [values[day] for day in period if day in values]
    # A baseline is some seven recorded days, which may lie further apart.
    least = minimum if period.length <= TWO_WEEKS - 1 else needed(period.length, minimum)
    return mean_of(recorded, least, ITCH.decimals)
