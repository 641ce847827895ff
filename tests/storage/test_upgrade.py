"""An older diary is brought to a newer form with all its rows, or stays exactly as it was."""

import shutil
from pathlib import Path

import pytest

from adtracker.storage import header, upgrade
from adtracker.storage.database import Database
from adtracker.storage.opening import open_diary
from tests.storage.samples import long_diary, open_journal, refusal, snapshot

NEXT = header.SCHEMA_VERSION + 1
STEP = """
import sqlalchemy as sa
from alembic import op

revision = "{next}"
down_revision = "{last}"


def upgrade():
{body}
"""
REBUILD = """
    with op.batch_alter_table("day", recreate="always") as table:
        table.add_column(sa.Column("mood", sa.Text))
    op.create_table("mood_word", sa.Column("id", sa.Integer, primary_key=True))
"""


@pytest.fixture
def old(path: Path) -> Path:
    """A diary of the present form, which a step to come makes an old one."""
    journal = open_journal(path)
    journal.save_all(long_diary(20))
    journal.close()
    return path


@pytest.fixture
def future(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The migrations of a version to come: a folder to put its step in."""
    folder = tmp_path / "migrations"
    shutil.copytree(header.MIGRATIONS, folder)
    monkeypatch.setattr(upgrade, "MIGRATIONS", folder)
    monkeypatch.setattr(header, "SCHEMA_VERSION", NEXT)
    return folder


def _add_step(folder: Path, body: str) -> None:
    step = STEP.format(next=NEXT, last=NEXT - 1, body=body)
    (folder / "versions" / "next.py").write_text(step, encoding="utf-8")


def test_a_table_is_rebuilt_without_losing_what_points_at_it(old: Path, future: Path) -> None:
    _add_step(future, REBUILD)
    journal = open_journal(old)
    assert len(journal.entries()) == 20
    assert all(entry.extent is not None and len(entry.extent.grades) == 3 for entry in journal.entries())
    assert journal.check() == []
    journal.close()
    database = Database(old)
    assert database.version() == NEXT
    assert {("day", "mood"), ("mood_word", "id")} <= database.columns()
    with database.bare() as connection:
        assert connection.execute("PRAGMA foreign_keys").fetchone() == (1,)
    database.close()


def test_the_diary_as_it_was_is_kept_beside_it(old: Path, future: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    before = old.read_bytes()
    _add_step(future, REBUILD)
    open_journal(old).close()
    backup = old.with_name(f"my.before-upgrade-to-{NEXT}.diary")
    assert set(snapshot(old.parent)) == {old.name, backup.name}
    monkeypatch.undo()
    assert refusal(old).key == "diary.newer"
    old.write_bytes(before)
    kept, was = open_journal(backup), open_journal(old)
    assert kept.entries() == was.entries()
    kept.close()
    was.close()


def test_an_earlier_backup_is_not_written_over(old: Path, future: Path) -> None:
    _add_step(future, REBUILD)
    earlier = old.with_name(f"my.before-upgrade-to-{NEXT}.diary")
    earlier.write_text("an earlier one", encoding="utf-8")
    open_journal(old).close()
    assert earlier.read_text(encoding="utf-8") == "an earlier one"
    assert old.with_name(f"my.before-upgrade-to-{NEXT}-2.diary").exists()


@pytest.mark.parametrize(
    "statement",
    [
        "SELECT nothing FROM nowhere",
        "UPDATE day SET itch = 11",
        "DELETE FROM day_region WHERE region = 'face'",
        "UPDATE day_region SET day = '2001-01-01' WHERE region = 'face' AND day = '2026-11-22'",
    ],
    ids=["wrong statement", "value out of range", "lost rows", "rows that point at nothing"],
)
def test_a_step_that_fails_leaves_the_diary_byte_for_byte(old: Path, future: Path, statement: str) -> None:
    before = snapshot(old.parent)
    _add_step(future, f'    op.add_column("day", sa.Column("mood", sa.Text))\n    op.execute("{statement}")')
    assert refusal(old).key == "diary.upgrade_failed"
    assert snapshot(old.parent) == before


def test_a_fault_in_a_step_leaves_the_diary_byte_for_byte(old: Path, future: Path) -> None:
    before = snapshot(old.parent)
    _add_step(future, REBUILD + "    raise ZeroDivisionError")
    with pytest.raises(ZeroDivisionError):
        open_journal(old)
    assert snapshot(old.parent) == before


def test_a_new_diary_goes_through_all_steps(path: Path, future: Path) -> None:
    _add_step(future, REBUILD)
    database = open_diary(path, create=True)
    assert database.version() == NEXT
    database.close()
    assert set(snapshot(path.parent)) == {path.name}
