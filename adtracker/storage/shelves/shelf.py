"""What every kind of record offers, so that writing, undo and import are one mechanism for all.

Many records cost as few statements as one. A row is changed in place, never deleted and written anew: other tables
point at it.
"""

from __future__ import annotations

from collections.abc import Callable, Hashable, Sequence
from functools import wraps
from typing import Any, Protocol, TypeVar

from sqlalchemy import Connection
from sqlalchemy.dialects.sqlite import Insert, insert

from adtracker.domain.course import Course
from adtracker.domain.day import DayEntry
from adtracker.domain.profile import Profile
from adtracker.storage.failures import UnreadableRowError
from adtracker.storage.schema import Table

R = TypeVar("R", DayEntry, Course, Profile)
T = TypeVar("T")
Row = Sequence[Any]
Values = dict[str, object]


class Shelf(Protocol[R]):
    """Where one kind of record is kept."""

    def key(self, record: R, /) -> Hashable:
        """What tells one record of this kind from another."""

    def find(self, connection: Connection, like: Sequence[R], /) -> Sequence[R]:
        """What is stored under the keys of these records."""

    def put(self, connection: Connection, records: Sequence[R], /) -> Sequence[R]:
        """Store records in place of what has their keys, and give them as they are stored."""

    def drop(self, connection: Connection, records: Sequence[R], /) -> None:
        """Take records out."""


def upsert(table: type[Table]) -> Insert:
    """Insert a row, or change the one that has its key."""
    statement = insert(table)
    columns = table.__table__.columns
    return statement.on_conflict_do_update(
        index_elements=[column.name for column in columns if column.primary_key],
        set_={column.name: statement.excluded[column.name] for column in columns if not column.primary_key},
    )


def readable(read: Callable[[Row], T]) -> Callable[[Row], T]:
    """Let a reader raise UnreadableRowError where a row says what the file's own checks forbid."""

    @wraps(read)
    def guarded(row: Row) -> T:
        try:
            return read(row)
        except ValueError:  # it quotes what it could not read
            raise UnreadableRowError(read.__name__) from None

    return guarded
