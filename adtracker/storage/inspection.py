"""Looks for what is wrong: with an answer before it is stored, and with everything that is stored."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from adtracker.domain.course import Course, check_course
from adtracker.domain.day import DayEntry, check_entry
from adtracker.domain.dose import DayDoses, check_doses
from adtracker.domain.edits import Record
from adtracker.domain.photo import Photo, check_photo
from adtracker.domain.problem import Problem
from adtracker.domain.profile import check_profile
from adtracker.domain.treatment import Treatment, check_treatment
from adtracker.storage import records
from adtracker.storage.database import Database


def check_record(record: Record, today: date) -> list[Problem]:
    """What is wrong with a record of any kind; empty if it may be stored."""
    if isinstance(record, DayEntry):
        return check_entry(record, today)
    if isinstance(record, DayDoses):
        return check_doses(record, today)
    if isinstance(record, Photo):
        return check_photo(record, today)
    if isinstance(record, Treatment):
        return check_treatment(record)
    return check_course(record) if isinstance(record, Course) else check_profile(record, today)


def inspect(database: Database, today: date) -> list[Problem]:
    """What is wrong in a diary; a problem of one day names it in its field. Raises DiaryError if it cannot be read."""
    if not database.is_sound():
        return [Problem("diary", "file_damaged")]
    with database.transaction() as connection:
        kept: list[Record] = [
            records.PERSON.only(connection),
            *records.COURSES.all(connection),
            *records.TREATMENTS.all(connection),
            *records.DAYS.between(connection, records.EVER),
            *records.DOSES.between(connection, records.EVER),
            *records.PHOTOS.between(connection, records.EVER),
        ]
    return [_placed(problem, record) for record in kept for problem in check_record(record, today)]


def _placed(problem: Problem, record: Record) -> Problem:
    if not isinstance(record, DayEntry | DayDoses | Photo):
        return problem
    return replace(problem, field=f"{record.day.isoformat()} {problem.field}")
