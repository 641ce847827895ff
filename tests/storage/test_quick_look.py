"""The look before anything is loaded says what the opened diary says, and leaves the file as it was."""

from __future__ import annotations

import shutil
import subprocess
import sys
from contextlib import closing
from datetime import date, timedelta
from pathlib import Path

import pytest
from sqlalchemy import exists, select
from sqlalchemy.dialects import sqlite

from adtracker.domain.records.day import DayEntry
from adtracker.domain.records.diary_break import BreakReason, DiaryBreak
from adtracker.domain.records.profile import Profile
from adtracker.storage.encryption.converting import encrypt
from adtracker.storage.journal import Journal
from adtracker.storage.quick_look import IS_WRITTEN, ONCE_A_WEEK, is_once_a_week, is_plain, is_written
from adtracker.storage.schema import DAY, PERSON
from tests.storage.trouble import held_by_another

TODAY = date(2026, 11, 29)


@pytest.fixture
def diary(tmp_path: Path, empty_diary: Path) -> Path:
    return Path(shutil.copy(empty_diary, tmp_path / "mine.diary"))


def test_its_question_is_about_the_table_of_days() -> None:
    asked = select(exists().where(DAY.c.day == "2026-11-29")).compile(dialect=sqlite.dialect())
    said = " ".join(str(asked).split()).replace("day.day", "day").replace("SELECT * FROM", "SELECT 1 FROM")
    assert said.partition(" AS ")[0] == IS_WRITTEN


def test_its_other_question_is_about_the_table_of_the_person() -> None:
    asked = select(exists().where(PERSON.c.weekly_on.is_not(None))).compile(dialect=sqlite.dialect())
    said = (
        " ".join(str(asked).split()).replace("person.weekly_on", "weekly_on").replace("SELECT * FROM", "SELECT 1 FROM")
    )
    assert said.partition(" AS ")[0] == ONCE_A_WEEK


def test_it_says_whether_the_diary_is_written_once_a_week(diary: Path) -> None:
    assert not is_once_a_week(diary)
    with closing(Journal.open(diary, lambda: TODAY)) as journal:
        journal.save(Profile(weekly_on=7))
    assert is_once_a_week(diary)
    assert not is_once_a_week(Path(__file__).with_name("diaries") / "version-6.diary")


@pytest.mark.parametrize(
    "entry",
    [
        DayEntry(TODAY, itch=0),
        DayEntry(TODAY, woken=False),
        DayEntry(TODAY, note="A note."),
        DayEntry(TODAY, signs=()),
    ],
)
def test_it_says_what_the_opened_diary_says(diary: Path, entry: DayEntry) -> None:
    assert is_written(diary, TODAY) is False
    with closing(Journal.open(diary, lambda: TODAY)) as journal:
        journal.save(entry)
        before = diary.read_bytes()
        assert is_written(diary, TODAY) is True
        assert is_written(diary, TODAY - timedelta(days=1)) is False
        assert diary.read_bytes() == before
        journal.save(DayEntry(TODAY))
    assert is_written(diary, TODAY) is False


def test_a_day_in_a_break_is_asked_about_no_more_than_one_that_is_written(diary: Path) -> None:
    away = DiaryBreak(TODAY - timedelta(days=2), TODAY, BreakReason.HOLIDAY)
    with closing(Journal.open(diary, lambda: TODAY)) as journal:
        journal.save(away)
        (kept,) = journal.breaks()
        assert [is_written(diary, TODAY + timedelta(days=step)) for step in (-3, -2, 0, 1)] == [
            False,
            True,
            True,
            False,
        ]
        journal.remove(kept)
    assert is_written(diary, TODAY) is False


@pytest.mark.parametrize("version", [1, 6])
def test_an_older_diary_is_looked_into_as_well(version: int, tmp_path: Path) -> None:
    diary = shutil.copy(Path(__file__).with_name("diaries") / f"version-{version}.diary", tmp_path)
    before = Path(diary).read_bytes()
    assert is_written(Path(diary), date(1999, 1, 1)) is False
    assert Path(diary).read_bytes() == before


@pytest.mark.slow
def test_it_cannot_tell_of_what_has_to_be_opened(diary: Path, tmp_path: Path) -> None:
    assert is_written(tmp_path / "none.diary", TODAY) is None
    cut = tmp_path / "cut.diary"
    cut.write_bytes(diary.read_bytes()[:5000])
    assert is_written(cut, TODAY) is None
    with held_by_another(diary):
        assert is_written(diary, TODAY) is None
    assert is_plain(diary)
    encrypt(diary, bytes(range(32)))
    assert not is_plain(diary)
    assert is_written(diary, TODAY) is None


@pytest.mark.slow
def test_it_loads_neither_sqlalchemy_nor_numpy_and_no_page() -> None:
    program = (
        "import sys, adtracker.ui.shell.quick.run\n"
        "heavy = ('sqlalchemy', 'numpy', 'pyqtgraph', 'alembic', 'adtracker.ui.trends', 'adtracker.ui.today',"
        " 'adtracker.report', 'adtracker.ui.shell.main_window')\n"
        "sys.exit(' '.join(name for name in heavy if name in sys.modules) or 0)"
    )
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=False)
    assert (done.returncode, done.stderr) == (0, "")
