"""Tells from a file's first 100 bytes whether it is a diary this version can open, before SQLite may touch it.

The layout is SQLite's file format, section 1.3 "The Database Header" (sqlite.org/fileformat2.html). To be called while
this process has no connection to the file: closing any handle of a file drops the process's locks on it.
"""

from __future__ import annotations

import os
import stat
from pathlib import Path

from adtracker.errors import DiaryError
from adtracker.storage.failures import diary_error
from adtracker.storage.naming import JOURNAL, check_name, keys_of

MIGRATIONS = Path(__file__).with_name("migrations")
APPLICATION_ID = 0x61644459  # "adDY"
# The number of the last migration; by its file, for Alembic takes long to load.
SCHEMA_VERSION = max(int(file.name[1:5]) for file in MIGRATIONS.glob("versions/v*.py"))

_LENGTH = 100
_PAGE = 4096  # SQLite's own size, and SQLCipher's
_BYTES_OF_NOISE = 250
_MAGIC = b"SQLite format 3\0"
# Rollback journal for writing and reading, no reserved bytes, and three fractions that SQLite fixes.
_SHAPE = bytes((1, 1, 0, 64, 32, 32))


def check_header(
    path: Path, application_id: int = APPLICATION_ID, newest: int | None = None, *, has_key: bool = False
) -> bool:
    """Refuse what is no diary, is damaged, is newer, or cannot be read; the file is only read.

    Whether it can be written to as well: learned now, not at bedtime. Other kinds of file of ours have another
    `application_id` and `newest` form. Whether an encrypted file is one of ours only its key can tell: without it such
    a file is refused as protected. Raises DiaryError.
    """
    size = _size(path)
    head, is_writable = _read(path)
    if _is_sealed(head, size, is_waiting(journal_of(path))):
        if not has_key:
            raise diary_error("protected", path)
        return is_writable
    kind = _fault(head[:_LENGTH], application_id, SCHEMA_VERSION if newest is None else newest)
    # After a power cut the file may be half written; then SQLite first takes it back to what the journal says.
    if kind is None and not is_waiting(journal_of(path)) and not _is_whole(head, size):
        kind = "damaged"
    if kind is None and not is_writable and is_waiting(journal_of(path)):
        kind = "unfinished"
    if kind == "not_a_diary" and keys_of(path).exists():
        kind = "damaged"  # an encrypted diary that was cut off, or whose first page is gone
    if kind is not None:
        raise diary_error(kind, path)
    return is_writable


def is_sealed(path: Path) -> bool:
    """Whether a file looks encrypted: not whether it is a diary. Raises DiaryError."""
    size = _size(path)  # says more of a file that cannot be there
    return _is_sealed(_read(path)[0], size, is_waiting(journal_of(path)))


def looks_sealed(path: Path) -> bool:
    """Whether a file is or was encrypted: also one that was cut off, or lost its beginning, and has keys beside it.

    A file that cannot be read is none.
    """
    try:
        head = _read(path)[0]
        return is_sealed(path) or (keys_of(path).exists() and not head.startswith(_MAGIC))
    except DiaryError:
        return False


def journal_of(path: Path) -> Path:
    """Where SQLite keeps what it needs to take back an unfinished write."""
    return path.with_name(path.name + JOURNAL)


def is_waiting(journal: Path) -> bool:
    """Whether there is something in a journal. Raises OSError."""
    return journal.exists() and journal.stat().st_size > 0


def mend(path: Path) -> None:
    """Put right what is known of the beginning of a damaged diary, in a copy of it. Raises OSError."""
    with path.open("r+b") as file:
        head = file.read(_LENGTH)
        size = file.seek(0, os.SEEK_END)
        file.seek(0)
        file.write(mended(head, size))


def mended(found: bytes, size: int, *, reserved: int = 0) -> bytes:
    """The beginning of a damaged diary of a size, with what is known of it put right; `reserved` is kept of each page.

    A diary that keeps anything for its cipher has pages of the usual size.
    """
    head = bytearray(found.ljust(_LENGTH, b"\0"))
    page, version = form_of(head)
    page = _PAGE if reserved else page
    head[:24] = _MAGIC + page.to_bytes(2, "big") + _SHAPE
    head[20] = reserved
    head[28:32], head[92:96] = (size // page).to_bytes(4, "big"), head[24:28]
    head[44:48], head[56:60] = (4).to_bytes(4, "big"), (1).to_bytes(4, "big")  # SQLite's own form, and UTF-8
    head[60:64] = version.to_bytes(4, "big")
    head[68:72] = APPLICATION_ID.to_bytes(4, "big")
    return bytes(head)


def form_of(head: bytes | bytearray) -> tuple[int, int]:
    """The size of a page and the version of a diary that may be damaged; the usual ones where its header says none."""
    page, version = int.from_bytes(head[16:18], "big"), int.from_bytes(head[60:64], "big")
    is_page = page >= 512 and not page & (page - 1)
    return page if is_page else _PAGE, version if 0 < version <= SCHEMA_VERSION else SCHEMA_VERSION


def _size(path: Path) -> int:
    check_name(path)
    try:
        found = path.stat()
    except (FileNotFoundError, NotADirectoryError):
        raise diary_error("missing", path) from None
    except PermissionError:
        raise diary_error("folder_closed", path) from None
    except OSError:
        raise diary_error("unreadable", path) from None
    if stat.S_ISDIR(found.st_mode):
        raise diary_error("folder", path)
    if not stat.S_ISREG(found.st_mode):
        raise diary_error("not_a_diary", path)
    return found.st_size


def _read(path: Path) -> tuple[bytes, bool]:
    """The beginning of a file, and whether it can be written to."""
    try:
        with path.open("r+b", buffering=0) as file:
            head = file.read(_PAGE)
    except OSError:
        return _only_read(path), False
    # SQLite needs a journal beside the file, so the folder has to take one.
    folder = path.resolve().parent
    return head, os.access(folder, os.W_OK | os.X_OK, effective_ids=os.access in os.supports_effective_ids)


def _only_read(path: Path) -> bytes:
    try:
        with path.open("rb", buffering=0) as file:
            return file.read(_PAGE)
    except OSError:
        raise diary_error("unreadable", path) from None


def _is_sealed(head: bytes, size: int, is_unfinished: bool) -> bool:
    """Whether it is whole pages of noise: 4096 bytes of a cipher lack 1 of the 256 bytes at most in 9999 of 10,000."""
    return len(head) == _PAGE and (is_unfinished or size % _PAGE == 0) and len(set(head)) >= _BYTES_OF_NOISE


def _is_whole(head: bytes, size: int) -> bool:
    """Whether the file has all its pages, and knows how many: if it did not, SQLite would write that on opening."""
    page_size, pages = int.from_bytes(head[16:18], "big"), int.from_bytes(head[28:32], "big")
    return head[24:28] == head[92:96] and size >= pages * page_size


def _fault(head: bytes, application_id: int, newest: int) -> str | None:
    """What is wrong with a header, as the kind of error, or None."""
    if not head:
        # Diaries are put in their place complete, so an empty file is never a new one: the disk or a sync program lost
        # what was in it, and starting afresh in its place would hide that.
        return "empty"
    if len(head) < _LENGTH:
        return "damaged" if head.startswith(_MAGIC) else "not_a_diary"
    if int.from_bytes(head[68:72], "big") != application_id:
        return "not_a_diary"
    version = int.from_bytes(head[60:64], "big")
    if not head.startswith(_MAGIC) or head[18:24] != _SHAPE or version == 0:
        return "damaged"
    return "newer" if version > newest else None
