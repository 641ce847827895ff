"""The workbook and all tables of a full diary in LibreOffice: each cell is what was written, none is worked out.

Texts that a spreadsheet would take for a formula stand in every field that a person can write in.
"""

from __future__ import annotations

import csv
import io
import re
import shutil
from collections.abc import Mapping, Sequence
from dataclasses import fields, replace
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import pytest

from adtracker import resources
from adtracker.domain.demo.diary import demo_diary
from adtracker.domain.records.course import Course
from adtracker.domain.records.day import DayEntry
from adtracker.domain.records.question import Question
from adtracker.domain.records.side_effect import SideEffect
from adtracker.domain.records.visit import Visit
from adtracker.domain.scores.clinic_score import ClinicScore
from adtracker.exchange.codecs.all_codecs import CODECS
from adtracker.exchange.csv.day_table import write_days
from adtracker.exchange.csv.table_folder import table_folder
from adtracker.exchange.csv.tables import has_rows, write_tables
from adtracker.exchange.csv.text import table_file
from adtracker.exchange.export import CSV, write_export
from adtracker.exchange.known import known_to
from adtracker.exchange.reading import read_file
from adtracker.exchange.references import no_pictures
from adtracker.exchange.snapshot import Snapshot
from adtracker.exchange.xlsx.sheets import sheets_of
from adtracker.exchange.xlsx.workbook import write
from adtracker.resources import texts
from tests.every_kind import SAMPLES
from tests.exchange.office.opened import AS_TABLE, CELLS, NOTHING, TABLE, Opened, converted, sheets_in

pytestmark = [
    pytest.mark.slow,
    pytest.mark.skipif(shutil.which("soffice") is None, reason="LibreOffice is not installed"),
]
TODAY, BEFORE, DAY = date(2026, 11, 29), date(2025, 3, 1), timedelta(days=1)
# What it would work out, follow, or read as something else.
TAKEN = ("=1+1", "+1", "-1", "@SUM(A1)", '=HYPERLINK("http://example.org")', " =2", "＝1", "-5.0", "'=1", "2 lines\n=1")  # noqa: RUF001 -- as meant
_TEXT_FIELDS = ("note", "notes", "who", "questions", "what", "done", "given_by", "treatment")
_DAY_FIELDS = ("day", "start", "first")
_DATE = re.compile(r"\d{4}-\d\d-\d\d")
_NUMBER = re.compile(r"-?\d+(\.\d+)?(e[+-]?\d+)?")


_ADDED = (DayEntry, Course, Visit, SideEffect, ClinicScore)


def _taken(record: Any, number: int) -> Any:
    """The record on a day of its own, with such a text in each field for words."""
    own = [one.name for one in fields(record) if one.name in _TEXT_FIELDS]
    words = {name: TAKEN[(number + place) % len(TAKEN)] for place, name in enumerate(own)}
    days = {one.name: BEFORE - number * DAY for one in fields(record) if one.name in _DAY_FIELDS}
    own_answers = {"answers": ()} if isinstance(record, DayEntry) else {}
    return replace(record, **words, **days, **own_answers)


def _records() -> list[Any]:
    """The demonstration, and of each kind with words of its own as many records as there are such texts."""
    demo = demo_diary(TODAY, resources.body())
    return [*demo.records, *(_taken(SAMPLES[kind], number) for kind in _ADDED for number in range(len(TAKEN)))]


@pytest.fixture(scope="module")
def contents() -> Snapshot:
    return Snapshot(_records())


@pytest.fixture(scope="module")
def tables(contents: Snapshot) -> Mapping[str, str]:
    """All tables that have a row, as texts by name."""
    days = write_days(contents.of(DayEntry), contents.of(Question))
    return {"days": days, **{name: text for name, text in write_tables(contents).items() if has_rows(text)}}


def _expected(cell: str) -> Opened:
    """A cell of a table as a spreadsheet should have it."""
    if _DATE.fullmatch(cell):
        return Opened(date.fromisoformat(cell))
    return Opened(float(cell) if _NUMBER.fullmatch(cell) else cell or None)


def _trimmed(row: Sequence[Opened]) -> list[Opened]:
    """A row without the empty cells at its end."""
    shown = list(row)
    while shown and shown[-1] == NOTHING:
        shown.pop()
    return shown


def test_every_cell_of_the_workbook_is_what_was_written(contents: Snapshot, tmp_path: Path) -> None:
    file = tmp_path / "diary.xlsx"
    file.write_bytes(write(contents))
    (opened,) = converted([file], CELLS, tmp_path)
    found, compared = sheets_in(opened), 0
    for sheet in sheets_of(contents):
        head, *rows = found[texts().say(f"xlsx.sheets.{sheet.name}")]
        assert [cell.value for cell in head] == [column.name for column in sheet.columns]
        for row, expected in zip(rows, sheet.rows, strict=True):
            wanted = [Opened(float(one) if isinstance(one, int | float) else one or None) for one in expected]
            assert _trimmed(row) == _trimmed(wanted), sheet.name
            compared += len(wanted)
    assert compared > 4_500
    assert not [cell for rows in found.values() for row in rows for cell in row if cell.formula]
    written = {cell.value for row in found["Visits"] for cell in row}
    assert written >= set(TAKEN)


def test_every_cell_of_the_tables_is_what_was_written(tables: Mapping[str, str], tmp_path: Path) -> None:
    files = []
    for name, text in tables.items():
        files.append(tmp_path / f"{name}.csv")
        files[-1].write_bytes(table_file(text))
    compared = 0
    for file, opened in zip(files, converted(files, CELLS, tmp_path, AS_TABLE), strict=True):
        ((_, rows),) = sheets_in(opened).items()
        expected = list(csv.reader(io.StringIO(tables[file.stem], newline="")))
        for row, cells in zip(rows, expected, strict=True):
            assert _trimmed(row) == _trimmed([_expected(cell) for cell in cells]), file.name
            compared += len(cells)
    assert compared > 3_900


def test_what_a_spreadsheet_wrote_again_comes_back_as_it_was(contents: Snapshot, tmp_path: Path) -> None:
    """Opened and saved as tables by somebody who has a look, and taken in again."""
    file, again = tmp_path / "diary.csv", tmp_path / "again"
    write_export(contents, CSV, file, tmp_path / "my.diary")
    converted([file], TABLE, again, AS_TABLE)
    converted(sorted(table_folder(file).iterdir()), TABLE, table_folder(again / file.name), AS_TABLE)
    known = known_to(texts(), None, no_pictures)
    before, after = (read_file(one, TODAY, known) for one in (file, again / file.name))
    assert (before.refused, after.refused) == ([], [])
    for section in CODECS:
        assert after.of(section.kind) == before.of(section.kind), section.name
    told = [day.note for day in after.of(DayEntry) if day.day <= BEFORE]
    assert sorted(told) == sorted(TAKEN)
