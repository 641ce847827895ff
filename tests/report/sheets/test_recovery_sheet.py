"""The sheet of words: one page, on which the words and the square say the key of the diary, and that is all."""

from __future__ import annotations

import re
from datetime import date

import pytest
from PySide6.QtGui import QImage

from adtracker.domain.records.profile import NAME_LIMIT
from adtracker.report.printing import Paper
from adtracker.report.sheets.recovery_sheet import Sheet, sheet_pdf, sheet_picture, square
from adtracker.report.typeset import typeset_apart
from adtracker.resources import Texts, recovery_words
from tests.report.samples import read_pdf, text_of
from tests.report.sheets.squares import has_rim, says

KEY = bytes(range(7, 39))
MADE = date(2026, 11, 28)


def _read_words(text: str) -> str:
    """The words as a person reads them: in the order of their numbers."""
    numbered = {int(number): word for number, word in re.findall(r"^(\d{1,2})\s+([a-z]{3,8})$", text, re.MULTILINE)}
    return " ".join(numbered[number] for number in sorted(numbered))


@pytest.mark.parametrize("paper", ["a4", "us-letter"])
def test_what_is_read_from_it_is_the_key(paper: Paper) -> None:
    document = sheet_pdf(Sheet(KEY, MADE, paper=paper), Texts())
    assert len(read_pdf(document).pages) == 1
    text = text_of(document)
    assert recovery_words().key(_read_words(text)) == KEY
    assert KEY.hex() in text.replace(" ", "")
    assert "28 November 2026" in text
    assert "nobody can open it" in text


def test_the_name_stands_on_it_only_where_it_was_wanted() -> None:
    assert "diary ·" not in text_of(sheet_pdf(Sheet(KEY, MADE), Texts()))
    assert "Nora -> #x\N{RIGHT SINGLE QUOTATION MARK}s diary ·" in text_of(
        sheet_pdf(Sheet(KEY, MADE, "Nora -> #x"), Texts())
    )


def test_the_longest_name_leaves_it_one_page() -> None:
    document = sheet_pdf(Sheet(KEY, MADE, "W" * NAME_LIMIT, "us-letter"), Texts())
    assert len(read_pdf(document).pages) == 1


def test_the_square_on_the_paper_says_the_words() -> None:
    picture = QImage.fromData(sheet_picture(Sheet(KEY, MADE, "Nora"), Texts()))
    assert says(picture, square(recovery_words().words(KEY)))


def test_the_square_keeps_a_light_rim() -> None:
    picture = QImage.fromData(sheet_picture(Sheet(KEY, MADE), Texts()))
    assert has_rim(picture, square(recovery_words().words(KEY)))


def test_it_is_the_same_sheet_from_a_second_process() -> None:
    sheet = Sheet(KEY, MADE, "Nora")
    assert sheet_pdf(sheet, Texts(), typeset_apart) == sheet_pdf(sheet, Texts())


def test_the_key_is_not_in_what_is_said_of_a_sheet() -> None:
    assert str(KEY) not in repr(Sheet(KEY, MADE))
