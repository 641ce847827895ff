"""How exactly the first day of a plan is known: of what was used before the diary often only the month or the year.

All plans that are there say a day. The table is made anew, so that it is the same as one of a new diary.
"""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "8"
down_revision = "7"

_COLUMNS = "treatment, first, schedule, count, start, dose, loading_dose, reason"


def upgrade() -> None:
    """Put the plans into a table that knows it."""
    schedules = "schedule IN ('days', 'weeks', 'daily', 'when_needed', 'stopped')"
    op.execute("ALTER TABLE treatment_plan RENAME TO old_treatment_plan")
    op.create_table(
        "treatment_plan",
        sa.Column("treatment", sa.Integer, nullable=False),
        sa.Column("first", sa.Text, nullable=False),
        sa.Column("known", sa.Text, nullable=False),
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
        sa.CheckConstraint("known IN ('day', 'month', 'year')", name="ck_treatment_plan_known"),
        sa.CheckConstraint(schedules, name="ck_treatment_plan_schedule"),
        sa.CheckConstraint("count BETWEEN 1 AND 366", name="ck_treatment_plan_count"),
        sa.CheckConstraint(
            "(count IS NULL) = (schedule IN ('when_needed', 'stopped'))", name="ck_treatment_plan_count_given"
        ),
        sa.CheckConstraint("date(start) IS start", name="ck_treatment_plan_start"),
        sa.CheckConstraint(
            "(start IS NULL) = (schedule NOT IN ('days', 'weeks'))", name="ck_treatment_plan_start_given"
        ),
        sqlite_strict=True,
        sqlite_with_rowid=False,
    )
    op.execute(f"INSERT INTO treatment_plan ({_COLUMNS}, known) SELECT {_COLUMNS}, 'day' FROM old_treatment_plan")
    op.drop_table("old_treatment_plan")
