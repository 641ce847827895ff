"""One file with the pixels of photos, beside a diary, so that the diary stays small and quick to copy.

It says which diary it belongs to. Two files cannot be written in one go, so pixels are stored before the diary speaks
of them and go long after it stopped: a crash in between leaves pixels that no day names, never a photo without pixels.
"""

from __future__ import annotations

import hashlib
import os
from collections.abc import Collection, Iterable, Iterator, Mapping
from contextlib import closing, contextmanager
from datetime import date
from itertools import islice
from pathlib import Path
from threading import Lock
from typing import Protocol

from sqlalchemy import Connection, bindparam, delete, select, update

from adtracker.domain.common.soft_delete import Usage
from adtracker.domain.records.photo import CleanPhoto
from adtracker.errors import DiaryError
from adtracker.storage import backups
from adtracker.storage.atomic_file import created_atomically
from adtracker.storage.database import Database
from adtracker.storage.failures import diary_error
from adtracker.storage.header import check_header, is_sealed
from adtracker.storage.photo_schema import APPLICATION_ID, OWNER, PIXELS, SEAL, VERSION, bring_up, make
from adtracker.storage.repositories.repository import upsert

_DIGEST = PIXELS.c.digest
# What comes again is written again: if the disk had damaged it, it is whole now.
_PUT, _PUT_SEAL = upsert(PIXELS), upsert(SEAL)
_JPEG = select(PIXELS.c.jpeg).where(bindparam("of") == _DIGEST)
_SMALL = select(_DIGEST, PIXELS.c.thumbnail).where(_DIGEST.in_(bindparam("all", expanding=True)))
_LARGE = select(_DIGEST, PIXELS.c.jpeg).where(_DIGEST.in_(bindparam("all", expanding=True)))
_WHOLE = select(_DIGEST, PIXELS.c.thumbnail, PIXELS.c.jpeg).where(_DIGEST.in_(bindparam("all", expanding=True)))
_AT_ONCE = 16  # pictures in the memory, where there are many
_NAMES = select(_DIGEST)
_DELETED = select(_DIGEST, PIXELS.c.deleted_on).where(PIXELS.c.deleted_on.is_not(None))
_MARK = update(PIXELS).where(bindparam("of") == _DIGEST).values(deleted_on=bindparam("day"))
_DROP = delete(PIXELS).where(bindparam("of") == _DIGEST)
_DROP_SEAL = delete(SEAL).where(bindparam("of") == SEAL.c.digest)
_SEALS = select(SEAL.c.digest, SEAL.c.thumbnail).where(SEAL.c.digest.in_(bindparam("all", expanding=True)))


class Pixels(Protocol):
    """A picture as it is stored, large and small, by the digest of the large one; a `CleanPhoto` is one."""

    @property
    def digest(self) -> str:
        """Its name."""

    @property
    def thumbnail(self) -> bytes:
        """The small JPEG."""

    @property
    def jpeg(self) -> bytes:
        """The large JPEG."""


class PhotoFile:
    """A file of photos. Nothing is opened before it is needed, nothing written before there is something to write.

    Where there is no such file there are no pixels; that is no error. All methods raise DiaryError.
    """

    def __init__(self, path: Path, *, read_only: bool = False, key: bytes | None = None) -> None:
        self.path = path
        self._key = key
        self._read_only = read_only
        self._database: Database | None = None
        self._version = 0
        self._opening = Lock()

    @property
    def is_there(self) -> bool:
        """Whether there is something in its place."""
        return os.path.lexists(self.path)

    def owner(self) -> str | None:
        """The diary it belongs to; None if there is no file, or one from before files said that."""
        with self._reading() as connection:
            return None if connection is None or self._version < VERSION else _owner(connection)

    def put(self, photo: CleanPhoto, owner: str) -> None:
        """Store pixels under their digest, once. The file is made if there is none, and is the owner's if nobody's."""
        self.put_all([photo], owner)

    def put_all(self, pictures: Iterable[Pixels], owner: str) -> None:
        """The same with many, all or none; they are taken one by one, for together they may not fit the memory."""
        with _about_photos():
            if self._open() is None:
                self._make(owner)
        with self._writing(owner) as connection:
            left = iter(pictures)
            while some := list(islice(left, _AT_ONCE)):
                connection.execute(_PUT, [_row(one) for one in some])
                connection.execute(
                    _PUT_SEAL, [{"digest": one.digest, "thumbnail": _digest(one.thumbnail)} for one in some]
                )

    def pictures(self, digests: Collection[str]) -> Iterator[tuple[str, bytes, bytes]]:
        """Names, small and large pictures as they are stored, a few at a time; what is not there is left out."""
        left = iter(sorted(digests))
        while some := list(islice(left, _AT_ONCE)):
            with self._reading() as connection:
                if connection is None:
                    return
                found = [(name, small, jpeg) for name, small, jpeg in connection.execute(_WHOLE, {"all": some})]
            yield from found

    def jpeg(self, digest: str) -> bytes | None:
        """The picture, None if it is not there."""
        with self._reading() as connection:
            return None if connection is None else connection.execute(_JPEG, {"of": digest}).scalar()

    def thumbnails(self, digests: Collection[str]) -> Mapping[str, bytes]:
        """The small pictures by name, as they are stored; those that are not there are left out."""
        with self._reading() as connection:
            return {} if connection is None else dict(connection.execute(_SMALL, {"all": list(digests)}).all())

    def seals(self, digests: Collection[str]) -> Mapping[str, str]:
        """The digests that small pictures had when they were stored, by the names of the pictures."""
        with self._reading() as connection:
            if connection is None or self._version < VERSION:
                return {}
            return dict(connection.execute(_SEALS, {"all": list(digests)}).all())

    def names(self) -> frozenset[str]:
        """The names of all pixels."""
        with self._reading() as connection:
            return frozenset() if connection is None else frozenset(connection.execute(_NAMES).scalars())

    def deleted(self) -> Mapping[str, date]:
        """The pixels that its diary deleted, with the day; what older files noted was a guess, and does not count."""
        with self._reading() as connection:
            if connection is None or self._version < VERSION:
                return {}
            return {name: date.fromisoformat(day) for name, day in connection.execute(_DELETED)}

    def mark(self, names: Collection[str], day: date | None, owner: str) -> None:
        """Note since when pixels are deleted by their diary, None for not at all."""
        text = None if day is None else day.isoformat()
        with self._writing(owner) as connection:
            connection.execute(_MARK, [{"of": name, "day": text} for name in sorted(names)])

    def sweep(self, used: Collection[str], usage: Usage, owner: str) -> None:
        """Take out what its diary deleted and can be brought back no longer, but nothing that a photo uses."""
        gone = [name for name, day in self.deleted().items() if name not in used and usage.is_over(day)]
        if gone:
            with self._writing(owner) as connection:
                for drop in (_DROP, _DROP_SEAL):
                    connection.execute(drop, [{"of": name} for name in gone])

    def lacking(self, digests: Collection[str]) -> frozenset[str]:
        """Which of these pixels are not there, or not whole: reads all pixels, which takes a while."""
        with self._reading() as connection:
            if connection is None:
                return frozenset(digests)
            whole = set()
            left = iter(sorted(digests))
            while some := list(islice(left, _AT_ONCE)):
                found = connection.execute(_LARGE, {"all": some})
                whole |= {digest for digest, jpeg in found if _digest(jpeg) == digest}
            return frozenset(digests) - whole

    def copy_to(self, place: Path) -> None:
        """Write all pixels to a new file; nothing is written where there are none."""
        with _about_photos():
            if (database := self._open()) is not None:
                backups.copy(database, place)

    def close(self) -> None:
        """Let go of the file."""
        if self._database is not None:
            self._database.close()
            self._database = None

    @contextmanager
    def _reading(self) -> Iterator[Connection | None]:
        """What is in the file, whatever its version; None where there is no file."""
        with _about_photos():
            database = self._open()
            if database is None:
                yield None
                return
            with database.transaction() as connection:
                yield connection

    @contextmanager
    def _writing(self, owner: str) -> Iterator[Connection]:
        """The same, to be changed: an older file is brought up and becomes the owner's, another's is refused."""
        with self._reading() as connection:
            if connection is None:
                raise diary_error("missing", self.path)
            if self._version < VERSION:
                bring_up(connection, owner)
            if _owner(connection) != owner:
                raise diary_error("foreign", self.path)
            yield connection
        self._version = VERSION

    def _make(self, owner: str) -> None:
        if self._read_only:
            raise diary_error("read_only", self.path)
        _made(self.path, owner, self._key)

    def _open(self) -> Database | None:
        with self._opening:
            if self._database is None and self.is_there:
                self._database, self._version = _opened(self.path, self._key, read_only=self._read_only)
            return self._database


def _made(path: Path, owner: str, key: bytes | None) -> None:
    with created_atomically(path) as scratch, closing(Database(scratch, key=key)) as database:
        with database.bare() as bare:
            bare.execute("PRAGMA auto_vacuum=FULL")  # what is taken out makes room on the disk
        with database.transaction() as connection:
            make(connection, owner)


def _opened(path: Path, key: bytes | None, *, read_only: bool) -> tuple[Database, int]:
    """The file; one that is not encrypted yet, or no longer, is read as it is."""
    is_writable = check_header(path, APPLICATION_ID, VERSION, has_key=key is not None) and not read_only
    database = Database(path, read_only=not is_writable, key=key if is_sealed(path) else None)
    try:
        version = database.version()
        tables = (PIXELS, OWNER, SEAL) if version >= VERSION else ()
        wanted = {(table.name, column.name) for table in tables for column in table.columns}
        if not database.columns() >= wanted | {(PIXELS.name, name) for name in ("digest", "thumbnail", "jpeg")}:
            raise diary_error("damaged", path)
    except BaseException:
        database.close()
        raise
    return database, version


def _owner(connection: Connection) -> str | None:
    owner: str | None = connection.execute(select(OWNER.c.diary)).scalar()
    return owner


def _row(one: Pixels) -> dict[str, object]:
    return {"digest": one.digest, "deleted_on": None, "thumbnail": one.thumbnail, "jpeg": one.jpeg}


def _digest(content: bytes) -> str:
    return hashlib.sha256(content).hexdigest()


@contextmanager
def _about_photos() -> Iterator[None]:
    """The sentences about a diary, said about its photos."""
    try:
        yield
    except DiaryError as error:
        raise DiaryError(error.key.replace("diary.", "photos."), **error.values) from None
