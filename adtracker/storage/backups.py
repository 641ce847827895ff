"""Copies a diary that is in use, and believes in the copy only after reading it back.

Copying the bytes of an open SQLite file can lose rows; SQLite writes the copy itself, from one consistent moment.
"""

from __future__ import annotations

from contextlib import closing
from itertools import chain, count
from pathlib import Path

from adtracker.storage.atomic_file import created_atomically
from adtracker.storage.database import Database
from adtracker.storage.failures import diary_error


def copy(database: Database, target: Path) -> None:
    """Write a verified copy of a diary to a new file (0600). Raises DiaryError; nothing is left then."""
    with created_atomically(target) as scratch:
        expected = database.row_counts()
        with database.bare() as connection:
            connection.execute("VACUUM INTO ?", (str(scratch),))
        with closing(Database(scratch, key=database.key)) as written:
            if not written.is_sound() or written.row_counts() != expected:
                raise diary_error("backup_failed", database.path)


def free_name(path: Path, mark: str) -> Path:
    """A name beside `path` that no file has yet: `diary.<mark>.diary`, then `diary.<mark>-2.diary` and so on."""
    marks = chain([mark], (f"{mark}-{number}" for number in count(2)))
    names = (path.with_name(f"{path.stem}.{mark}{path.suffix}") for mark in marks)
    return next(name for name in names if not name.exists())
