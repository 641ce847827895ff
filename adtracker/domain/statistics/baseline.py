"""Which days a course is compared with: the week before the first dose, or the first recorded days around it.

Trials take the last average before the first dose (clinicaltrials.gov NCT03569293). Where that week has too few days,
the first `STAND_IN` recorded days from then on stand for it, or what there is of them in `LONGEST` days (an app
convention, labelled wherever it is shown), so that to keep more days never gives less: neither a day or two before the
first dose nor an entry years before take a baseline away.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping
from datetime import date, timedelta

from adtracker.domain.common.period import ONE_DAY, Period
from adtracker.domain.records.course import DAYS_A_WEEK, Course
from adtracker.domain.records.day import DayEntry

STAND_IN = 7
# The days that stand for a baseline lie no further apart than this: seven days of two months are no beginning.
LONGEST = 14


def baseline_days(days: Mapping[date, DayEntry]) -> tuple[date, ...]:
    """The days that a baseline can be made of, in order: those with worst itch, or all if none has it."""
    with_itch = sorted(day for day, entry in days.items() if entry.itch is not None)
    return tuple(with_itch or sorted(days))


def baseline_period(recorded: Collection[date], course: Course, minimum: int) -> tuple[Period, bool]:
    """The days of the baseline, and whether they stand for the week before day 1, which has fewer than `minimum` days.

    `recorded` are the days that can count, in order, from a week before the course on; earlier ones are not looked at.
    """
    before = Period.ending(course.start - ONE_DAY, DAYS_A_WEEK)
    near = [day for day in recorded if day >= before.first]
    if sum(day in before for day in near) >= max(minimum, 1):
        return before, False
    for position, first in enumerate(near):
        reach, week = Period.starting(first, LONGEST), Period.starting(first, DAYS_A_WEEK)
        within = [day for day in near[position : position + STAND_IN] if day in reach]
        if len(within) >= max(minimum, 1):
            return Period(first, max(week.last, within[-1])), True
    if near and near[0] not in before:
        return Period.starting(near[0], DAYS_A_WEEK), True
    return before, False


def compared_from(course: Course) -> date:
    """The first day that a course may be compared with, four weeks before it."""
    return course.start - timedelta(weeks=4)
