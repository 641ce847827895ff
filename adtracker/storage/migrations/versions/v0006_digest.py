"""A digest of each record, so that a change that no write made is noticed.

The records that are there get theirs when all steps are done: only the present form can be read.
"""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "6"
down_revision = "5"


def upgrade() -> None:
    """Make the table."""
    op.create_table(
        "digest",
        sa.Column("kind", sa.Text, nullable=False),
        sa.Column("key", sa.Text, nullable=False),
        sa.Column("digest", sa.BLOB, nullable=False),
        sa.PrimaryKeyConstraint("kind", "key", name="pk_digest"),
        sa.CheckConstraint("length(digest) = 16", name="ck_digest_digest"),
        sqlite_strict=True,
        sqlite_with_rowid=False,
    )
