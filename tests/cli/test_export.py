"""`adtracker export`: what is written comes back the same, complete or not at all, and never over a diary."""

import os
import stat
import tempfile
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings

from adtracker import cli
from adtracker.domain.common.period import ONE_DAY
from adtracker.domain.edits.edit import Change, Edit
from adtracker.domain.edits.kinds import Record
from adtracker.domain.records.body import AgeColumn, extent_percent
from adtracker.domain.records.day import DayEntry
from adtracker.domain.records.side_effect import SideEffect
from adtracker.domain.records.trigger import Trigger
from adtracker.domain.records.visit import Visit
from adtracker.exchange.codecs.all_codecs import CODECS, read_snapshot
from adtracker.exchange.snapshot import Snapshot
from adtracker.resources import body, read_toml
from tests import strategies
from tests.cli.conftest import NOW, START, Run, open_diary
from tests.exchange.whole import diaries, saying_something, tabled, without_keys

# By which spreadsheets know that a file is UTF-8.
MARK = "\ufeff"
REGIONS = dict(zip(strategies.REGIONS, read_toml("body", "body.toml")["regions"], strict=False))


def _on_the_map(entry: DayEntry) -> DayEntry:
    """The entry with regions that the body map has, and as much of the skin as they add up to."""
    extent = entry.extent
    if extent is None or not extent.grades:
        return entry
    grades = tuple(sorted((REGIONS[region], grade) for region, grade in extent.grades))
    column = AgeColumn.ADULT if extent.age_column is None else AgeColumn(extent.age_column)
    percent = extent_percent(body(), dict(grades), column)
    return replace(entry, extent=replace(extent, grades=grades, percent=percent))


def _through(form: str, diary: Path, file: Path, new: Path) -> None:
    assert cli.main(["export", "--format", form, "-o", str(file), "--diary", str(diary)], lambda: NOW) == 0
    assert cli.main(["import", str(file), "--diary", str(new)], lambda: NOW) == 0


def _content(file: Path) -> dict[str, list[Any]]:
    journal = open_diary(file)
    try:
        assert journal.check() == []
        return without_keys(read_snapshot(journal))
    finally:
        journal.close()


@pytest.mark.slow
@settings(max_examples=8)
@given(diaries(_on_the_map))
def test_a_whole_diary_goes_through_json_and_through_tables(records: list[Record]) -> None:
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        journal = open_diary(folder / "a.diary", create=True)
        journal.replay(Edit(tuple(Change(None, record) for record in saying_something(records))))
        journal.close()
        _through("json", folder / "a.diary", folder / "a.json", folder / "json.diary")
        _through("csv", folder / "a.diary", folder / "a.csv", folder / "csv.diary")
        original = _content(folder / "a.diary")
        assert {kind: len(found) for kind, found in original.items()} == {
            section.name: len(Snapshot(saying_something(records)).of(section.kind)) for section in CODECS
        }
        assert _content(folder / "json.diary") == original
        assert _content(folder / "csv.diary") == {**original, "days": tabled(original["days"])}


def test_what_was_deleted_is_not_exported(run: Run, diary: Path, tmp_path: Path) -> None:
    journal = open_diary(diary)
    for record in (Visit(START, "Dr. Weber"), SideEffect("headache", START)):
        (change,) = journal.save(record).changes
        assert isinstance(change.after, Visit | SideEffect)
        journal.remove(change.after)
    journal.close()
    for form in ("json", "csv"):
        run("export", "--format", form, "-o", tmp_path / f"all.{form}", "--diary", diary)
        files = [file for file in tmp_path.rglob("all*") if file.is_file()]
        assert not any("Weber" in file.read_text(encoding="utf-8") for file in files)
        assert not any("headache" in file.read_text(encoding="utf-8") for file in files)


def test_a_table_goes_to_standard_output_and_nothing_else_does(run: Run, diary: Path) -> None:
    done = run("export", "--format", "csv", "-o", "-", "--diary", diary)
    assert (done.code, done.err) == (0, "")
    lines = done.out.split("\r\n")
    assert lines[0] == MARK + "date,itch,sleep_quality,extent_percent,note,woken,signs,context,bad_day"
    assert lines[1] == "2026-07-26,7,4,28,,,,,"
    assert len(lines) == 1 + 17 + 1


@pytest.mark.skipif(os.name != "posix", reason="rights are POSIX's")
def test_the_file_is_private_and_said_where_it_is(run: Run, diary: Path, tmp_path: Path) -> None:
    file = tmp_path / "days.csv"
    done = run("export", "--format", "csv", "-o", file, "--diary", diary)
    tables = tmp_path / "days-tables"
    assert done == (0, f"17 days are in {file}.\nThe other tables are in {tables}.\n", "")
    assert stat.S_IMODE(file.stat().st_mode) == 0o600
    assert {found.name: stat.S_IMODE(found.stat().st_mode) for found in tables.iterdir()} == {
        "courses.csv": 0o600,
        "profile.csv": 0o600,
    }


def test_what_is_gone_since_is_no_part_of_the_next_export(run: Run, diary: Path, tmp_path: Path) -> None:
    journal = open_diary(diary)
    visit = journal.save(Visit(START, "Dr. Weber"))
    run("export", "--format", "csv", "-o", tmp_path / "days.csv", "--diary", diary)
    journal.replay(visit.inverse())
    journal.close()
    run("export", "--format", "csv", "-o", tmp_path / "days.csv", "--diary", diary)
    assert (tmp_path / "days-tables" / "visits.csv").read_text(encoding="utf-8-sig") == "date,who,notes,questions\n"


def test_an_empty_diary_is_exported_as_one(run: Run, tmp_path: Path) -> None:
    open_diary(tmp_path / "new.diary", create=True).close()
    done = run("export", "--format", "csv", "-o", "-", "--diary", tmp_path / "new.diary")
    assert done.out == MARK + "date,itch,sleep_quality,extent_percent,note,woken,signs,context,bad_day\r\n"


@pytest.mark.parametrize("form", ["csv", "json"])
def test_a_diary_is_never_written_over(run: Run, diary: Path, tmp_path: Path, form: str) -> None:
    other = tmp_path / "other.sqlite"
    open_diary(other, create=True).close()
    link = tmp_path / "link"
    link.symlink_to(diary)
    before = diary.read_bytes(), other.read_bytes()
    for target in (diary, other, link):
        done = run("export", "--format", form, "-o", target, "--diary", diary)
        assert done.code == 1
        assert "is a diary. It was left as it is" in done.err
    assert (diary.read_bytes(), other.read_bytes()) == before


@pytest.mark.parametrize("target", [".", "missing/days.csv", "\0.csv"])
def test_where_nothing_can_be_written_is_said_in_a_sentence(run: Run, diary: Path, tmp_path: Path, target: str) -> None:
    done = run("export", "--format", "csv", "-o", f"{tmp_path}/{target}", "--diary", diary)
    assert done.code == 1
    assert done.err.count("\n") == 1
    assert sorted(tmp_path.glob("*.csv")) == []


@pytest.mark.skipif(not Path("/dev/null").exists(), reason="needs a device")
def test_a_device_is_not_replaced_by_a_file(run: Run, diary: Path) -> None:
    done = run("export", "--format", "csv", "-o", "/dev/null", "--diary", diary)
    assert done.code == 1
    assert not Path("/dev/null").is_file()


def test_a_link_to_a_file_stays_a_link(run: Run, diary: Path, tmp_path: Path) -> None:
    file, link = tmp_path / "days.csv", tmp_path / "link.csv"
    file.write_text("old", encoding="utf-8")
    link.symlink_to(file)
    assert run("export", "--format", "csv", "-o", link, "--diary", diary).code == 0
    assert link.is_symlink()
    assert file.read_text(encoding="utf-8").startswith(f"{MARK}date,")


@pytest.mark.parametrize("form", ["json", "csv"])
def test_a_trigger_that_somebody_called_none_is_no_empty_list(form: str, tmp_path: Path) -> None:
    journal = open_diary(tmp_path / "a.diary", create=True)
    journal.save_each([Trigger("none", "None"), Trigger("None of these", "None of these")])
    journal.save_each([DayEntry(START, context=("none",)), DayEntry(START + ONE_DAY, context=("None of these",))])
    journal.save(DayEntry(START + 2 * ONE_DAY, context=()))
    journal.close()
    _through(form, tmp_path / "a.diary", tmp_path / f"a.{form}", tmp_path / "b.diary")
    days = _content(tmp_path / "b.diary")["days"]
    assert [one.context for one in days] == [("none",), ("None of these",), ()]
