"""What arrives at the desktop, and when: the clock is moved, the bus and its daemon are real."""

from __future__ import annotations

import os
from dataclasses import replace
from datetime import UTC, datetime, timedelta, timezone

import pytest
from pytestqt.qtbot import QtBot

from adtracker.domain.records.day import DayEntry
from adtracker.domain.records.diary_break import BreakReason, DiaryBreak
from adtracker.domain.records.profile import Profile
from adtracker.domain.records.recall import Recall
from adtracker.resources import Texts
from adtracker.settings import Settings
from adtracker.storage.journal import Journal
from adtracker.ui.core.preferences import Preferences
from adtracker.ui.shell.lock.locked_page import LockedPage
from adtracker.ui.shell.main_window import MainWindow
from adtracker.ui.shell.remind.notice import Notice
from adtracker.ui.shell.remind.reminding import LONGEST_WAIT, Reminding
from adtracker.ui.shell.welcome_page import WelcomePage
from tests.ui.conftest import TODAY, Clock
from tests.ui.shell.remind.desktop import Arrived, Desktop

IN_THE_WINDOW = "You wanted to be reminded of your diary at this time."


def at(hour: int, minute: int = 0, days: int = 0) -> datetime:
    return datetime(TODAY.year, TODAY.month, TODAY.day, hour, minute, tzinfo=UTC) + timedelta(days=days)


class Evening:
    """Lets the time go by: the clock is moved, and the window looks at it as it does each minute."""

    def __init__(self, now: Clock, window: MainWindow, desktop: Desktop, qtbot: QtBot) -> None:
        self._now, self._window, self._desktop, self._qtbot = now, window, desktop, qtbot

    def reaches(self, moment: datetime) -> None:
        """It is another time."""
        self._now.set(moment)
        self._window.look_at_clock()

    def brings(self, count: int) -> Arrived:
        """So many notifications have arrived; the newest."""
        self._qtbot.waitUntil(lambda: len(self._desktop.arrived) == count)
        return self._desktop.arrived[-1]


@pytest.fixture
def evening(reminding: Reminding, now: Clock, window: MainWindow, desktop: Desktop, qtbot: QtBot) -> Evening:
    return Evening(now, window, desktop, qtbot)


def test_at_its_time_one_arrives_that_says_nothing_of_the_diary(evening: Evening, journal: Journal) -> None:
    journal.save(Profile("Ada Berger", 1988, "Can I stop the cream?"))
    journal.save(DayEntry(TODAY - timedelta(days=1), itch=9, note="My hands bled."))
    evening.reaches(at(20, 29))
    evening.reaches(at(20, 30))
    arrived = evening.brings(1)
    keys, words = arrived.actions[::2], arrived.actions[1::2]
    hints = {"desktop-entry": "adtracker", "category": "presence"}
    assert replace(arrived, actions=[]) == Arrived("adtracker", 0, "adtracker", "Your diary", "", [], hints, -1)
    assert words == ["Open", "In an hour"]
    assert [key.partition("-")[0] for key in keys] == ["open", "later"]


def test_of_a_day_that_is_written_nobody_is_reminded(
    evening: Evening, journal: Journal, preferences: Preferences
) -> None:
    journal.save(DayEntry(TODAY, sleep_quality=4))
    evening.reaches(at(20, 30))
    assert preferences.value.reminded_on == ""
    evening.reaches(at(20, 30, days=1))
    evening.brings(1)
    assert preferences.value.reminded_on == "2026-11-30"


def test_in_a_break_nobody_is_reminded(evening: Evening, journal: Journal, preferences: Preferences) -> None:
    journal.save(DiaryBreak(TODAY - timedelta(days=3), TODAY, BreakReason.ILL))
    evening.reaches(at(20, 30))
    assert preferences.value.reminded_on == ""
    evening.reaches(at(20, 30, days=1))
    evening.brings(1)


def test_who_writes_once_a_week_is_reminded_on_that_day_until_the_week_is_answered(
    evening: Evening, journal: Journal, preferences: Preferences
) -> None:
    assert TODAY.isoweekday() == 7
    journal.save(Profile(weekly_on=7))
    evening.reaches(at(20, 30))
    evening.brings(1)
    evening.reaches(at(20, 30, days=1))
    evening.reaches(at(20, 30, days=6))
    assert preferences.value.reminded_on == "2026-11-29"
    evening.reaches(at(9, days=7))
    journal.save(Recall(TODAY + timedelta(days=7), worst_itch=3))
    evening.reaches(at(20, 30, days=7))
    assert preferences.value.reminded_on == "2026-11-29"
    evening.reaches(at(20, 30, days=14))
    evening.brings(2)


def test_it_is_said_once_also_after_the_program_was_started_again_and_the_clock_put_back(
    evening: Evening, window: MainWindow, preferences: Preferences, now: Clock, reminding: Reminding
) -> None:
    evening.reaches(at(20, 30))
    evening.brings(1)
    for moment in (at(20, 31), at(21, 45), at(19), at(20, 30)):
        evening.reaches(moment)
        assert not reminding.timer.remainingTime() < 60_000, moment  # nothing comes soon
    again = Reminding(window, Preferences(None, preferences.value), now, Notice(window, lambda: None))
    again.look()
    assert again.timer.remainingTime() == pytest.approx(LONGEST_WAIT / timedelta(milliseconds=1), abs=1000)
    evening.reaches(at(20, 30, days=1))
    evening.brings(2)


def test_later_is_an_hour_later(evening: Evening, desktop: Desktop, reminding: Reminding, qtbot: QtBot) -> None:
    evening.reaches(at(20, 40))
    evening.brings(1)
    with qtbot.waitSignal(reminding.notice.put_off):
        desktop.press("In an hour")
    evening.reaches(at(21, 39))
    evening.reaches(at(21, 40))
    evening.brings(2)
    with qtbot.waitSignal(reminding.notice.put_off):
        desktop.press("In an hour")
    evening.reaches(at(22, 41))  # it is night by then
    evening.reaches(at(20, 30, days=1))
    evening.brings(3)


def test_open_brings_today(evening: Evening, desktop: Desktop, window: MainWindow, qtbot: QtBot) -> None:
    window.show_page("learn")
    window.showMinimized()
    evening.reaches(at(20, 30))
    evening.brings(1)
    desktop.ActionInvoked.emit(1, "open")  # of another program
    desktop.press("Open")
    qtbot.waitUntil(lambda: window.pages.key == "today")
    assert not window.isMinimized()


@pytest.mark.parametrize("moment", [at(22), at(23, 59), at(3, days=1), at(6, 59, days=1)])
def test_at_night_nobody_is_reminded(evening: Evening, preferences: Preferences, moment: datetime) -> None:
    evening.reaches(moment)
    assert preferences.value.reminded_on == ""


def test_after_days_of_sleep_the_computer_reminds_of_the_day_it_is(evening: Evening, preferences: Preferences) -> None:
    evening.reaches(at(21, days=3))
    evening.brings(1)
    assert preferences.value.reminded_on == "2026-12-02"


def test_it_goes_by_the_clock_on_the_wall(evening: Evening, preferences: Preferences) -> None:
    ahead = timezone(timedelta(hours=2))
    evening.reaches(at(18, 29).astimezone(ahead))
    assert preferences.value.reminded_on == ""
    evening.reaches(at(18, 30).astimezone(ahead))
    evening.brings(1)


def test_one_timer_waits_for_the_next_moment_and_never_too_long(
    reminding: Reminding, preferences: Preferences, now: Clock, window: MainWindow
) -> None:
    assert reminding.timer.remainingTime() == pytest.approx(15 * 60_000, abs=1000)
    now.set(at(9))
    window.look_at_clock()
    assert reminding.timer.remainingTime() == pytest.approx(60 * 60_000, abs=1000)
    preferences.change(remind_at="")
    assert not reminding.timer.isActive()


def test_a_locked_diary_reminds_unless_it_was_changed_on_this_day(
    evening: Evening, window: MainWindow, journal: Journal, preferences: Preferences, reminding: Reminding, now: Clock
) -> None:
    file = journal.path
    window.show_alone(LockedPage("", "20:20", file))
    os.utime(file, (at(20, 10).timestamp(),) * 2)
    now.set(at(20, 30))
    reminding.look()
    assert preferences.value.reminded_on == ""
    now.set(at(20, 30, days=1))
    reminding.look()
    evening.brings(1)


def test_where_no_diary_is_begun_there_is_nothing_to_write(
    reminding: Reminding, window: MainWindow, journal: Journal, texts: Texts, preferences: Preferences, now: Clock
) -> None:
    window.show_alone(WelcomePage(texts, journal.path.with_name("new.diary"), TODAY))
    now.set(at(20, 30))
    reminding.look()
    assert preferences.value.reminded_on == ""


def test_a_desktop_without_notifications_has_a_line_in_the_window(
    reminding: Reminding, window: MainWindow, now: Clock, qtbot: QtBot
) -> None:
    now.set(at(20, 30))
    window.look_at_clock()
    qtbot.waitUntil(lambda: window.messages.text == IN_THE_WINDOW)


def test_so_has_one_without_a_bus(window: MainWindow, now: Clock, qtbot: QtBot) -> None:
    preferences = Preferences(None, Settings(remind_at="20:00"))
    reminding = Reminding(window, preferences, now, Notice(window, lambda: None))
    reminding.look()
    qtbot.waitUntil(lambda: window.messages.text == IN_THE_WINDOW)
