"""What is on the pages of a diary is saved although SQLite does not find it any more."""

from __future__ import annotations

import shutil
import sqlite3
from collections.abc import Mapping
from contextlib import closing
from datetime import timedelta
from pathlib import Path

import pytest

from adtracker.domain.edits.edit import Change, Edit
from adtracker.domain.edits.kinds import Record
from adtracker.domain.records.day import DayEntry
from adtracker.domain.treatments.dose import DayDoses
from adtracker.errors import DAMAGED, DiaryError
from adtracker.storage import header
from adtracker.storage.database import Database
from adtracker.storage.journal import Journal
from adtracker.storage.salvage.carving import Pages
from adtracker.storage.salvage.rebuilding import rebuild
from adtracker.storage.salvage.salvaging import salvage, survey
from tests.endure.damaging import by_key, content_of, everything
from tests.every_kind import SAMPLES
from tests.storage.samples import TODAY, full_entry, open_journal

PAGE, SECTOR = 4096, 512
_CALLED = "Treatment {}".format
_OLD = Path(__file__).with_name("diaries") / "version-1.diary"


def _without_list(path: Path) -> None:
    """Empty all pages of the list of tables but the header of the file."""
    content = bytearray(path.read_bytes())
    content[100:PAGE] = bytes(PAGE - 100)
    for begin in range(PAGE, len(content), PAGE):
        if b"CREATE TABLE" in content[begin : begin + PAGE]:
            content[begin : begin + PAGE] = bytes(PAGE)
    path.write_bytes(content)


def _saved(damaged: Path, new: Path) -> Mapping[tuple[str, str], Record]:
    before = damaged.read_bytes()
    done = salvage(damaged, new, _CALLED)
    assert (done.lost, done.changed) == ((), ())
    assert damaged.read_bytes() == before
    assert [file.name for file in new.parent.iterdir() if file.name.startswith(".")] == []
    return content_of(new)


def test_each_kind_is_found_without_the_list_of_tables(journal: Journal, tmp_path: Path) -> None:
    first = [SAMPLES[kind] for kind in SAMPLES if kind is not DayDoses]
    journal.take_in(Edit(tuple(Change(None, one) for one in (*first, SAMPLES[DayDoses]))))
    found = by_key(everything(journal))
    assert len(found) >= len(SAMPLES)
    journal.close()
    _without_list(journal.path)
    there = survey(journal.path, tmp_path)
    assert by_key(there.saved) == found
    assert (there.lost, there.changed) == ((), ())


@pytest.mark.slow
@pytest.mark.parametrize("days", [1, 40, 700])
def test_days_of_any_length_are_found_without_the_list_of_tables(journal: Journal, tmp_path: Path, days: int) -> None:
    """Over one page or several, with notes that go on in other pages, on one level of pages or more."""
    notes = [(f"{number} süß 🧴" * (number * 7919 % 1500))[:5000] for number in range(days)]
    journal.save_all([full_entry(TODAY - timedelta(days=back), back % 11, note) for back, note in enumerate(notes)])
    found = by_key(everything(journal))
    journal.close()
    _without_list(journal.path)
    assert _saved(journal.path, tmp_path / "new.diary") == found


def test_days_are_found_below_a_page_that_is_gone(journal: Journal, tmp_path: Path) -> None:
    journal.save_all([full_entry(TODAY - timedelta(days=back), back % 11, "x" * 400) for back in range(300)])
    journal.close()
    with closing(sqlite3.connect(journal.path)) as file:
        (root,) = file.execute("SELECT rootpage FROM sqlite_schema WHERE name = 'day'").fetchone()
    content = bytearray(journal.path.read_bytes())
    assert content[(root - 1) * PAGE] == 2, "it names the pages of the days, and has some days itself"
    content[(root - 1) * PAGE : root * PAGE] = bytes(PAGE)
    journal.path.write_bytes(content)
    done = salvage(journal.path, tmp_path / "new.diary", _CALLED)
    assert 280 < done.days < 300
    assert done.days + done.lost_days == 300
    assert done.changed == ()


@pytest.mark.slow
def test_days_are_found_on_a_page_that_lost_its_beginning(journal: Journal, tmp_path: Path) -> None:
    journal.save_all([full_entry(TODAY - timedelta(days=back), back % 11, f"note {back}") for back in range(200)])
    found = by_key(everything(journal))
    journal.close()
    content = journal.path.read_bytes()
    pages = [
        at for at in range(0, len(content), PAGE) if content[at] == 0x0A and content.count(b"note", at, at + PAGE) > 20
    ]
    assert len(pages) >= 3
    for at in pages:
        journal.path.write_bytes(content[:at] + bytes(SECTOR) + content[at + SECTOR :])
        there = survey(journal.path, tmp_path)
        assert by_key(there.saved).items() <= found.items()
        assert there.changed == ()
        assert there.lost_days < 10, "those in the sector itself, and the one that it cuts off"


def test_an_unfinished_write_is_taken_back_first(journal: Journal, tmp_path: Path) -> None:
    journal.save_all([full_entry(TODAY - timedelta(days=back), 3, "x" * 400) for back in range(50)])
    found = by_key(everything(journal))
    torn = tmp_path / "torn"
    with closing(Database(journal.path)) as database, database.bare() as connection:
        connection.execute("PRAGMA cache_size=2")
        connection.execute("BEGIN IMMEDIATE")
        connection.execute("UPDATE day SET note = note || 'half'")
        shutil.copytree(journal.path.parent, torn)
        connection.execute("ROLLBACK")
    _without_list(torn / journal.path.name)
    assert _saved(torn / journal.path.name, tmp_path / "new.diary") == found


def test_an_older_diary_without_its_list_of_tables_gives_its_days(tmp_path: Path) -> None:
    old = tmp_path / "old.diary"
    shutil.copyfile(_OLD, old)
    _without_list(old)
    done = salvage(old, tmp_path / "new.diary", _CALLED)
    shutil.copyfile(_OLD, tmp_path / "sound.diary")
    there, sound = content_of(tmp_path / "new.diary"), content_of(tmp_path / "sound.diary")
    assert {key for key in sound if key[0] == DayEntry.__name__} <= there.keys()
    assert len(done.saved) == len(there)


def test_a_file_of_anything_else_gives_nothing(journal: Journal, tmp_path: Path) -> None:
    journal.close()
    journal.path.write_bytes(bytes(range(256)) * 160)
    with pytest.raises(DiaryError) as caught:
        salvage(journal.path, tmp_path / "new.diary", _CALLED)
    assert caught.value.key == DAMAGED
    assert not (tmp_path / "new.diary").exists()


@pytest.mark.parametrize("size", [512, 1024, 8192])
def test_pages_may_have_another_size(journal: Journal, tmp_path: Path, size: int) -> None:
    journal.save_all([full_entry(TODAY - timedelta(days=back), 3, "x" * (back * 53)) for back in range(80)])
    journal.close()
    with closing(sqlite3.connect(journal.path, isolation_level=None)) as file:
        file.execute(f"PRAGMA page_size={size}")
        file.execute("VACUUM")
        rows = file.execute("SELECT day, note FROM day").fetchall()
    content = journal.path.read_bytes()
    assert header.form_of(content) == (size, header.SCHEMA_VERSION)
    (tmp_path / "new.diary").touch()
    with closing(Database(tmp_path / "new.diary")) as database:
        rebuild(Pages(content, size), header.SCHEMA_VERSION, database)
        with database.bare() as connection:
            assert connection.execute("SELECT day, note FROM day").fetchall() == rows
    opened = open_journal(journal.path)
    assert len(opened.entries()) == 80
    opened.close()
