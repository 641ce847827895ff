"""Courses by their number; a new one has none until it is stored."""

from __future__ import annotations

from datetime import date

from adtracker.domain.records.course import Course
from adtracker.storage.repositories.repository import Row, Values, day_of, day_text
from adtracker.storage.repositories.rows import RowRepository
from adtracker.storage.schema import COURSE


def course_of(row: Row) -> Course:
    """A course from a row of `course`."""
    return Course(
        start=date.fromisoformat(row["start"]),
        treatment=row["treatment"],
        weeks=row["weeks"],
        removed_on=day_of(row["removed_on"]),
        key=row["id"],
    )


def course_values(course: Course) -> Values:
    """The columns of `course` but its number."""
    return {
        "start": course.start.isoformat(),
        "treatment": course.treatment,
        "weeks": course.weeks,
        "removed_on": day_text(course.removed_on),
    }


COURSES = RowRepository(COURSE, ["start"], course_of, course_values)
