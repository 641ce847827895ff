"""The start sheet: one page that says what to write down, and a square that holds its line."""

from __future__ import annotations

import re
from datetime import date

import pytest
from PySide6.QtGui import QImage

from adtracker import resources
from adtracker.domain.common.problem import RefusedError
from adtracker.domain.intake.clinic_start import Asked, ClinicStart
from adtracker.domain.intake.clinic_text import read_start, write_start
from adtracker.domain.records.course import TREATMENT_NAME_LIMIT, Course
from adtracker.domain.records.question import TEXT_LIMIT
from adtracker.language import ENGLISH, NAMES, NO_BREAK
from adtracker.report.pictures.code_square import code_square
from adtracker.report.printing import Paper
from adtracker.report.sheets.start_sheet import StartSheet, start_sheet_pdf, start_sheet_pictures
from adtracker.report.typeset import typeset_apart
from adtracker.resources import Texts
from tests.report.samples import read_pdf, text_of
from tests.report.sheets.squares import has_rim, says

MADE = date(2026, 11, 29)
_WEEK = {"en": "week", "de": "Woche", "es": "semana", "fr": "semaine"}
USUAL = ClinicStart(course=Course(date(2026, 12, 1), "Dupilumab 300 mg"), visit=date(2027, 1, 14))


def words_of(sheet: StartSheet) -> str:
    return " ".join(text_of(start_sheet_pdf(sheet, Texts())).split())


def test_says_what_to_write_down_until_when() -> None:
    words = words_of(StartSheet(USUAL, MADE))
    assert "Each evening until 14 January 2027, please write down:" in words
    assert "Worst itch in the past 24 hours 0 is no itch, 10 is worst itch imaginable." in words
    assert "How well did you sleep last night?" in words
    assert "Treatment: Dupilumab 300 mg, from 1 December 2026 on, 24 weeks." in words
    assert "Your visit: 14 January 2027." in words
    assert "no advice on treatment" in words
    assert "affected" not in words


@pytest.mark.parametrize("code", NAMES)
def test_a_course_of_one_week_is_said_in_the_singular(code: str) -> None:
    start = ClinicStart(course=Course(date(2026, 12, 1), "", 1))
    resources.speak(code)
    words = words_of(StartSheet(start, MADE)).replace(NO_BREAK, " ")
    resources.speak(ENGLISH)
    assert f" 1 {_WEEK[code]}." in words


def test_the_line_on_the_paper_is_what_a_diary_begins_with() -> None:
    found = re.search(r"adtracker-start .* end [0-9a-f]{4}", words_of(StartSheet(USUAL, MADE)))
    assert found is not None
    assert read_start(found[0]) == USUAL


@pytest.mark.parametrize("blanks", range(0, 40, 3))
def test_no_row_of_the_line_ends_within_a_date_or_a_name(blanks: int) -> None:
    course = Course(date(2026, 12, 1), "x" * blanks)
    asked = (Asked("Gloves?", is_yes_no=True),)
    start = ClinicStart(("itch", "sleep", "skin"), course=course, visit=date(2027, 1, 14), asked=asked)
    rows = text_of(start_sheet_pdf(StartSheet(start, MADE), Texts())).splitlines()
    first = next(number for number, row in enumerate(rows) if row.strip().startswith("adtracker-start"))
    assert not [row for row in rows[first : first + 3] if row.rstrip().endswith("-")]


def test_a_day_to_stop_on_may_be_another_than_that_of_the_visit() -> None:
    assert "Each evening until 31 December 2026," in words_of(StartSheet(USUAL, MADE, date(2026, 12, 31)))
    assert "Each evening until your next visit," in words_of(StartSheet(ClinicStart(), MADE))


def test_once_a_week_the_last_seven_days_are_asked_about() -> None:
    words = words_of(StartSheet(ClinicStart(("itch", "sleep", "skin"), weekly_on=7), MADE))
    assert "Once a week, on Sunday, until your next visit, please write down:" in words
    assert "Worst itch of the last 7 days" in words
    assert "How much of your skin is affected?" in words
    assert "24 hours" not in words


@pytest.mark.slow
def test_the_square_on_the_paper_says_the_line() -> None:
    (page,) = start_sheet_pictures(StartSheet(USUAL, MADE), Texts())
    picture, square = QImage.fromData(page), code_square(write_start(USUAL))
    assert says(picture, square)
    assert has_rim(picture, square)


@pytest.mark.parametrize("paper", ["a4", "us-letter"])
def test_as_much_as_a_sheet_can_ask_is_one_page(paper: Paper) -> None:
    asked = tuple(Asked(f"{number} " + "how sore " * 12 + "is it?", is_yes_no=number > 2) for number in range(5))
    course = Course(date(2026, 12, 1), "W" * TREATMENT_NAME_LIMIT)
    assert max(len(one.text) for one in asked) > TEXT_LIMIT - 10
    start = ClinicStart(("itch", "sleep", "skin"), 7, course, date(2027, 1, 14), asked)
    document = read_pdf(start_sheet_pdf(StartSheet(start, MADE, paper=paper), Texts()))
    assert len(document.pages) == 1


def test_words_of_a_clinic_are_no_markup() -> None:
    words = words_of(StartSheet(ClinicStart(asked=(Asked("#panic() *strong* -> $x$?"),)), MADE))
    assert "#panic() *strong* -> $x$?" in words


def test_what_has_no_line_has_no_sheet() -> None:
    with pytest.raises(RefusedError):
        start_sheet_pdf(StartSheet(ClinicStart(numbers=()), MADE), Texts())


def test_it_is_the_same_sheet_from_a_second_process() -> None:
    sheet = StartSheet(USUAL, MADE)
    assert start_sheet_pdf(sheet, Texts(), typeset_apart) == start_sheet_pdf(sheet, Texts())
