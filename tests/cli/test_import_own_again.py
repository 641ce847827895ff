"""What the program wrote comes back whole, also as a workbook or as a spreadsheet saved it again."""

from __future__ import annotations

import zipfile
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from openpyxl import load_workbook

from adtracker.domain.records.day import DayEntry
from adtracker.domain.records.diary_break import DiaryBreak
from adtracker.domain.records.question import AnswerKind, Question
from adtracker.domain.records.recall import Recall
from adtracker.domain.records.side_effect import SideEffect
from adtracker.domain.records.visit import Visit
from adtracker.storage.journal import Journal
from tests.cli.conftest import Run, open_diary
from tests.every_kind import DAY, SAMPLES

WALKED = Question("Walked", "Walked today", AnswerKind.YES_NO)
ENTRY = DayEntry(DAY, itch=7, note="=1+1; a\nb", answers=(("Walked", 1.0), ("pain", 2.5)), recorded_on=DAY)
AS_SHEETS = (Visit, SideEffect, DiaryBreak, Recall)


@pytest.fixture(autouse=True)
def _own_data(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Recipes are kept in a folder of the test."""
    monkeypatch.setattr("adtracker.paths.data_folder", lambda: tmp_path / "data")


@pytest.fixture
def written(tmp_path: Path) -> Path:
    """A diary with own questions, and records of the kinds that have a sheet of their own."""
    journal = open_diary(tmp_path / "written.diary", create=True)
    journal.save_all([SAMPLES[Question], WALKED, *(SAMPLES[kind] for kind in AS_SHEETS)])
    journal.save(ENTRY)
    journal.close()
    return tmp_path / "written.diary"


@pytest.fixture
def new(tmp_path: Path) -> Iterator[Journal]:
    """A diary without anything, which commands use at the same time."""
    journal = open_diary(tmp_path / "new.diary", create=True)
    yield journal
    journal.close()


def _is_whole(new: Journal) -> bool:
    entry = new.entry(DAY)
    return (entry.itch, entry.note, entry.answers, len(new.questions())) == (7, ENTRY.note, ENTRY.answers, 2)


@pytest.mark.parametrize("name", ["mine", "days"])
def test_a_workbook_brings_its_own_questions_and_all_its_sheets_into_a_new_diary(
    run: Run, written: Path, new: Journal, tmp_path: Path, name: str
) -> None:
    assert run("export", "--diary", written, "--format", "csv", "-o", tmp_path / "days.csv").code == 0
    assert run("export", "--diary", written, "--format", "xlsx", "-o", tmp_path / f"{name}.xlsx").code == 0
    done = run("import", tmp_path / f"{name}.xlsx", "--diary", new.path)  # also one with an export's tables beside it
    assert (done.code, done.err) == (0, "")
    assert _is_whole(new)
    assert {one.key: one.kind for one in new.questions()}["Walked"] is AnswerKind.YES_NO
    assert [len(new.standing(kind)) for kind in AS_SHEETS] == [1, 1, 1, 1]


@pytest.mark.parametrize("note", ["one\r\ntwo", "a _x0041_ as it stands", "\x0e"])
def test_letters_that_a_workbook_writes_otherwise_come_back(
    run: Run, written: Path, new: Journal, tmp_path: Path, note: str
) -> None:
    journal = open_diary(written)
    journal.save(replace(ENTRY, note=note))
    journal.close()
    run("export", "--diary", written, "--format", "xlsx", "-o", tmp_path / "mine.xlsx")
    assert run("import", tmp_path / "mine.xlsx", "--diary", new.path).code == 0
    assert new.entry(DAY).note == note


def test_a_row_of_a_sheet_that_is_wrong_is_named_by_file_and_sheet(
    run: Run, written: Path, new: Journal, tmp_path: Path
) -> None:
    file = tmp_path / "mine.xlsx"
    run("export", "--diary", written, "--format", "xlsx", "-o", file)
    book = load_workbook(file)
    book["Visits"]["A2"] = "soon"
    book.save(file)
    done = run("import", file, "--diary", new.path)
    assert done.code == 3
    assert "Visits, line 2" in done.err
    book["Visits"]["A2"], book["Days"]["A2"] = DAY, "11/1/2026"
    book.save(file)
    done = run("import", file, "--diary", new.path)
    assert "mine.xlsx" in done.err
    assert new.entry(DAY) == DayEntry(DAY)


def test_a_workbook_can_clear_what_is_empty_in_it(run: Run, written: Path, tmp_path: Path) -> None:
    file = tmp_path / "mine.xlsx"
    run("export", "--diary", written, "--format", "xlsx", "-o", file)
    book = load_workbook(file)
    book["Days"]["B2"] = None
    book.save(file)
    done = run("import", file, "--replace", "--clear-empty", "--diary", written)
    assert (done.code, done.err) == (0, "")
    journal = open_diary(written)
    assert journal.entry(DAY).itch is None
    journal.close()


def test_tables_beside_one_that_a_spreadsheet_saved_again_come_along(
    run: Run, written: Path, new: Journal, tmp_path: Path
) -> None:
    file = tmp_path / "days.csv"
    run("export", "--diary", written, "--format", "csv", "-o", file)
    file.write_text(file.read_text("utf-8-sig"), "utf-16")
    done = run("import", file, "--diary", new.path)
    assert (done.code, done.err) == (0, "")
    assert _is_whole(new)
    assert len(new.visits()) == 1


def test_an_archive_with_a_table_in_another_writing_is_taken(run: Run, new: Journal, tmp_path: Path) -> None:
    with zipfile.ZipFile(tmp_path / "packed.zip", "w") as packed:
        packed.writestr("mine.csv", f"date\titch\n{DAY}\t7\n".encode("utf-16"))
    done = run("import", tmp_path / "packed.zip", "--diary", new.path)
    assert (done.code, done.err) == (0, "")
    assert new.entry(DAY) == DayEntry(DAY, itch=7)
