"""Looks for what is wrong: with an answer before it is stored, and with everything that is stored."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from typing import Any

from adtracker.domain.course import Course, check_course
from adtracker.domain.day import DayEntry, check_entry
from adtracker.domain.dose import DayDoses, check_doses
from adtracker.domain.edits import Record
from adtracker.domain.photo import Photo, check_photo
from adtracker.domain.problem import Problem
from adtracker.domain.profile import Profile, check_profile
from adtracker.domain.question import Question, check_question
from adtracker.domain.side_effect import SideEffect, check_side_effect
from adtracker.domain.treatment import Treatment, check_treatment
from adtracker.domain.trigger import Trigger, check_trigger
from adtracker.domain.visit import Visit, check_visit
from adtracker.storage import records
from adtracker.storage.database import Database


def check_record(record: Record, today: date) -> list[Problem]:
    """What is wrong with a record of any kind; empty if it may be stored."""
    check = _CHECKS.get(type(record))
    return _DATED[type(record)](record, today) if check is None else check(record)


# Those of the second table look at the day it is.
_CHECKS: dict[type[Record], Callable[[Any], list[Problem]]] = {
    Course: check_course,
    Question: check_question,
    Treatment: check_treatment,
    Trigger: check_trigger,
    Visit: check_visit,
}
_DATED: dict[type[Record], Callable[[Any, date], list[Problem]]] = {
    DayDoses: check_doses,
    DayEntry: check_entry,
    Photo: check_photo,
    Profile: check_profile,
    SideEffect: check_side_effect,
}


def inspect(database: Database, today: date) -> list[Problem]:
    """What is wrong in a diary; a problem of one day names it in its field. Raises DiaryError if it cannot be read."""
    if not database.is_sound():
        return [Problem("diary", "file_damaged")]
    with database.transaction() as connection:
        kept = records.everything(connection)
    return [_placed(problem, record) for record in kept for problem in check_record(record, today)]


def _placed(problem: Problem, record: Record) -> Problem:
    if not isinstance(record, DayEntry | DayDoses | Photo | Visit):
        return problem
    return replace(problem, field=f"{record.day.isoformat()} {problem.field}")
