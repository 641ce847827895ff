"""What gives way in a page that is narrower than what stands in it, and takes its shape again where there is room."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

import pytest
from PySide6.QtCore import QLocale, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QHBoxLayout, QPushButton, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from adtracker.ui.kit.basics import button, label, rule
from adtracker.ui.kit.chips import Chips
from adtracker.ui.kit.fields.pickers import DayField
from adtracker.ui.kit.room.page_area import RIM, PageArea
from adtracker.ui.kit.room.pairs import Pairs
from adtracker.ui.settings.lines.code_square import CodeSquare
from adtracker.ui.settings.protection.words_grid import WordsGrid
from adtracker.ui.words.language import speak
from tests.ui.room import cut

DAY = date(2026, 11, 22)


def _page(qtbot: QtBot, *parts: QWidget) -> PageArea:
    content = QWidget()
    column = QVBoxLayout(content)
    column.setContentsMargins(0, 0, 0, 0)
    for part in parts:
        column.addWidget(part)
    column.addStretch(1)
    area = PageArea(content)
    qtbot.addWidget(area)
    area.resize(900, 400)
    area.show()
    return area


def _resize(area: PageArea, width: int) -> None:
    area.resize(width, 400)
    for _ in range(4):
        QApplication.processEvents()


def _row(*parts: QWidget) -> QWidget:
    """The last two stand at the end."""
    made = QWidget()
    row, pair = QHBoxLayout(made), QHBoxLayout()
    first, *last = parts
    row.addWidget(first)
    row.addStretch(1)
    for part in last:
        pair.addWidget(part)
    row.addLayout(pair)
    return made


def _places(parts: Sequence[QPushButton]) -> list[tuple[int, int, int]]:
    return [(part.x(), part.y(), part.width()) for part in parts]


def test_a_row_without_room_stands_as_two_lines_and_lies_again(qtbot: QtBot) -> None:
    parts = [button(words) for words in ("Delete", "Cancel", "Save")]
    area = _page(qtbot, _row(*parts))
    _resize(area, 900)
    before = _places(parts)
    assert before[0][1] == before[1][1] == before[2][1]
    assert before[1][0] > before[0][0] + before[0][2] + 100, "the gap is between them"
    _resize(area, sum(part.sizeHint().width() for part in parts))
    (first, above, _), (second, below, _), (third, beside, _) = _places(parts)
    assert above < below == beside
    assert first == second < third
    assert not cut(area)
    _resize(area, 900)
    assert _places(parts) == before


def test_words_fold_before_a_row_turns(qtbot: QtBot) -> None:
    words, pressed = label("Words that go on and on in one line"), button("Go")
    area = _page(qtbot, _row(words, pressed))
    _resize(area, words.sizeHint().width() - 20)
    assert words.geometry().right() < pressed.x()
    assert words.height() >= 2 * words.fontMetrics().height()
    assert not cut(area)


@pytest.mark.parametrize("width", [30, 60, 90, 900])
def test_no_word_of_a_chip_is_cut(qtbot: QtBot, width: int) -> None:
    chips = Chips("How much", [("most", "Nearly everything"), ("half", "Half")])
    chips.setStyleSheet("QPushButton { min-width: 24px; padding: 2px 12px; }")  # Qt takes that for its least width
    area = _page(qtbot, chips)
    _resize(area, width)
    assert not [one for one in cut(chips) if "cut" in one]
    assert chips.width() == max(chips.minimumSizeHint().width(), area.viewport().width())


@pytest.mark.parametrize("place", ["en_GB", "de_DE", "es_ES", "fr_FR"])
def test_a_day_is_written_in_short_where_there_is_no_room(qtbot: QtBot, place: str) -> None:
    speak(QLocale(place))
    field = DayField("Day", DAY, date(2026, 12, 31))
    area = _page(qtbot, field)
    told: list[object] = []
    field.textChanged.connect(told.append)
    field.picked.connect(told.append)
    whole = field.text()
    _resize(area, field.minimumSizeHint().width() - 10)
    short = field.text()
    assert len(short) < len(whole)
    assert not area.horizontalScrollBar().maximum()
    assert field.fontMetrics().horizontalAdvance(short) < field.width() - field.textMargins().right()
    assert told == [], "it is the same day"
    field.setFocus()
    QTest.keyClick(field, Qt.Key.Key_Return)
    assert (field.day, field.text()) == (DAY, short), "what is written can be read"
    QTest.keyClicks(field, "2")
    _resize(area, 900)
    assert field.text() == "2", "what is being typed stays"
    QTest.keyClick(field, Qt.Key.Key_Return)
    assert field.text() == whole.replace("22", "2")


@pytest.mark.parametrize(("width", "beside"), [(500, True), (200 + 14 + 120, True), (333, False), (150, False)])
def test_what_belongs_to_a_name_stands_beside_or_below_it(qtbot: QtBot, width: int, *, beside: bool) -> None:
    around = QWidget()
    pairs = Pairs(names=200)
    seconds = [QPushButton(), QPushButton()]
    for second, wide in zip(seconds, (120, 90), strict=True):
        second.setFixedSize(wide, 30)
        pairs.addWidget(rule())
        pairs.add(label("A name", wrap=True), second)
    around.setLayout(pairs)
    qtbot.addWidget(around)
    around.resize(width, around.heightForWidth(width))
    around.show()
    lefts = {second.x() for second in seconds}
    assert lefts == ({width - 120} if beside else {0}), "all in one column"
    assert around.rect().contains(seconds[1].geometry())


def test_the_words_stand_in_as_many_columns_as_have_room(qtbot: QtBot) -> None:
    grid = WordsGrid()
    area = _page(qtbot, grid)
    grid.show_words(["mushroom"] * 24)
    found = []
    for width in (900, 240, 140):
        _resize(area, width)
        assert not cut(area)
        labels = [child for child in grid.findChildren(QWidget) if child.isVisible() and child.width() > 30]
        found.append(len({child.x() for child in labels}))
    assert found == [3, 2, 1]


def test_a_code_square_has_whole_pixels_in_any_room(qtbot: QtBot) -> None:
    square = CodeSquare("Code", "itch 5, slept 6")
    area = _page(qtbot, square)
    _resize(area, 900)
    modules = square.width() // 5
    large = _modules(square, modules)
    assert any(large)
    _resize(area, 4 * modules + 2 + RIM)
    assert square.height() in (4 * modules, 3 * modules)
    assert square.width() < 5 * modules
    assert _modules(square, modules) == large, "the same code"


def _modules(square: CodeSquare, count: int) -> list[bool]:
    picture = square.grab().toImage()
    dot = square.height() // count
    side = (square.width() - dot * count) // 2
    middles = [dot * place + dot // 2 for place in range(count)]
    return [picture.pixelColor(side + along, down).lightness() < 128 for down in middles for along in middles]
