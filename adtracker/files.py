"""Whole files or none: what is written for the person appears complete and private to them, or not at all."""

from __future__ import annotations

import errno
import os
import re
import stat
import sys
import time
from contextlib import suppress
from pathlib import Path
from typing import BinaryIO

PRIVATE = 0o600
OTHERS = 0o077
STALE_SECONDS = 3600  # no file takes so long to write, also where a process cannot be asked (on another computer)
_FAR = 2**62
_DRAFT = r"\.adtracker-(\d{1,9})-[0-9a-f]{8}(-journal)?"  # the second is SQLite's, beside a diary that is being made


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


def clear_drafts(folder: Path) -> None:
    """Take away what processes that were killed left half written in a folder: it may hold a whole diary.

    Ordinary files alone, with a name that `draft_of` gives, an hour old, of this person, and whose process is gone.
    What cannot be read or taken away stays.
    """
    with suppress(OSError), os.scandir(folder) as found:
        for item in found:
            named = re.fullmatch(_DRAFT, item.name)
            with suppress(OSError):
                if named and is_stale(item.stat(follow_symlinks=False)) and not is_alive(int(named[1])):
                    os.unlink(item)  # noqa: PTH108 -- what scandir gave


def is_stale(status: os.stat_result) -> bool:
    """Whether it is an ordinary file of this person that nobody can be writing any more."""
    is_own = os.name != "posix" or status.st_uid == os.geteuid()
    return stat.S_ISREG(status.st_mode) and is_own and time.time() - status.st_mtime > STALE_SECONDS


def is_alive(process: int) -> bool:
    """Whether a process may be at work; Windows keeps its files from being taken away while it is."""
    if os.name != "posix":
        return process == os.getpid()
    try:
        os.kill(process, 0)
    except ProcessLookupError:
        return False
    except (OSError, OverflowError):  # somebody else's
        return True
    return True


def open_private(name: str, flags: int) -> int:
    """An opener for `open` that makes new files readable by their owner alone."""
    return os.open(name, flags, PRIVATE)


def is_there(path: Path) -> bool:
    """Whether a file of this name may be there: also where nobody lets us look, so that it is never taken for new."""
    try:
        path.lstat()
    except (FileNotFoundError, NotADirectoryError):
        return False
    except (OSError, ValueError):
        return True
    return True


def make_private(file: Path) -> bool:
    """Take from all but its owner the right to a file; whether anybody else had one. What cannot be changed stays."""
    if os.name != "posix":
        return False
    with suppress(OSError):
        mode = file.stat().st_mode
        if stat.S_ISREG(mode) and mode & OTHERS:
            file.chmod(stat.S_IMODE(mode) & ~OTHERS)
            return True
    return False


def can_lock(file: BinaryIO) -> bool:
    """Whether the disk of an open file can keep two programs apart; some network folders cannot.

    Asked of a byte far behind all that SQLite locks.
    """
    if sys.platform == "win32":
        return True
    import fcntl  # noqa: PLC0415 -- POSIX has it

    try:
        fcntl.lockf(file, fcntl.LOCK_SH | fcntl.LOCK_NB, 1, _FAR)
        fcntl.lockf(file, fcntl.LOCK_UN, 1, _FAR)
    except OSError as error:
        return error.errno in (errno.EACCES, errno.EAGAIN, errno.EINTR)
    return True


def sync_folder(folder: Path) -> None:
    """Make a rename last through a power cut; only POSIX needs and allows it."""
    if os.name != "posix":
        return
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
