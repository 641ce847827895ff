"""What is asked for: whose days, which of them, and which parts of the report."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from enum import Enum
from typing import Protocol

from adtracker.domain.course import COURSE_WEEKS, DAYS_A_WEEK, Course
from adtracker.domain.day import DayEntry
from adtracker.domain.look_back import days_to_read
from adtracker.domain.period import Period
from adtracker.domain.profile import Profile


class Span(Enum):
    """The periods a person can choose by name."""

    COURSE = "course"
    TWENTY_FOUR_WEEKS = "24w"
    TWELVE_WEEKS = "12w"
    FOUR_WEEKS = "4w"


_WEEKS = {Span.TWENTY_FOUR_WEEKS: COURSE_WEEKS, Span.TWELVE_WEEKS: 12, Span.FOUR_WEEKS: 4}


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


class Diary(Protocol):
    """What a report reads from; a journal is one."""

    def profile(self) -> Profile:
        """Whose diary it is."""

    def course(self) -> Course | None:
        """The course that started last."""

    def span(self) -> Period | None:
        """From the first day to the last."""

    def entries(self, period: Period) -> Sequence[DayEntry]:
        """The entries of a period."""


def read_request(diary: Diary, period: Period, today: date, parts: Parts = Parts()) -> Request:
    """Read from the diary what a report of `period` is made from, and no more. Raises what the diary raises."""
    course, span = diary.course(), diary.span()
    return Request(
        entries=diary.entries(days_to_read(period, today, course, span)),
        profile=diary.profile(),
        course=course,
        period=period,
        today=today,
        parts=parts,
        first_entry=None if span is None else span.first,
    )


def spans(course: Course | None, today: date) -> tuple[Span, ...]:
    """The periods on offer, the usual one first. A course is one from its first day on, also when it is over."""
    begun = course is not None and course.start <= today
    running = course is not None and today in course.period
    return tuple(
        span
        for span, fits in (
            (Span.TWENTY_FOUR_WEEKS, not running),
            (Span.COURSE, begun),
            (Span.TWELVE_WEEKS, True),
            (Span.FOUR_WEEKS, True),
        )
        if fits
    )


def span_period(span: Span, course: Course | None, today: date) -> Period:
    """The days of a span: weeks up to today, or the course so far. Raises ValueError for a course not on offer."""
    if span is not Span.COURSE:
        return Period.ending(today, _WEEKS[span] * DAYS_A_WEEK)
    elapsed = None if course is None else course.elapsed(today)
    if elapsed is None:
        raise ValueError("no course has begun")
    return elapsed


def usual_period(course: Course | None, today: date) -> Period:
    """What a report covers unless somebody chooses: the course so far, or the last 24 weeks where none is under way."""
    return span_period(spans(course, today)[0], course, today)
