"""Which files of the inbox were taken into this diary, by what is in them: a file that comes twice changes nothing."""

from __future__ import annotations

from collections.abc import Collection
from datetime import date

from sqlalchemy import bindparam, select

from adtracker.storage.database import Database
from adtracker.storage.repositories.repository import each, listed, upsert
from adtracker.storage.schema.upkeep import TAKEN_FILE

_FIND = select(TAKEN_FILE.c.digest).where(TAKEN_FILE.c.digest.in_(each("digests")))
_PUT = upsert(TAKEN_FILE).values(digest=bindparam("digest"), day=bindparam("day"))


def taken_before(database: Database, digests: Collection[str]) -> frozenset[str]:
    """Those of some digests (SHA-256, in hex) whose files were taken. Raises DiaryError."""
    with database.transaction() as connection:
        return frozenset(connection.execute(_FIND, {"digests": listed(digests)}).scalars())


def note_taken(database: Database, digests: Collection[str], day: date) -> None:
    """Remember that these were taken. Raises DiaryError."""
    if digests:
        with database.transaction() as connection:
            connection.execute(_PUT, [{"digest": digest, "day": day.isoformat()} for digest in digests])
