"""What is recorded about photos; their pixels are in a file of their own."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "3"
down_revision = "2"


def upgrade() -> None:
    """Make the table."""
    op.create_table(
        "photo",
        sa.Column("id", sa.Integer, nullable=False),
        sa.Column("day", sa.Text, nullable=False),
        sa.Column("region", sa.Text),
        sa.Column("width", sa.Integer, nullable=False),
        sa.Column("height", sa.Integer, nullable=False),
        sa.Column("digest", sa.Text, nullable=False),
        sa.Column("note", sa.Text, nullable=False),
        sa.Column("removed_on", sa.Text),
        sa.PrimaryKeyConstraint("id", name="pk_photo"),
        sa.CheckConstraint("date(day) IS day", name="ck_photo_day"),
        sa.CheckConstraint("width BETWEEN 1 AND 1600", name="ck_photo_width"),
        sa.CheckConstraint("height BETWEEN 1 AND 1600", name="ck_photo_height"),
        sa.CheckConstraint("length(digest) = 64", name="ck_photo_digest"),
        sa.CheckConstraint("date(removed_on) IS removed_on", name="ck_photo_removed_on"),
        sqlite_strict=True,
        sqlite_autoincrement=True,
    )
