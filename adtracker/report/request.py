"""What is asked for: whose days, which of them, and which parts of the report."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from adtracker.domain.course import COURSE_WEEKS, DAYS_A_WEEK, Course
from adtracker.domain.day import DayEntry
from adtracker.domain.period import Period
from adtracker.domain.profile import Profile


@dataclass(frozen=True, slots=True)
class Parts:
    """The parts a person can choose: page one, the table of weeks, the notes."""

    summary: bool = True
    weekly_table: bool = True
    notes: bool = False


@dataclass(frozen=True, slots=True)
class Request:
    """What a report is made from.

    `entries` must hold the period and the baseline days before the course; others are not looked at. `today` is the
    diary day it is made on. `first_entry` is the diary's first day if `entries` do not hold it.
    """

    entries: Sequence[DayEntry]
    profile: Profile
    course: Course | None
    period: Period
    today: date
    parts: Parts = Parts()
    first_entry: date | None = None


def usual_period(course: Course | None, today: date) -> Period:
    """What a report covers unless somebody chooses: the course so far, or the last 24 weeks where none is under way."""
    if course is not None and today in course.period:
        return Period(course.start, today)
    return Period.ending(today, COURSE_WEEKS * DAYS_A_WEEK)
