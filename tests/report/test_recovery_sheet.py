"""The sheet of words: one page, on which the words and the square say the key of the diary, and that is all."""

from __future__ import annotations

import re
from datetime import date

import pytest
from PySide6.QtCore import QRect
from PySide6.QtGui import QColor, QImage

from adtracker.domain.records.profile import NAME_LIMIT
from adtracker.report.printing import Paper
from adtracker.report.recovery_sheet import Sheet, sheet_pdf, sheet_picture, square
from adtracker.report.typeset import typeset_apart
from adtracker.resources import Texts, recovery_words
from tests.report.samples import read_pdf, text_of

KEY = bytes(range(7, 39))
MADE = date(2026, 11, 28)
_BLACK = QColor("black").rgb()


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


def _square(picture: QImage) -> QRect:
    """Where the square stands; only it is quite black."""
    dark = [(x, y) for y in range(picture.height()) for x in range(picture.width()) if picture.pixel(x, y) == _BLACK]
    left, top = min(x for x, _ in dark), min(y for _, y in dark)
    return QRect(left, top, max(x for x, _ in dark) - left + 1, max(y for _, y in dark) - top + 1)


def _is_dark(picture: QImage, x: int, y: int) -> bool:
    return QColor(picture.pixel(x, y)).lightness() < 128


def test_the_square_on_the_paper_says_the_words() -> None:
    picture = QImage.fromData(sheet_picture(Sheet(KEY, MADE, "Nora"), Texts()))
    wanted, place = square(recovery_words().words(KEY)).matrix, _square(picture)
    middles = [round((field + 0.5) * place.width() / len(wanted)) for field in range(len(wanted))]
    found = [[_is_dark(picture, place.x() + x, place.y() + y) for x in middles] for y in middles]
    assert found == [[bool(dark) for dark in row] for row in wanted]


def test_the_square_keeps_a_light_rim() -> None:
    picture = QImage.fromData(sheet_picture(Sheet(KEY, MADE), Texts()))
    place = _square(picture)
    rim = 4 * place.width() // len(square(recovery_words().words(KEY)).matrix)
    around, inside = place.adjusted(-rim, -rim, rim, rim), place.adjusted(-1, -1, 1, 1)
    across, down = range(around.left(), around.right() + 1), range(around.top(), around.bottom() + 1)
    spots = [(x, y) for x in across for y in down if not inside.contains(x, y)]
    assert not any(_is_dark(picture, *spot) for spot in spots)


def test_it_is_the_same_sheet_from_a_second_process() -> None:
    sheet = Sheet(KEY, MADE, "Nora")
    assert sheet_pdf(sheet, Texts(), typeset_apart) == sheet_pdf(sheet, Texts())


def test_the_key_is_not_in_what_is_said_of_a_sheet() -> None:
    assert str(KEY) not in repr(Sheet(KEY, MADE))
