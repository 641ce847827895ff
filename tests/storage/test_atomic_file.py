"""New files stand in their place complete, never over another, and leave nothing behind when they fail."""

from contextlib import closing
from datetime import timedelta
from pathlib import Path

import pytest

from adtracker.errors import DiaryError
from adtracker.storage import backups, upgrade
from adtracker.storage.atomic_file import created_atomically
from adtracker.storage.database import Database
from adtracker.storage.journal import Journal
from tests.storage.samples import TODAY, full_entry, long_diary, open_journal, refusal, snapshot, start


def test_a_file_is_never_written_over(path: Path) -> None:
    path.parent.mkdir()
    path.write_text("a letter", encoding="utf-8")
    with pytest.raises(DiaryError) as caught:
        upgrade.create(path)
    assert caught.value.key == "diary.exists"
    assert snapshot(path.parent) == {path.name: b"a letter"}


def _fail_half_way(path: Path) -> None:
    with created_atomically(path) as draft:
        draft.write_bytes(b"half")
        raise ZeroDivisionError


def test_what_fails_leaves_nothing(path: Path) -> None:
    with pytest.raises(ZeroDivisionError):
        _fail_half_way(path)
    assert snapshot(path.parent) == {}


def test_the_unfinished_part_of_a_diary_that_is_gone_is_not_mixed_into_a_new_one(path: Path) -> None:
    path.parent.mkdir()
    path.with_name("my.diary-journal").write_bytes(b"pages of an earlier diary")
    before = snapshot(path.parent)
    assert refusal(path).key == "diary.left_over"
    assert snapshot(path.parent) == before


def test_an_empty_journal_of_a_diary_that_is_gone_does_not_matter(path: Path) -> None:
    path.parent.mkdir()
    path.with_name("my.diary-journal").touch()
    open_journal(path).close()
    assert set(snapshot(path.parent)) == {path.name}


def test_a_backup_of_an_open_diary_has_everything(journal: Journal, tmp_path: Path) -> None:
    journal.save_all(long_diary(100))
    target = tmp_path / "backup.diary"
    with closing(Database(journal.path)) as database:
        backups.copy(database, target)
    journal.save(full_entry(TODAY - timedelta(days=200)))
    restored = open_journal(target)
    assert restored.entries() == journal.entries()[1:]
    restored.close()


def test_a_backup_of_a_damaged_diary_is_not_made(journal: Journal, tmp_path: Path) -> None:
    journal.save_all(long_diary(400))
    journal.close()
    content = journal.path.read_bytes()
    journal.path.write_bytes(content[: 10 * 4096] + b"\xff" * 50 + content[10 * 4096 + 50 :])
    before = snapshot(tmp_path)
    with closing(Database(journal.path)) as database, pytest.raises(DiaryError):
        backups.copy(database, tmp_path / "backup.diary")
    assert snapshot(tmp_path) == before


LOADED = """
import sys
from datetime import date
from pathlib import Path
from adtracker.storage.journal import Journal
Journal.open(Path(sys.argv[1]), lambda: date(2026, 11, 22)).close()
print(*sorted({name.partition(".")[0] for name in sys.modules}))
"""


def test_opening_a_diary_loads_only_what_it_needs(journal: Journal) -> None:
    with start(LOADED, journal.path) as other:
        assert other.stdout is not None
        loaded = other.stdout.read().split()
    assert {"sqlalchemy", "sqlcipher3"} <= set(loaded)
    assert not {"alembic", "mako", "numpy", "PySide6"} & set(loaded)
