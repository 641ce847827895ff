"""From a path to an open diary: made if new, refused untouched if it is none, brought to the current form if older."""

from __future__ import annotations

import logging
from pathlib import Path

from adtracker.errors import DiaryError
from adtracker.files import is_there, make_private
from adtracker.storage import header
from adtracker.storage.copies.unfinished import finish
from adtracker.storage.database import Database
from adtracker.storage.encryption import converting
from adtracker.storage.failures import diary_error
from adtracker.storage.naming import PHOTOS
from adtracker.storage.schema import METADATA

_log = logging.getLogger(__name__)


def open_diary(path: Path, *, create: bool, key: bytes | None = None) -> Database:
    """Open the diary at `path`, read-only where it cannot be written to. Raises DiaryError; it is then as it was.

    A key for a diary that has none is not needed, and does no harm: a person may have taken the password off elsewhere.
    """
    finish(path)
    if create and not is_there(path):
        _make(path)
    is_writable = header.check_header(path, has_key=key is not None)
    key = key if header.is_sealed(path) else None
    if is_writable:
        _hide_from_others(path)
    database = Database(path, read_only=not is_writable, key=key)
    try:
        if key is not None:
            _check_key(database, key)
        _bring_up(database)
        if is_writable:
            converting.settle(database)
    except BaseException:
        database.close()
        raise
    return database


def _check_key(database: Database, key: bytes) -> None:
    """Refuse a key that is not the diary's; one that is, of a diary whose beginning is damaged, is no wrong one."""
    try:
        database.check_key()
    except DiaryError as error:
        from adtracker.storage.encryption.sealing import fits  # noqa: PLC0415 -- hardly ever needed

        database.close()
        if error.key == "diary.key_wrong" and fits(database.path, key):
            raise diary_error("damaged", database.path) from None
        raise


def _hide_from_others(path: Path) -> None:
    """Make a diary that others could read, and what lies beside it, its owner's alone."""
    photos = path.with_name(path.name + PHOTOS)
    if sum(map(make_private, (path, header.journal_of(path), photos, header.journal_of(photos)))):
        _log.warning("files of the diary could be read by others; now only their owner can")


def _make(path: Path) -> None:
    from adtracker.storage import upgrade  # noqa: PLC0415, Alembic would add a third to every start

    upgrade.create(path)


def _bring_up(database: Database) -> None:
    """Look for damage, then upgrade an older diary. Raises DiaryError."""
    database.row_counts()
    # The version is asked for again: a power cut can leave a header that SQLite takes back on opening.
    if database.version() < header.SCHEMA_VERSION:
        from adtracker.storage import upgrade  # noqa: PLC0415, as above

        if database.read_only:
            upgrade.upgrade_in_memory(database)
        else:
            upgrade.upgrade(database)
    elif not database.columns() >= _COLUMNS:
        raise diary_error("damaged", database.path)


_COLUMNS = {(table.name, column.name) for table in METADATA.tables.values() for column in table.columns}
