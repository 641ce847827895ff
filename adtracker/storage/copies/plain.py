"""Copies of a diary that has a password now, but had none when they were made: whoever gets at them can read them."""

from __future__ import annotations

from pathlib import Path

from adtracker.errors import DiaryError
from adtracker.storage.copies.copy_folder import Copy
from adtracker.storage.copies.shelf import Shelf
from adtracker.storage.header import is_sealed


def plain_copies(shelf: Shelf) -> list[Copy]:
    """Those that are at hand, files of pictures among them. A second folder may have copies of others: not those."""
    own = [*shelf.folder.copies(), *shelf.folder.pictures()]
    letters = {copy.name.diary for copy in own}
    second = shelf.second
    try:
        carried = [*second.copies(), *second.pictures()] if second is not None and second.place.is_dir() else []
    except (DiaryError, OSError):
        carried = []
    return [copy for copy in [*own, *carried] if copy.name.diary in letters and _is_plain(copy.file)]


def _is_plain(file: Path) -> bool:
    try:
        return not is_sealed(file)
    except (DiaryError, OSError):
        return False
