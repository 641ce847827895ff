"""Looks for what is wrong: with an answer before it is stored, and with everything that is stored."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from datetime import date
from typing import Any

from sqlalchemy import Connection

from adtracker.domain.course import Course, check_course
from adtracker.domain.day import DayEntry, check_entry
from adtracker.domain.dose import DayDoses, check_doses
from adtracker.domain.edits import Record
from adtracker.domain.photo import Photo, check_photo
from adtracker.domain.problem import Problem
from adtracker.domain.profile import Profile, check_profile
from adtracker.domain.question import Question, check_among, check_answers, check_question
from adtracker.domain.side_effect import SideEffect, check_side_effect
from adtracker.domain.treatment import Treatment, check_treatment
from adtracker.domain.trigger import Trigger, check_trigger
from adtracker.domain.visit import Visit, check_visit
from adtracker.storage import records
from adtracker.storage.database import Database
from adtracker.storage.shelves.own import QUESTIONS


def check_wanted(connection: Connection, wanted: Sequence[Record], today: date) -> list[Problem]:
    """What is wrong with the first of these records that is not valid; empty if all may be stored.

    The diary is read only for what names something else in it: answers their questions, a question the others.
    """
    stored = QUESTIONS.all(connection) if any(map(_needs_questions, wanted)) else ()
    new = [record for record in wanted if isinstance(record, Question)]
    questions = {question.key: question for question in (*stored, *new)}
    for record in wanted:
        problems = check_record(record, today, questions)
        if isinstance(record, Question):
            problems += check_among(record, stored, records.DAYS.answered(connection))
        if problems:
            return problems
    return []


def _needs_questions(record: Record) -> bool:
    return isinstance(record, Question) or (isinstance(record, DayEntry) and bool(record.answers))


def check_record(record: Record, today: date, questions: Mapping[str, Question]) -> list[Problem]:
    """What is wrong with a record of any kind; empty if it may be stored.

    `questions` are the own questions that a day can answer, by key.
    """
    if isinstance(record, DayEntry):
        return check_entry(record, today) + check_answers(record, questions)
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
    questions = {record.key: record for record in kept if isinstance(record, Question)}
    return [_placed(problem, record) for record in kept for problem in check_record(record, today, questions)]


def _placed(problem: Problem, record: Record) -> Problem:
    if not isinstance(record, DayEntry | DayDoses | Photo | Visit):
        return problem
    return replace(problem, field=f"{record.day.isoformat()} {problem.field}")
