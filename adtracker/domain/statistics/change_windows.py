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
from adtracker.domain.statistics.baseline import LONGEST, compared_from
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


def window(values: Mapping[date, float], against: Period, recent: Period, minimum: int) -> Window:
    """The last days and what a course is `compared` with; `minimum` is how many recorded days of seven make an average.

    A baseline is some seven recorded days, which may lie up to two weeks apart: so many days of it are enough.
    """
    least = minimum if against.length <= LONGEST else needed(against.length, minimum)
    return Window(against, recent, _mean(values, against, least), _mean(values, recent, needed(recent.length, minimum)))


def within(values: Mapping[date, float], today: date, weeks: int, minimum: int) -> Window:
    """The last two weeks against the first two of the last so many, at least 4, which end today."""
    first, least = today - timedelta(days=weeks * DAYS_A_WEEK - 1), needed(TWO_WEEKS, minimum)
    earlier, recent = Period.starting(first, TWO_WEEKS), Period.ending(today, TWO_WEEKS)
    return Window(earlier, recent, _mean(values, earlier, least), _mean(values, recent, least))


def compared(values: Mapping[date, float], summary: Summary, minimum: int) -> tuple[Compared, Period]:
    """What a course is compared with, and which days that is."""
    start, baseline = summary.course.start, summary.baseline
    before = Period(compared_from(summary.course), start - ONE_DAY)
    if _mean(values, before, needed(before.length, minimum)).mean is not None and not baseline.began_late:
        return Compared.FOUR_WEEKS, before
    return (Compared.FIRST_DAYS if baseline.began_late else Compared.BASELINE), baseline.means.period


def needed(length: int, minimum: int) -> int:
    """How many recorded days of so many make an average."""
    return -(-minimum * length // DAYS_A_WEEK)


def _mean(values: Mapping[date, float], period: Period, least: int) -> Mean:
    return mean_of([values[day] for day in period if day in values], least, ITCH.decimals)
