"""Where a command puts what it made: into a file, complete or not at all, or to standard output."""

from __future__ import annotations

import sys
from pathlib import Path

from adtracker.commands.desk import Desk
from adtracker.errors import ExchangeError
from adtracker.exchange.text_file import reason
from adtracker.files import write_whole

STANDARD_OUTPUT = "-"
_SQLITE = b"SQLite format 3\0"


def put(desk: Desk, target: str, data: bytes) -> bool:
    """Write to a file, over what stands there, unless that is a diary; True if it went to a file.

    Raises ExchangeError; what was there is then as it was.
    """
    if target == STANDARD_OUTPUT:
        sys.stdout.buffer.write(data)
        return False
    try:
        # A link is followed, so that the file it names is written and the link stays.
        file = Path(target).resolve()
        _check(desk, file)
        write_whole(file, data)
    except (OSError, ValueError) as error:
        raise ExchangeError("exchange.cannot_write", file=target, reason=reason(error)) from None
    return True


def _check(desk: Desk, file: Path) -> None:
    if not file.exists():
        return
    if not file.is_file():
        raise ExchangeError("exchange.not_an_ordinary_file", file=file)
    if (desk.diary.exists() and file.samefile(desk.diary)) or is_diary(file):
        raise ExchangeError("exchange.is_a_diary", file=file)


def is_diary(file: Path) -> bool:
    """Whether a file is an SQLite file, which is what diaries are."""
    with file.open("rb") as source:
        return source.read(len(_SQLITE)) == _SQLITE
