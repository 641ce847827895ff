"""The part of the settings about being reminded: each takes effect at once."""

from __future__ import annotations

import sys

import pytest
from pytestqt.qtbot import QtBot

from adtracker import autostart
from adtracker.ui.core.preferences import Preferences
from adtracker.ui.settings.page import SettingsPage
from adtracker.ui.settings.reminders_part import RemindersPart
from adtracker.ui.shell.main_window import MainWindow
from tests.ui.person import Person


@pytest.fixture
def person(qtbot: QtBot, window: MainWindow) -> Person:
    return Person(qtbot, window)


@pytest.fixture
def part(window: MainWindow, person: Person) -> RemindersPart:
    page = window.show_page("settings")
    assert isinstance(page, SettingsPage)
    person.click(page.parts.chip("reminders"))
    return page.reminders


def test_nobody_is_reminded_unless_they_want_it(part: RemindersPart, preferences: Preferences) -> None:
    assert part.at.currentText() == "never"
    assert (part.quiet_from.currentText(), part.quiet_until.currentText()) == ("22:00", "07:00")
    assert not part.login.isChecked()
    assert not part.tray.isChecked()
    assert preferences.value.remind_at == ""


def test_a_time_is_chosen_by_its_hour(part: RemindersPart, person: Person, preferences: Preferences) -> None:
    person.take(part.at, "20")
    assert preferences.value.remind_at == "20:00"
    person.take(part.quiet_from, "21")
    assert preferences.value.quiet_from == "21:00"
    person.take(part.quiet_until, "8")
    assert preferences.value.quiet_until == "08:00" or preferences.value.quiet_until.startswith("0")
    assert part.at_field.problem == ""


def test_a_time_in_the_night_is_said_to_bring_nothing(
    part: RemindersPart, person: Person, preferences: Preferences
) -> None:
    person.take(part.at, "23")
    assert part.at_field.problem == "That lies in your quiet hours: no reminder comes."
    person.take(part.at, "19")
    assert part.at_field.problem == ""


@pytest.mark.skipif(sys.platform != "linux", reason="the file is where Linux desktops look")
def test_the_window_at_log_in_is_on_until_it_is_off(part: RemindersPart, person: Person) -> None:
    person.click(part.login)
    assert autostart.is_on()
    assert part.login.isChecked()
    person.click(part.login)
    assert not autostart.is_on()


@pytest.mark.skipif(sys.platform != "linux", reason="the file is where Linux desktops look")
def test_where_that_cannot_be_changed_it_is_said_and_stays(part: RemindersPart, person: Person) -> None:
    folder = autostart.entry_file().parent
    folder.parent.mkdir(parents=True, exist_ok=True)
    folder.write_text("no folder", encoding="utf-8")
    person.click(part.login)
    assert not part.login.isChecked()
    assert part.login_problem.text().startswith("This could not be changed: ")


def test_without_a_tray_it_is_said_that_there_is_none(part: RemindersPart) -> None:
    assert part.no_tray.isVisible()
    assert not part.tray.isEnabled()
