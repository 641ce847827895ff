"""Courses by their number; a new one has none until it is stored."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from sqlalchemy import Connection, bindparam, delete, select

from adtracker.domain.course import Course
from adtracker.storage.schema import CourseRow
from adtracker.storage.shelves.shelf import Row, Values, readable, upsert

_ALL = select(*CourseRow.__table__.columns).order_by(*(CourseRow.__table__.c[name] for name in ("start", "id")))
_PUT = upsert(CourseRow).returning(CourseRow.id)
_DROP = delete(CourseRow).where(CourseRow.id == bindparam("of_id"))


class Courses:
    """The shelf of courses; there are few of them."""

    def key(self, record: Course) -> int | None:
        """The number."""
        return record.key

    def all(self, connection: Connection) -> tuple[Course, ...]:
        """All courses, by start."""
        return tuple(course_of(row) for row in connection.execute(_ALL))

    def find(self, connection: Connection, like: Sequence[Course]) -> Sequence[Course]:
        """The courses of the same numbers."""
        keys = {course.key for course in like}
        return [course for course in self.all(connection) if course.key in keys]

    def put(self, connection: Connection, records: Sequence[Course]) -> Sequence[Course]:
        """Store courses; new ones get their number."""
        return [replace(course, key=_put(connection, course)) for course in records]

    def drop(self, connection: Connection, records: Sequence[Course]) -> None:
        """Take courses out."""
        connection.execute(_DROP, [{"of_id": course.key} for course in records])


def _put(connection: Connection, course: Course) -> int:
    return connection.execute(_PUT, course_values(course)).scalar_one()


@readable
def course_of(row: Row) -> Course:
    """A course from the columns of `course`, in their order."""
    key, start, treatment, weeks = row
    return Course(date.fromisoformat(start), treatment, weeks, key)


def course_values(course: Course) -> Values:
    """The columns of `course`; a new course leaves its number to the file."""
    values: Values = {"start": course.start.isoformat(), "treatment": course.treatment, "weeks": course.weeks}
    return values if course.key is None else {"id": course.key, **values}
