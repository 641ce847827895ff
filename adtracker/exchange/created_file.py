"""Writes what was made for the person into a file of their choice: complete or not at all, and never over a diary."""

from __future__ import annotations

from pathlib import Path

from adtracker.errors import ExchangeError
from adtracker.exchange.text_file import reason
from adtracker.files import write_whole
from adtracker.storage.header import is_sealed

_SQLITE = b"SQLite format 3\0"


def write_created(file: Path, data: bytes, diary: Path) -> Path:
    """Write a file over what stands there, unless that is a diary (this one or another); where it is now.

    A link is followed, so that the file it names is written and the link stays. Raises ExchangeError; what was there
    is then as it was.
    """
    try:
        target = created_place(file, diary)
        write_whole(target, data)
    except (OSError, ValueError) as error:
        raise ExchangeError("exchange.cannot_write", file=file, reason=reason(error)) from None
    return target


def created_place(file: Path, diary: Path) -> Path:
    """Where a file that is to be made will be. Raises ExchangeError if it must not be written, and OSError."""
    target = file.resolve()
    target.parent.stat()  # folders beside the file are made, the one it is to lie in is not
    _check(target, diary)
    return target


def _check(file: Path, diary: Path) -> None:
    if not file.exists():
        return
    if not file.is_file():
        raise ExchangeError("exchange.not_an_ordinary_file", file=file)
    if (diary.exists() and file.samefile(diary)) or _is_diary(file):
        raise ExchangeError("exchange.is_a_diary", file=file)


def _is_diary(file: Path) -> bool:
    """Whether a file is an SQLite file, which is what diaries are, or looks like an encrypted one."""
    with file.open("rb") as source:
        is_plain = source.read(len(_SQLITE)) == _SQLITE
    return is_plain or is_sealed(file)
