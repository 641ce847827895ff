"""Into what the days of a report are put together: weeks, and in a long one months or quarters, which fit a page."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from enum import Enum
from itertools import pairwise
from math import ceil

from adtracker.domain.common.period import ONE_DAY, Period
from adtracker.domain.records.course import DAYS_A_WEEK
from adtracker.domain.statistics.summary import Means

# Up to so many days there are weeks, then months.
_WEEKS_UP_TO = 52 * DAYS_A_WEEK + 1
_MONTHS_UP_TO = 3 * 366


class Step(Enum):
    """How long a stretch is."""

    WEEK = "week"
    MONTH = "month"
    QUARTER = "quarter"


_MONTHS = {Step.MONTH: 1, Step.QUARTER: 3}


@dataclass(frozen=True, slots=True)
class Stretch:
    """A week, month or quarter with its means, and its number: week 1 is the first of the course or of the period.

    The first week is whole, also where the report's period begins in it, so that its means are those of the timeline;
    all else ends and begins with the period.
    """

    number: int
    means: Means


def step_of(period: Period) -> Step:
    """The step in which a period is told."""
    if period.length <= _WEEKS_UP_TO:
        return Step.WEEK
    return Step.MONTH if period.length <= _MONTHS_UP_TO else Step.QUARTER


def stretches_over(period: Period, start: date, step: Step) -> tuple[tuple[int, Period], ...]:
    """The numbered stretches of a period, weeks counted from `start`."""
    if step is Step.WEEK:
        return tuple((number, found) for number, week in weeks_over(period, start) if (found := week.clip(period.last)))
    edges = [*_edges(period, _MONTHS[step]), period.last + ONE_DAY]
    return tuple((number, Period(first, after - ONE_DAY)) for number, (first, after) in enumerate(pairwise(edges), 1))


def _edges(period: Period, months: int) -> list[date]:
    """The first day of a period, and of each month (or of each third one from January on) that begins in it."""
    first, last = (12 * day.year + day.month - 1 for day in (period.first, period.last))
    begins = (date(number // 12, number % 12 + 1, 1) for number in range(first, last + 1) if not number % months)
    return [period.first, *(day for day in begins if day > period.first)]


def weeks_over(period: Period, start: date) -> tuple[tuple[int, Period], ...]:
    """The numbered whole weeks that touch a period, counted from `start`; weeks before it are 0, -1 and so on."""
    lowest = (period.first - start).days // DAYS_A_WEEK
    highest = (period.last - start).days // DAYS_A_WEEK
    indexes = range(lowest, highest + 1)
    return tuple((index + 1, Period.starting(start + timedelta(weeks=index), DAYS_A_WEEK)) for index in indexes)


def least_days(period: Period, step: Step, minimum: int) -> int:
    """From how many days on a stretch has an average: `minimum` of the 7 of a week, longer ones in proportion."""
    return minimum if step is Step.WEEK else ceil(period.length * minimum / DAYS_A_WEEK)
