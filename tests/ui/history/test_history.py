"""What holds for both views of History: undo, an empty diary, text sizes, twenty years."""

from __future__ import annotations

import time
from dataclasses import replace
from datetime import date, timedelta
from itertools import pairwise

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from adtracker.domain.records.day import DayEntry
from adtracker.storage.journal import Journal
from adtracker.ui.core.context import Context
from adtracker.ui.core.preferences import Preferences
from adtracker.ui.history.page import CALENDAR, TABLE, HistoryPage
from adtracker.ui.history.reader import STEP_DAYS
from adtracker.ui.shell.main_window import MainWindow
from tests.ui.conftest import TODAY, Clock
from tests.ui.history.conftest import open_history, opened_day
from tests.ui.person import Person

CONTROL = Qt.KeyboardModifier.ControlModifier


@pytest.mark.parametrize("view", [CALENDAR, TABLE])
def test_undo_is_seen_at_once(page: HistoryPage, person: Person, context: Context, qtbot: QtBot, view: str) -> None:
    page.show_view(view)
    before = context.journal.entry(TODAY)
    context.writer.save(replace(before, itch=1, note="A quiet day"))

    def shown() -> str:
        if view == CALENDAR:
            return page.card.calendar.button(TODAY).accessibleName()
        return " ".join(str(page.list.table.days.index(0, column).data()) for column in range(5))

    qtbot.waitUntil(lambda: "worst itch 1," in shown() or "A quiet day" in shown())
    person.press(Qt.Key.Key_Z, CONTROL)
    qtbot.waitUntil(lambda: "worst itch 1," not in shown() and "A quiet day" not in shown())
    assert context.journal.entry(TODAY) == before


def test_an_empty_diary_says_how_it_begins(window: MainWindow, person: Person, qtbot: QtBot, journal: Journal) -> None:
    page = open_history(window, person, qtbot)
    assert page.empty.isVisible()
    assert not page.views.isVisible()
    assert person.is_at(page.empty.action)
    person.press(Qt.Key.Key_F, CONTROL)
    assert page.empty.isVisible()
    person.press(Qt.Key.Key_Return)
    assert opened_day(window, person) == TODAY
    person.type("5")
    person.press(Qt.Key.Key_4, CONTROL)
    assert page.card.sentence.text() == "November 2026: 1 day recorded, itch 5"


def test_a_new_day_can_be_opened(page: HistoryPage, now: Clock, window: MainWindow, person: Person) -> None:
    assert not page.card.calendar.button(date(2026, 11, 30)).isEnabled()
    now.pass_days(1)
    window.look_at_clock()
    assert page.card.calendar.button(date(2026, 11, 30)).isEnabled()


@pytest.mark.parametrize("percent", [100, 150, 200])
@pytest.mark.parametrize("width", [760, 1280])
def test_nothing_is_cut_off_at_any_text_size(
    page: HistoryPage, window: MainWindow, preferences: Preferences, width: int, percent: int
) -> None:
    window.resize(width, 800)
    preferences.change(text_percent=percent)
    for view, parts in (
        (CALENDAR, (page.card.head, page.card.calendar, page.card.legend, page.card.calendar.button(TODAY))),
        (TABLE, (page.list.search, page.list.order, page.list.count, page.list.table)),
    ):
        page.show_view(view)
        QApplication.processEvents()
        for part in (page.views, *parts):
            assert part.mapTo(page, part.rect().topRight()).x() <= page.width(), part
    assert window.width() == width


TWENTY_YEARS = 7300


@pytest.fixture
def long_journal(journal: Journal) -> Journal:
    """A day for each of twenty years, with notes."""
    days = (TODAY - timedelta(days=number) for number in range(TWENTY_YEARS))
    journal.save_all(DayEntry(day, itch=day.day % 11, note=f"Naïve note of {day.isoformat()}, wool") for day in days)
    return journal


@pytest.mark.slow
@pytest.mark.usefixtures("long_journal")
def test_twenty_years_are_read_in_pieces_that_do_not_freeze_the_window(
    qtbot: QtBot, window: MainWindow, person: Person
) -> None:
    page = open_history(window, person, qtbot)
    turns = [time.thread_time()]  # what this thread worked: others may be using the machine
    beat = QTimer(page, interval=0)
    beat.timeout.connect(lambda: turns.append(time.thread_time()))
    beat.start()
    page.show_view(TABLE)
    assert 300 < page.list.table.days.total < 400  # the newest are there already
    qtbot.waitUntil(lambda: not page.reader.is_reading)
    assert len(turns) > TWENTY_YEARS // STEP_DAYS  # the window had its turn between any two pieces
    assert max(later - earlier for earlier, later in pairwise(turns)) < 0.5  # a tenth of it on an idle machine
    assert page.list.count.text() == "7300 days"
    page.list.search.setText("NAIVE 2010 wool")
    assert page.list.count.text() == "365 of 7300 days"


@pytest.mark.slow
@pytest.mark.usefixtures("long_journal")
def test_reading_ends_when_nobody_looks_and_goes_on_later(qtbot: QtBot, window: MainWindow, person: Person) -> None:
    page = open_history(window, person, qtbot)
    page.show_view(TABLE)
    window.show_page("learn")
    assert not page.reader.is_reading
    window.show_page("history")
    qtbot.waitUntil(lambda: page.list.table.days.total == TWENTY_YEARS)
