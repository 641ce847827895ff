"""Encrypts a diary and its photos, or takes that off again: a new file, compared with the old one, takes its place.

Two files cannot be put in their place in one go. So a diary is encrypted before its photos and made plain after them:
whatever happens in between, the diary is encrypted and the key is known, and an encrypted diary reads plain photos too
(`settle` encrypts them with the next start). The old files stay beside the new ones until a start that is a good one.
"""

from __future__ import annotations

import hashlib
import os
import re
import shutil
from collections.abc import Callable, Iterator
from contextlib import closing, suppress
from functools import partial
from pathlib import Path
from typing import Any

from sqlalchemy import Connection

from adtracker.files import draft_of, open_private, sync_folder
from adtracker.protection.labels import photos_key
from adtracker.storage import upkeep
from adtracker.storage.database import Database, key_literal
from adtracker.storage.encryption.sealing import fits
from adtracker.storage.failures import diary_error, translate_errors
from adtracker.storage.header import is_sealed, journal_of
from adtracker.storage.naming import PHOTOS
from adtracker.storage.photo_file import PhotoFile
from adtracker.storage.photo_files import own_ending

_REPLACED = r"\.replaced-\d{1,9}"
_READY = ".next"
_MARKS = ("application_id", "user_version")

State = tuple[int, int]


def encrypt(path: Path, key: bytes) -> None:
    """Encrypt a diary that nobody has open, and its photos. Raises DiaryError; each file is then old or new."""
    photos = _photos_of(path, None)
    convert(path, None, key)
    for file in photos:
        convert(file, None, photos_key(key))


def decrypt(path: Path, key: bytes) -> None:
    """Make an encrypted diary that nobody has open, and its photos, plain again. Raises DiaryError."""
    for file in _photos_of(path, key):
        convert(file, photos_key(key), None)
    convert(path, key, None)


def rekey(path: Path, old: bytes, new: bytes) -> None:
    """Encrypt a diary that nobody has open, and its photos, with another key. Raises DiaryError; it is old or new then.

    The new photos lie ready before the diary changes, for the new key does not open the old ones.
    """
    photos = _photos_of(path, old)
    for file in photos:
        _make(file, photos_key(old), photos_key(new), partial(_lay_ready, file))
    convert(path, old, new)
    for file in photos:
        _swap(file, _ready(file))


def settle(database: Database) -> None:
    """After a good start: finish what was cut off, and take away what was replaced before this start."""
    path, key = database.path, database.key
    for ready in [item for item in path.parent.glob(f"*{_READY}") if _is_beside(path, item, re.escape(_READY))]:
        if key is not None and fits(ready, photos_key(key)):
            _swap(ready.with_name(ready.name.removesuffix(_READY)), ready)
        else:
            ready.unlink()
    if key is not None:
        for file in _own_photos(database):
            convert(file, None, photos_key(key))
    with suppress(OSError):
        for item in list(path.parent.glob("*.replaced-*")):
            if _is_beside(path, item, _REPLACED) and not item.name.endswith(f"-{os.getpid()}"):
                item.unlink()


def _is_beside(path: Path, item: Path, ending: str) -> bool:
    """Whether a file is one that was put beside a diary or its photos, by its name."""
    named = re.escape(path.name) + rf"(\.[0-9a-f]{{8}})?({re.escape(PHOTOS)})?" + ending
    return re.fullmatch(named, item.name) is not None


def _ready(file: Path) -> Path:
    """Where new photos wait until the diary has their key."""
    return file.with_name(file.name + _READY)


def _lay_ready(file: Path, draft: Path, _state: State) -> None:
    draft.replace(_ready(file))


def _photos_of(path: Path, key: bytes | None) -> list[Path]:
    """The diary's own files of photos that have to change their form."""
    with closing(Database(path, key=key)) as database:
        return _own_photos(database, is_wanted_sealed=key is not None)


def _own_photos(database: Database, *, is_wanted_sealed: bool = False) -> list[Path]:
    path = database.path
    if not any(item.name.startswith(path.name) for item in path.parent.glob(f"*{PHOTOS}")):
        return []
    with database.transaction() as connection:
        identity = upkeep.identity(connection)
    key = None if database.key is None else photos_key(database.key)
    files = (path.with_name(path.name + ending) for ending in (PHOTOS, own_ending(identity)))
    there = [file for file in files if file.is_file() and is_sealed(file) == is_wanted_sealed]
    return [file for file in there if _owner(file, key) in (None, identity)]


def _owner(file: Path, key: bytes | None) -> str | None:
    with closing(PhotoFile(file, read_only=True, key=key)) as photos:
        return photos.owner()


def convert(path: Path, old: bytes | None, new: bytes | None, *, keeps: bool = True) -> None:
    """Put a file of the same content with another key in the place of one, which it `keeps` beside it.

    Raises DiaryError; it is then as it was.
    """
    _make(path, old, new, partial(_swap, path, keeps=keeps))


def _make(path: Path, old: bytes | None, new: bytes | None, use: Callable[[Path, State], object]) -> None:
    """Write a file of the same content with another key, make sure of it, and use it. Raises DiaryError."""
    draft = draft_of(path)
    try:
        with translate_errors(path):
            open(draft, "xb", opener=open_private).close()
            with closing(Database(path, key=old)) as source:
                _write(source, draft, new)
                state = _compare(source, draft, new)
            with draft.open("r+b") as written:
                os.fsync(written.fileno())
            use(draft, state)
    finally:
        for leaving in (draft, journal_of(draft)):
            leaving.unlink(missing_ok=True)


def _write(source: Database, draft: Path, key: bytes | None) -> None:
    with source.bare() as connection:
        connection.execute(f"ATTACH ? AS target KEY {key_literal(key)}", (str(draft),))
        try:
            marks = {mark: _asked(connection, f"PRAGMA main.{mark}") for mark in (*_MARKS, "auto_vacuum")}
            connection.execute(f"PRAGMA target.auto_vacuum={marks.pop('auto_vacuum')}")
            connection.execute("SELECT sqlcipher_export('target')")
            for mark, value in marks.items():  # the export leaves both at 0
                connection.execute(f"PRAGMA target.{mark}={value}")
        finally:
            connection.execute("DETACH target")


def _asked(connection: Any, question: str) -> Any:
    return connection.execute(question).fetchone()[0]


def _compare(source: Database, draft: Path, key: bytes | None) -> State:
    """Make sure that two files say the same; what the old one looked like then, from outside."""
    with closing(Database(draft, key=key)) as made:
        with source.transaction() as before, made.transaction() as after:
            is_same = list(_content(before)) == list(_content(after))
            state = _look(source.path)
        if not is_same or not made.is_sound():
            raise diary_error("convert_failed", source.path)
    return state


def _content(connection: Connection) -> Iterator[tuple[object, ...]]:
    """All that a file says: its marks, its tables as they were made, and of each table its rows, as a digest."""
    for mark in _MARKS:
        yield mark, connection.exec_driver_sql(f"PRAGMA {mark}").scalar_one()
    schema = "SELECT type, name, tbl_name, sql FROM sqlite_schema ORDER BY type, name"
    made = connection.exec_driver_sql(schema).all()
    yield from (tuple(row) for row in made)
    quote = connection.dialect.identifier_preparer.quote_identifier
    for table in (quote(row.name) for row in made if row.type == "table"):
        digest, rows = hashlib.sha256(), 0
        for row in connection.exec_driver_sql(f"SELECT * FROM {table} ORDER BY {_order(connection, table)}"):
            digest.update(repr(tuple(row)).encode("utf-8", "surrogatepass"))
            rows += 1
        yield table, rows, digest.digest()


def _order(connection: Connection, table: str) -> str:
    """What tells the rows of a table apart."""
    keys = connection.exec_driver_sql(f"PRAGMA table_info({table})").all()
    named = [connection.dialect.identifier_preparer.quote_identifier(row.name) for row in keys if row.pk]
    return ", ".join(named) or "rowid"


def _look(path: Path) -> State:
    found = path.stat()
    return found.st_mtime_ns, found.st_size


def _swap(path: Path, draft: Path, state: State | None = None, *, keeps: bool = True) -> None:
    """Put the new file in the place of the old one, which it keeps under another name: at no moment is there none."""
    if state is not None and _look(path) != state:
        raise diary_error("changed", path)
    kept = path.with_name(f"{path.name}.replaced-{os.getpid()}")
    if keeps:
        kept.unlink(missing_ok=True)
        try:
            kept.hardlink_to(path)
        except OSError:  # some file systems have no links
            shutil.copy2(path, kept)
    draft.replace(path)
    sync_folder(path.parent)
