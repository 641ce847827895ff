"""The symbol in the tray: what its menu does, and that it comes and goes with the setting."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from adtracker.domain.records.day import DayEntry
from adtracker.storage.journal import Journal
from adtracker.ui.core.context import Context
from adtracker.ui.core.preferences import Preferences
from adtracker.ui.shell.main_window import MainWindow
from adtracker.ui.shell.quick.window import QuickWindow
from adtracker.ui.shell.starting.companions import Companions
from adtracker.ui.shell.tray import Tray
from tests.ui.conftest import TODAY, Clock


@pytest.fixture
def tray(window: MainWindow) -> Tray:
    return Tray(window)


def asked(tray: Tray) -> QuickWindow:
    """The small window, asked for in the menu."""
    tray.write.trigger()
    assert tray.quick is not None
    return tray.quick


def test_today_is_written_in_the_small_window(tray: Tray, window: MainWindow, context: Context, qtbot: QtBot) -> None:
    window.showMinimized()
    quick = asked(tray)
    tray.write.trigger()  # a second time brings the same one
    assert tray.quick is quick
    for key in ("7", "4"):
        focused = quick.focusWidget()
        assert focused is not None
        QTest.keyClick(focused, key)  # type: ignore[call-overload]
    assert context.journal.entry(TODAY).sleep_quality == 4
    QTest.keyClick(quick, Qt.Key.Key_Escape)
    assert tray.quick is None
    assert window.isMinimized()


def test_from_the_small_window_it_goes_on_in_the_large_one(tray: Tray, window: MainWindow) -> None:
    window.show_page("learn")
    asked(tray).whole.click()
    assert tray.quick is None
    assert window.pages.key == "today"


def test_a_day_that_is_written_is_shown(tray: Tray, window: MainWindow, journal: Journal) -> None:
    journal.save(DayEntry(TODAY, itch=4))
    window.showMinimized()
    tray.write.trigger()
    assert tray.quick is None
    assert not window.isMinimized()


def test_open_and_quit(tray: Tray, window: MainWindow) -> None:
    window.showMinimized()
    tray.open.trigger()
    assert not window.isMinimized()
    tray.leave.trigger()
    assert not window.isVisible()


def test_a_diary_that_can_be_locked_is_locked_there_too(tray: Tray, window: MainWindow, qtbot: QtBot) -> None:
    tray.menu.aboutToShow.emit()
    assert not tray.lock.isVisible()
    window.commands.set_lock(True)
    tray.menu.aboutToShow.emit()
    assert tray.lock.isVisible()
    with qtbot.waitSignal(window.commands.lock.triggered):
        tray.lock.trigger()


def test_nothing_is_loaded_before_it_is_wanted(window: MainWindow, preferences: Preferences, now: Clock) -> None:
    beside = Companions(window, preferences, now)
    preferences.change(remind_at="21:00")
    assert beside.reminding is None  # the window is not usable yet
    beside.begin()
    assert beside.reminding is not None
    preferences.change(tray=True)
    assert beside.tray is None  # there is no tray without a screen
