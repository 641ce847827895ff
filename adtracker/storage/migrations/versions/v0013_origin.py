"""How a day came into the diary where it was not typed, and which files of an inbox were taken."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "13"
down_revision = "12"


def upgrade() -> None:
    """Add the column in place and make the table; nobody noted it so far."""
    op.execute(
        "ALTER TABLE day ADD COLUMN origin TEXT CONSTRAINT ck_day_origin CHECK (origin IN ('pasted', 'paper', 'file'))"
    )
    op.create_table(
        "taken_file",
        sa.Column("digest", sa.Text, nullable=False),
        sa.Column("day", sa.Text, nullable=False),
        sa.PrimaryKeyConstraint("digest", name="pk_taken_file"),
        sa.CheckConstraint("length(digest) = 64", name="ck_taken_file_digest"),
        sa.CheckConstraint("date(day) IS day", name="ck_taken_file_day"),
        sqlite_strict=True,
        sqlite_with_rowid=False,
    )
