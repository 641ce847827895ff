"""Side by side where there is room, one below the other where there is not."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QApplication, QLabel, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from adtracker.ui.kit.room.columns import Columns
from adtracker.ui.kit.room.wide_table import WideTable


@pytest.fixture
def parts(qtbot: QtBot) -> tuple[QWidget, QWidget, QWidget]:
    """A row with one part of at least 200 px that grows, and one that is 100 px wide."""
    row, growing, fixed = QWidget(), QWidget(), QWidget()
    qtbot.addWidget(row)
    growing.setMinimumSize(200, 50)
    fixed.setFixedSize(100, 30)
    columns = Columns(row, spacing=10)
    columns.add(growing, 1)
    columns.add(fixed)
    row.show()
    return row, growing, fixed


def test_parts_that_fit_share_the_width_by_weight(parts: tuple[QWidget, QWidget, QWidget]) -> None:
    row, growing, fixed = parts
    row.resize(500, 80)
    assert (growing.x(), growing.width()) == (0, 390)
    assert fixed.x() == 400
    assert growing.height() == 80
    assert row.heightForWidth(500) == 50


def test_parts_that_do_not_fit_are_stacked(parts: tuple[QWidget, QWidget, QWidget]) -> None:
    row, growing, fixed = parts
    row.resize(300, 90)
    assert (growing.x(), growing.width(), growing.height()) == (0, 300, 50)
    assert (fixed.x(), fixed.y()) == (0, 60)
    assert row.heightForWidth(300) == 90


def test_it_may_get_as_narrow_as_its_widest_part(parts: tuple[QWidget, QWidget, QWidget]) -> None:
    assert parts[0].minimumSizeHint().width() == 200


def test_a_hidden_part_takes_no_room_and_none_beside_it(parts: tuple[QWidget, QWidget, QWidget]) -> None:
    row, growing, fixed = parts
    fixed.hide()
    row.resize(300, 80)
    assert (growing.x(), growing.width()) == (0, 300)
    assert row.heightForWidth(300) == 50


def test_a_part_with_words_stands_beside_others_only_with_room_for_so_many_letters(
    parts: tuple[QWidget, QWidget, QWidget],
) -> None:
    row, growing, fixed = parts
    columns = row.layout()
    assert isinstance(columns, Columns)
    columns.want_letters(growing, 40)
    needed = 40 * growing.fontMetrics().averageCharWidth()
    assert needed > 200
    assert columns.are_beside(needed + 10 + fixed.width())
    assert not columns.are_beside(needed + 9 + fixed.width())
    larger = growing.font()
    larger.setPixelSize(2 * growing.fontMetrics().height())
    growing.setFont(larger)
    assert not columns.are_beside(needed + 10 + fixed.width())


@pytest.mark.parametrize(("width", "second"), [(410, 200), (470, 260), (510, 280)])
def test_a_preferred_width_is_given_before_the_rest_is_shared(qtbot: QtBot, width: int, second: int) -> None:
    row, first, other = QWidget(), QWidget(), QWidget()
    qtbot.addWidget(row)
    columns = Columns(row, spacing=10)
    for part in (first, other):
        part.setMinimumWidth(200)
        columns.add(part, 1)
    columns.prefer(other, 260)
    row.resize(width, 50)
    row.show()
    assert other.width() == second
    assert first.width() == width - 10 - second


def test_a_wide_table_takes_the_height_of_lines_that_come_later(qtbot: QtBot) -> None:
    """Filled after it was laid out, it would else show nothing: nobody asks an area again how high it is."""
    card, table = QWidget(), WideTable()
    lines = QVBoxLayout(card)
    lines.addWidget(table)
    lines.addStretch(1)
    qtbot.addWidget(card)
    card.resize(300, 400)
    card.show()
    QApplication.processEvents()
    for row in range(4):
        table.grid.addWidget(QLabel("Worst itch"), row, 0)
    qtbot.waitUntil(lambda: table.height() >= table.grid.sizeHint().height() > 0)


def test_it_would_like_to_be_as_wide_as_its_parts_want_to_be_beside_each_other(
    parts: tuple[QWidget, QWidget, QWidget],
) -> None:
    row, growing, fixed = parts
    columns = row.layout()
    assert isinstance(columns, Columns)
    columns.want_letters(growing, 60)
    row.resize(row.sizeHint())
    assert (growing.y(), fixed.y()) == (0, 0)
    assert growing.width() >= 60 * growing.fontMetrics().averageCharWidth()
