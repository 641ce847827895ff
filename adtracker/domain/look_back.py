"""How far a look back reaches: the ranges a person can choose on Trends, and the days that have to be read for them."""

from __future__ import annotations

from datetime import date
from enum import Enum

from adtracker.domain.course import DAYS_A_WEEK, Course
from adtracker.domain.period import ONE_DAY, Period
from adtracker.domain.summary import baseline_period


class Reach(Enum):
    """How much of the diary is looked at."""

    FOUR_WEEKS = "4w"
    TWELVE_WEEKS = "12w"
    COURSE = "course"
    ALL = "all"


def reach_period(reach: Reach, today: date, course: Course | None, span: Period | None) -> Period:
    """The days a chart shows. The course is shown to its planned end, with its baseline week before it.

    Without a course, COURSE is like ALL; an empty diary (`span` None) shows the last four weeks, as an empty frame.
    """
    if reach is Reach.FOUR_WEEKS:
        return Period.ending(today, 4 * DAYS_A_WEEK)
    if reach is Reach.TWELVE_WEEKS:
        return Period.ending(today, 12 * DAYS_A_WEEK)
    if reach is Reach.COURSE and course is not None:
        return Period(course.start - DAYS_A_WEEK * ONE_DAY, course.period.last)
    shortest = Period.ending(today, 4 * DAYS_A_WEEK)
    return shortest if span is None else Period(min(span.first, shortest.first), today)


def days_to_read(period: Period, today: date, course: Course | None, span: Period | None) -> Period:
    """The days that everything beside and in a chart of `period` is worked out from.

    That is six days more, for the first averages; the last seven days, for the key numbers; and the course so far
    with its baseline week, for its weeks and its counts.
    """
    edges = [period.first - (DAYS_A_WEEK - 1) * ONE_DAY, period.last, today - (DAYS_A_WEEK - 1) * ONE_DAY]
    if course is not None:
        baseline, _ = baseline_period(None if span is None else span.first, course)
        edges += [baseline.first, min(course.start, today)]
    return Period(min(edges), max(today, min(period.last, today)))
