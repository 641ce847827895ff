"""Looks for what is wrong: with an answer before it is stored, and with everything that is stored."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import date
from typing import Any

from sqlalchemy import Connection

from adtracker.domain.common.problem import Problem
from adtracker.domain.edits.ahead import check_now, days_of
from adtracker.domain.edits.edit import Record
from adtracker.domain.records.course import Course, check_course
from adtracker.domain.records.day import DayEntry, check_entry
from adtracker.domain.records.photo import Photo, check_photo
from adtracker.domain.records.profile import Profile, check_profile
from adtracker.domain.records.question import Question, check_among, check_answers, check_question
from adtracker.domain.records.side_effect import SideEffect, check_side_effect
from adtracker.domain.records.trigger import Trigger, check_trigger
from adtracker.domain.records.visit import Visit, check_visit
from adtracker.domain.scores.clinic_score import ClinicScore, check_clinic_score
from adtracker.domain.scores.definition import Definition
from adtracker.domain.scores.response import Response
from adtracker.domain.treatments.dose import DayDoses, check_doses
from adtracker.domain.treatments.treatment import Treatment, check_treatment
from adtracker.storage import unit_of_work as records
from adtracker.storage.database import Database
from adtracker.storage.limits import check_limits
from adtracker.storage.references import References
from adtracker.storage.repositories.own import QUESTIONS
from adtracker.storage.repositories.scores import FORMS


def check_wanted(connection: Connection, wanted: Sequence[Record], today: date) -> list[Problem]:
    """What is wrong with the first of these records that is not valid; empty if all may be stored.

    The diary is read only for what names something else in it (answers their questions or form, a question the others)
    and for what cannot be typed now but may stand there already.
    """
    standing = records.days_ahead(connection, today) if any(_is_ahead(record, today) for record in wanted) else ()
    person = records.PERSON.only(connection) if any(isinstance(record, Profile) for record in wanted) else None
    questions = QUESTIONS.all(connection) if any(map(_needs_questions, wanted)) else ()
    forms = FORMS.all(connection) if any(isinstance(record, Definition | Response) for record in wanted) else ()
    new_questions = [record for record in wanted if isinstance(record, Question)]
    new_forms = [record for record in wanted if isinstance(record, Definition)]
    named = References([*questions, *new_questions], [*forms, *new_forms])
    for record in wanted:
        problems = check_record(record, named) + check_now(record, today, standing, person)
        if isinstance(record, Question):
            problems += check_among(record, questions, records.DAYS.answered(connection))
        elif isinstance(record, Definition):
            problems += _check_edition(record, forms)
        if problems:
            return problems
    return check_limits(wanted, connection)


def _is_ahead(record: Record, today: date) -> bool:
    return any(day > today for day in days_of(record))


def _needs_questions(record: Record) -> bool:
    return isinstance(record, Question) or (isinstance(record, DayEntry) and bool(record.answers))


def _check_edition(form: Definition, forms: Sequence[Definition]) -> list[Problem]:
    from adtracker.domain.scores.definition_content import check_same_definition  # noqa: PLC0415 -- not before there is a form

    return check_same_definition(form, next((one for one in forms if one.key == form.key), None))


def check_record(record: Record, named: References) -> list[Problem]:
    """What is wrong with a record of any kind, given what it can name; empty if a diary may have it, on any day."""
    if isinstance(record, DayEntry):
        return check_entry(record) + check_answers(record, named.questions)
    if isinstance(record, ClinicScore):
        return check_clinic_score(record, named.scales)
    if isinstance(record, Definition | Response):
        return _check_form(record, named)
    return _CHECKS[type(record)](record)


def _check_form(record: Definition | Response, named: References) -> list[Problem]:
    from adtracker.domain.scores.answer_validation import check_response  # noqa: PLC0415 -- not before there is a form
    from adtracker.domain.scores.definition_content import check_definition  # noqa: PLC0415 -- the same

    if isinstance(record, Definition):
        return check_definition(record)
    instrument = named.instrument(record.form)
    if instrument is None:
        return [Problem("form", "form_unknown")]
    return check_response(record, instrument)


_CHECKS: dict[type[Record], Callable[[Any], list[Problem]]] = {
    Course: check_course,
    DayDoses: check_doses,
    Photo: check_photo,
    Profile: check_profile,
    Question: check_question,
    SideEffect: check_side_effect,
    Treatment: check_treatment,
    Trigger: check_trigger,
    Visit: check_visit,
}


def check_integrity(database: Database) -> list[Problem]:
    """What is wrong in a diary; a problem of one day names it in its field. Raises DiaryError if it cannot be read.

    The day it is makes no difference: a day that lies ahead is no damage.
    """
    if not database.is_sound():
        return [Problem("diary", "file_damaged")]
    with database.transaction() as connection:
        kept = tuple(records.everything(connection))
    questions = (record for record in kept if isinstance(record, Question))
    forms = (record for record in kept if isinstance(record, Definition))
    named = References(questions, forms)
    found = [_placed(problem, record) for record in kept for problem in check_record(record, named)]
    return found + check_limits(kept)


def _placed(problem: Problem, record: Record) -> Problem:
    if not isinstance(record, DayEntry | DayDoses | Photo | Visit | ClinicScore | Response):
        return problem
    return replace(problem, field=f"{record.day.isoformat()} {problem.field}")
