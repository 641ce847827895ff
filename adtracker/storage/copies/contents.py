"""Opens a copy, which is never written to, and tells what is in it, also in one that an older version wrote."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from contextlib import closing, contextmanager
from dataclasses import dataclass
from datetime import date
from typing import Any

from sqlalchemy import Connection

from adtracker.storage.copies.copy_folder import Copy
from adtracker.storage.database import Database
from adtracker.storage.header import check_header, is_sealed

_HAS_DIGESTS = "SELECT 1 FROM sqlite_schema WHERE type = 'table' AND name = 'digest'"
_DIGESTS = "SELECT kind, key, digest FROM digest ORDER BY kind, key"
_DAYS = "SELECT count(*), min(day), max(day) FROM day"
_PHOTOS = "SELECT DISTINCT digest FROM photo"
_DIARY = "SELECT diary FROM identity"
_MARK = "SELECT number, mark FROM trail ORDER BY number DESC LIMIT 1"


@dataclass(frozen=True, slots=True)
class Contents:
    """What a diary holds: days with an entry, the first and last of them, pixels that its photos need, rows by table.

    `diary` says which diary it is, `mark` which of its writes was the last one; an old diary says neither.
    """

    kind: int
    version: int
    rows: Mapping[str, int]
    days: int
    first: date | None
    last: date | None
    photos: frozenset[str]
    diary: str | None
    mark: tuple[int, str] | None


@contextmanager
def opened_copy(copy: Copy) -> Iterator[Database]:
    """A copy to be read: the one place where the file of a copy is opened. Raises DiaryError.

    One that was made before the diary had a password is read as it is.
    """
    check_header(copy.file, has_key=copy.key is not None)
    key = copy.key if is_sealed(copy.file) else None
    with closing(Database(copy.file, read_only=True, key=key)) as database:
        if key is not None:
            database.check_key()
        yield database


def contents(database: Database) -> Contents:
    """What is in a diary now. Raises DiaryError."""
    rows = database.row_counts()
    with database.transaction() as connection:
        count, first, last = _first(connection, _DAYS, rows, "day") or (0, None, None)
        photos = connection.exec_driver_sql(_PHOTOS).scalars().all() if "photo" in rows else ()
        diary = _first(connection, _DIARY, rows, "identity")
        mark = _first(connection, _MARK, rows, "trail")
        return Contents(
            kind=_pragma(connection, "application_id"),
            version=_pragma(connection, "user_version"),
            rows=rows,
            days=int(count),
            first=first and date.fromisoformat(first),
            last=last and date.fromisoformat(last),
            photos=frozenset(photos),
            diary=diary and diary[0],
            mark=mark and (mark[0], mark[1]),
        )


def has_same_digests(one: Database, other: Database) -> bool:
    """Whether two were told the same of every record, as a diary and its copy are; older ones were told nothing.

    Raises DiaryError.
    """
    return _digests(one) == _digests(other)


def _digests(database: Database) -> Sequence[tuple[Any, ...]]:
    with database.transaction() as connection:
        if connection.exec_driver_sql(_HAS_DIGESTS).first() is None:
            return []
        driver: Any = connection.connection.driver_connection  # there are thousands, and all that matters are the bytes
        found: Sequence[tuple[Any, ...]] = driver.execute(_DIGESTS).fetchall()
        return found


def _first(connection: Connection, question: str, rows: Mapping[str, int], table: str) -> Any:
    return connection.exec_driver_sql(question).first() if table in rows else None


def _pragma(connection: Connection, name: str) -> int:
    return int(connection.exec_driver_sql(f"PRAGMA {name}").scalar_one())
