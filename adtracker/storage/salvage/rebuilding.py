"""Puts the rows that are left in the pages of a damaged file into a new one that has all tables, and nothing else.

Which table a page belonged to is told by what is in it: the tables are strict, and refuse what they do not hold.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from sqlcipher3 import dbapi2

from adtracker.storage import upgrade
from adtracker.storage.database import Database
from adtracker.storage.salvage.carving import Pages, Row, Value

_HOLDS: dict[str, tuple[type, ...]] = {"INTEGER": (int,), "REAL": (float, int), "TEXT": (str,), "BLOB": (bytes,)}
_LAST = 1000  # behind all columns of a key
_TABLES = "SELECT name, wr FROM pragma_table_list WHERE schema = 'main' AND strict"
_COLUMNS = "SELECT name, type, pk FROM pragma_table_info(?)"


@dataclass(frozen=True, slots=True)
class _Table:
    """A table as the file has it: keys come first where rows have no number; where they have one it is the key."""

    name: str
    columns: Sequence[tuple[str, str]]
    has_numbers: bool

    def insert(self, connection: Any, row: Row) -> bool:
        """Put in a row; whether the table took it. Columns that came later than the row are empty."""
        values = dict(zip((name for name, _ in self.columns), row.values, strict=False))
        if self.has_numbers:
            values[self.columns[0][0]] = row.number
        names, gaps = ", ".join(f'"{name}"' for name in values), ", ".join("?" * len(values))
        try:
            connection.execute(f'INSERT INTO "{self.name}" ({names}) VALUES ({gaps})', list(values.values()))
        except dbapi2.Error:
            return False
        return True

    def may_hold(self, row: Row) -> bool:
        """Whether a row has the form of the table's."""
        if len(row.values) > len(self.columns) or self.has_numbers != (row.number is not None):
            return False
        return all(_fits(value, kind) for value, (_, kind) in zip(row.values, self.columns, strict=False))


def rebuild(pages: Pages, version: int, database: Database) -> None:
    """Make the tables of a version in an empty file, and put in what the pages hold. Raises DiaryError."""
    upgrade.make_version(database, version)
    with database.foreign_keys_off(), database.bare() as connection:
        tables = list(_tables(connection))
        connection.execute("BEGIN")
        for table in tables:  # new diaries have some rows of their own
            connection.execute(f'DELETE FROM "{table.name}"')
        for rows in pages.rows():
            _put(connection, tables, rows)
        connection.execute("COMMIT")


def _put(connection: Any, tables: Sequence[_Table], rows: Sequence[Row]) -> None:
    """Put the rows of a page into the one table that takes them, or most of them."""
    best, most = None, 0
    for table in tables:
        fitting = [row for row in rows if table.may_hold(row)]
        if len(fitting) <= most:
            continue
        connection.execute("SAVEPOINT page")
        taken = sum(table.insert(connection, row) for row in fitting)
        if taken == len(rows):
            connection.execute("RELEASE page")
            return
        connection.execute("ROLLBACK TO page")
        connection.execute("RELEASE page")
        if taken > most:
            best, most = table, taken
    for row in rows if best is not None else ():
        if best is not None and best.may_hold(row):
            best.insert(connection, row)


def _tables(connection: Any) -> Iterator[_Table]:
    for name, is_by_key in connection.execute(_TABLES).fetchall():
        columns = connection.execute(_COLUMNS, (name,)).fetchall()
        if is_by_key:
            columns.sort(key=lambda column: column[2] or _LAST)
        yield _Table(name, [(column, kind) for column, kind, _ in columns], not is_by_key)


def _fits(value: Value, kind: str) -> bool:
    return value is None or isinstance(value, _HOLDS[kind])
