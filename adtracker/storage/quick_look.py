"""Looks whether a day is written, before anything else is loaded: SQLAlchemy alone takes longer than all of a small
window. Only the driver is used, and nothing is written; what cannot be told this way is told by opening the diary."""

from __future__ import annotations

from contextlib import closing
from datetime import date
from pathlib import Path

from sqlcipher3 import dbapi2

IS_WRITTEN = "SELECT EXISTS (SELECT 1 FROM day WHERE day = ?)"
IN_BREAK = "SELECT EXISTS (SELECT 1 FROM diary_break WHERE removed_on IS NULL AND ? BETWEEN first AND last)"
ONCE_A_WEEK = "SELECT EXISTS (SELECT 1 FROM person WHERE weekly_on IS NOT NULL)"
_MAGIC = b"SQLite format 3\0"
_SECONDS = 0.5


def is_plain(path: Path) -> bool:
    """Whether a file begins as a diary without a password does; False also where it cannot be read."""
    try:
        with path.open("rb") as file:
            return file.read(len(_MAGIC)) == _MAGIC
    except OSError:
        return False


def is_written(path: Path, day: date) -> bool | None:
    """Whether there is an entry of a day, or it lies in a break; None where only opening the diary tells: it has a
    password, is being written to, was left in the middle of a write, is damaged, or is none."""
    found = _ask(path, IS_WRITTEN, day.isoformat())
    return found or _ask(path, IN_BREAK, day.isoformat()) or found


def is_once_a_week(path: Path) -> bool:
    """Whether the diary is written once a week; False also where only opening it tells."""
    return bool(_ask(path, ONCE_A_WEEK))


def _ask(path: Path, question: str, *values: str) -> bool | None:
    if not is_plain(path):
        return None
    try:
        with closing(dbapi2.connect(f"{path.absolute().as_uri()}?mode=ro", uri=True, timeout=_SECONDS)) as connection:
            (found,) = connection.execute(question, values).fetchone()
    except dbapi2.Error:
        return None
    return bool(found)
