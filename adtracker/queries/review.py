"""What a person looks back at: a range of days up to today, or a course with the own questions answered in it."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from datetime import date
from typing import TYPE_CHECKING

from adtracker.domain.common.measure import MEASURES, Measure
from adtracker.domain.common.period import Period
from adtracker.domain.records.course import Course
from adtracker.domain.records.day import DayEntry
from adtracker.domain.records.question import Question, in_use, measure_of, measures_with
from adtracker.domain.statistics.summary import MINIMUM_DAYS
from adtracker.domain.views.measure_selection import mark
from adtracker.domain.views.review import (
    Reach,
    Review,
    days_to_read,
    in_reach,
    reach_period,
    review,
    usual_reach,
)

if TYPE_CHECKING:  # storage brings SQLAlchemy along, which the window does not wait for
    from adtracker.storage.journal import Journal


def read_review(
    journal: Journal,
    today: date,
    reach: Reach | None = None,
    measures: Sequence[Measure] = MEASURES,
    minimum: int = MINIMUM_DAYS,
    beside: Period | None = None,
) -> Review:
    """The look back as it stands today; without a reach the usual one.

    The course can only be looked at if there is one; COURSE without it becomes the usual reach. `beside` are days that
    are in reach as well, though nothing was written down on them.
    """
    course, span = journal.course(), journal.span()
    whole = in_reach(span, beside)
    if reach is None or (reach is Reach.COURSE and course is None):
        reach = usual_reach(course, today, whole)
    entries = _read_days(journal, today, reach, course, span)
    return review(entries, today, reach, course, span, measures, minimum, beside)


def read_course(
    journal: Journal, course: Course, today: date, minimum: int, marks: Collection[str] | None = None
) -> tuple[Review, tuple[Question, ...]]:
    """The look back at one course as it stood on a day, and the own questions that could be looked at in it.

    Those of these `marks` are looked at; all of them if there are none given.
    """
    span = journal.span()
    entries = _read_days(journal, today, Reach.COURSE, course, span)
    questions = in_use(journal.questions(), entries)
    shown = [one for one in questions if marks is None or mark(measure_of(one)) in marks]
    return review(entries, today, Reach.COURSE, course, span, measures_with(shown), minimum), questions


def _read_days(
    journal: Journal, today: date, reach: Reach, course: Course | None, span: Period | None
) -> Sequence[DayEntry]:
    if span is None:
        return ()
    return journal.entries(days_to_read(reach_period(reach, today, course, span), today, course))
