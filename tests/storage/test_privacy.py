"""What a person wrote is theirs: private files, and no word of it in an error or a log."""

import logging
import stat
import sys
import traceback
from collections.abc import Callable
from datetime import timedelta
from pathlib import Path

import pytest
from sqlalchemy import Connection, insert, text
from sqlalchemy.exc import IntegrityError

from adtracker.domain.records.day import DayEntry
from adtracker.errors import DiaryError
from adtracker.storage import backups
from adtracker.storage.database import Database
from adtracker.storage.journal import Journal
from adtracker.storage.schema import DAY
from tests.storage.samples import TODAY, full_entry, long_diary, open_journal

SECRET = "zugzwang"
POSIX = pytest.mark.skipif(sys.platform == "win32", reason="rights are POSIX's")


def _rights(path: Path) -> int:
    return stat.S_IMODE(path.stat().st_mode)


@POSIX
def test_a_new_diary_and_all_that_lies_beside_it_is_its_owners_alone(path: Path) -> None:
    journal = open_journal(path)
    journal.save(full_entry(TODAY))
    assert _rights(path.parent) == 0o700
    assert {file.name: _rights(file) for file in path.parent.iterdir()} == {
        "my.diary": 0o600,
        "my.diary-journal": 0o600,
    }
    journal.close()
    assert [file.name for file in path.parent.iterdir()] == ["my.diary"]


@POSIX
def test_a_backup_is_its_owners_alone(journal: Journal, tmp_path: Path) -> None:
    database = Database(journal.path)
    backups.copy(database, tmp_path / "backups" / "one.diary")
    assert _rights(tmp_path / "backups") == 0o700
    assert _rights(tmp_path / "backups" / "one.diary") == 0o600
    database.close()


def _breaks_a_check(connection: Connection) -> None:
    connection.execute(insert(DAY), {"day": "2026-11-22", "itch": 11, "note": SECRET})


def _breaks_a_key(connection: Connection) -> None:
    connection.execute(insert(DAY), [{"day": "2026-11-22", "note": SECRET}] * 2)


@pytest.mark.parametrize("wrong", [_breaks_a_check, _breaks_a_key])
def test_a_fault_of_the_program_does_not_quote_a_note(
    journal: Journal, caplog: pytest.LogCaptureFixture, wrong: Callable[[Connection], None]
) -> None:
    caplog.set_level(logging.DEBUG)
    database = Database(journal.path)
    with pytest.raises(IntegrityError) as caught, database.transaction() as connection:
        wrong(connection)
    database.close()
    assert SECRET not in "".join(traceback.format_exception(caught.value))
    assert SECRET not in caplog.text


def test_a_note_that_cannot_be_read_is_not_quoted(journal: Journal, caplog: pytest.LogCaptureFixture) -> None:
    caplog.set_level(logging.DEBUG)
    database = Database(journal.path)
    with database.transaction() as connection:
        note = f"{SECRET} ".encode() + b"\xff"
        connection.execute(
            text("INSERT INTO day (day, note) VALUES ('2026-11-22', CAST(:note AS TEXT))"), {"note": note}
        )
    database.close()
    with pytest.raises(DiaryError) as caught:
        journal.entries()
    assert caught.value.key == "diary.damaged"
    assert SECRET not in "".join(traceback.format_exception(caught.value))
    assert SECRET not in caplog.text


def test_a_removed_note_is_gone_from_the_file(journal: Journal) -> None:
    journal.save_all([*long_diary(50), DayEntry(TODAY, note=SECRET * 1000)])
    assert SECRET.encode() in journal.path.read_bytes()
    journal.save(DayEntry(TODAY))
    journal.save(DayEntry(TODAY - timedelta(days=1), itch=1))
    journal.close()
    assert SECRET.encode() not in journal.path.read_bytes()
