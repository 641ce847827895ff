"""The workbook as another library reads it: every value is there, dates are dates, and nothing is worked out."""

import csv
import io
import math
import zipfile
from dataclasses import replace
from datetime import date, datetime, timedelta
from typing import Any

import openpyxl
from hypothesis import given, settings
from openpyxl.utils.escape import unescape

from adtracker.domain.common.measure import MEASURES
from adtracker.domain.edits.kinds import Record
from adtracker.domain.records.course import Course
from adtracker.domain.records.day import DayEntry
from adtracker.domain.records.question import AnswerKind, Question
from adtracker.domain.records.visit import Visit
from adtracker.domain.scores.clinic_score import ClinicScore
from adtracker.exchange.csv.day_table import write_days
from adtracker.exchange.csv.formulas import unguarded
from adtracker.exchange.snapshot import Snapshot
from adtracker.exchange.xlsx.workbook import write
from tests.every_kind import SAMPLES
from tests.exchange.whole import diaries

DAY = date(2026, 8, 2)
NAMES = [
    *("Days", "Weeks", "Recalled", "Treatments", "Doses", "Visits", "Side effects", "Breaks", "Scores", "Questions"),
    "Read me",
]
# What a spreadsheet would work out or follow if it were no text.
TAKEN = ("=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "＝1", "http://example.org", "mailto:a@example.org", "12", "{=1}")  # noqa: RUF001


def _open(*records: Record) -> Any:
    return openpyxl.load_workbook(io.BytesIO(write(Snapshot(records))))


def _rows(book: Any, name: str) -> list[list[Any]]:
    return [[cell.value for cell in row] for row in book[name].iter_rows()]


def test_it_has_a_sheet_for_each_part_with_a_head_that_stays() -> None:
    book = _open(*SAMPLES.values())
    assert book.sheetnames == NAMES
    assert [book[name].freeze_panes for name in NAMES[:-1]] == ["B2"] * 10
    assert all(book[name]["A1"].font.bold for name in NAMES)


def test_days_are_dates_and_numbers_are_numbers() -> None:
    book = _open(DayEntry(DAY, itch=7.5, woken=True), Visit(DAY, "Dr. Weber"))
    head, row = _rows(book, "Days")
    assert dict(zip(head, row, strict=True)) | {"date": datetime(2026, 8, 2), "itch": 7.5, "woken": "yes"} == dict(  # noqa: DTZ001
        zip(head, row, strict=True)
    )
    assert book["Days"]["A2"].is_date
    assert book["Days"]["C2"].value is None  # sleep was not recorded, and is not 0
    assert _rows(book, "Visits")[1][:2] == [datetime(2026, 8, 2), "Dr. Weber"]  # noqa: DTZ001


def test_no_text_becomes_a_formula_or_a_link() -> None:
    days = [DayEntry(DAY + timedelta(days=number), note=text) for number, text in enumerate(TAKEN)]
    data = write(Snapshot(days))
    book = openpyxl.load_workbook(io.BytesIO(data))
    place = [cell.value for cell in book["Days"][1]].index("note")
    cells = [row[place] for row in book["Days"].iter_rows(min_row=2)]
    assert [cell.value for cell in cells] == list(TAKEN)
    assert {cell.data_type for cell in cells} == {"s"}
    assert all(cell.hyperlink is None for cell in cells)
    sheets = [name for name in zipfile.ZipFile(io.BytesIO(data)).namelist() if name.startswith("xl/worksheets/sheet")]
    assert not any(b"<f>" in zipfile.ZipFile(io.BytesIO(data)).read(name) for name in sheets)


def test_weeks_count_from_the_course_and_are_drawn_by_the_spreadsheet() -> None:
    days = [DayEntry(DAY + timedelta(days=number), itch=4 + number // 7) for number in range(14)]
    book = _open(Course(DAY + timedelta(days=7)), *days)
    head, *rows = _rows(book, "Weeks")
    assert head[:3] == ["week", "from", "to"]
    itch = head.index("itch")
    assert [(row[0], row[itch], row[itch + 1]) for row in rows] == [(0, 4, 7), (1, 5, 7)]
    assert [row[head.index("sleep_quality")] for row in rows] == [None, None]
    assert len(book["Weeks"]._charts) == 2


def test_scores_stand_with_their_range() -> None:
    (_, row) = _rows(_open(ClinicScore(DAY, "easi", 9.8, "Dr. Weber")), "Scores")
    assert row[1:6] == ["EASI", 9.8, 0, 72, "Dr. Weber"]


def test_the_last_sheet_says_what_every_column_is() -> None:
    question = Question("mood", "Mood today", AnswerKind.SCALE)
    told = {(row[0], row[1]): row[2] for row in _rows(_open(question, DayEntry(DAY, itch=1)), "Read me")}
    assert told["Days", "itch"] == "a number; from 0 to 10; lower is better"
    assert told["Days", "answer: mood"].startswith("Mood today; ")
    assert {measure.key for measure in MEASURES} <= {name for sheet, name in told if sheet == "Days"}


def test_the_same_diary_gives_the_same_bytes() -> None:
    assert write(Snapshot(SAMPLES.values())) == write(Snapshot(SAMPLES.values()))


def _of_one_year(entry: DayEntry) -> DayEntry:
    """The weeks of a hundred years are no more of a test, and take seconds."""
    return replace(entry, day=DAY + timedelta(days=entry.day.toordinal() % 300))


@settings(max_examples=25)
@given(diaries(fit=_of_one_year))
def test_every_cell_of_the_table_of_days_is_there(records: list[Record]) -> None:
    contents = Snapshot(records)
    table = write_days(contents.of(DayEntry), contents.of(Question))
    expected = list(csv.reader(io.StringIO(table, newline="")))
    found = _rows(openpyxl.load_workbook(io.BytesIO(write(contents))), "Days")
    assert len(found) == len(expected)
    for row, cells in zip(found[1:], expected[1:], strict=True):
        assert all(_same(value, cell) for value, cell in zip(row, cells, strict=True))


def _same(value: Any, cell: str) -> bool:
    """Whether a cell of the workbook says what one of the table does: numbers have the 15 digits of a spreadsheet.

    What is no letter stands in the file by its number.
    """
    if isinstance(value, datetime):
        return value.date().isoformat() == cell
    if isinstance(value, int | float):
        return math.isclose(float(cell), value, rel_tol=1e-14)
    return str(unescape(value or "")) == unguarded(cell)
