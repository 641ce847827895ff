"""From a path to an open diary: made if new, refused untouched if it is none, brought to the current form if older."""

from __future__ import annotations

import os
from pathlib import Path

from adtracker.storage import header
from adtracker.storage.database import Database
from adtracker.storage.failures import diary_error
from adtracker.storage.schema import METADATA


def open_diary(path: Path, *, create: bool) -> Database:
    """Open the diary at `path`. Raises DiaryError; the file is then as it was."""
    if create and not os.path.lexists(path):
        _make(path)
    header.check_header(path)
    database = Database(path)
    try:
        _bring_up(database)
    except BaseException:
        database.close()
        raise
    return database


def _make(path: Path) -> None:
    from adtracker.storage import upgrade  # noqa: PLC0415, Alembic would add a third to every start

    upgrade.create(path)


def _bring_up(database: Database) -> None:
    """Look for damage, then upgrade an older diary. Raises DiaryError."""
    database.row_counts()
    # The version is asked for again: a power cut can leave a header that SQLite takes back on opening.
    if database.version() < header.SCHEMA_VERSION:
        from adtracker.storage import upgrade  # noqa: PLC0415, as above

        upgrade.upgrade(database)
    elif not database.columns() >= _COLUMNS:
        raise diary_error("damaged", database.path)


_COLUMNS = {(table.name, column.name) for table in METADATA.tables.values() for column in table.columns}
