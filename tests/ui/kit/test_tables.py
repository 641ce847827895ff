"""Tables: numbers stand at the right with one count of decimals, and no day is cut at any text size."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta

import pytest
from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QFont, QFontMetrics, QImage
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from adtracker.domain.common.measure import EXTENT, ITCH
from adtracker.domain.records.day import DayEntry, Extent, ExtentMethod
from adtracker.storage.journal import Journal
from adtracker.ui.core.context import Context
from adtracker.ui.core.preferences import Preferences
from adtracker.ui.core.theme import Theme
from adtracker.ui.history.page import TABLE, HistoryPage
from adtracker.ui.kit.value_table import Column, ValueModel, ValueTable
from adtracker.ui.shell.main_window import MainWindow
from adtracker.ui.timeline.milestone_table import FIGURE_SPACE
from adtracker.ui.timeline.page import TimelinePage
from adtracker.ui.trends.page import TrendsPage
from adtracker.ui.words.number_words import NOTHING, value_decimals, value_words
from tests.ui.conftest import TODAY

RIGHT = Qt.AlignmentFlag.AlignRight


def _column(table: ValueTable, column: int) -> list[str]:
    model = table.model()
    return [str(model.index(row, column).data()) for row in range(model.rowCount())]


def _numbers_at_the_right(table: ValueTable) -> list[int]:
    model = table.model()
    role, found = Qt.ItemDataRole.TextAlignmentRole, []
    for column in range(model.columnCount()):
        cell, head = model.index(0, column).data(role), model.headerData(column, Qt.Orientation.Horizontal, role)
        assert bool(cell & RIGHT) == bool(head & RIGHT), "a heading stands over what it names"
        if cell & RIGHT:
            found.append(column)
    return found


def _decimals(texts: list[str]) -> set[int]:
    numbers = [text.split("\u00a0")[0] for text in texts if text != NOTHING]
    return {len(number.partition(".")[2]) for number in numbers}


def _table_of_history(window: MainWindow) -> ValueTable:
    page = window.show_page("history")
    assert isinstance(page, HistoryPage)
    page.views.chip(TABLE).click()
    QApplication.processEvents()
    return page.list.table


def test_numbers_of_history_have_one_count_of_decimals(demo_journal: Journal, window: MainWindow) -> None:
    table = _table_of_history(window)
    assert _numbers_at_the_right(table) == [1, 2, 3]
    assert [_decimals(_column(table, column)) for column in (1, 2, 3)] == [{0}, {0}, {1}]
    demo_journal.save(DayEntry(TODAY - timedelta(days=200), itch=4.5))
    window.show_page("today")
    page = window.show_page("history")
    assert isinstance(page, HistoryPage)
    page.mark_stale()
    assert _decimals(_column(_table_of_history(window), 1)) == {1}


def test_numbers_of_trends_have_one_count_of_decimals(demo_journal: Journal, window: MainWindow) -> None:
    page = window.show_page("trends")
    assert isinstance(page, TrendsPage)
    page.head.views.chip("table").click()
    table = page.card.table
    assert _numbers_at_the_right(table) == [1, 2, 3, 4, 5, 6]
    for column in range(1, 7):
        assert len(_decimals(_column(table, column))) == 1, column


def test_means_of_milestones_stand_one_below_the_other(demo_journal: Journal, window: MainWindow) -> None:
    page = window.show_page("timeline")
    assert isinstance(page, TimelinePage)
    QApplication.processEvents()
    table = page.answer.table
    digits = QFontMetrics(table.font())
    assert len({digits.horizontalAdvance(letter) for letter in f"0123456789{FIGURE_SPACE}"}) == 1
    for column in (1, 2, 3):
        means = [text.split("\u00a0")[0] for text in _column(table, column) if text != NOTHING]
        assert len(means) > 3
        assert len({len(mean) for mean in means}) == 1, means


@pytest.mark.parametrize("percent", [100, 150, 200])
def test_no_day_is_cut(journal: Journal, window: MainWindow, context: Context, percent: int) -> None:
    journal.save_all([DayEntry(date(2026, 1, 1) + timedelta(days=day), itch=3) for day in range(0, 333)])
    context.preferences.change(text_percent=percent)
    table = _table_of_history(window)
    strong = QFont(table.font())
    strong.setWeight(QFont.Weight.DemiBold)
    days = _column(table, 0)
    assert len(days) == 333
    widest = max(map(QFontMetrics(strong).horizontalAdvance, days))
    assert table.columnWidth(0) > widest + 16, "a day, and the room of the stylesheet beside it"


@pytest.fixture(params=["from the left", "from the right"])
def letters(request: pytest.FixtureRequest, qapp: QApplication) -> Iterator[str]:
    """Such that begin and end with a stroke, in a program that runs as they do."""
    is_turned = request.param == "from the right"
    qapp.setLayoutDirection(Qt.LayoutDirection.RightToLeft if is_turned else Qt.LayoutDirection.LeftToRight)
    yield "\u0627\u0627" if is_turned else "HH"
    qapp.setLayoutDirection(Qt.LayoutDirection.LeftToRight)


@pytest.mark.parametrize("percent", [100, 200])
def test_a_heading_begins_where_the_words_below_it_do(
    qtbot: QtBot, theme: Theme, preferences: Preferences, letters: str, percent: int
) -> None:
    preferences.change(text_percent=percent)
    columns: list[Column[str]] = [Column(letters, str), Column(letters, str, is_number=True)]
    table = ValueTable(theme, ValueModel(columns), 84)
    qtbot.addWidget(table)
    table.setStyleSheet(theme.stylesheet)
    table.model().show_rows([letters, letters])  # type: ignore[attr-defined]
    table.resize(600, 300)
    table.show()
    qtbot.waitExposed(table)
    header, low = table.horizontalHeader(), table.visualRect(table.model().index(1, 0))  # of the row that is not chosen
    for column in range(2):
        left, wide = header.sectionViewportPosition(column), header.sectionSize(column)
        head = header.viewport().grab(QRect(left, 4, wide, header.height() - 8)).toImage()
        cell = table.viewport().grab(QRect(left, low.top() + 4, wide, low.height() - 8)).toImage()
        (begins, ends), (below, below_ends) = _ink(head), _ink(cell)
        assert abs(begins - below) <= 1 or abs(ends - below_ends) <= 1, (begins, below, ends, below_ends)


def _ink(drawn: QImage) -> tuple[int, int]:
    """Where what is drawn begins and ends, from the left."""
    ground = drawn.pixelColor(0, 0).lightness()
    spots = [(x, y) for x in range(drawn.width()) for y in range(drawn.height())]
    inked = [x for x, y in spots if abs(drawn.pixelColor(x, y).lightness() - ground) > 60]
    return min(inked), max(inked)


@pytest.mark.parametrize(
    ("values", "decimals"), [([], 0), ([4.0, None], 0), ([4.0, 4.5], 1), ([4.04], 0), ([12.0, 12.25, None], 1)]
)
def test_a_column_has_decimals_where_one_value_needs_some(values: list[float | None], decimals: int) -> None:
    assert value_decimals(values, EXTENT) == decimals
    assert value_words(4.0, ITCH, decimals) == ("4" if decimals == 0 else "4.0")


def test_an_extent_says_how_much_alone_as_before() -> None:
    entry = DayEntry(TODAY, extent=Extent(12.0, ExtentMethod.PALMS))
    value = entry.value(EXTENT)
    assert value is not None
    assert value_words(value, EXTENT) == "12\u00a0%"
