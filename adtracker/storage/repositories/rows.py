"""The repository of any kind of record that is one row of one table: by a number that the file gives, or by a name."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace
from datetime import date
from typing import Any, Generic, Protocol, TypeVar

from sqlalchemy import ColumnElement, Connection, Table, bindparam, delete, select

from adtracker.domain.common.period import Period
from adtracker.domain.common.record_field import Choice, Day, Field, Flag, Pairs
from adtracker.domain.common.record_kind import RecordKind
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
        self._at = self._all.where(self._key == bindparam("of_key"))
        self._removed = self._all.where(table.c["removed_on"].is_not(None)) if "removed_on" in table.c else None
        self._put = upsert(table).returning(self._key)
        self._drop = delete(table).where(self._key == bindparam("of_key"))

    def key(self, record: R) -> int | str | None:
        """The number or name."""
        return record.key

    def all(self, connection: Connection) -> tuple[R, ...]:
        """All records in their order, deleted ones included."""
        return tuple(map(self._read, connection.execute(self._all).mappings()))

    def removed(self, connection: Connection) -> tuple[R, ...]:
        """Those that were deleted, in their order; nothing else is read."""
        if self._removed is None:
            return ()
        return tuple(map(self._read, connection.execute(self._removed).mappings()))

    def between(self, connection: Connection, _period: Period) -> tuple[R, ...]:
        """All records, deleted ones included; there are few, so those of a period are not read alone."""
        return self.all(connection)

    def standing(self, connection: Connection, period: Period) -> tuple[R, ...]:
        """Those of a period that are not deleted; more where there are few."""
        found = self.between(connection, period)
        return tuple(record for record in found if getattr(record, "removed_on", None) is None)

    def find(self, connection: Connection, like: Sequence[R]) -> Sequence[R]:
        """The records of the same keys."""
        keys = {record.key for record in like}
        return [record for record in self.all(connection) if record.key in keys]

    def at(self, connection: Connection, key: int | str) -> R | None:
        """The record of a key, read alone."""
        row = connection.execute(self._at, {"of_key": key}).mappings().first()
        return None if row is None else self._read(row)

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


def row_repository(kind: RecordKind[Any], table: Table[Any]) -> RowRepository[Any]:
    """The repository of a kind that is one row, its columns being the fields of the kind."""
    return RowRepository(table, kind.order, row_reader(kind), row_writer(kind))


def row_reader(kind: RecordKind[R]) -> Callable[[Row], R]:
    """Makes a record from a row of its table. It raises ValueError for one that is damaged."""
    number = {} if kind.has_own_key else {"key": "id"}
    steps, make = [(field, number.get(field.name, field.name), _reader(field)) for field in _columns(kind)], kind.of

    def read(row: Row) -> R:
        return make(**{field.name: _value_of(row[column], field, convert) for field, column, convert in steps})

    read.__name__ = f"{kind.table or kind.name}_of"
    return read


def _value_of(value: Any, field: Field, convert: Callable[[Any], Any]) -> Any:
    if value is not None:
        return convert(value)
    if field.optional:
        return None
    raise ValueError(f"{field.name} is nowhere")


def row_writer(kind: RecordKind[R]) -> Callable[[R], Values]:
    """Gives the columns of a record but its key."""
    writers = [(field.name, _writer(field)) for field in _columns(kind) if field.name != "key"]

    def write(record: R) -> Values:
        values = ((name, getattr(record, name), convert) for name, convert in writers)
        return {name: None if value is None else convert(value) for name, value, convert in values}

    return write


def _columns(kind: RecordKind[Any]) -> Iterable[Field]:
    """The fields of a record in the order of its columns, with those that no kind names."""
    first = () if kind.has_own_key else (Field(name="key"),)
    return (*first, *kind.fields, *((Day(name="removed_on", optional=True),) if kind.is_removable else ()))


def _reader(field: Field) -> Callable[[Any], Any]:
    match field:
        case Day():
            return date.fromisoformat
        case Choice(among=among):
            return among
        case Flag():
            return bool
        case Pairs():
            return _pairs_of
        case _:
            return _as_it_is


def _writer(field: Field) -> Callable[[Any], Any]:
    match field:
        case Day():
            return date.isoformat
        case Choice():
            return _value
        case Flag():
            return int
        case Pairs():
            return _pairs_text
        case _:
            return _as_it_is


def _as_it_is(value: Any) -> Any:
    return value


def _value(choice: Any) -> object:
    return choice.value


def _pairs_of(text: str) -> tuple[tuple[str, Any], ...]:
    found = ((name, tuple(value) if isinstance(value, list) else value) for name, value in json.loads(text).items())
    return tuple(sorted(found))


def _pairs_text(pairs: Iterable[tuple[str, Any]]) -> str:
    return json.dumps(dict(pairs), ensure_ascii=False)
