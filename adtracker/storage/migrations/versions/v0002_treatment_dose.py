"""Treatments with their plans, and the doses of each day."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "2"
down_revision = "1"


def upgrade() -> None:
    """Make the tables."""
    _treatment()
    _treatment_plan()
    _dose()
    _dose_site()


def _treatment() -> None:
    kinds = "kind IN ('injection', 'tablet', 'cream', 'moisturiser', 'light', 'other')"
    op.create_table(
        "treatment",
        sa.Column("id", sa.Integer, nullable=False),
        sa.Column("name", sa.Text, nullable=False),
        sa.Column("kind", sa.Text, nullable=False),
        sa.Column("strength", sa.Text, nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_treatment"),
        sa.CheckConstraint(kinds, name="ck_treatment_kind"),
        sqlite_strict=True,
        sqlite_autoincrement=True,
    )


def _treatment_plan() -> None:
    schedules = "schedule IN ('days', 'weeks', 'daily', 'when_needed', 'stopped')"
    count_given = "(count IS NULL) = (schedule IN ('when_needed', 'stopped'))"
    start_given = "(start IS NULL) = (schedule NOT IN ('days', 'weeks'))"
    op.create_table(
        "treatment_plan",
        sa.Column("treatment", sa.Integer, nullable=False),
        sa.Column("first", sa.Text, nullable=False),
        sa.Column("schedule", sa.Text, nullable=False),
        sa.Column("count", sa.Integer),
        sa.Column("start", sa.Text),
        sa.Column("dose", sa.Text, nullable=False),
        sa.Column("loading_dose", sa.Text, nullable=False),
        sa.Column("reason", sa.Text, nullable=False),
        sa.PrimaryKeyConstraint("treatment", "first", name="pk_treatment_plan"),
        sa.ForeignKeyConstraint(
            ["treatment"], ["treatment.id"], name="fk_treatment_plan_treatment", ondelete="CASCADE"
        ),
        sa.CheckConstraint("date(first) IS first", name="ck_treatment_plan_first"),
        sa.CheckConstraint(schedules, name="ck_treatment_plan_schedule"),
        sa.CheckConstraint("count BETWEEN 1 AND 366", name="ck_treatment_plan_count"),
        sa.CheckConstraint(count_given, name="ck_treatment_plan_count_given"),
        sa.CheckConstraint("date(start) IS start", name="ck_treatment_plan_start"),
        sa.CheckConstraint(start_given, name="ck_treatment_plan_start_given"),
        sqlite_strict=True,
        sqlite_with_rowid=False,
    )


def _dose() -> None:
    op.create_table(
        "dose",
        sa.Column("day", sa.Text, nullable=False),
        sa.Column("treatment", sa.Integer, nullable=False),
        sa.Column("taken", sa.Integer, nullable=False),
        sa.Column("skipped", sa.Integer, nullable=False),
        sa.Column("reason", sa.Text, nullable=False),
        sa.Column("amount", sa.Text, nullable=False),
        sa.Column("recorded_at", sa.Text),
        sa.Column("recorded_on", sa.Text),
        sa.PrimaryKeyConstraint("day", "treatment", name="pk_dose"),
        sa.ForeignKeyConstraint(["treatment"], ["treatment.id"], name="fk_dose_treatment"),
        sa.CheckConstraint("date(day) IS day", name="ck_dose_day"),
        sa.CheckConstraint("taken BETWEEN 0 AND 24", name="ck_dose_taken"),
        sa.CheckConstraint("skipped BETWEEN 0 AND 24", name="ck_dose_skipped"),
        sa.CheckConstraint("taken + skipped > 0", name="ck_dose_any"),
        sa.CheckConstraint("date(recorded_on) IS recorded_on", name="ck_dose_recorded_on"),
        sa.CheckConstraint("recorded_at IS NULL OR datetime(recorded_at) IS NOT NULL", name="ck_dose_recorded_at"),
        sqlite_strict=True,
        sqlite_with_rowid=False,
    )


def _dose_site() -> None:
    op.create_table(
        "dose_site",
        sa.Column("day", sa.Text, nullable=False),
        sa.Column("treatment", sa.Integer, nullable=False),
        sa.Column("site", sa.Text, nullable=False),
        sa.PrimaryKeyConstraint("day", "treatment", "site", name="pk_dose_site"),
        sa.ForeignKeyConstraint(
            ["day", "treatment"], ["dose.day", "dose.treatment"], name="fk_dose_site_day", ondelete="CASCADE"
        ),
        sqlite_strict=True,
        sqlite_with_rowid=False,
    )
