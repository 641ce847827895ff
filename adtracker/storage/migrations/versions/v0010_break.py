"""Breaks with their reasons, and days that are marked as bad without a number."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "10"
down_revision = "9"


def upgrade() -> None:
    """Make the table, and add the column in place: of the days that are there none is marked."""
    op.create_table(
        "diary_break",
        sa.Column("id", sa.Integer, nullable=False),
        sa.Column("first", sa.Text, nullable=False),
        sa.Column("last", sa.Text, nullable=False),
        sa.Column("reason", sa.Text, nullable=False),
        sa.Column("words", sa.Text, nullable=False),
        sa.Column("removed_on", sa.Text),
        sa.PrimaryKeyConstraint("id", name="pk_diary_break"),
        sa.CheckConstraint("date(first) IS first", name="ck_diary_break_first"),
        sa.CheckConstraint("date(last) IS last", name="ck_diary_break_last"),
        sa.CheckConstraint("last >= first", name="ck_diary_break_order"),
        sa.CheckConstraint("reason IN ('well', 'ill', 'holiday', 'no_wish', 'other')", name="ck_diary_break_reason"),
        sa.CheckConstraint("date(removed_on) IS removed_on", name="ck_diary_break_removed_on"),
        sqlite_strict=True,
        sqlite_autoincrement=True,
    )
    op.execute("ALTER TABLE day ADD COLUMN bad_day INTEGER CONSTRAINT ck_day_bad_day CHECK (bad_day IN (0, 1))")
