"""Going from day to day: the strip, the calendar, days filled in later, and undo and redo across days."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from adtracker.domain.common.period import EARLIEST_DAY, ONE_DAY, Period
from adtracker.domain.records.course import Course
from adtracker.domain.records.day import DayEntry
from adtracker.storage.journal import Journal
from adtracker.ui.core.context import Context
from adtracker.ui.shell.main_window import MainWindow
from adtracker.ui.words.day_words import qt_date
from tests.ui.conftest import TODAY, Clock
from tests.ui.person import Person

YESTERDAY = TODAY - ONE_DAY


@pytest.fixture
def person(qtbot: QtBot, window: MainWindow) -> Person:
    return Person(qtbot, window)


def test_the_day_is_said_in_words(person: Person) -> None:
    assert person.page.header.title.day.text() == "Sunday 29 November"
    assert "Choose another day" in person.page.header.title.accessibleName()


def test_the_place_in_a_running_course_is_said(person: Person, context: Context) -> None:
    assert "Week" not in person.reads(person.page.header)
    context.writer.save(Course(TODAY - 56 * ONE_DAY))
    assert "Week 9 of 24" in person.reads(person.page.header)
    assert "day 57" in person.reads(person.page.header)
    person.page.open_day(TODAY - 57 * ONE_DAY)
    assert "Week" not in person.reads(person.page.header)


def test_the_strip_tells_the_last_14_days_and_what_is_missing(person: Person, context: Context) -> None:
    context.writer.save(DayEntry(YESTERDAY, itch=1))
    strip = person.page.header.strip
    names = [strip.button(day).accessibleName() for day in Period.ending(TODAY, 14)]
    assert len(names) == 14
    assert names[-1] == "Sunday 29 November, today, not recorded"
    assert names[-2] == "Saturday 28 November, filled in later"
    assert names[-3] == "Friday 27 November, not recorded"
    assert all(strip.button(day).width() >= 44 for day in Period.ending(TODAY, 14))


def test_a_click_in_the_strip_opens_a_day_and_back_to_today_returns(person: Person) -> None:
    note = person.page.day_note
    assert not note.isVisible()
    person.open_day(TODAY - 3 * ONE_DAY)
    assert person.page.day == TODAY - 3 * ONE_DAY
    assert "You are filling in Thu 26 Nov later, and that is fine." in person.reads(note)
    person.click(note.back)
    assert person.page.day == TODAY
    assert not note.isVisible()


def test_the_arrow_keys_go_along_the_strip(person: Person) -> None:
    strip = person.page.header.strip
    strip.button(TODAY).setFocus()
    person.press(Qt.Key.Key_Left, times=2)
    assert person.page.day == TODAY - 2 * ONE_DAY
    assert person.is_at(strip.button(TODAY - 2 * ONE_DAY))
    person.press(Qt.Key.Key_Right, times=5)
    assert person.page.day == TODAY


def test_the_keys_for_the_day_before_and_after_work_from_anywhere(person: Person, journal: Journal) -> None:
    person.type("5")
    person.press(Qt.Key.Key_Left, Qt.KeyboardModifier.AltModifier)
    assert person.page.day == YESTERDAY
    person.type("8")
    person.press(Qt.Key.Key_Right, Qt.KeyboardModifier.AltModifier)
    assert person.page.day == TODAY
    assert journal.entry(YESTERDAY).itch == 8, "its first question that had no answer"


def test_tomorrow_cannot_be_reached(person: Person) -> None:
    header = person.page.header
    assert not header.next.isEnabled()
    person.press(Qt.Key.Key_Right, Qt.KeyboardModifier.AltModifier)
    assert person.page.day == TODAY


def test_a_future_day_that_is_asked_for_is_refused_with_a_sentence(person: Person, context: Context) -> None:
    context.events.open_day.emit(TODAY + ONE_DAY)
    assert person.page.day == TODAY
    assert "Monday 30 November has not come yet" in person.page.saved.text


def test_a_day_filled_in_later_is_marked_and_nothing_else_is(person: Person, journal: Journal) -> None:
    person.open_day(YESTERDAY)
    person.page.itch.take_focus()
    person.type("63")
    entry = journal.entry(YESTERDAY)
    assert (entry.itch, entry.sleep_quality) == (6, 3)
    assert entry.filled_in_later
    assert "Sat 28 Nov was filled in later, on Sun 29 Nov." in person.reads(person.page.day_note)


def test_a_day_that_was_kept_in_time_is_not_called_late(person: Person, context: Context) -> None:
    context.writer.save(DayEntry(YESTERDAY, itch=1, recorded_on=YESTERDAY))
    person.open_day(YESTERDAY)
    assert "You are looking at Sat 28 Nov." in person.reads(person.page.day_note)


def test_any_past_day_is_reached_by_the_calendar_and_the_keyboard(person: Person) -> None:
    person.click(person.page.header.title)
    picker = person.page.header.picker
    assert picker.isVisible()
    assert picker.calendar.maximumDate() == qt_date(TODAY)
    assert picker.calendar.minimumDate() == qt_date(EARLIEST_DAY)
    for key in (Qt.Key.Key_PageUp, Qt.Key.Key_Left, Qt.Key.Key_Return):
        QTest.keyClick(picker.windowHandle(), key)
    assert not picker.isVisible()
    assert person.page.day == date(2026, 10, 28)
    assert person.page.header.strip.button(date(2026, 10, 28)).isChecked()


def test_escape_closes_the_calendar_and_stays(person: Person) -> None:
    person.click(person.page.header.title)
    QTest.keyClick(person.page.header.picker.windowHandle(), Qt.Key.Key_Escape)
    assert not person.page.header.picker.isVisible()
    assert person.page.day == TODAY


def test_undo_and_redo_go_along_with_what_they_change(person: Person, journal: Journal) -> None:
    page = person.page
    assert not page.saved.undo_button.isEnabled()
    person.type("7")
    person.open_day(YESTERDAY)
    person.click(page.itch.number(2))
    person.click(page.saved.undo_button)
    assert page.itch.value is None
    assert page.day == YESTERDAY
    person.click(page.saved.undo_button)
    assert page.day == TODAY, "the change was on another day, which is shown"
    assert page.itch.value is None
    assert "Itch 7 is taken back on 29 Nov." in page.saved.text
    assert journal.span() is None
    person.click(page.saved.redo_button)
    person.click(page.saved.redo_button)
    assert page.day == YESTERDAY
    assert page.itch.value == 2
    assert (journal.entry(TODAY).itch, journal.entry(YESTERDAY).itch) == (7, 2)
    assert not page.saved.redo_button.isEnabled()


def test_the_keys_for_undo_and_redo_do_the_same(person: Person, journal: Journal) -> None:
    person.type("74")
    person.press(Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert person.page.sleep.value is None
    shift = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier
    person.press(Qt.Key.Key_Z, shift)
    assert journal.entry(TODAY).sleep_quality == 4


def test_an_edit_of_many_days_moves_nobody(person: Person, context: Context, journal: Journal) -> None:
    edit = journal.save_all([DayEntry(TODAY - number * ONE_DAY, itch=1) for number in range(3, 6)])
    context.events.changed.emit(edit)
    assert person.page.day == TODAY
    assert "not recorded" not in person.page.header.strip.button(TODAY - 4 * ONE_DAY).accessibleName()


def test_when_the_day_turns_the_page_goes_along(person: Person, now: Clock, journal: Journal) -> None:
    person.type("7")
    now.set(now() + timedelta(hours=12))
    person.press(Qt.Key.Key_T, Qt.KeyboardModifier.ControlModifier)
    assert person.page.day == TODAY + ONE_DAY
    assert person.page.itch.value is None
    person.page.itch.take_focus()
    person.type("3")
    assert (journal.entry(TODAY).itch, journal.entry(TODAY + ONE_DAY).itch) == (7, 3)


def test_at_three_in_the_night_it_is_still_the_evening_before(now: Clock, request: pytest.FixtureRequest) -> None:
    now.set(now().replace(hour=3))
    window = request.getfixturevalue("window")
    assert window.pages.currentWidget().day == YESTERDAY


def test_a_day_in_another_year_says_its_year(person: Person) -> None:
    person.page.open_day(date(2024, 2, 29))
    assert person.page.header.title.day.text() == "Thursday 29 Feb 2024"
