"""How a day came into the diary: pasted, from paper, from a file; all others were typed."""

from __future__ import annotations

from alembic import op

revision = "13"
down_revision = "12"


def upgrade() -> None:
    """Add the column in place; nobody noted it so far."""
    op.execute(
        "ALTER TABLE day ADD COLUMN origin TEXT CONSTRAINT ck_day_origin CHECK (origin IN ('pasted', 'paper', 'file'))"
    )
