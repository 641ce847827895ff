"""The tables of a file of photos, and how one of the first version becomes one of this."""

from __future__ import annotations

from sqlalchemy import CheckConstraint, Column, Connection, Integer, LargeBinary, MetaData, Table, Text, insert

APPLICATION_ID = 0x61645048  # "adPH"
VERSION = 2

_METADATA = MetaData()
# `deleted_on` is the diary day on which the file's own diary let go of a picture: nothing else ever makes pixels go.
# The small picture before the large one: what stands behind a large value is slow to reach.
PIXELS = Table(
    "pixels",
    _METADATA,
    Column("digest", Text, primary_key=True),
    Column("deleted_on", Text),
    Column("thumbnail", LargeBinary, nullable=False),
    Column("jpeg", LargeBinary, nullable=False),
    sqlite_strict=True,
)
# The diary that the file belongs to, as the diary names itself: one row.
OWNER = Table(
    "owner",
    _METADATA,
    Column("id", Integer, primary_key=True),
    Column("diary", Text, nullable=False),
    CheckConstraint("id = 1", "single"),
    sqlite_strict=True,
)
# What small pictures were when they were stored; a large one has its own digest for a name.
SEAL = Table(
    "seal",
    _METADATA,
    Column("digest", Text, primary_key=True),
    Column("thumbnail", Text, nullable=False),
    sqlite_strict=True,
)


def make(connection: Connection, owner: str) -> None:
    """Make the tables of a new file that belongs to a diary."""
    _METADATA.create_all(connection)
    _claim(connection, owner)
    connection.exec_driver_sql(f"PRAGMA application_id = {APPLICATION_ID}")


def bring_up(connection: Connection, owner: str) -> None:
    """Make of a file of version 1 one of this version that belongs to a diary.

    Version 1 noted since when no photo used some pixels, whichever diary it was that did not: that is no deletion.
    """
    connection.exec_driver_sql("ALTER TABLE pixels RENAME COLUMN unused_since TO deleted_on")
    connection.execute(PIXELS.update().values(deleted_on=None))
    for table in (OWNER, SEAL):
        table.create(connection)
    _claim(connection, owner)


def _claim(connection: Connection, owner: str) -> None:
    connection.execute(insert(OWNER), {"id": 1, "diary": owner})
    connection.exec_driver_sql(f"PRAGMA user_version = {VERSION}")
