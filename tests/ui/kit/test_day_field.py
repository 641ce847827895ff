"""A day is typed as one text, in the ways people write it; what names no day changes nothing."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta

import pytest
from PySide6.QtCore import QLocale, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from adtracker.ui.kit.fields.pickers import DayField
from adtracker.ui.words.language import speak
from tests.ui.listening import heard_now, heard_parts

SHOWN = date(2026, 11, 22)


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
    heard = heard_parts(_in_popup())
    assert (len(heard), heard[7], heard_now(_in_popup())) == (42, "Mon 2 Nov 2026", "Sun 22 Nov 2026")
    QTest.keyClick(_in_popup(), Qt.Key.Key_Up)
    assert days.selectedDate().day() == 15
    assert heard_now(_in_popup()) == "Sun 15 Nov 2026"
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


def test_what_could_be_two_days_is_refused_with_both(field: DayField) -> None:
    speak(QLocale("en_CA"))
    told: list[str] = []
    field.refused.connect(told.append)
    QTest.keyClicks(field, "8/5/2026")
    QTest.keyClick(field, Qt.Key.Key_Return)
    assert field.day == SHOWN
    both = "“8/5/2026” could be 8 May 2026 or 5 August 2026. Please write the month in letters."
    assert told[-1] == f"{both} It is 22 November 2026 as before."
    for typed, day in (("12/1/2027", SHOWN), ("1/12/2027", SHOWN), ("31/12/2026", date(2026, 12, 31))):
        QTest.keyClicks(field, typed)
        QTest.keyClick(field, Qt.Key.Key_Return)
        assert field.day == day
