"""The calendar of History, by keys and by clicks, on a real diary."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from PySide6.QtCore import QLocale, Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from adtracker.domain.common.measure import ITCH
from adtracker.domain.records.day import DayEntry
from adtracker.storage.journal import Journal
from adtracker.ui.charts.week_painter import SHADE_TOKENS
from adtracker.ui.core.context import Context
from adtracker.ui.core.preferences import Preferences
from adtracker.ui.core.theme import Theme
from adtracker.ui.history.page import HistoryPage
from adtracker.ui.shell.main_window import MainWindow
from adtracker.ui.words.language import speak
from adtracker.ui.words.number_words import value_words
from tests.ui.conftest import COURSE_START, TODAY
from tests.ui.history.conftest import open_history, opened_day
from tests.ui.person import Person

CONTROL = Qt.KeyboardModifier.ControlModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier
NOVEMBER_16 = date(2026, 11, 16)


def test_it_opens_on_today_with_the_month_in_a_sentence(page: HistoryPage, person: Person) -> None:
    assert person.is_at(page.card.calendar.button(TODAY))
    assert page.card.sentence.text() == "November 2026: 28 days recorded, itch 4 to 6"
    assert page.card.calendar.accessibleName() == page.card.sentence.text()
    assert (page.card.head.month.currentText(), page.card.head.year.currentText()) == ("November", "2026")
    assert not page.card.head.next.isEnabled()
    assert not page.card.calendar.button(TODAY + timedelta(days=1)).isEnabled()


def test_every_day_says_what_is_stored(page: HistoryPage, journal: Journal) -> None:
    entries = {entry.day: entry for entry in journal.entries()}
    for number in range(1, 31):
        day = date(2026, 11, number)
        said = page.card.calendar.button(day).accessibleName()
        if day > TODAY:
            assert said.endswith(": not yet")
        elif day in entries:
            itch = entries[day].itch
            assert itch is not None
            assert f"worst itch {value_words(itch, ITCH)}," in said
            assert ("with a note" in said) == bool(entries[day].note)
        else:
            assert said.endswith(f": not recorded, week {(day - COURSE_START).days // 7 + 1} of the course")


def test_arrows_go_over_the_ends_of_months(page: HistoryPage, person: Person) -> None:
    calendar = page.card.calendar
    person.press(Qt.Key.Key_Right)  # nothing comes after today
    assert calendar.day == TODAY
    person.press(Qt.Key.Key_Up, times=5)
    assert calendar.day == date(2026, 10, 25)
    assert page.card.sentence.text().startswith("October 2026: ")
    assert person.is_at(calendar.button(date(2026, 10, 25)))
    person.press(Qt.Key.Key_Down)
    person.press(Qt.Key.Key_Left)
    assert calendar.day == date(2026, 10, 31)
    person.press(Qt.Key.Key_Right)
    assert calendar.day == date(2026, 11, 1)


def test_page_keys_go_by_months_home_and_end_to_their_ends(page: HistoryPage, person: Person) -> None:
    calendar = page.card.calendar
    person.press(Qt.Key.Key_PageUp, times=9)
    assert calendar.day == date(2026, 2, 28)
    person.press(Qt.Key.Key_Home)
    assert calendar.day == date(2026, 2, 1)
    person.press(Qt.Key.Key_End)
    assert calendar.day == date(2026, 2, 28)
    person.press(Qt.Key.Key_PageDown, times=9)
    assert calendar.day == date(2026, 11, 28)
    person.press(Qt.Key.Key_End)
    assert calendar.day == TODAY
    assert person.is_at(calendar.button(TODAY))


def test_enter_opens_a_day_and_esc_comes_back_to_it(page: HistoryPage, person: Person, window: MainWindow) -> None:
    person.press(Qt.Key.Key_PageUp)
    person.press(Qt.Key.Key_Return)
    assert opened_day(window, person) == date(2026, 10, 29)
    person.press(Qt.Key.Key_Escape)
    assert window.pages.key == "history"
    assert person.is_at(page.card.calendar.button(date(2026, 10, 29)))


def test_a_click_opens_a_day_also_one_to_fill_in_but_none_to_come(
    page: HistoryPage, person: Person, window: MainWindow, journal: Journal
) -> None:
    person.click(page.card.calendar.button(TODAY + timedelta(days=1)))
    assert window.pages.key == "history"
    empty = next(
        day for day in map(date(2026, 11, 1).__add__, map(timedelta, range(28))) if journal.entry(day).is_empty
    )
    person.click(page.card.calendar.button(empty))
    assert opened_day(window, person) == empty
    person.type("4")
    person.press(Qt.Key.Key_4, CONTROL)
    said = page.card.calendar.button(empty).accessibleName()
    assert "worst itch 4" in said
    assert "filled in later" in said


def test_buttons_and_lists_lead_to_any_month(page: HistoryPage, person: Person) -> None:
    head = page.card.head
    person.click(head.previous)
    assert page.card.sentence.text().startswith("October 2026")
    person.click(head.next)
    assert page.card.sentence.text().startswith("November 2026")
    person.take(head.month, "Aug")
    assert page.card.sentence.text().startswith("August 2026: 28 days recorded")
    assert head.this_month.isEnabled()
    person.click(head.this_month)
    assert page.card.calendar.day == TODAY
    assert [head.month.itemText(index) for index in range(head.month.count())][-1] == "November"


def test_years_go_back_to_the_first_day_and_a_month_to_come_becomes_this_one(
    journal: Journal, window: MainWindow, person: Person, qtbot: QtBot
) -> None:
    journal.save(DayEntry(date(2024, 12, 5), itch=3))
    page = open_history(window, person, qtbot)
    head = page.card.head
    assert [head.year.itemText(index) for index in range(head.year.count())] == ["2026", "2025", "2024"]
    person.take(head.year, "2024")
    assert page.card.sentence.text() == "November 2024: nothing recorded"
    person.click(head.next)
    assert page.card.sentence.text() == "December 2024: 1 day recorded, itch 3"
    person.take(head.year, "2026")
    assert page.card.sentence.text() == "November 2026: nothing recorded"


def test_weeks_begin_as_people_are_used_to(journal: Journal, window: MainWindow, person: Person, qtbot: QtBot) -> None:
    speak(QLocale(QLocale.Language.English, QLocale.Country.UnitedStates))
    journal.save(DayEntry(TODAY, itch=3))
    page = open_history(window, person, qtbot)
    assert [head.text() for head in page.card.calendar._heads][:2] == ["Sun", "Mon"]
    sunday = page.card.calendar.button(date(2026, 11, 15))
    assert sunday.x() < page.card.calendar.button(date(2026, 11, 21)).x()


@pytest.mark.parametrize("look", ["light", "dark"])
def test_the_shades_are_those_of_the_timeline(
    journal: Journal,
    window: MainWindow,
    person: Person,
    qtbot: QtBot,
    preferences: Preferences,
    theme: Theme,
    look: str,
) -> None:
    for number, itch in enumerate((0, 3, 5, 7, 10)):
        journal.save(DayEntry(NOVEMBER_16 + timedelta(days=number), itch=itch))
    journal.save(DayEntry(NOVEMBER_16 + timedelta(days=5), note="no number"))
    preferences.change(theme=look)
    page = open_history(window, person, qtbot)

    def ground(day: date) -> str:
        picture = page.card.calendar.button(day).grab().toImage()
        return picture.pixelColor(picture.width() // 4, picture.height() // 2).name()

    tokens = [theme.color(token).name() for token in SHADE_TOKENS]
    assert [ground(NOVEMBER_16 + timedelta(days=number)) for number in range(5)] == tokens
    assert ground(NOVEMBER_16 + timedelta(days=5)) not in tokens
    assert ground(NOVEMBER_16 - timedelta(days=5)) not in tokens


def test_a_screen_reader_finds_buttons_with_names(page: HistoryPage) -> None:
    interface = QAccessible.queryAccessibleInterface(page.card.calendar.button(NOVEMBER_16))
    assert interface.role() == QAccessible.Role.Button
    assert interface.text(QAccessible.Text.Name).startswith("Monday 16 November: worst itch ")


def test_the_sentence_below_follows_the_keyboard_and_the_pointer(page: HistoryPage, person: Person) -> None:
    assert page.card.pointed.text().startswith("Today, Sunday 29 November: worst itch ")
    QTest.mouseMove(page.card.calendar.button(NOVEMBER_16))
    assert page.card.pointed.text().startswith("Monday 16 November: ")
    page.card.head.previous.setFocus()
    QTest.mouseMove(page.card.head.previous)
    assert page.card.pointed.text().startswith("Point at a day")


def test_tab_comes_to_one_day_of_the_month(page: HistoryPage, person: Person) -> None:
    person.press(Qt.Key.Key_Up)
    person.press(Qt.Key.Key_Tab, SHIFT)
    assert not person.is_at(page.card.calendar)
    person.press(Qt.Key.Key_Tab)
    assert person.is_at(page.card.calendar.button(TODAY - timedelta(days=7)))


def test_an_edit_elsewhere_leaves_the_keyboard_where_it_is(page: HistoryPage, person: Person, context: Context) -> None:
    person.press(Qt.Key.Key_PageUp)
    person.press(Qt.Key.Key_Left, times=3)
    context.writer.save(DayEntry(date(2026, 10, 2), itch=10))
    assert "worst itch 10," in page.card.calendar.button(date(2026, 10, 2)).accessibleName()
    assert person.is_at(page.card.calendar.button(date(2026, 10, 26)))
