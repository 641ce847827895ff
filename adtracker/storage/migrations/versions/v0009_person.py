"""The whole date of birth and the number at the clinic, for those who want them on their report."""

from __future__ import annotations

from alembic import op

revision = "9"
down_revision = "8"


def upgrade() -> None:
    """Add the columns in place; who gave neither says so."""
    op.execute(
        "ALTER TABLE person ADD COLUMN birth_date TEXT "
        "CONSTRAINT ck_person_birth_date CHECK (date(birth_date) IS birth_date)"
    )
    op.execute("ALTER TABLE person ADD COLUMN clinic_number TEXT NOT NULL DEFAULT ''")
