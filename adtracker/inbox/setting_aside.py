"""Moves files that were taken into a folder inside the inbox. Nothing is deleted, and nothing is written over."""

from __future__ import annotations

import os
from itertools import count
from pathlib import Path

from adtracker.inbox.looking import TAKEN_FOLDER, Item, mark_of


def set_aside(item: Item) -> bool:
    """Move a file into the folder of those that were taken; whether it was moved.

    It stays where it is if it has changed since it was looked at, or if the folder cannot be written to.
    """
    folder = item.path.parent / TAKEN_FOLDER
    try:
        if mark_of(item.path.lstat()) != item.mark:
            return False
        folder.mkdir(exist_ok=True)
        if folder.is_symlink():  # who knows where that would lead
            return False
        return _moved(item.path, folder)
    except (OSError, ValueError):
        return False


def _moved(file: Path, folder: Path) -> bool:
    for number in count(1):
        name = file.name if number == 1 else f"{file.stem} ({number}){file.suffix}"
        target = folder / name
        if os.path.lexists(target):
            continue
        try:
            os.link(file, target, follow_symlinks=False)  # fails where somebody else was faster
        except FileExistsError:
            continue
        except OSError:  # a stick that knows no second name for a file
            file.rename(target)
            return True
        file.unlink()  # the same file has its other name by now
        return True
    return False
