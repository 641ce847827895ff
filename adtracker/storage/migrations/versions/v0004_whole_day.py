"""What surrounds a day: signs, triggers and own questions, visits, side effects, scores and questionnaires.

Treatments and courses learn to be deleted for some weeks before they are gone. Columns are added in place, each with
its check: rebuilding the table of days would cost a long diary more than it is worth.
"""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "4"
down_revision = "3"


def upgrade() -> None:
    """Add the columns and make the tables."""
    _columns()
    _own_trigger()
    _own_question()
    _visit()
    _side_effect()
    _clinic_score()
    _form()
    _filled_form()


def _columns() -> None:
    _add("day", "woken", "INTEGER", "woken IN (0, 1)")
    _add("day", "signs", "TEXT", "json_valid(signs) AND json_type(signs) = 'array'")
    _add("day", "context", "TEXT", "json_valid(context) AND json_type(context) = 'array'")
    _add("day", "answers", "TEXT", "json_valid(answers) AND json_type(answers) = 'object'")
    for table in ("treatment", "course"):
        _add(table, "removed_on", "TEXT", "date(removed_on) IS removed_on")


def _add(table: str, column: str, kind: str, check: str) -> None:
    op.execute(f"ALTER TABLE {table} ADD COLUMN {column} {kind} CONSTRAINT ck_{table}_{column} CHECK ({check})")


def _own_trigger() -> None:
    op.create_table(
        "own_trigger",
        sa.Column("key", sa.Text, nullable=False),
        sa.Column("name", sa.Text, nullable=False),
        sa.Column("hidden", sa.Integer, nullable=False),
        sa.PrimaryKeyConstraint("key", name="pk_own_trigger"),
        sa.CheckConstraint("hidden IN (0, 1)", name="ck_own_trigger_hidden"),
        sqlite_strict=True,
        sqlite_with_rowid=False,
    )


def _own_question() -> None:
    op.create_table(
        "own_question",
        sa.Column("key", sa.Text, nullable=False),
        sa.Column("text", sa.Text, nullable=False),
        sa.Column("kind", sa.Text, nullable=False),
        sa.Column("better", sa.Text, nullable=False),
        sa.Column("unit", sa.Text, nullable=False),
        sa.Column("position", sa.Integer, nullable=False),
        sa.Column("hidden", sa.Integer, nullable=False),
        sa.PrimaryKeyConstraint("key", name="pk_own_question"),
        sa.CheckConstraint("kind IN ('scale', 'yes_no', 'count')", name="ck_own_question_kind"),
        sa.CheckConstraint("better IN ('lower', 'higher', 'neither')", name="ck_own_question_better"),
        sa.CheckConstraint("hidden IN (0, 1)", name="ck_own_question_hidden"),
        sqlite_strict=True,
        sqlite_with_rowid=False,
    )


def _visit() -> None:
    op.create_table(
        "visit",
        sa.Column("id", sa.Integer, nullable=False),
        sa.Column("day", sa.Text, nullable=False),
        sa.Column("who", sa.Text, nullable=False),
        sa.Column("notes", sa.Text, nullable=False),
        sa.Column("questions", sa.Text, nullable=False),
        sa.Column("removed_on", sa.Text),
        sa.PrimaryKeyConstraint("id", name="pk_visit"),
        sa.CheckConstraint("date(day) IS day", name="ck_visit_day"),
        sa.CheckConstraint("date(removed_on) IS removed_on", name="ck_visit_removed_on"),
        sqlite_strict=True,
        sqlite_autoincrement=True,
    )


def _side_effect() -> None:
    op.create_table(
        "side_effect",
        sa.Column("id", sa.Integer, nullable=False),
        sa.Column("what", sa.Text, nullable=False),
        sa.Column("first", sa.Text, nullable=False),
        sa.Column("last", sa.Text),
        sa.Column("severity", sa.Text),
        sa.Column("done", sa.Text, nullable=False),
        sa.Column("removed_on", sa.Text),
        sa.PrimaryKeyConstraint("id", name="pk_side_effect"),
        sa.CheckConstraint("date(first) IS first", name="ck_side_effect_first"),
        sa.CheckConstraint("date(last) IS last", name="ck_side_effect_last"),
        sa.CheckConstraint("last >= first", name="ck_side_effect_order"),
        sa.CheckConstraint("severity IN ('mild', 'moderate', 'severe')", name="ck_side_effect_severity"),
        sa.CheckConstraint("date(removed_on) IS removed_on", name="ck_side_effect_removed_on"),
        sqlite_strict=True,
        sqlite_autoincrement=True,
    )


def _clinic_score() -> None:
    op.create_table(
        "clinic_score",
        sa.Column("id", sa.Integer, nullable=False),
        sa.Column("day", sa.Text, nullable=False),
        sa.Column("scale", sa.Text, nullable=False),
        sa.Column("value", sa.REAL, nullable=False),
        sa.Column("given_by", sa.Text, nullable=False),
        sa.Column("note", sa.Text, nullable=False),
        sa.Column("removed_on", sa.Text),
        sa.PrimaryKeyConstraint("id", name="pk_clinic_score"),
        sa.CheckConstraint("date(day) IS day", name="ck_clinic_score_day"),
        sa.CheckConstraint("value BETWEEN 0 AND 1000", name="ck_clinic_score_value"),
        sa.CheckConstraint("date(removed_on) IS removed_on", name="ck_clinic_score_removed_on"),
        sqlite_strict=True,
        sqlite_autoincrement=True,
    )


def _form() -> None:
    op.create_table(
        "form",
        sa.Column("key", sa.Text, nullable=False),
        sa.Column("title", sa.Text, nullable=False),
        sa.Column("content", sa.Text, nullable=False),
        sa.Column("every_days", sa.Integer),
        sa.Column("opened_on", sa.Text, nullable=False),
        sa.Column("hidden", sa.Integer, nullable=False),
        sa.PrimaryKeyConstraint("key", name="pk_form"),
        sa.CheckConstraint("json_valid(content) AND json_type(content) = 'object'", name="ck_form_content"),
        sa.CheckConstraint("every_days BETWEEN 1 AND 366", name="ck_form_every_days"),
        sa.CheckConstraint("date(opened_on) IS opened_on", name="ck_form_opened_on"),
        sa.CheckConstraint("hidden IN (0, 1)", name="ck_form_hidden"),
        sqlite_strict=True,
        sqlite_with_rowid=False,
    )


def _filled_form() -> None:
    op.create_table(
        "filled_form",
        sa.Column("id", sa.Integer, nullable=False),
        sa.Column("day", sa.Text, nullable=False),
        sa.Column("form", sa.Text, nullable=False),
        sa.Column("answers", sa.Text, nullable=False),
        sa.Column("value", sa.REAL),
        sa.Column("removed_on", sa.Text),
        sa.PrimaryKeyConstraint("id", name="pk_filled_form"),
        sa.ForeignKeyConstraint(["form"], ["form.key"], name="fk_filled_form_form"),
        sa.CheckConstraint("date(day) IS day", name="ck_filled_form_day"),
        sa.CheckConstraint("json_valid(answers) AND json_type(answers) = 'object'", name="ck_filled_form_answers"),
        sa.CheckConstraint("date(removed_on) IS removed_on", name="ck_filled_form_removed_on"),
        sqlite_strict=True,
        sqlite_autoincrement=True,
    )
