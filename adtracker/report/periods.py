"""Which periods a report can cover, and which it covers unless somebody chooses."""

from __future__ import annotations

from datetime import date
from enum import Enum

from adtracker.domain.common.period import Period
from adtracker.domain.records.course import COURSE_WEEKS, DAYS_A_WEEK, Course


class Span(Enum):
    """The periods a person can choose by name."""

    COURSE = "course"
    TWENTY_FOUR_WEEKS = "24w"
    LAST_VISIT = "visit"
    TWELVE_WEEKS = "12w"
    FOUR_WEEKS = "4w"


_WEEKS = {Span.TWENTY_FOUR_WEEKS: COURSE_WEEKS, Span.TWELVE_WEEKS: 12, Span.FOUR_WEEKS: 4}


def spans(course: Course | None, today: date, visit: date | None = None) -> tuple[Span, ...]:
    """The periods on offer, the usual one first. A course is one from its first day on, also when it is over.

    `visit` is the day of the last visit before today, if there was one.
    """
    begun = course is not None and course.start <= today
    running = course is not None and today in course.period
    return tuple(
        span
        for span, fits in (
            (Span.TWENTY_FOUR_WEEKS, not running),
            (Span.COURSE, begun),
            (Span.LAST_VISIT, visit is not None),
            (Span.TWELVE_WEEKS, True),
            (Span.FOUR_WEEKS, True),
        )
        if fits
    )


def span_period(span: Span, course: Course | None, today: date, visit: date | None = None) -> Period:
    """The days of a span: weeks up to today, those from a visit on, or the course so far.

    Raises ValueError for a course or a visit that is not on offer.
    """
    if span is Span.LAST_VISIT:
        if visit is None:
            raise ValueError("no visit was before")
        return Period(visit, today)
    if span is not Span.COURSE:
        return Period.ending(today, _WEEKS[span] * DAYS_A_WEEK)
    elapsed = None if course is None else course.elapsed(today)
    if elapsed is None:
        raise ValueError("no course has begun")
    return elapsed


def usual_period(course: Course | None, today: date) -> Period:
    """What a report covers unless somebody chooses: the course so far, or the last 24 weeks where none is under way."""
    return span_period(spans(course, today)[0], course, today)
