"""The table of all days on History, by keys and by clicks, on a real diary."""

from __future__ import annotations

from datetime import date, timedelta
from itertools import pairwise

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from adtracker.domain.common.measure import ITCH
from adtracker.domain.records.day import DayEntry
from adtracker.resources import Texts
from adtracker.storage.journal import Journal
from adtracker.ui.core.preferences import Preferences
from adtracker.ui.core.theme import Theme
from adtracker.ui.history.day_list_table import DayListTable
from adtracker.ui.history.page import TABLE, HistoryPage
from adtracker.ui.shell.main_window import MainWindow
from adtracker.ui.words.number_words import value_words
from tests import pseudo
from tests.ui.conftest import TODAY
from tests.ui.history.conftest import days_listed, open_history, opened_day
from tests.ui.person import Person

CONTROL = Qt.KeyboardModifier.ControlModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier
NOVEMBER_16 = date(2026, 11, 16)


def test_the_table_has_all_days_newest_first(table: HistoryPage, journal: Journal) -> None:
    assert days_listed(table) == [entry.day for entry in reversed(journal.entries())]
    assert table.list.count.text() == f"{len(journal.entries())} days"
    assert table.list.table.days.headerData(0, Qt.Orientation.Horizontal) == "Day"


def test_a_search_finds_words_of_notes_whatever_their_case_and_accents(
    journal: Journal, window: MainWindow, person: Person, qtbot: QtBot
) -> None:
    for number, note in enumerate(("Café, then WOOL", "wool\nand cafe\u0301", "cafe", "", "<b>wool</b>")):
        journal.save(DayEntry(NOVEMBER_16 + timedelta(days=number), itch=number, note=note))
    page = open_history(window, person, qtbot)
    person.press(Qt.Key.Key_F, CONTROL)
    assert person.is_at(page.list.search)
    person.type("cafe wool")
    assert days_listed(page) == [date(2026, 11, 17), NOVEMBER_16]
    assert page.list.count.text() == "2 of 5 days"
    assert page.list.search.accessibleDescription() == "2 of 5 days"
    person.type("x")
    assert days_listed(page) == []
    assert page.list.nothing.isVisible()
    person.press(Qt.Key.Key_Escape)
    assert (page.list.search.text(), len(days_listed(page)), page.list.count.text()) == ("", 5, "5 days")
    assert window.pages.key == "history"
    person.press(Qt.Key.Key_Escape)
    assert window.pages.key == "today"


@pytest.mark.parametrize("look", ["light", "dark"])
def test_found_words_are_marked_in_the_notes(
    journal: Journal,
    window: MainWindow,
    person: Person,
    qtbot: QtBot,
    preferences: Preferences,
    theme: Theme,
    look: str,
) -> None:
    journal.save(DayEntry(TODAY, note=f"😀 {'A long day. ' * 40}then wool"))
    preferences.change(theme=look)
    page = open_history(window, person, qtbot)
    person.press(Qt.Key.Key_F, CONTROL)

    def marked() -> bool:
        QApplication.processEvents()
        view = page.list.table
        inside = view.visualRect(view.days.index(0, 4)).adjusted(
            0, 3, 0, -3
        )  # lines around a chosen row have that colour
        note = view.viewport().grab(inside).toImage()
        accent = theme.color("accent").rgb()
        return any(note.pixel(x, y) == accent for x in range(note.width()) for y in range(note.height()))

    assert not marked()
    person.type("wool")
    assert marked()


def test_from_the_search_to_the_found_day_by_keys(table: HistoryPage, person: Person, window: MainWindow) -> None:
    person.press(Qt.Key.Key_F, CONTROL)
    person.type("twice")
    found = days_listed(table)
    assert found
    person.press(Qt.Key.Key_Return)
    person.press(Qt.Key.Key_Down)
    person.press(Qt.Key.Key_Return)
    assert opened_day(window, person) == found[1]
    person.press(Qt.Key.Key_Escape)
    assert table.list.search.text() == "twice"
    assert person.is_at(table.list.table)


def test_a_click_on_a_row_opens_its_day(table: HistoryPage, person: Person, window: MainWindow) -> None:
    view = table.list.table
    place = view.visualRect(view.days.index(3, 1)).center()
    QTest.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert opened_day(window, person) == days_listed(table)[3]


def test_headings_and_the_list_put_days_in_order(table: HistoryPage, person: Person) -> None:
    header = table.list.table.horizontalHeader()
    place = QPoint(header.sectionViewportPosition(1) + 20, header.height() // 2)

    def itches() -> list[float | None]:
        model = table.list.table.days
        return [model.value(row).entry.itch for row in range(model.rowCount())]

    known = sorted(itch for itch in itches() if itch is not None)
    QTest.mouseClick(header.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert itches() == known[::-1]
    assert table.list.order.currentText() == "Worst itch, highest first"
    QTest.mouseClick(header.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert itches() == known
    person.take(table.list.order, "Day, newest")
    assert table.list.order.currentText() == "Day, newest first"
    assert all(one > other for one, other in pairwise(days_listed(table)))


def test_chosen_rows_are_copied_as_lines(table: HistoryPage, person: Person, journal: Journal) -> None:
    table.list.table.setFocus()
    person.press(Qt.Key.Key_Down, SHIFT)
    person.press(Qt.Key.Key_C, CONTROL)
    lines = QGuiApplication.clipboard().text().split("\n")
    assert lines[0] == "Day\tWorst itch\tSleep quality\tSkin affected\tNote"
    assert [line.split("\t")[0] for line in lines[1:]] == ["Sun 29 Nov 2026", "Sat 28 Nov 2026"]
    itch = journal.entry(TODAY).itch
    assert itch is not None
    assert lines[1].split("\t")[1] == value_words(itch, ITCH)


def test_a_missing_answer_is_told_from_zero(journal: Journal, window: MainWindow, person: Person, qtbot: QtBot) -> None:
    journal.save(DayEntry(TODAY, itch=0, note="\u202eabc"))
    page = open_history(window, person, qtbot)
    page.show_view(TABLE)
    model = page.list.table.days
    assert model.index(0, 1).data() == "0"
    assert model.index(0, 2).data() == "–"  # noqa: RUF001
    assert model.index(0, 2).data(Qt.ItemDataRole.AccessibleTextRole) == "not recorded"


def test_no_word_of_a_heading_is_cut_where_words_are_long(qtbot: QtBot, theme: Theme) -> None:
    with pseudo.spoken(100):
        made = DayListTable(theme, Texts().measures())
    qtbot.addWidget(made)
    header, model = made.horizontalHeader(), made.model()
    for column in range(1, model.columnCount()):
        words = str(model.headerData(column, Qt.Orientation.Horizontal)).split()
        assert max(map(header.fontMetrics().horizontalAdvance, words)) < header.sectionSize(column)
