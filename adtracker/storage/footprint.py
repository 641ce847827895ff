"""Notices when something else than SQLite wrote to a file: a sync program, a copy put over it, a restored backup.

SQLite trusts what it remembers of a file as long as the file's own count of changes is the one it left. A copy that
went another way can have the same count, and then pages of two diaries get mixed. So the size, the times and the count
are compared before every transaction, and at a difference everything is read anew.

Whether it may also be written to is told by the file's trail: each commit leaves a random mark in it, and the last ones
are kept. A file without the mark that was last seen here has another history, and is not written to. Another adtracker
that commits beside this one keeps the marks, so nobody minds it.

What cannot be prevented: that another program, which asks no locks, writes in the very milliseconds of a commit. That
is noticed after it, and the write is called failed; the file may then be a mixture, which opening it says. In an
encrypted file it is noticed by the first reading: each of its pages carries what proves that it belongs there.
"""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO
from weakref import finalize

from sqlalchemy import Connection
from sqlalchemy.exc import DBAPIError

from adtracker.files import can_lock
from adtracker.storage.failures import diary_error

KEPT = 100
_PAUSE_SECONDS, _PAUSES = 0.02, 100
# In the header of SQLite's files, from here on: the size of a page, how often the file was changed, its pages.
_LOOKED_AT, _LOOKED_FOR = 16, 16
_HAS_TRAIL = "SELECT 1 FROM sqlite_schema WHERE name = 'trail'"
_NEWEST = "SELECT number, mark FROM trail ORDER BY number DESC LIMIT 1"
_KNOWN = "SELECT mark FROM trail WHERE number = ?"
_LEAVE = "INSERT INTO trail (mark) VALUES (lower(hex(randomblob(8)))) RETURNING number, mark"
_FORGET = "DELETE FROM trail WHERE number <= ?"

Mark = tuple[int, str]


@dataclass(frozen=True, slots=True)
class _State:
    """What a file looks like from outside."""

    place: tuple[int, int]
    size: int
    times: tuple[int, int]
    count: int
    stated_size: int


class Footprint:
    """What one connection left in a file, and whether that is still there. All methods raise DiaryError."""

    def __init__(self, path: Path, *, is_sealed: bool = False) -> None:
        self._path = path
        self._is_sealed = is_sealed
        self._file: BinaryIO | None = None
        self._leave: Callable[[], object] = _nothing
        self._first: tuple[int, int] | None = None
        self._seen: _State | None = None
        self._mark: Mark | None = None

    def open(self) -> None:
        """Hold the file from now on. On POSIX any handle that is closed drops SQLite's locks, so this one stays."""
        if self._file is None:
            try:
                self._file = self._path.open("rb", buffering=0)
            except OSError:
                raise diary_error("moved", self._path) from None
            self._leave = finalize(self, self._file.close)  # also where nobody closes the diary
            self._first = self._look().place

    def close(self) -> None:
        """Let go of the file, after SQLite has."""
        self._leave()
        self._file = None

    @property
    def is_held(self) -> bool:
        """Whether the file was opened."""
        return self._file is not None

    def is_stale(self) -> bool:
        """Whether what is remembered of the file must be forgotten. Waits until nobody writes to it any more."""
        now = self._look()
        if self._seen is None or now == self._seen or now.place != self._first:
            return False  # the file that was put in its place is another one: that which is open is as it was
        for _ in range(_PAUSES):
            time.sleep(_PAUSE_SECONDS)
            before, now = now, self._look()
            if before == now:
                break
        return True

    def begin(self, connection: Connection) -> None:
        """A transaction has begun, under SQLite's lock."""
        self._seen = self._look()
        if self._mark is None:
            self._mark = _newest(connection)

    def seal(self, connection: Connection) -> Mark | None:
        """Before a commit: make sure that the file is the one that was read, and leave a mark. Gives the mark."""
        assert self._seen is not None, "a transaction has begun"
        now = self._look()
        if now.place != self._first or now.count != self._seen.count:
            raise diary_error("changed", self._path)
        if connection.exec_driver_sql(_HAS_TRAIL).first() is None:
            return None
        if self._mark is not None and connection.exec_driver_sql(_KNOWN, (self._mark[0],)).scalar() != self._mark[1]:
            raise diary_error("changed", self._path)
        number, mark = connection.exec_driver_sql(_LEAVE).one()
        if number % KEPT == 0:
            connection.exec_driver_sql(_FORGET, (number - KEPT,))
        return number, mark

    def end(self, mark: Mark | None) -> None:
        """After a commit, with what `seal` gave: remember how the file was left."""
        assert self._seen is not None, "a transaction has begun"
        now = self._look()
        if mark is not None:
            if not self._follows(now, self._seen):
                raise diary_error("changed", self._path)
            self._mark = mark
        self._seen = now

    @contextmanager
    def reasons(self) -> Iterator[None]:
        """Name the true reason where SQLite knows only that it may not write, or cannot have the file for itself."""
        try:
            yield
        except DBAPIError as error:
            name = getattr(error.orig, "sqlite_errorname", None) if self.is_held else None
            if name == "SQLITE_READONLY" and self._look().place != self._first:
                raise diary_error("changed", self._path) from None
            if name == "SQLITE_BUSY" and self._file is not None and not can_lock(self._file):
                raise diary_error("no_locks", self._path) from None
            raise

    def _follows(self, now: _State, before: _State) -> bool:
        """Whether a file is as one commit left it. Of an encrypted one all that can be seen is that it is another."""
        if self._is_sealed:
            return now.count != before.count
        return now.count == before.count + 1 and now.size == now.stated_size

    def _look(self) -> _State:
        assert self._file is not None, "the file is open"
        try:
            found = self._path.stat()
            self._file.seek(_LOOKED_AT)
            head = self._file.read(_LOOKED_FOR)
        except OSError:
            raise diary_error("moved", self._path) from None
        times = (found.st_mtime_ns, found.st_ctime_ns)
        page, count, pages = (int.from_bytes(part, "big") for part in (head[:2], head[8:12], head[12:]))
        if self._is_sealed:  # each commit encrypts the first page anew, so that all of this is another number
            count = int.from_bytes(head, "big")
        return _State((found.st_dev, found.st_ino), found.st_size, times, count, page * pages)


def _nothing() -> None:
    """There is no file to close yet."""


def _newest(connection: Connection) -> Mark | None:
    if connection.exec_driver_sql(_HAS_TRAIL).first() is None:
        return None
    found = connection.exec_driver_sql(_NEWEST).first()
    return None if found is None else (found[0], found[1])
