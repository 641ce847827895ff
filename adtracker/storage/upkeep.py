"""What a diary knows of itself: which one it is, and on which days somebody wrote into it."""

from __future__ import annotations

from datetime import date
from uuid import uuid4

from sqlalchemy import Connection, bindparam, delete, select
from sqlalchemy.dialects.sqlite import insert

from adtracker.domain.common.soft_delete import Usage
from adtracker.storage.schema.upkeep import IDENTITY, USED_DAY

_NOTE = insert(USED_DAY).on_conflict_do_nothing()
_FORGET = delete(USED_DAY).where(USED_DAY.c.day > bindparam("today"))
_USED = select(USED_DAY.c.day).where(USED_DAY.c.day <= bindparam("today"))


def identity(connection: Connection) -> str:
    """Which diary it is: 32 hexadecimal digits, the same in every copy of the file. One that lost its own gets one."""
    found: str | None = connection.execute(select(IDENTITY.c.diary)).scalar()
    if found is None:
        found = uuid4().hex
        connection.execute(insert(IDENTITY), {"id": 1, "diary": found})
    return found


def note_use(connection: Connection, today: date) -> None:
    """Count today among the days on which the diary was used.

    Used days that lie ahead go: a clock that was put back says that they never were. So what counts is always what was
    used since, in the order in which it happened.
    """
    connection.execute(_FORGET, {"today": today.isoformat()})
    connection.execute(_NOTE, {"day": today.isoformat()})


def usage(connection: Connection, today: date) -> Usage:
    """The days on which the diary was used, as they look today."""
    used = connection.execute(_USED, {"today": today.isoformat()}).scalars()
    return Usage(today, frozenset(map(date.fromisoformat, used)))
