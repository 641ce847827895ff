"""How many doses of a treatment are left, when they were counted, and how long before the last one to order."""

from __future__ import annotations

from alembic import op

revision = "11"
down_revision = "10"


def upgrade() -> None:
    """Add the columns in place; nothing was counted so far."""
    op.execute(
        "ALTER TABLE treatment ADD COLUMN counted_on TEXT "
        "CONSTRAINT ck_treatment_counted_on CHECK (date(counted_on) IS counted_on)"
    )
    for name, most in (("doses_left", 9999), ("order_days", 366)):
        op.execute(
            f"ALTER TABLE treatment ADD COLUMN {name} INTEGER "
            f"CONSTRAINT ck_treatment_{name} CHECK ({name} BETWEEN 0 AND {most})"
        )
