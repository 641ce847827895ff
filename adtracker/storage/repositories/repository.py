"""What every kind of record offers, so that writing, undo and import are one mechanism for all.

Kinds of one row each are kept by `rows`, those of several rows have a repository of their own. Many records cost
as few statements as one where there can be many. A row is changed in place, never deleted and written anew: other
tables point at it.

A row is read as a mapping, by the names of its columns: places can be mixed up, and attributes (`row.day`) are slow.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Hashable, Iterable, Sequence
from datetime import UTC, date, datetime
from functools import wraps
from typing import Any, Protocol, TypeVar

from sqlalchemy import Connection, Delete, Insert, RowMapping, Select, Table, bindparam, func, select
from sqlalchemy.dialects.sqlite import Insert as Upsert
from sqlalchemy.dialects.sqlite import insert

from adtracker.domain.common.period import Period
from adtracker.domain.edits.kinds import Record
from adtracker.storage.failures import UnreadableRowError

R = TypeVar("R", bound=Record)
T = TypeVar("T")
S = TypeVar("S")
Row = RowMapping
Values = dict[str, object]


class Repository(Protocol[R]):
    """Where one kind of record is kept."""

    def key(self, record: R, /) -> Hashable:
        """What tells one record of this kind from another."""

    def all(self, connection: Connection, /) -> Sequence[R]:
        """All there is of this kind in its order, deleted records included."""

    def between(self, connection: Connection, period: Period, /) -> Sequence[R]:
        """The same, but of kinds that can have one a day only those of a period."""

    def standing(self, connection: Connection, period: Period, /) -> Sequence[R]:
        """All that is shown; of kinds that can have one a day, that of a period."""

    def find(self, connection: Connection, like: Sequence[R], /) -> Sequence[R]:
        """What is stored under the keys of these records."""

    def at(self, connection: Connection, key: Any, /) -> R | None:
        """The record whose key stands so in its table, read alone, whatever the others are like."""

    def put(self, connection: Connection, records: Sequence[R], /) -> Sequence[R]:
        """Store records in place of what has their keys, and give them as they are stored."""

    def drop(self, connection: Connection, records: Sequence[R], /) -> None:
        """Take records out."""


def upsert(table: Table[Any]) -> Upsert:
    """Insert a row, or change the one that has its key."""
    statement = insert(table)
    return statement.on_conflict_do_update(
        index_elements=[column.name for column in table.c if column.primary_key],
        set_={column.name: statement.excluded[column.name] for column in table.c if not column.primary_key},
    )


def each(name: str) -> Select[Any]:
    """The texts of a list that a statement is given under a name by `listed`: one statement, however many there are."""
    return select(func.json_each(bindparam(name)).table_valued("value").c.value)


def listed(texts: Iterable[str]) -> str:
    """Texts for `each`."""
    return json.dumps(list(texts))


def replace_parts(
    connection: Connection, drop: Delete, of: Sequence[Values], put: Insert, parts: Sequence[Values]
) -> None:
    """Store rows that belong to records (`of`) in place of those that they had."""
    connection.execute(drop, of)
    if parts:  # with none at all the statement would store a row of defaults
        connection.execute(put, parts)


def ends(period: Period) -> dict[str, str]:
    """The bounds `first` and `last` of a statement that asks for a period."""
    return {"first": period.first.isoformat(), "last": period.last.isoformat()}


def day_text(day: date | None) -> str | None:
    """A day as the file has it."""
    return None if day is None else day.isoformat()


def day_of(text: str | None) -> date | None:
    """The day of a text in the file."""
    return None if text is None else date.fromisoformat(text)


def moment_text(moment: datetime | None) -> str | None:
    """A moment as the file has it, in UTC. Raises ValueError for one without a time zone."""
    if moment is None:
        return None
    if moment.tzinfo is None:
        raise ValueError("a moment in the diary needs a time zone")
    return moment.astimezone(UTC).isoformat()


def moment_of(text: str | None) -> datetime | None:
    """The moment of a text in the file."""
    return None if text is None else datetime.fromisoformat(text)


def readable(read: Callable[[S], T]) -> Callable[[S], T]:
    """Let a reader raise UnreadableRowError where a row says what the file's own checks forbid."""

    @wraps(read)
    def guarded(row: S) -> T:
        try:
            return read(row)
        except (ValueError, TypeError):  # it quotes what it could not read; the second where nothing stands at all
            raise UnreadableRowError(read.__name__) from None

    return guarded
