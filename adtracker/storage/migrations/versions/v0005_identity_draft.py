"""Which diary a file is, on which days it was used, what its commits left, and forms that are not stored yet."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "5"
down_revision = "4"


def upgrade() -> None:
    """Make the tables, and give the diary its identity."""
    op.create_table(
        "identity",
        sa.Column("id", sa.Integer, nullable=False),
        sa.Column("diary", sa.Text, nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_identity"),
        sa.CheckConstraint("id = 1", name="ck_identity_single"),
        sa.CheckConstraint("length(diary) = 32", name="ck_identity_diary"),
        sqlite_strict=True,
    )
    op.execute("INSERT INTO identity (id, diary) VALUES (1, lower(hex(randomblob(16))))")
    op.create_table(
        "used_day",
        sa.Column("day", sa.Text, nullable=False),
        sa.PrimaryKeyConstraint("day", name="pk_used_day"),
        sa.CheckConstraint("date(day) IS day", name="ck_used_day_day"),
        sqlite_strict=True,
        sqlite_with_rowid=False,
    )
    op.create_table(
        "trail",
        sa.Column("number", sa.Integer, nullable=False),
        sa.Column("mark", sa.Text, nullable=False),
        sa.PrimaryKeyConstraint("number", name="pk_trail"),
        sa.CheckConstraint("length(mark) = 16", name="ck_trail_mark"),
        sqlite_strict=True,
    )
    op.create_table(
        "draft",
        sa.Column("form", sa.Text, nullable=False),
        sa.Column("content", sa.Text, nullable=False),
        sa.Column("saved_at", sa.Text, nullable=False),
        sa.PrimaryKeyConstraint("form", name="pk_draft"),
        sa.CheckConstraint("json_valid(content) AND json_type(content) = 'object'", name="ck_draft_content"),
        sa.CheckConstraint("saved_at IS NULL OR datetime(saved_at) IS NOT NULL", name="ck_draft_saved_at"),
        sqlite_strict=True,
        sqlite_with_rowid=False,
    )
