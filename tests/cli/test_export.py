"""`adtracker export`: what is written comes back the same, complete or not at all, and never over a diary."""

import os
import stat
import tempfile
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from adtracker import cli
from adtracker.domain.course import Course
from adtracker.domain.day import DayEntry, Extent, ExtentMethod
from adtracker.domain.dose import DayDoses
from adtracker.domain.edits import Change, Edit, Record
from adtracker.domain.profile import Profile
from adtracker.domain.treatment import Treatment
from adtracker.resources import read_toml
from tests import strategies
from tests.cli.conftest import NOW, Run, open_diary

REGIONS = dict(zip(strategies.REGIONS, read_toml("body", "body.toml")["regions"], strict=False))


def _on_the_map(entry: DayEntry) -> DayEntry:
    """The entry with regions that the body map has."""
    if entry.extent is None:
        return entry
    grades = tuple(sorted((REGIONS[region], grade) for region, grade in entry.extent.grades))
    return replace(entry, extent=replace(entry.extent, grades=grades))


def _through(form: str, diary: Path, file: Path, new: Path) -> None:
    assert cli.main(["export", "--format", form, "-o", str(file), "--diary", str(diary)], lambda: NOW) == 0
    assert cli.main(["import", str(file), "--diary", str(new)], lambda: NOW) == 0


@settings(max_examples=8, deadline=None)
@given(strategies.profiles, strategies.courses, strategies.diary_days)
def test_everything_goes_through_json_and_the_answers_through_a_table(
    profile: Profile, courses: Sequence[Course], days: list[DayEntry]
) -> None:
    days = [_on_the_map(entry) for entry in days]
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        journal = open_diary(folder / "a.diary", create=True)
        records: list[Record] = [profile, *courses, *days]
        journal.replay(Edit(tuple(Change(None, record) for record in records)))
        journal.close()
        _through("json", folder / "a.diary", folder / "a.json", folder / "json.diary")
        _through("csv", folder / "a.diary", folder / "a.csv", folder / "csv.diary")
        original, whole, table = (open_diary(folder / f"{name}.diary") for name in ("a", "json", "csv"))
        assert whole.entries() == original.entries() == tuple(days)
        assert whole.profile() == original.profile()
        assert [replace(course, key=None) for course in whole.courses()] == list(courses)
        assert table.entries() == tuple(_as_in_a_table(entry) for entry in days)
        for journal in (original, whole, table):
            journal.close()


@settings(max_examples=10, deadline=None)
@given(strategies.treatments, st.lists(strategies.day_doses(-1), max_size=5, unique_by=lambda doses: doses.day))
def test_treatments_and_doses_go_through_json(treatment: Treatment, doses: list[DayDoses]) -> None:
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        journal = open_diary(folder / "a.diary", create=True)
        records: list[Record] = [replace(treatment, key=-1), *doses]
        journal.replay(Edit(tuple(Change(None, record) for record in records)))
        before = journal.treatments(), journal.doses()
        journal.close()
        _through("json", folder / "a.diary", folder / "a.json", folder / "new.diary")
        again = open_diary(folder / "new.diary")
        assert (again.treatments(), again.doses()) == before
        again.close()


def _as_in_a_table(entry: DayEntry) -> DayEntry:
    extent = None if entry.extent is None else Extent(entry.extent.percent, ExtentMethod.PERCENT)
    return replace(entry, extent=extent, recorded_at=None, recorded_on=None)


def test_a_table_goes_to_standard_output_and_nothing_else_does(run: Run, diary: Path) -> None:
    done = run("export", "--format", "csv", "-o", "-", "--diary", diary)
    assert (done.code, done.err) == (0, "")
    lines = done.out.split("\r\n")
    assert lines[0] == "date,itch,sleep_quality,extent_percent,note"
    assert lines[1] == "2026-07-26,7,4,28,"
    assert len(lines) == 1 + 17 + 1


@pytest.mark.skipif(os.name != "posix", reason="rights are POSIX's")
def test_the_file_is_private_and_said_where_it_is(run: Run, diary: Path, tmp_path: Path) -> None:
    file = tmp_path / "days.csv"
    done = run("export", "--format", "csv", "-o", file, "--diary", diary)
    assert done == (0, f"17 days are in {file}.\n", "")
    assert stat.S_IMODE(file.stat().st_mode) == 0o600


def test_an_empty_diary_is_exported_as_one(run: Run, tmp_path: Path) -> None:
    open_diary(tmp_path / "new.diary", create=True).close()
    done = run("export", "--format", "csv", "-o", "-", "--diary", tmp_path / "new.diary")
    assert done.out == "date,itch,sleep_quality,extent_percent,note\r\n"


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
    assert file.read_text(encoding="utf-8").startswith("date,")
