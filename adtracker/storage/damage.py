"""Looks for damage: in the build of the file, and in each record, which has to be what was stored.

It goes in steps of a few milliseconds, each a transaction of its own, so that a write never waits for longer.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date
from typing import Any

from sqlalchemy import Connection, Table, func, select

from adtracker.domain.common.period import Period
from adtracker.domain.common.problem import Problem
from adtracker.domain.common.record_kind import RecordKind
from adtracker.domain.edits.kinds import KINDS, Record
from adtracker.errors import DAMAGED, DiaryError
from adtracker.storage import digests
from adtracker.storage.database import Database
from adtracker.storage.repositories.all_repositories import REPOSITORIES
from adtracker.storage.repositories.repository import readable
from adtracker.storage.schema import METADATA

UNSOUND = Problem("diary", "file_damaged")
_RULES = frozenset({UNSOUND.rule, "record_changed", "records_lost"})
_AT_ONCE = 25  # days, in some milliseconds
_MANY = frozenset({"day", "dose", "photo"})  # what there can be thousands of has a day
_LONG = _MANY | {"day_region"}  # which has several rows a day
_IS_WHOLE = [("ok",)]


def is_damage(problem: Problem) -> bool:
    """Whether a problem is one of the file, and not of what a person or another program put into it."""
    return problem.rule in _RULES


def look(database: Database) -> Iterator[Sequence[Problem]]:
    """What is wrong, step by step; most steps find nothing. Raises DiaryError where the file cannot be read at all."""
    for table in METADATA.tables:
        yield _look_at_build(database, table)
        yield _look_at_parents(database, table)
    yield _look_at_seals(database)
    yield from look_at_records(database)


def look_at_records(database: Database) -> Iterator[Sequence[Problem]]:
    """The same, of the records alone."""
    for kind in KINDS:
        yield _look_at_number(database, kind)
        for period in _periods(database, kind):
            yield _look_at_some(database, kind, period)


def _look_at_build(database: Database, table: str) -> Sequence[Problem]:
    """Whether a table and its indices are built as they have to be.

    What each value may be is not asked where there are tens of thousands: their records are compared anyway.
    """
    try:
        with database.transaction() as connection:
            connection.exec_driver_sql(f"PRAGMA ignore_check_constraints = {int(table in _LONG)}")
            try:
                found = connection.exec_driver_sql(f"PRAGMA integrity_check({table})").all()
            finally:
                connection.exec_driver_sql("PRAGMA ignore_check_constraints = 0")
    except DiaryError as error:
        return _unsound(error)
    return [] if [tuple(row) for row in found] == _IS_WHOLE else [UNSOUND]


def _look_at_parents(database: Database, table: str) -> Sequence[Problem]:
    """Whether all that a table points at is there."""
    try:
        with database.transaction() as connection:
            orphan = connection.exec_driver_sql(f"PRAGMA foreign_key_check({table})").first()
    except DiaryError as error:
        return _unsound(error)
    return [] if orphan is None else [UNSOUND]


def _look_at_seals(database: Database) -> Sequence[Problem]:
    """Each page of an encrypted diary has a seal, also the pages that no table has."""
    if database.key is None:
        return []
    try:
        with database.transaction() as connection:
            broken = connection.exec_driver_sql("PRAGMA cipher_integrity_check").first()
    except DiaryError as error:
        return _unsound(error)
    return [] if broken is None else [UNSOUND]


def _look_at_number(database: Database, kind: RecordKind[Any]) -> Sequence[Problem]:
    """Whether there are as many records as were stored; each that is there is compared with its own digest."""
    try:
        with database.transaction() as connection:
            stored, found = digests.count(connection, kind.name), _count(connection, kind)
    except DiaryError as error:
        return _unsound(error)
    return [] if stored == found else [Problem(kind.name, "records_lost", {"stored": stored, "found": found})]


def _look_at_some(database: Database, kind: RecordKind[Any], period: Period | None) -> Sequence[Problem]:
    repository = REPOSITORIES[kind.of]
    try:
        with database.transaction() as connection:
            found = repository.all(connection) if period is None else repository.between(connection, period)
            changed = list(digests.changed(connection, found))
    except DiaryError as error:
        return _unsound(error)
    return [_changed(kind, record) for record in changed]


def _changed(kind: RecordKind[Any], record: Record) -> Problem:
    day = "" if kind.day is None else f"{kind.day(record).isoformat()} "
    return Problem(f"{day}{kind.name}", "record_changed")


def _periods(database: Database, kind: RecordKind[Any]) -> Sequence[Period | None]:
    """What to look at in one step each; None is all there is of a kind."""
    table = _table(kind)
    if table.name not in _MANY:
        return [None]
    try:
        with database.transaction() as connection:
            days = _days_of(connection.execute(select(table.c.day).distinct().order_by(table.c.day)).scalars().all())
    except DiaryError:
        return [None]  # which says it
    return [Period(days[begin], days[begin:][:_AT_ONCE][-1]) for begin in range(0, len(days), _AT_ONCE)]


@readable
def _days_of(texts: Sequence[str]) -> Sequence[date]:
    return list(map(date.fromisoformat, texts))


def _count(connection: Connection, kind: RecordKind[Any]) -> int:
    """How many records there are; a profile that says nothing is none."""
    if kind.table == "person":
        return sum(record != kind.of() for record in REPOSITORIES[kind.of].all(connection))
    return connection.execute(select(func.count()).select_from(_table(kind))).scalar_one()


def _table(kind: RecordKind[Any]) -> Table[Any]:
    return METADATA.tables[kind.table or kind.name]


def _unsound(error: DiaryError) -> Sequence[Problem]:
    """What damage comes to; any other failure is none of the file's."""
    if error.key != DAMAGED:
        raise error
    return [UNSOUND]
