"""Brings a diary file to the current form by its migrations: all of them for a new file, the missing ones for an older.

Loaded only when there is something to do, because Alembic takes long to load.

SQLite's traps here, each of which lost rows in a trial: rebuilding a table with foreign keys on deletes what points at
it, and a migration that fails half-way stays half applied. Hence the backup, foreign keys off, one transaction around
everything, and a look at the outcome before it is committed.
"""

from __future__ import annotations

import logging
from contextlib import closing
from pathlib import Path

from alembic import command
from alembic.config import Config
from alembic.script import ScriptDirectory
from alembic.util.exc import CommandError
from sqlalchemy import Connection
from sqlalchemy.exc import SQLAlchemyError

from adtracker.errors import DiaryError
from adtracker.storage import backups, digests
from adtracker.storage.atomic_file import created_atomically
from adtracker.storage.database import Database, row_counts
from adtracker.storage.encryption.key_files import bring_keys
from adtracker.storage.failures import diary_error, translate_errors
from adtracker.storage.header import APPLICATION_ID, MIGRATIONS
from adtracker.storage.naming import keys_of

_UNEXPECTED = (SQLAlchemyError, CommandError)  # a migration met a file that it was not written for
_log = logging.getLogger(__name__)


def create(path: Path) -> None:
    """Make an empty diary. Raises DiaryError; there is no file then."""
    try:
        with created_atomically(path) as scratch, closing(Database(scratch)) as database:
            _migrate(database)
    except DiaryError as error:
        if error.key in ("diary.disk_full", "diary.disk_failed"):  # which speak of a file that nobody knows
            raise diary_error("not_begun", path) from None
        raise


def upgrade(database: Database) -> Path:
    """Bring an older diary to the current form, and give the backup made before.

    Raises DiaryError; the diary is then unchanged and there is no backup.
    """
    backup = backups.free_name(database.path, f"before-upgrade-to-{newest()}")
    backups.copy(database, backup)
    try:
        with translate_errors(backup):
            bring_keys(database.path, backup)
        _migrate_guarded(database)
    except BaseException:
        for leaving in (backup, keys_of(backup)):
            leaving.unlink(missing_ok=True)
        raise
    return backup


def make(database: Database) -> None:
    """Make the tables of a new diary in an empty file. Raises DiaryError."""
    _migrate(database)


def make_version(database: Database, version: int) -> None:
    """Make the tables of a diary of one version in an empty file. Raises DiaryError."""
    with database.foreign_keys_off(), database.unwatched() as connection:
        _run(connection, str(version))


def bring_up_damaged(database: Database) -> None:
    """Bring a copy of an older, damaged diary to the current form as it is, with whatever is wrong in it.

    Raises DiaryError where not even that can be done.
    """
    try:
        with database.foreign_keys_off(), database.unwatched() as connection:
            _run(connection)
    except _UNEXPECTED:
        raise diary_error("damaged", database.path) from None


def upgrade_in_memory(database: Database) -> None:
    """Read an older diary that cannot be written to in the current form. Raises DiaryError."""
    with database.apart():
        _migrate_guarded(database)


def _migrate_guarded(database: Database) -> None:
    """The same as `_migrate`, for a file that may be damaged."""
    try:
        _migrate(database)
    except BaseException as error:
        if not isinstance(error, _UNEXPECTED) and getattr(error, "key", "") != "diary.damaged":
            raise
        _log.exception("the diary could not be upgraded")
        raise diary_error("upgrade_failed", database.path) from None


def newest() -> int:
    """The number of the last migration, which is the schema number of a diary that has been through all."""
    head = ScriptDirectory(str(MIGRATIONS)).get_current_head()
    assert head is not None, "there is at least one migration"
    return int(head)


def _migrate(database: Database) -> None:
    with database.foreign_keys_off(), database.transaction() as connection:
        before = row_counts(connection)
        _run(connection)
        digests.settle(connection)
        if _loses(connection, before):
            raise diary_error("upgrade_failed", database.path)
        connection.exec_driver_sql(f"PRAGMA application_id = {APPLICATION_ID}")
        connection.exec_driver_sql(f"PRAGMA user_version = {newest()}")


def _run(connection: Connection, to: str = "head") -> None:
    config = Config()
    config.set_main_option("script_location", str(MIGRATIONS).replace("%", "%%"))
    config.attributes["connection"] = connection
    command.upgrade(config, to)


def _loses(connection: Connection, before: dict[str, int]) -> bool:
    """Whether rows got lost or point at nothing. The tables that are still there must have as many rows as before."""
    after = row_counts(connection)
    lost = any(after.get(table, rows) < rows for table, rows in before.items())
    return lost or connection.exec_driver_sql("PRAGMA foreign_key_check").first() is not None
