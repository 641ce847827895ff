"""The tables that the migrations make are those that the program believes in, and refuse what is out of range."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import Connection, inspect, text
from sqlalchemy.exc import IntegrityError

from adtracker.storage import upgrade
from adtracker.storage.database import Database
from adtracker.storage.header import APPLICATION_ID, MIGRATIONS, SCHEMA_VERSION
from adtracker.storage.schema import METADATA

PLAN = "treatment_plan (treatment, first, schedule, count, start, dose, loading_dose, reason, known)"
QUESTION = "own_question (key, text, kind, better, unit, position, hidden)"

PHOTO = "photo (day, region, width, height, digest, note, removed_on)"
DIGEST = "0f" * 32


@pytest.fixture
def migrated(path: Path) -> Iterator[Database]:
    """A diary as the migrations make it."""
    upgrade.create(path)
    database = Database(path)
    yield database
    database.close()


@pytest.fixture
def mapped(tmp_path: Path) -> Iterator[Database]:
    """A file as the mappings would make it."""
    (tmp_path / "mapped").touch()
    database = Database(tmp_path / "mapped")
    with database.transaction() as connection:
        METADATA.create_all(connection)
    yield database
    database.close()


def _shape(connection: Connection, table: str) -> dict[str, Any]:
    """Everything about a table that SQLite would hold against a row."""
    looking = inspect(connection)
    flags = connection.execute(text("SELECT wr, strict FROM pragma_table_list(:table)"), {"table": table}).one()
    sql = connection.execute(text("SELECT sql FROM sqlite_schema WHERE name = :table"), {"table": table}).scalar_one()
    return {
        "columns": [(column["name"], str(column["type"]), column["nullable"]) for column in looking.get_columns(table)],
        "checks": {(check["name"], check["sqltext"]) for check in looking.get_check_constraints(table)},
        "key": looking.get_pk_constraint(table),
        "foreign keys": looking.get_foreign_keys(table),
        "indexes": looking.get_indexes(table),
        "flags": (*flags, "AUTOINCREMENT" in sql),
    }


def test_the_migrations_make_what_the_mappings_say(migrated: Database, mapped: Database) -> None:
    with migrated.transaction() as ours, mapped.transaction() as theirs:
        assert compare_metadata(MigrationContext.configure(ours), METADATA) == []
        for table in METADATA.tables:
            assert _shape(ours, table) == _shape(theirs, table)


def test_the_file_says_what_it_is_and_how_new(migrated: Database) -> None:
    with migrated.transaction() as connection:
        assert connection.execute(text("PRAGMA application_id")).scalar_one() == APPLICATION_ID
        assert connection.execute(text("PRAGMA user_version")).scalar_one() == SCHEMA_VERSION
    assert upgrade.newest() == SCHEMA_VERSION


def test_migrations_are_numbered_without_gaps() -> None:
    revisions = [int(script.revision) for script in ScriptDirectory(str(MIGRATIONS)).walk_revisions()]
    assert revisions == list(range(SCHEMA_VERSION, 0, -1))


def test_migrations_know_nothing_of_the_present() -> None:
    for file in MIGRATIONS.rglob("*.py"):
        assert "adtracker" not in "".join(
            line for line in file.read_text(encoding="utf-8").splitlines() if "import" in line
        )


@pytest.mark.parametrize(
    "values",
    [
        "person (id, name, questions) VALUES (2, '', '')",
        "course (start, treatment, weeks) VALUES ('2026-02-30', '', 24)",
        "course (start, treatment, weeks) VALUES ('2026-08-02', '', 0)",
        "day (day, note) VALUES ('2026-13-01', '')",
        "day (day, note) VALUES ('soon', '')",
        "day (day, note, itch) VALUES ('2026-08-02', '', 10.1)",
        "day (day, note, itch) VALUES ('2026-08-02', '', 'very')",
        "day (day, note, sleep_quality) VALUES ('2026-08-02', '', -1)",
        "day (day, note, extent_percent, extent_method) VALUES ('2026-08-02', '', 101, 'percent')",
        "day (day, note, extent_percent) VALUES ('2026-08-02', '', 5)",
        "day (day, note, extent_percent, extent_method) VALUES ('2026-08-02', '', 5, 'guess')",
        "day (day, note, extent_palms) VALUES ('2026-08-02', '', 101)",
        "day (day, note, recorded_on) VALUES ('2026-08-02', '', 'then')",
        "day (day, note, recorded_at) VALUES ('2026-08-02', '', 'then')",
        "day_region (day, region, grade) VALUES ('2026-08-02', 'face', 'none')",
        "day_region (day, region, grade) VALUES ('2001-01-01', 'face', 'half')",
        "treatment (name, kind, strength) VALUES ('Cream', 'potion', '')",
        f"{PLAN} VALUES (1, '2026-02-30', 'daily', 2, NULL, '', '', '', 'day')",
        f"{PLAN} VALUES (1, '2026-08-02', 'monthly', 2, NULL, '', '', '', 'day')",
        f"{PLAN} VALUES (1, '2026-08-02', 'daily', 0, NULL, '', '', '', 'day')",
        f"{PLAN} VALUES (1, '2026-08-02', 'daily', NULL, NULL, '', '', '', 'day')",
        f"{PLAN} VALUES (1, '2026-08-02', 'stopped', 2, NULL, '', '', '', 'day')",
        f"{PLAN} VALUES (1, '2026-08-02', 'weeks', 4, NULL, '', '', '', 'day')",
        f"{PLAN} VALUES (1, '2026-08-02', 'weeks', 4, 'soon', '', '', '', 'day')",
        f"{PLAN} VALUES (1, '2026-08-02', 'daily', 2, '2026-08-02', '', '', '', 'day')",
        f"{PLAN} VALUES (1, '2026-08-02', 'daily', 2, NULL, '', '', '', 'week')",
        f"{PLAN} VALUES (2, '2026-08-02', 'daily', 2, NULL, '', '', '', 'day')",
        "dose (day, treatment, taken, skipped, reason, amount) VALUES ('2026-13-01', 1, 1, 0, '', '')",
        "dose (day, treatment, taken, skipped, reason, amount) VALUES ('2026-08-02', 1, 25, 0, '', '')",
        "dose (day, treatment, taken, skipped, reason, amount) VALUES ('2026-08-02', 1, 0, 25, '', '')",
        "dose (day, treatment, taken, skipped, reason, amount) VALUES ('2026-08-02', 1, 0, 0, '', '')",
        "dose (day, treatment, taken, skipped, reason, amount) VALUES ('2026-08-02', 2, 1, 0, '', '')",
        "dose_site (day, treatment, site) VALUES ('2026-08-02', 1, 'thigh_left')",
        f"{PHOTO} VALUES ('2026-02-30', 'face', 9, 9, '{DIGEST}', '', NULL)",
        f"{PHOTO} VALUES ('2026-08-02', 'face', 0, 9, '{DIGEST}', '', NULL)",
        f"{PHOTO} VALUES ('2026-08-02', 'face', 9, 1601, '{DIGEST}', '', NULL)",
        f"{PHOTO} VALUES ('2026-08-02', 'face', 9, 9, 'abc', '', NULL)",
        f"{PHOTO} VALUES ('2026-08-02', 'face', 9, 9, '{DIGEST}', '', 'then')",
        "day (day, note, woken) VALUES ('2026-08-02', '', 2)",
        "day (day, note, signs) VALUES ('2026-08-02', '', '{}')",
        "day (day, note, signs) VALUES ('2026-08-02', '', 'dry')",
        "day (day, note, context) VALUES ('2026-08-02', '', '1')",
        "day (day, note, answers) VALUES ('2026-08-02', '', '[]')",
        "course (start, treatment, weeks, removed_on) VALUES ('2026-08-02', '', 24, 'then')",
        "own_trigger (key, name, hidden) VALUES ('Onions', 'Onions', 2)",
        f"{QUESTION} VALUES ('Mood', 'Mood', 'essay', 'lower', '', 0, 0)",
        f"{QUESTION} VALUES ('Mood', 'Mood', 'scale', 'sideways', '', 0, 0)",
        "visit (day, who, notes, questions) VALUES ('2026-02-30', '', '', '')",
        "side_effect (what, first, last, done) VALUES ('Rash', '2026-08-02', '2026-08-01', '')",
        "side_effect (what, first, severity, done) VALUES ('Rash', '2026-08-02', 'awful', '')",
        "diary_break (first, last, reason, words) VALUES ('2026-08-02', '2026-08-01', 'ill', '')",
        "diary_break (first, last, reason, words) VALUES ('2026-08-01', '2026-08-02', 'lazy', '')",
        "day (day, note, bad_day) VALUES ('2026-08-02', '', 2)",
        "clinic_score (day, scale, value, given_by, note) VALUES ('2026-08-02', 'easi', -1, '', '')",
        "form (key, title, content, opened_on, hidden) VALUES ('a', 'A', '[]', '2026-08-02', 0)",
        "form (key, title, content, every_days, opened_on, hidden) VALUES ('a', 'A', '{}', 0, '2026-08-02', 0)",
        "filled_form (day, form, answers) VALUES ('2026-08-02', 'nowhere', '{}')",
    ],
)
def test_the_file_itself_refuses_what_cannot_be(migrated: Database, values: str) -> None:
    with migrated.transaction() as connection:
        connection.execute(text("INSERT INTO treatment (name, kind, strength) VALUES ('Cream', 'cream', '')"))
    with pytest.raises(IntegrityError), migrated.transaction() as connection:
        connection.execute(text(f"INSERT INTO {values}"))
