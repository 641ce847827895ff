"""The pixels of a diary's photos, in a second file beside it, so that the diary stays small and quick to copy.

It is made with the first photo. Two files cannot be written in one go, so pixels are stored before the diary speaks of
them and go long after it stopped: a crash in between leaves pixels that nobody needs, never a photo without pixels.
"""

from __future__ import annotations

import hashlib
import os
from collections.abc import Collection, Iterator, Mapping
from contextlib import closing, contextmanager
from datetime import date, timedelta
from pathlib import Path
from threading import Lock

from sqlalchemy import Column, Connection, LargeBinary, MetaData, Table, Text, bindparam, delete, select, update
from sqlalchemy.dialects.sqlite import insert

from adtracker.domain.common.soft_delete import DAYS_KEPT
from adtracker.domain.records.photo import CleanPhoto
from adtracker.errors import DiaryError
from adtracker.storage import backups
from adtracker.storage.atomic_file import created_atomically
from adtracker.storage.database import Database
from adtracker.storage.failures import diary_error
from adtracker.storage.header import check_header
from adtracker.storage.naming import PHOTOS

APPLICATION_ID = 0x61645048  # "adPH"
VERSION = 1

# The small picture before the large one: what stands behind a large value is slow to reach.
_PIXELS = Table(
    "pixels",
    MetaData(),
    Column("digest", Text, primary_key=True),
    Column("unused_since", Text),
    Column("thumbnail", LargeBinary, nullable=False),
    Column("jpeg", LargeBinary, nullable=False),
    sqlite_strict=True,
)
_DIGEST, _UNUSED = _PIXELS.c.digest, _PIXELS.c.unused_since
_PUT = insert(_PIXELS).on_conflict_do_update(index_elements=[_DIGEST], set_={"unused_since": None})
_JPEG = select(_PIXELS.c.jpeg).where(bindparam("of") == _DIGEST)
_SMALL = select(_DIGEST, _PIXELS.c.thumbnail).where(_DIGEST.in_(bindparam("all", expanding=True)))
_STATES = select(_DIGEST, _UNUSED)
_MARK = update(_PIXELS).where(bindparam("of") == _DIGEST).values(unused_since=bindparam("since"))
_DROP = delete(_PIXELS).where(bindparam("of") == _DIGEST)


class PhotoFile:
    """The photos file of one diary. Nothing is opened before it is needed. All methods raise DiaryError.

    Where there is no such file, there are no pixels; that is no error.
    """

    def __init__(self, diary: Path, *, read_only: bool = False) -> None:
        self._read_only = read_only
        self.path = diary.with_name(f"{diary.name}{PHOTOS}")
        self._database: Database | None = None
        self._opening = Lock()

    def put(self, photo: CleanPhoto) -> None:
        """Store pixels under their digest. The same pixels are stored once."""
        with self._transaction(create=True) as connection:
            assert connection is not None, "the file was made if there was none"
            connection.execute(_PUT, {"digest": photo.digest, "thumbnail": photo.thumbnail, "jpeg": photo.jpeg})

    def jpeg(self, digest: str) -> bytes | None:
        """The picture, None if it is not there."""
        with self._transaction() as connection:
            return None if connection is None else connection.execute(_JPEG, {"of": digest}).scalar()

    def thumbnails(self, digests: Collection[str]) -> Mapping[str, bytes]:
        """The small pictures by name; those that are not there are left out."""
        with self._transaction() as connection:
            return {} if connection is None else dict(connection.execute(_SMALL, {"all": list(digests)}).all())

    def sweep(self, used: Collection[str], today: date) -> None:
        """Note which pixels no photo needs, and take out those that none has needed for `DAYS_KEPT` days.

        Pixels are not dropped at once because a photo may come back: by redo, or with a backup of the diary.
        """
        with self._transaction() as connection:
            if connection is not None:
                _sweep(connection, used, today)

    def lacking(self, digests: Collection[str]) -> frozenset[str]:
        """Which of these pixels are not there, or not whole: reads all pixels, which takes a while."""
        with self._transaction() as connection:
            if connection is None:
                return frozenset(digests)
            found = ((digest, connection.execute(_JPEG, {"of": digest}).scalar()) for digest in digests)
            return frozenset(digest for digest, jpeg in found if hashlib.sha256(jpeg or b"").hexdigest() != digest)

    def copy_beside(self, diary: Path) -> None:
        """Write all pixels to a new file beside a copy of the diary; nothing is written where there are none."""
        with _about_photos():
            if (database := self._open(create=False)) is not None:
                backups.copy(database, PhotoFile(diary).path)

    def close(self) -> None:
        """Let go of the file."""
        if self._database is not None:
            self._database.close()
            self._database = None

    @contextmanager
    def _transaction(self, *, create: bool = False) -> Iterator[Connection | None]:
        with _about_photos():
            database = self._open(create=create)
            if database is None:
                yield None
                return
            with database.transaction() as connection:
                yield connection

    def _open(self, *, create: bool) -> Database | None:
        with self._opening:
            if self._database is None:
                if create and self._read_only:
                    raise diary_error("read_only", self.path)
                if create and not os.path.lexists(self.path):
                    _make(self.path)
                self._database = _opened(self.path, read_only=self._read_only) if os.path.lexists(self.path) else None
            return self._database


def _make(path: Path) -> None:
    with created_atomically(path) as scratch, closing(Database(scratch)) as database:
        with database.bare() as bare:
            bare.execute("PRAGMA auto_vacuum=FULL")  # what is taken out makes room on the disk
        with database.transaction() as connection:
            _PIXELS.create(connection)
            connection.exec_driver_sql(f"PRAGMA application_id = {APPLICATION_ID}")
            connection.exec_driver_sql(f"PRAGMA user_version = {VERSION}")


def _opened(path: Path, *, read_only: bool) -> Database:
    is_writable = check_header(path, APPLICATION_ID, VERSION) and not read_only
    database = Database(path, read_only=not is_writable)
    try:
        if not database.columns() >= {(_PIXELS.name, column.name) for column in _PIXELS.columns}:
            raise diary_error("damaged", path)
    except BaseException:
        database.close()
        raise
    return database


def _sweep(connection: Connection, used: Collection[str], today: date) -> None:
    states: dict[str, str | None] = dict(connection.execute(_STATES).all())
    back = [{"of": digest, "since": None} for digest, since in states.items() if since and digest in used]
    unused = {digest: since for digest, since in states.items() if digest not in used}
    fresh = [{"of": digest, "since": today.isoformat()} for digest, since in unused.items() if since is None]
    limit = (today - timedelta(days=DAYS_KEPT)).isoformat()
    gone = [{"of": digest} for digest, since in unused.items() if since is not None and since < limit]
    for statement, rows in ((_MARK, back + fresh), (_DROP, gone)):
        if rows:
            connection.execute(statement, rows)


@contextmanager
def _about_photos() -> Iterator[None]:
    """The sentences about a diary, said about its photos."""
    try:
        yield
    except DiaryError as error:
        raise DiaryError(error.key.replace("diary.", "photos."), **error.values) from None
