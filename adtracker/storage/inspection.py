"""Looks for what is wrong: with an answer before it is stored, and with everything that is stored."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import date
from typing import Any

from sqlalchemy import Connection

from adtracker.domain.ahead import check_now, days_of
from adtracker.domain.clinic_score import ClinicScore, check_clinic_score
from adtracker.domain.course import Course, check_course
from adtracker.domain.day import DayEntry, check_entry
from adtracker.domain.dose import DayDoses, check_doses
from adtracker.domain.edits import Record
from adtracker.domain.filled_form import FilledForm
from adtracker.domain.form import Form
from adtracker.domain.photo import Photo, check_photo
from adtracker.domain.problem import Problem
from adtracker.domain.profile import Profile, check_profile
from adtracker.domain.question import Question, check_among, check_answers, check_question
from adtracker.domain.side_effect import SideEffect, check_side_effect
from adtracker.domain.treatment import Treatment, check_treatment
from adtracker.domain.trigger import Trigger, check_trigger
from adtracker.domain.visit import Visit, check_visit
from adtracker.storage import records
from adtracker.storage.crowd import check_crowd
from adtracker.storage.database import Database
from adtracker.storage.named import Named
from adtracker.storage.shelves.own import QUESTIONS
from adtracker.storage.shelves.scores import FORMS


def check_wanted(connection: Connection, wanted: Sequence[Record], today: date) -> list[Problem]:
    """What is wrong with the first of these records that is not valid; empty if all may be stored.

    The diary is read only for what names something else in it (answers their questions or form, a question the others)
    and for what cannot be typed now but may stand there already.
    """
    standing = records.days_ahead(connection, today) if any(_is_ahead(record, today) for record in wanted) else ()
    person = records.PERSON.only(connection) if any(isinstance(record, Profile) for record in wanted) else None
    questions = QUESTIONS.all(connection) if any(map(_needs_questions, wanted)) else ()
    forms = FORMS.all(connection) if any(isinstance(record, Form | FilledForm) for record in wanted) else ()
    new_questions = [record for record in wanted if isinstance(record, Question)]
    new_forms = [record for record in wanted if isinstance(record, Form)]
    named = Named([*questions, *new_questions], [*forms, *new_forms])
    for record in wanted:
        problems = check_record(record, named) + check_now(record, today, standing, person)
        if isinstance(record, Question):
            problems += check_among(record, questions, records.DAYS.answered(connection))
        elif isinstance(record, Form):
            problems += _check_edition(record, forms)
        if problems:
            return problems
    return check_crowd(wanted, connection)


def _is_ahead(record: Record, today: date) -> bool:
    return any(day > today for day in days_of(record))


def _needs_questions(record: Record) -> bool:
    return isinstance(record, Question) or (isinstance(record, DayEntry) and bool(record.answers))


def _check_edition(form: Form, forms: Sequence[Form]) -> list[Problem]:
    from adtracker.domain.form_content import check_same  # noqa: PLC0415 -- not before there is a form

    return check_same(form, next((one for one in forms if one.key == form.key), None))


def check_record(record: Record, named: Named) -> list[Problem]:
    """What is wrong with a record of any kind, given what it can name; empty if a diary may have it, on any day."""
    if isinstance(record, DayEntry):
        return check_entry(record) + check_answers(record, named.questions)
    if isinstance(record, ClinicScore):
        return check_clinic_score(record, named.scales)
    if isinstance(record, Form | FilledForm):
        return _check_form(record, named)
    return _CHECKS[type(record)](record)


def _check_form(record: Form | FilledForm, named: Named) -> list[Problem]:
    from adtracker.domain.filling import check_filled_form  # noqa: PLC0415 -- not before there is a form
    from adtracker.domain.form_content import check_form  # noqa: PLC0415 -- the same

    if isinstance(record, Form):
        return check_form(record)
    instrument = named.instrument(record.form)
    if instrument is None:
        return [Problem("form", "form_unknown")]
    return check_filled_form(record, instrument)


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


def inspect(database: Database) -> list[Problem]:
    """What is wrong in a diary; a problem of one day names it in its field. Raises DiaryError if it cannot be read.

    The day it is makes no difference: a day that lies ahead is no damage.
    """
    if not database.is_sound():
        return [Problem("diary", "file_damaged")]
    with database.transaction() as connection:
        kept = tuple(records.everything(connection))
    questions = (record for record in kept if isinstance(record, Question))
    forms = (record for record in kept if isinstance(record, Form))
    named = Named(questions, forms)
    found = [_placed(problem, record) for record in kept for problem in check_record(record, named)]
    return found + check_crowd(kept)


def _placed(problem: Problem, record: Record) -> Problem:
    if not isinstance(record, DayEntry | DayDoses | Photo | Visit | ClinicScore | FilledForm):
        return problem
    return replace(problem, field=f"{record.day.isoformat()} {problem.field}")
