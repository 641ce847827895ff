"""Own questions that are answered by a number with decimals, and where their answers come from if not from the person.

The table is small, so it is made anew: a check of a column cannot be changed in place.
"""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "7"
down_revision = "6"

_COLUMNS = "key, text, kind, better, unit, position, hidden"


def upgrade() -> None:
    """Put the questions into a table that knows both."""
    op.execute("ALTER TABLE own_question RENAME TO old_question")
    op.create_table(
        "own_question",
        sa.Column("key", sa.Text, nullable=False),
        sa.Column("text", sa.Text, nullable=False),
        sa.Column("kind", sa.Text, nullable=False),
        sa.Column("better", sa.Text, nullable=False),
        sa.Column("unit", sa.Text, nullable=False),
        sa.Column("position", sa.Integer, nullable=False),
        sa.Column("hidden", sa.Integer, nullable=False),
        sa.Column("source", sa.Text, nullable=False),
        sa.PrimaryKeyConstraint("key", name="pk_own_question"),
        sa.CheckConstraint("kind IN ('scale', 'yes_no', 'count', 'amount')", name="ck_own_question_kind"),
        sa.CheckConstraint("better IN ('lower', 'higher', 'neither')", name="ck_own_question_better"),
        sa.CheckConstraint("hidden IN (0, 1)", name="ck_own_question_hidden"),
        sqlite_strict=True,
        sqlite_with_rowid=False,
    )
    op.execute(f"INSERT INTO own_question ({_COLUMNS}, source) SELECT {_COLUMNS}, '' FROM old_question")
    op.drop_table("old_question")
