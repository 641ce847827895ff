"""Copies a diary that is in use, and believes in the copy only after reading it back.

Copying the bytes of an open SQLite file can lose rows; SQLite writes the copy itself, from one consistent moment.
"""

from __future__ import annotations

import os
from contextlib import closing
from itertools import chain, count
from pathlib import Path
from typing import TYPE_CHECKING

from adtracker.storage.atomic_file import created_atomically
from adtracker.storage.copies.contents import Contents, contents, has_same_digests
from adtracker.storage.database import Database
from adtracker.storage.encryption.key_files import bring_keys
from adtracker.storage.failures import diary_error, translate_errors
from adtracker.storage.naming import keys_of

if TYPE_CHECKING:
    from adtracker.storage.photo_files import PhotoFiles

_TRIES = 5


def copy(database: Database, target: Path) -> Contents:
    """Write a verified copy of a diary to a new file (0600), and give what is in it.

    Raises DiaryError; nothing is left then.
    """
    with created_atomically(target) as scratch:
        for _ in range(_TRIES):
            expected = contents(database)
            with database.bare() as connection:
                connection.execute("PRAGMA query_only=OFF")  # it would refuse to write the copy, too
                connection.execute("VACUUM INTO ?", (str(scratch),))
                connection.execute(f"PRAGMA query_only={int(database.read_only)}")
            with closing(Database(scratch, read_only=True, key=database.key)) as written:
                if written.is_sound() and contents(written) == expected and has_same_digests(database, written):
                    return expected
            if contents(database) == expected:
                break
            os.truncate(scratch, 0)  # somebody wrote meanwhile: that is nothing wrong, and the copy is made anew
        raise diary_error("backup_failed", database.path)


def copy_all(database: Database, pixels: PhotoFiles, target: Path) -> None:
    """Write a verified copy with its photos and its keys beside it. Raises DiaryError; nothing is left then."""
    copy(database, target)
    try:
        with translate_errors(target):
            bring_keys(database.path, target)
        pixels.copy_beside(target)
    except BaseException:
        for leaving in (target, keys_of(target)):
            leaving.unlink(missing_ok=True)
        raise


def free_name(path: Path, mark: str) -> Path:
    """A name beside `path` that no file has yet: `diary.<mark>.diary`, then `diary.<mark>-2.diary` and so on."""
    marks = chain([mark], (f"{mark}-{number}" for number in count(2)))
    names = (path.with_name(f"{path.stem}.{mark}{path.suffix}") for mark in marks)
    return next(name for name in names if not name.exists())
