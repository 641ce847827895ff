"""The first form: one person, their courses, and days with itch, sleep, extent and a note."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "1"
down_revision = None


def upgrade() -> None:
    """Make the tables."""
    _person()
    _course()
    _day()
    _day_region()


def _person() -> None:
    op.create_table(
        "person",
        sa.Column("id", sa.Integer, nullable=False),
        sa.Column("name", sa.Text, nullable=False),
        sa.Column("birth_year", sa.Integer),
        sa.Column("questions", sa.Text, nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_person"),
        sa.CheckConstraint("id = 1", name="ck_person_single"),
        sqlite_strict=True,
    )


def _course() -> None:
    op.create_table(
        "course",
        sa.Column("id", sa.Integer, nullable=False),
        sa.Column("start", sa.Text, nullable=False),
        sa.Column("treatment", sa.Text, nullable=False),
        sa.Column("weeks", sa.Integer, nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_course"),
        sa.CheckConstraint("date(start) IS start", name="ck_course_start"),
        sa.CheckConstraint("weeks BETWEEN 1 AND 520", name="ck_course_weeks"),
        sqlite_strict=True,
        sqlite_autoincrement=True,
    )


def _day() -> None:
    op.create_table(
        "day",
        sa.Column("day", sa.Text, nullable=False),
        sa.Column("itch", sa.REAL),
        sa.Column("sleep_quality", sa.REAL),
        sa.Column("extent_percent", sa.REAL),
        sa.Column("extent_method", sa.Text),
        sa.Column("extent_age_column", sa.Text),
        sa.Column("extent_palms", sa.REAL),
        sa.Column("note", sa.Text, nullable=False),
        sa.Column("recorded_at", sa.Text),
        sa.Column("recorded_on", sa.Text),
        sa.PrimaryKeyConstraint("day", name="pk_day"),
        sa.CheckConstraint("date(day) IS day", name="ck_day_day"),
        sa.CheckConstraint("itch BETWEEN 0 AND 10", name="ck_day_itch"),
        sa.CheckConstraint("sleep_quality BETWEEN 0 AND 10", name="ck_day_sleep_quality"),
        sa.CheckConstraint("extent_percent BETWEEN 0 AND 100", name="ck_day_extent_percent"),
        sa.CheckConstraint("extent_method IN ('regions', 'palms', 'percent')", name="ck_day_extent_method"),
        sa.CheckConstraint("(extent_percent IS NULL) = (extent_method IS NULL)", name="ck_day_extent"),
        sa.CheckConstraint("extent_palms BETWEEN 0 AND 100", name="ck_day_extent_palms"),
        sa.CheckConstraint("recorded_at IS NULL OR datetime(recorded_at) IS NOT NULL", name="ck_day_recorded_at"),
        sa.CheckConstraint("date(recorded_on) IS recorded_on", name="ck_day_recorded_on"),
        sqlite_strict=True,
        sqlite_with_rowid=False,
    )


def _day_region() -> None:
    op.create_table(
        "day_region",
        sa.Column("day", sa.Text, nullable=False),
        sa.Column("region", sa.Text, nullable=False),
        sa.Column("grade", sa.Text, nullable=False),
        sa.PrimaryKeyConstraint("day", "region", name="pk_day_region"),
        sa.ForeignKeyConstraint(["day"], ["day.day"], name="fk_day_region_day", ondelete="CASCADE"),
        sa.CheckConstraint("grade IN ('little', 'half', 'most')", name="ck_day_region_grade"),
        sqlite_strict=True,
        sqlite_with_rowid=False,
    )
