"""The world fails while a diary is open: a sentence, nothing changed, and it goes on when the world is well again."""

import sys
import time
from pathlib import Path

import pytest

from adtracker.domain.records.day import DayEntry
from adtracker.errors import DiaryError
from adtracker.storage.database import Database
from adtracker.storage.journal import Journal
from adtracker.storage.opening import open_diary
from tests.storage.samples import NOW, TODAY, assert_worded, full_entry, long_diary, open_journal, start
from tests.storage.trouble import held_by_another

BIG = DayEntry(TODAY, note="x" * 10_000)


def _failure(journal: Journal, entry: DayEntry) -> str:
    """The key of the error that saving gives, after which everything must be as it was."""
    before = journal.entries()
    with pytest.raises(DiaryError) as caught:
        journal.save(entry)
    assert_worded(caught.value)
    assert journal.entries() == before
    return caught.value.key


@pytest.mark.slow
def test_another_process_that_writes_is_waited_for_a_moment_and_then_named(journal: Journal) -> None:
    journal.save(full_entry(TODAY))
    with held_by_another(journal.path):
        began = time.monotonic()
        with pytest.raises(DiaryError) as caught:
            journal.save(DayEntry(TODAY, itch=1))
        assert time.monotonic() - began > 1.5
        assert caught.value.key == "diary.locked"
        assert_worded(caught.value)
    assert journal.entry(TODAY).note == full_entry(TODAY).note
    assert journal.save(DayEntry(TODAY, itch=1))


def _limit_pages(database: Database, pages: int) -> None:
    """Let SQLite take the disk for full; it never cuts a file shorter than it is."""
    with database.bare() as connection:
        connection.execute(f"PRAGMA max_page_count={pages}")


def test_a_full_disk_takes_nothing_and_says_so(path: Path) -> None:
    database = open_diary(path, create=True)
    journal = Journal(database, lambda: TODAY, lambda: NOW)
    journal.save_all(long_diary(30))
    _limit_pages(database, 1)
    assert _failure(journal, BIG) == "diary.disk_full"
    _limit_pages(database, 10_000)
    assert journal.save(BIG)
    assert journal.check() == []
    journal.close()


FILL_THE_DISK = """
import resource, sys
from datetime import date, timedelta
from pathlib import Path
from adtracker.domain.records.day import DayEntry
from adtracker.errors import DiaryError
from adtracker.storage.journal import Journal
today = date(2026, 11, 22)
journal = Journal.open(Path(sys.argv[1]), lambda: today)
resource.setrlimit(resource.RLIMIT_FSIZE, (150_000, 150_000))
for back in range(1000):
    try:
        journal.save(DayEntry(today - timedelta(days=back), itch=0, note="x" * 9_000))
    except DiaryError as error:
        print(error.key, flush=True)
        break
    print(back, flush=True)
"""


@pytest.mark.slow
@pytest.mark.skipif(sys.platform == "win32", reason="limits are POSIX's")
def test_a_disk_that_takes_no_more_loses_nothing_that_was_stored(path: Path) -> None:
    with start(FILL_THE_DISK, path) as other:
        assert other.stdout is not None
        *stored, key = other.stdout.read().split()
    assert stored
    assert key == "diary.disk_failed"
    journal = open_journal(path)
    assert len(journal.entries()) == len(stored)
    assert journal.check() == []
    assert journal.save(BIG)
    journal.close()


BEGIN_A_DIARY = """
import resource, sys
from datetime import date
from pathlib import Path
from adtracker.errors import DiaryError
from adtracker.resources import Texts
from adtracker.storage.journal import Journal
resource.setrlimit(resource.RLIMIT_FSIZE, (50_000, 50_000))
try:
    Journal.open(Path(sys.argv[1]), lambda: date(2026, 11, 22))
except DiaryError as error:
    print(error.key, Texts().error(error), flush=True)
"""


@pytest.mark.slow
@pytest.mark.skipif(sys.platform == "win32", reason="limits are POSIX's")
def test_a_disk_that_takes_no_new_diary_is_named_by_its_folder(path: Path) -> None:
    with start(BEGIN_A_DIARY, path) as other:
        assert other.stdout is not None
        said = other.stdout.read()
    assert said.startswith(f"diary.not_begun The disk took no new diary in {path.parent}:")
    assert ".adtracker-" not in said
    assert list(path.parent.iterdir()) == []


def test_a_diary_that_was_moved_away_takes_no_entry_that_nobody_would_find(journal: Journal, tmp_path: Path) -> None:
    journal.save(full_entry(TODAY))
    journal.path.rename(tmp_path / "elsewhere.diary")
    for _ in range(2):
        with pytest.raises(DiaryError) as caught:
            journal.save(DayEntry(TODAY, itch=1))
        assert caught.value.key == "diary.moved"
        assert_worded(caught.value)
    (tmp_path / "elsewhere.diary").rename(journal.path)
    assert journal.save(DayEntry(TODAY, itch=1))


def test_a_diary_that_was_replaced_takes_no_entry_either(journal: Journal, tmp_path: Path) -> None:
    other = open_journal(tmp_path / "other.diary")
    other.close()
    other.path.replace(journal.path)
    with pytest.raises(DiaryError) as caught:
        journal.save(full_entry(TODAY))
    assert caught.value.key == "diary.changed"


@pytest.mark.skipif(sys.platform == "win32", reason="Windows keeps open files in their place")
def test_closing_a_diary_that_is_gone_makes_no_file(journal: Journal) -> None:
    journal.save(full_entry(TODAY))
    journal.path.unlink()
    journal.close()
    assert not journal.path.exists()
