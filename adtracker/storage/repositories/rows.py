"""The shelf of any kind of record that is one row of one table: by a number that the file gives, or by a name."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import Any, Generic, Protocol, TypeVar

from sqlalchemy import ColumnElement, Connection, Table, bindparam, delete, select

from adtracker.storage.repositories.repository import Row, Values, readable, upsert


class Keyed(Protocol):
    """A record with a key: a number, None until it is stored, or a name."""

    @property
    def key(self) -> int | str | None:
        """The key."""


R = TypeVar("R", bound=Keyed)


class RowRepository(Generic[R]):
    """Keeps records in `table`, which has one key column; `order` names the columns to sort by.

    `read` makes a record from a row, which has `more` columns where they are named, and `write` gives the columns of a
    record but its key. For kinds with few records: all of them are read to find one.
    """

    def __init__(
        self,
        table: Table[Any],
        order: Sequence[str],
        read: Callable[[Row], R],
        write: Callable[[R], Values],
        *more: ColumnElement[Any],
    ) -> None:
        (self._key,) = table.primary_key.columns
        self._read, self._write = readable(read), write
        self._all = select(*table.c, *more).order_by(*(table.c[name] for name in order), self._key)
        self._put = upsert(table).returning(self._key)
        self._drop = delete(table).where(self._key == bindparam("of_key"))

    def key(self, record: R) -> int | str | None:
        """The number or name."""
        return record.key

    def all(self, connection: Connection) -> tuple[R, ...]:
        """All records in their order, deleted ones included."""
        return tuple(map(self._read, connection.execute(self._all).mappings()))

    def find(self, connection: Connection, like: Sequence[R]) -> Sequence[R]:
        """The records of the same keys."""
        keys = {record.key for record in like}
        return [record for record in self.all(connection) if record.key in keys]

    def put(self, connection: Connection, records: Sequence[R]) -> Sequence[R]:
        """Store records; new ones get their number."""
        return [self._stored(connection, record) for record in records]

    def drop(self, connection: Connection, records: Sequence[R]) -> None:
        """Take records out."""
        connection.execute(self._drop, [{"of_key": record.key} for record in records])

    def _stored(self, connection: Connection, record: R) -> R:
        values = self._write(record)
        if not _is_new(record.key):  # a new record leaves its number to the file
            values = {self._key.name: record.key, **values}
        key = connection.execute(self._put, values).scalar_one()
        return record if record.key == key else _with_key(record, key)


def _is_new(key: int | str | None) -> bool:
    """None, or a number below zero: what an import gives to a record that others must point at already."""
    return key is None or (isinstance(key, int) and key < 0)


def _with_key(record: R, key: int | str) -> R:
    changed: R = replace(record, key=key)  # type: ignore[type-var]  # all records are dataclasses
    return changed
