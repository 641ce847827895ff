"""Tells whose a diary is without opening it for more: for a list to choose from."""

from __future__ import annotations

from contextlib import closing
from pathlib import Path

from adtracker.errors import DiaryError
from adtracker.storage.database import Database
from adtracker.storage.header import check_header
from adtracker.storage.repositories.all_repositories import PERSON


def whose(path: Path) -> str | None:
    """The name in a diary, empty if nobody said; None if there is no diary there that can be read.

    Not for a diary that is open: this would drop its locks (see `header`).
    """
    try:
        check_header(path)
        with closing(Database(path, read_only=True)) as database, database.transaction() as connection:
            return PERSON.only(connection).name
    except DiaryError:
        return None
