"""What every part of the report is made from, prepared once: the days that count, the baseline, the weeks."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta

from adtracker.domain.body import Body
from adtracker.domain.course import DAYS_A_WEEK, Course
from adtracker.domain.day import DayEntry
from adtracker.domain.period import Period
from adtracker.domain.summary import Baseline, Means, by_day, means, summarise
from adtracker.report.request import Request
from adtracker.report.wording import Wording


@dataclass(frozen=True, slots=True)
class Week:
    """A week's number (1 is the first of the course, or of the period where there is none) and its means.

    The means are of the week's days within the report's period.
    """

    number: int
    means: Means


@dataclass(frozen=True, slots=True)
class Material:
    """The recorded `days` of the `period`, and what they are compared with.

    `period` ends no later than today. `course` is one that had begun by then, else None; so is `baseline`.
    """

    wording: Wording
    body: Body
    days: Mapping[date, DayEntry]
    period: Period
    course: Course | None
    baseline: Baseline | None

    @property
    def week_start(self) -> date:
        """The day from which weeks are counted."""
        return self.course.start if self.course else self.period.first

    @property
    def baseline_means(self) -> Means | None:
        """The baseline's means, or None."""
        return self.baseline.means if self.baseline else None

    def weeks(self) -> tuple[Week, ...]:
        """The weeks of the period, cut to it at both ends."""
        return tuple(
            Week(number, means(self.days, cut))
            for number, week in weeks_over(self.period, self.week_start)
            if (cut := overlap(week, self.period))
        )


def prepare(request: Request, wording: Wording, body: Body) -> Material:
    """The material of a request."""
    period = _past(request.period, request.today)
    known = by_day(request.entries)
    course = request.course if request.course and request.course.start <= period.last else None
    return Material(
        wording=wording,
        body=body,
        days={day: known[day] for day in sorted(known) if day in period and day <= request.today},
        period=period,
        course=course,
        baseline=_baseline(request, course),
    )


def _past(period: Period, today: date) -> Period:
    """The part of a period that is not in the future; a period that lies there wholly stays, and is empty."""
    return Period(period.first, min(period.last, today)) if period.first <= today else period


def _baseline(request: Request, course: Course | None) -> Baseline | None:
    if course is None or course.start > request.today:
        return None
    return summarise(request.entries, course, request.today, first_entry=request.first_entry).baseline


def overlap(one: Period, other: Period) -> Period | None:
    """The days that are in both, or None."""
    first, last = max(one.first, other.first), min(one.last, other.last)
    return Period(first, last) if first <= last else None


def weeks_over(period: Period, start: date) -> tuple[tuple[int, Period], ...]:
    """The numbered whole weeks that touch a period, counted from `start`; weeks before it are 0, -1 and so on."""
    lowest = (period.first - start).days // DAYS_A_WEEK
    highest = (period.last - start).days // DAYS_A_WEEK
    indexes = range(lowest, highest + 1)
    return tuple((index + 1, Period.starting(start + timedelta(weeks=index), DAYS_A_WEEK)) for index in indexes)
