"""A day is typed as one text, in the ways people write it; what names no day changes nothing."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PySide6.QtCore import QLocale, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from adtracker.ui.kit.fields.pickers import DayField
from adtracker.ui.kit.fields.read_day import read_day

SHOWN = date(2026, 11, 22)
MONTHS = [QLocale.c().standaloneMonthName(number) for number in range(1, 13)]


@pytest.fixture
def field(qtbot: QtBot) -> Iterator[DayField]:
    """A field for a day, reached with Tab from the field before it."""
    window = QWidget()
    qtbot.addWidget(window)
    before, found, after = QLineEdit(), DayField("First day", SHOWN, SHOWN + timedelta(days=40)), QLineEdit()
    column = QVBoxLayout(window)
    for widget in (before, found, after):
        column.addWidget(widget)
    window.show()
    window.activateWindow()
    assert QTest.qWaitForWindowActive(window)
    before.setFocus()
    QTest.keyClick(before, Qt.Key.Key_Tab)
    assert found.hasFocus()
    yield found
    window.close()


@pytest.mark.parametrize(
    ("typed", "day"),
    [
        ("25 October 2026", date(2026, 10, 25)),
        ("25 oct", date(2026, 10, 25)),
        ("31 Oct", date(2026, 10, 31)),
        ("October 25, 2025", date(2025, 10, 25)),
        ("25.10.2026", date(2026, 10, 25)),
        ("5/2/26", date(2026, 2, 5)),
        ("2026-10-25", date(2026, 10, 25)),
        ("15", date(2026, 11, 15)),
        ("31 Feb", SHOWN),
        ("3 Ma", SHOWN),
        ("May", SHOWN),
        ("1 2 3 4", SHOWN),
        ("soon", SHOWN),
        ("3 March 2027", SHOWN),
        ("1.1.1812", SHOWN),
    ],
)
@pytest.mark.parametrize("end", [Qt.Key.Key_Return, Qt.Key.Key_Tab])
def test_what_is_typed_is_the_day_or_changes_nothing(field: DayField, typed: str, day: date, end: Qt.Key) -> None:
    told: list[date] = []
    field.picked.connect(told.append)
    QTest.keyClicks(field, typed)
    assert field.text() == typed, "nothing is swallowed"
    assert told == [], "half a date is no answer"
    QTest.keyClick(field, end)
    assert field.day == day
    assert field.text() == f"{day.day} {day:%B %Y}", "what is shown is what counts"
    assert told == ([day] if day != SHOWN else [])


@pytest.mark.parametrize("opening", [Qt.Key.Key_Down, Qt.Key.Key_Up, Qt.Key.Key_F4])
def test_the_arrows_open_the_calendar_in_which_enter_picks(field: DayField, opening: Qt.Key) -> None:
    told: list[date] = []
    field.picked.connect(told.append)
    QTest.keyClick(field, opening)
    assert field.calendar.isVisible()
    days = field.calendar.calendar
    QTest.keyClick(_in_popup(), Qt.Key.Key_Up)
    assert days.selectedDate().day() == 15
    assert (field.day, told) == (SHOWN, []), "a day that is looked at is not picked"
    QTest.keyClick(_in_popup(), Qt.Key.Key_Escape)
    assert not field.calendar.isVisible()
    assert (field.day, told) == (SHOWN, [])
    QTest.keyClick(field, opening)
    QTest.keyClick(_in_popup(), Qt.Key.Key_Right)
    QTest.keyClick(_in_popup(), Qt.Key.Key_Return)
    assert (field.day, told) == (date(2026, 11, 23), [date(2026, 11, 23)])
    assert field.hasFocus()


def _in_popup() -> QWidget:
    popup = QApplication.activePopupWidget()
    assert popup is not None
    found = popup.focusWidget()
    assert found is not None
    return found


def test_one_tab_leaves(field: DayField) -> None:
    QTest.keyClick(field, Qt.Key.Key_Tab)
    assert not field.hasFocus()
    assert isinstance(QApplication.focusWidget(), QLineEdit)


def test_a_click_marks_the_day_and_a_second_one_puts_the_cursor_into_it(field: DayField) -> None:
    field.clearFocus()
    QTest.mouseClick(field, Qt.MouseButton.LeftButton)
    QApplication.processEvents()
    assert field.selectedText() == "22 November 2026"
    QTest.mouseClick(field, Qt.MouseButton.LeftButton)
    QApplication.processEvents()
    assert not field.hasSelectedText()


def test_after_enter_another_day_can_be_typed(field: DayField) -> None:
    for typed in ("25 oct", "26 oct"):
        QTest.keyClicks(field, typed)
        QTest.keyClick(field, Qt.Key.Key_Return)
    assert field.day == date(2026, 10, 26)


def test_a_part_of_the_day_is_put_right(field: DayField) -> None:
    QTest.keyClick(field, Qt.Key.Key_Home)
    QTest.keyClick(field, Qt.Key.Key_Delete)
    QTest.keyClick(field, Qt.Key.Key_Return)
    assert field.day == date(2026, 11, 2)


@settings(max_examples=40)
@given(st.dates(date(1900, 1, 1), date(2999, 12, 31)))
def test_each_way_to_write_a_day_comes_back(day: date) -> None:
    name = MONTHS[day.month - 1]
    ways = (f"{day.day} {name} {day.year}", f"{name} {day.day}, {day.year}", f"{day:%d.%m.%Y}", day.isoformat())
    assert {read_day(way, SHOWN, MONTHS) for way in ways} == {day}


@settings(max_examples=40)
@given(st.text(max_size=30))
def test_any_text_is_a_day_or_none(text: str) -> None:
    assert isinstance(read_day(text, SHOWN, MONTHS), date | None)
