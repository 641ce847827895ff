"""Looks for what is wrong: with an answer before it is stored, and with everything that is stored."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from sqlalchemy import Connection

from adtracker.domain.common.period import EVER
from adtracker.domain.common.problem import Problem
from adtracker.domain.edits.ahead import check_now
from adtracker.domain.edits.kinds import Record, kind_of
from adtracker.domain.records.diary_break import DiaryBreak, check_beside
from adtracker.domain.records.profile import Profile
from adtracker.domain.records.question import Question, check_among
from adtracker.domain.scores.definition import Definition
from adtracker.storage import damage
from adtracker.storage import unit_of_work as records
from adtracker.storage.database import Database
from adtracker.storage.known_names import check_known
from adtracker.storage.limits import check_limits
from adtracker.storage.references import References
from adtracker.storage.repositories.all_repositories import DAYS, PERSON, REPOSITORIES


def check_wanted(connection: Connection, wanted: Sequence[Record], today: date) -> list[Problem]:
    """What is wrong with the first of these records that is not valid; empty if all may be stored.

    The diary is read only for what names something else in it (answers their questions or form, a question the others)
    and for what cannot be typed now but may stand there already.
    """
    standing = records.days_ahead(connection, today) if any(_is_ahead(record, today) for record in wanted) else ()
    person = PERSON.only(connection) if any(isinstance(record, Profile) for record in wanted) else None
    named = References(connection, wanted)
    for record in wanted:
        problems = kind_of(record).check(record, named) + check_now(record, today, standing, person)
        problems += _check_beside(record, named, connection)
        if problems:
            return problems
    return check_limits(wanted, connection)


def _is_ahead(record: Record, today: date) -> bool:
    return any(day > today for day in kind_of(record).days(record))


def _check_beside(record: Record, named: References, connection: Connection) -> list[Problem]:
    """What is wrong with a record beside what the diary has: answers would mean something else, breaks overlap."""
    if isinstance(record, Question):
        return check_among(record, named.stored_questions.values(), DAYS.answered(connection))
    if isinstance(record, DiaryBreak):
        return check_beside(record, REPOSITORIES[DiaryBreak].standing(connection, EVER))
    if isinstance(record, Definition):
        from adtracker.domain.scores.definition_content import check_same_definition  # noqa: PLC0415 -- not before then

        return check_same_definition(record, named.stored_forms.get(record.key))
    return []


def check_integrity(database: Database) -> list[Problem]:
    """What is wrong in a diary; a problem of one day names it in its field. Raises DiaryError if it cannot be read.

    The day it is makes no difference: a day that lies ahead is no damage.
    """
    if not database.is_sound():
        return [damage.UNSOUND]
    if damaged := [problem for step in damage.look_at_records(database) for problem in step]:
        places = [problem for problem in damaged if problem != damage.UNSOUND]
        return places if len(places) == len(damaged) else [damage.UNSOUND, *places]
    with database.transaction() as connection:
        kept = records.everything(connection)
        named = References(connection)
        found = [
            _placed(problem, record)
            for record in kept
            for problem in (*kind_of(record).check(record, named), *check_known(record))
        ]
    return found + check_limits(kept)


def _placed(problem: Problem, record: Record) -> Problem:
    day = getattr(record, "day", None)
    return problem if day is None else replace(problem, field=f"{day.isoformat()} {problem.field}")
