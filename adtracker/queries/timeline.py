"""What the timeline shows of one course as of today: the days it needs, and what happened around them."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from adtracker.domain.common.period import Period
from adtracker.domain.records.course import Course
from adtracker.domain.records.question import Question, measure_of
from adtracker.domain.records.visit import Visit
from adtracker.domain.treatments.stock import days_to_count
from adtracker.domain.views.measure_selection import mark
from adtracker.domain.views.timeline import Timeline, as_of, timeline
from adtracker.domain.views.visit_ahead import VisitAhead, days_since, visit_ahead
from adtracker.domain.views.week_grid import WeekGrid
from adtracker.queries.conventions import Conventions
from adtracker.queries.review import read_course
from adtracker.queries.surroundings import read_surroundings

if TYPE_CHECKING:  # storage brings SQLAlchemy along, which the window does not wait for
    from adtracker.storage.journal import Journal


@dataclass(frozen=True, slots=True)
class CourseView:
    """What is shown: `courses` newest first, `questions` that could be shown as rows, `chosen` marks of those that are.

    `timeline` and `visit` are None without a course.
    """

    courses: tuple[Course, ...] = ()
    questions: tuple[Question, ...] = ()
    chosen: tuple[str, ...] = ()
    timeline: Timeline | None = None
    visit: VisitAhead | None = None


def read_timeline(
    journal: Journal, today: date, key: int | None, marks: Collection[str], conventions: Conventions
) -> CourseView:
    """The course of a key, or the newest where there is none of that key; with the questions of these marks."""
    courses = tuple(reversed(journal.courses()))
    course = next((one for one in courses if one.key == key), next(iter(courses), None))
    if course is None:
        return CourseView()
    looked_at = as_of(course, today, is_newest=course is courses[0])
    look, questions = read_course(journal, course, looked_at, conventions.minimum, marks)
    days = Period(min(look.period.first, today), max(look.period.last, today))  # what is due today stands there too
    counted = days_to_count(journal.treatments(), today)
    if counted is not None:  # what is left is counted from the day on which somebody counted
        days = Period(min(days.first, counted.first), days.last)
    around = read_surroundings(journal, days)
    found = timeline(look, around, journal.forms(), conventions.itch_from, today)
    shown = tuple(one for one in map(mark, map(measure_of, questions)) if one in marks)
    return CourseView(courses, questions, shown, found, _read_visit(journal, around.visits, found.grid, today))


def _read_visit(journal: Journal, visits: Sequence[Visit], grid: WeekGrid, today: date) -> VisitAhead:
    _, days = days_since(visits, grid.course, today)
    written = () if days is None else [one.day for one in journal.numbers(days)]
    return visit_ahead(visits, journal.profile(), written, grid, today)
