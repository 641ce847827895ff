"""The last seven days as they are remembered, for those who write once a week, and on which weekday they do."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "12"
down_revision = "11"


def upgrade() -> None:
    """Make the table and add the column in place; until now everybody wrote every day."""
    op.create_table(
        "recalled_week",
        sa.Column("id", sa.Integer, nullable=False),
        sa.Column("day", sa.Text, nullable=False),
        sa.Column("worst_itch", sa.REAL),
        sa.Column("average_itch", sa.REAL),
        sa.Column("sleep_quality", sa.REAL),
        sa.Column("extent_percent", sa.REAL),
        sa.Column("removed_on", sa.Text),
        sa.PrimaryKeyConstraint("id", name="pk_recalled_week"),
        sa.CheckConstraint("date(day) IS day", name="ck_recalled_week_day"),
        sa.CheckConstraint("worst_itch BETWEEN 0 AND 10", name="ck_recalled_week_worst_itch"),
        sa.CheckConstraint("average_itch BETWEEN 0 AND 10", name="ck_recalled_week_average_itch"),
        sa.CheckConstraint("sleep_quality BETWEEN 0 AND 10", name="ck_recalled_week_sleep_quality"),
        sa.CheckConstraint("extent_percent BETWEEN 0 AND 100", name="ck_recalled_week_extent_percent"),
        sa.CheckConstraint("date(removed_on) IS removed_on", name="ck_recalled_week_removed_on"),
        sqlite_strict=True,
        sqlite_autoincrement=True,
    )
    op.execute(
        "ALTER TABLE person ADD COLUMN weekly_on INTEGER "
        "CONSTRAINT ck_person_weekly_on CHECK (weekly_on BETWEEN 1 AND 7)"
    )
