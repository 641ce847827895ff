"""Writes what was made for the person into a file of their choice: complete or not at all, and never over a diary."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import BinaryIO

from adtracker.errors import ExchangeError
from adtracker.exchange.text_file import reason
from adtracker.files import writing_whole
from adtracker.storage.header import is_sealed

_SQLITE = b"SQLite format 3\0"


def write_created(file: Path, data: bytes, diary: Path) -> Path:
    """Write a file over what stands there, unless that is a diary (this one or another); where it is now.

    A link is followed, so that the file it names is written and the link stays. Raises ExchangeError; what was there
    is then as it was.
    """
    with creating(file, diary) as (target, draft):
        draft.write(data)
    return target


@contextmanager
def creating(file: Path, diary: Path) -> Iterator[tuple[Path, BinaryIO]]:
    """The same, for what is written piece by piece: where it will be at the end of the block, and what to write to."""
    try:
        target = created_place(file, diary)
    except (OSError, ValueError) as error:  # ValueError: a name with a zero byte
        raise _cannot_write(file, error) from None
    try:
        with writing_whole(target) as draft:
            yield target, draft
    except OSError as error:
        raise _cannot_write(file, error) from None


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


def _cannot_write(file: Path, error: Exception) -> ExchangeError:
    return ExchangeError("exchange.cannot_write", file=file, reason=reason(error))


def _is_diary(file: Path) -> bool:
    """Whether a file is an SQLite file, which is what diaries are, or looks like an encrypted one."""
    with file.open("rb") as source:
        is_plain = source.read(len(_SQLITE)) == _SQLITE
    return is_plain or is_sealed(file)
