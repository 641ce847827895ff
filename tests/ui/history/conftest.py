"""A person before History, on the diary of the demonstration."""

from __future__ import annotations

from datetime import date

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from adtracker.storage.journal import Journal
from adtracker.ui.history.page import TABLE, HistoryPage
from adtracker.ui.shell.main_window import MainWindow
from tests.ui.person import Person

CONTROL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def person(qtbot: QtBot, window: MainWindow) -> Person:
    return Person(qtbot, window)


def open_history(window: MainWindow, person: Person, qtbot: QtBot) -> HistoryPage:
    """Go to the page by its key."""
    person.press(Qt.Key.Key_4, CONTROL)
    page = window.pages.currentWidget()
    assert isinstance(page, HistoryPage)
    qtbot.waitUntil(lambda: not page.reader.is_reading)
    return page


@pytest.fixture
def page(qtbot: QtBot, demo_journal: Journal, window: MainWindow, person: Person) -> HistoryPage:
    return open_history(window, person, qtbot)


@pytest.fixture
def table(qtbot: QtBot, page: HistoryPage, person: Person) -> HistoryPage:
    """The page with its table open and read to the end."""
    person.click(page.views.chip(TABLE))
    qtbot.waitUntil(lambda: not page.reader.is_reading)
    return page


def days_listed(page: HistoryPage) -> list[date]:
    model = page.list.table.days
    return [model.value(row).day for row in range(model.rowCount())]


def opened_day(window: MainWindow, person: Person) -> date:
    assert window.pages.key == "today"
    return person.page.day
