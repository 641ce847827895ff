"""Puts a finished diary file in its place: private from its first moment, complete or not there, never over another."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from adtracker.files import draft_of, open_private, sync_folder
from adtracker.paths import private_folder
from adtracker.storage.failures import diary_error, translate_errors
from adtracker.storage.header import is_waiting, journal_of
from adtracker.storage.naming import LONGEST, check_name


@contextmanager
def created_atomically(path: Path) -> Iterator[Path]:
    """An empty file (0600) that becomes `path` when the block succeeds and vanishes when it fails.

    Raises DiaryError, also if there is a file at `path` by then.
    """
    draft = draft_of(path)
    check_name(path, LONGEST)
    check_name(draft)
    with translate_errors(path):
        private_folder(path.parent)
        _check_left_over(path)
        open(draft, "xb", opener=open_private).close()
    try:
        yield draft
        with translate_errors(path):
            _sync(draft)
            _move(draft, path)
            sync_folder(path.parent)
    finally:
        for leaving in (draft, journal_of(draft)):
            leaving.unlink(missing_ok=True)


def _check_left_over(path: Path) -> None:
    """The journal of a diary that is gone would be played back into the new one."""
    if is_waiting(journal_of(path)):
        raise diary_error("left_over", path)


def _sync(file: Path) -> None:
    with file.open("r+b") as written:
        os.fsync(written.fileno())


def _move(draft: Path, path: Path) -> None:
    """Rename, but never over an existing file."""
    try:
        if sys.platform == "win32":
            draft.rename(path)
        else:
            path.hardlink_to(draft)
    except OSError:
        if os.path.lexists(path):
            raise diary_error("exists", path) from None
        draft.rename(path)  # some file systems have no links
