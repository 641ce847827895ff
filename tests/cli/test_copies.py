"""Copies without a window: made, listed, checked and gone back to, also where the diary cannot be opened."""

from __future__ import annotations

import json
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from adtracker import paths, settings
from adtracker.domain.records.day import DayEntry
from adtracker.settings import Settings
from tests.cli.conftest import TODAY, Run, open_diary


def _name(run: Run, diary: Path, place: int = 0) -> str:
    done = run("backups", "--json", "--diary", diary)
    assert done.code == 0
    name: str = json.loads(done.out)[place]["name"]
    return name


def _write(diary: Path, itch: int) -> None:
    with closing(open_diary(diary)) as journal:
        journal.save(DayEntry(TODAY, itch=itch))


def _itch(diary: Path) -> float | None:
    with closing(open_diary(diary)) as journal:
        return journal.entry(TODAY).itch


def test_a_copy_is_made_listed_and_checked(run: Run, diary: Path) -> None:
    assert run("backups", "--diary", diary).out == "There is no copy yet.\n"
    done = run("backup", "--diary", diary)
    assert (done.code, done.err) == (0, "")
    assert done.out.startswith("A copy was made and checked: ")
    for _ in range(2):
        run("backup", "--diary", diary)
    done = run("backups", "--check", "--diary", diary)
    lines = done.out.splitlines()
    assert done.code == 0
    assert len(lines) == 4
    assert all(line.endswith("  good") for line in lines[:3])
    assert lines[3].startswith("Three copies are good; the newest has ")
    found = json.loads(run("backups", "--json", "--check", "--diary", diary).out)
    assert [one["number"] for one in found] == [3, 2, 1]
    assert all(one["good"] for one in found)


def test_a_damaged_copy_is_named(run: Run, diary: Path) -> None:
    for _ in range(2):
        run("backup", "--diary", diary)
    copy = next(paths.data_folder().glob("copies/*/*.000002.*"))
    copy.write_bytes(copy.read_bytes()[:6000])
    done = run("backups", "--check", "--diary", diary)
    assert done.code == 1
    assert "damaged" in done.out.splitlines()[0]
    assert "One copy is good, of 2 that were checked" in done.out


@pytest.mark.parametrize("harm", [b"", b"nonsense" * 2000, None])
def test_without_a_name_the_last_good_copy_is_gone_back_to(run: Run, diary: Path, harm: bytes | None) -> None:
    _write(diary, 2)
    run("backup", "--diary", diary)
    _write(diary, 9)
    if harm is None:
        diary.unlink()
    else:
        diary.write_bytes(harm)
    done = run("restore", "--diary", diary)
    assert (done.code, done.err) == (0, "")
    assert "Nothing was deleted." in done.out
    assert _itch(diary) == 2
    kept = [file.read_bytes() for file in (diary.parent / "set aside").glob(f"*/{diary.name}")]
    assert kept == ([] if harm is None else [harm])


def test_a_copy_is_gone_back_to_by_its_name_or_its_file(run: Run, diary: Path, tmp_path: Path) -> None:
    _write(diary, 2)
    run("backup", "--diary", diary)
    _write(diary, 9)
    stick = tmp_path / "stick"
    stick.mkdir()
    assert f"It is in {stick}, too." in run("backup", "--to", stick, "--diary", diary).out
    assert run("restore", "--copy", _name(run, diary, 1), "--diary", diary).code == 0
    assert _itch(diary) == 2
    (file,) = stick.glob("*.diary")
    assert run("restore", "--copy", file, "--diary", diary).code == 0
    assert _itch(diary) == 9
    done = run("restore", "--copy", "no-such-copy", "--diary", diary)
    assert done.code == 1
    assert "There is no copy no-such-copy." in done.err


def test_without_a_copy_nothing_happens(run: Run, diary: Path) -> None:
    before = diary.read_bytes()
    done = run("restore", "--diary", diary)
    assert done.code == 1
    assert done.err.startswith("There is no copy of this diary yet.")
    assert diary.read_bytes() == before


def test_a_folder_that_is_not_there_is_said(run: Run, diary: Path, tmp_path: Path) -> None:
    done = run("backup", "--to", tmp_path / "away", "--diary", diary)
    assert done.code == 1
    assert "is not there" in done.err
    settings.store(paths.settings_file(), Settings(second_folder=str(tmp_path / "away")))
    done = run("backup", "--diary", diary)
    assert (done.code, done.err) == (0, "")
    assert "is not there" in done.out
    assert not (tmp_path / "away").exists()


def test_an_import_makes_a_copy_of_what_was_there(run: Run, diary: Path, tmp_path: Path) -> None:
    _write(diary, 2)
    table = tmp_path / "days.csv"
    table.write_text(f"date,itch\n{TODAY},7\n", encoding="utf-8")
    assert run("import", table, "--replace", "--diary", diary).code == 0
    assert _itch(diary) == 7
    run("restore", "--diary", diary)
    assert _itch(diary) == 2


def _change_a_record(file: Path) -> None:
    with closing(sqlite3.connect(file)) as connection, connection:
        connection.execute("UPDATE day SET itch = (itch + 1) % 10 WHERE itch IS NOT NULL")


def test_a_diary_whose_records_are_not_what_was_stored_is_not_copied(run: Run, diary: Path) -> None:
    _write(diary, 4)
    _change_a_record(diary)
    done = run("backup", "--diary", diary)
    assert (done.code, done.out) == (1, "")
    assert run("backups", "--diary", diary).out == "There is no copy yet.\n"


def test_a_copy_whose_records_are_not_what_was_stored_is_not_good(run: Run, diary: Path) -> None:
    _write(diary, 4)
    run("backup", "--diary", diary)
    (copy,) = paths.data_folder().glob("copies/*/*.diary")
    copy.chmod(0o600)
    _change_a_record(copy)
    assert "good" not in run("backups", "--check", "--diary", diary).out.splitlines()[0]
    assert run("restore", "--diary", diary).code == 1
    assert _itch(diary) == 4
