"""Whether a file can have the name it is given, together with what SQLite and the diary put beside it."""

from __future__ import annotations

import os
from pathlib import Path

from adtracker.storage.failures import diary_error

JOURNAL = "-journal"
PHOTOS = ".photos"
KEYS = ".keys"
LONGEST = f"{PHOTOS}{JOURNAL}"  # of all that a diary gets beside it
_LONGEST_PATH = 512  # SQLite's own limit, its journal's name and the end mark included
_LONGEST_NAME = 255


def keys_of(path: Path) -> Path:
    """Where the keys of a diary, or of a copy of one, lie."""
    return path.with_name(path.name + KEYS)


def check_name(path: Path, beside: str = JOURNAL) -> None:
    """Refuse a name that leaves no room for `beside`, the longest ending that goes on it. Raises DiaryError."""
    if os.name != "posix":
        return
    if len(os.fsencode(path.name + beside)) > _LONGEST_NAME:
        raise diary_error("name_too_long", path)
    if len(os.fsencode(os.path.realpath(path))) + len(JOURNAL) > _LONGEST_PATH:
        raise diary_error("path_too_long", path)
