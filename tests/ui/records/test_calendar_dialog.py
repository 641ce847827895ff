"""A calendar file from the window: what was ticked, at the hour that was chosen, as another program reads it."""

from __future__ import annotations

from datetime import date, datetime, time
from pathlib import Path
from typing import Any

import icalendar
import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QFileDialog, QLineEdit

from adtracker.domain.records.visit import Visit
from adtracker.domain.views.calendar import Slot
from adtracker.storage.journal import Journal
from adtracker.ui.records.calendar_dialog import CalendarDialog
from adtracker.ui.settings.page import SettingsPage
from adtracker.ui.shell.main_window import MainWindow
from adtracker.ui.timeline.page import TimelinePage
from tests.ui.conftest import TODAY, Clock


def opened(window: MainWindow) -> CalendarDialog:
    page = window.show_page("timeline")
    assert isinstance(page, TimelinePage)
    QTest.mouseClick(page.head.calendar, Qt.MouseButton.LeftButton)
    dialog = page.findChild(CalendarDialog)
    assert dialog is not None
    assert dialog.isVisible()
    return dialog


def save_as(dialog: CalendarDialog, file: Path) -> None:
    QTest.mouseClick(dialog.save, Qt.MouseButton.LeftButton)
    asked = dialog.findChild(QFileDialog)
    assert asked is not None
    name = asked.findChild(QLineEdit, "fileNameEdit")
    assert name is not None
    name.setText(str(file))
    QTest.keyClick(name, Qt.Key.Key_Return)


def events(file: Path) -> list[Any]:
    calendar = icalendar.Calendar.from_ical(file.read_bytes())
    assert isinstance(calendar, icalendar.Calendar)
    return calendar.events


def test_what_was_ticked_is_in_the_file(demo_journal: Journal, window: MainWindow, tmp_path: Path) -> None:
    demo_journal.save(Visit(date(2027, 1, 14), "Dr. Weber"))
    dialog = opened(window)
    dialog.choices.ticks[Slot.DOSE].click()
    dialog.choices.hour.choose("21:30")
    file = tmp_path / "mine.ics"
    save_as(dialog, file)
    entry, visit = events(file)
    assert entry.start == datetime.combine(TODAY, time(21, 30))
    assert visit.start == date(2027, 1, 14)
    assert b"Weber" not in file.read_bytes()
    assert str(file) in window.messages.text.replace("\u200b", "")


def test_the_day_it_begins_on_is_that_of_the_clock(
    demo_journal: Journal, window: MainWindow, now: Clock, tmp_path: Path
) -> None:
    dialog = opened(window)
    now.pass_days(1)
    save_as(dialog, tmp_path / "mine.ics")
    assert events(tmp_path / "mine.ics")[0].start.date() == now.today()


@pytest.mark.usefixtures("demo_journal")
def test_a_file_of_nothing_is_not_offered(window: MainWindow) -> None:
    dialog = opened(window)
    for tick in dialog.choices.ticks.values():
        tick.click()
    QTest.mouseClick(dialog.save, Qt.MouseButton.LeftButton)
    assert "tick" in dialog.problem
    assert not dialog.findChildren(QFileDialog)


@pytest.mark.usefixtures("demo_journal")
def test_what_cannot_be_written_is_said_and_the_form_stays(window: MainWindow, journal: Journal) -> None:
    dialog = opened(window)
    dialog._on_place(str(journal.path))
    assert "diary" in dialog.problem
    assert dialog.isVisible()


def test_it_is_reached_without_a_course(window: MainWindow) -> None:
    page = window.show_page("settings")
    assert isinstance(page, SettingsPage)
    page.calendar.click()
    assert page.findChild(CalendarDialog) is not None
