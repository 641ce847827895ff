"""Whole files or none: what is written for the person appears complete and private to them, or not at all."""

from __future__ import annotations

import os
from pathlib import Path

PRIVATE = 0o600


def write_whole(file: Path, data: bytes) -> None:
    """Write a file with rights 0600 so that a crash leaves the old one or the new one, never half. Raises OSError."""
    draft = draft_of(file)
    try:
        with open(draft, "xb", opener=open_private) as out:
            out.write(data)
            out.flush()
            os.fsync(out.fileno())
        draft.replace(file)
    except BaseException:
        draft.unlink(missing_ok=True)
        raise
    sync_folder(file.parent)


def draft_of(file: Path) -> Path:
    """A name beside `file` for what becomes it when it is complete; no other file has it.

    Not tempfile: with what that imports it would cost 13 ms at every start, for settings are written here too.
    """
    return file.with_name(f".adtracker-{os.getpid()}-{os.urandom(4).hex()}")


def open_private(name: str, flags: int) -> int:
    """An opener for `open` that makes new files readable by their owner alone."""
    return os.open(name, flags, PRIVATE)


def sync_folder(folder: Path) -> None:
    """Make a rename last through a power cut; only POSIX needs and allows it."""
    if os.name != "posix":
        return
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
