"""A diary that is begun while one with a password was open before it, and a computer that slept in between."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from adtracker.domain.records.day import DayEntry
from adtracker.settings import Settings
from adtracker.storage.copies.shelf import Shelf
from adtracker.ui.core.rework import Rework
from adtracker.ui.settings.protection.protect_dialog import ProtectDialog
from adtracker.ui.shell.damage.damaged_page import DamagedPage
from adtracker.ui.shell.lock.idle import Idle
from adtracker.ui.shell.lock.locked_page import LockedPage
from adtracker.ui.shell.refused_page import RefusedPage
from adtracker.ui.shell.welcome_page import WelcomePage
from adtracker.ui.today.page import TodayPage
from tests.ui.conftest import TODAY, Clock
from tests.ui.protector import PATIENCE, choose_password, finish
from tests.ui.recorder import in_front
from tests.ui.shell.lock.test_locking import KEY, sealed_diary, unlock
from tests.ui.starting import Started, start

pytestmark = [pytest.mark.slow, pytest.mark.usefixtures("quick_passwords")]
CONTROL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def started(qtbot: QtBot, qapp: QApplication, tmp_path: Path, now: Clock) -> Started:
    """A window on a diary with a password, which was typed."""
    started = start(qtbot, qapp, sealed_diary(tmp_path / "anna.diary", 3), Settings(theme="light"), now)
    unlock(qtbot, started)
    return started


def _sleep(idle: Idle) -> None:
    """The clock on the wall went on for an hour, and somebody looked at both since."""
    before = idle._wall
    idle._wall = lambda: before() + 3600
    idle.looking.setInterval(5)
    QTest.qWait(50)


def test_a_diary_that_was_begun_after_the_computer_slept_stays_open(
    qtbot: QtBot, started: Started, tmp_path: Path
) -> None:
    new = tmp_path / "child.diary"
    started.person.press(Qt.Key.Key_N, CONTROL)
    started.pick(new)
    welcome = started.shown
    assert isinstance(welcome, WelcomePage)
    assert not started.window.commands.lock.isEnabled(), "nothing is open that could be locked"
    _sleep(started.opener._locking.idle)
    started.person.type("Nora")
    assert welcome.person.name.text() == "Nora"
    started.person.click(welcome.password.chip("yes"))
    started.person.click(welcome.start)
    dialog = started.window.findChild(ProtectDialog)
    choose_password(in_front(dialog))
    finish(in_front(dialog))
    qtbot.waitUntil(lambda: started.window.pages.context is not None, timeout=PATIENCE)
    QTest.qWait(50)
    assert isinstance(started.shown, TodayPage)
    assert started.context.journal.path == new
    _sleep(started.opener._locking.idle)
    qtbot.waitUntil(lambda: isinstance(started.shown, LockedPage))  # the next sleep locks it


def test_nothing_can_be_locked_while_a_diary_is_refused(qtbot: QtBot, started: Started) -> None:
    assert started.window.commands.lock.isEnabled()
    place = started.context.journal.path

    def work() -> list[Path]:
        place.write_bytes(b"")  # it goes wrong
        return []

    started.context.events.rework.emit(Rework(work, KEY, KEY, "Busy", "", "Done."))
    qtbot.waitUntil(lambda: isinstance(started.shown, RefusedPage))
    assert not started.window.commands.lock.isEnabled()
    assert started.opener._key is None


def test_a_damaged_diary_is_locked_after_it_was_gone_back_from_if_the_computer_slept_meanwhile(
    qtbot: QtBot, started: Started, now: Clock
) -> None:
    journal = started.context.journal
    Shelf(journal.path, key=KEY).back_up(journal, now())
    with journal._database.transaction() as connection:  # the disk changes under an open diary
        connection.exec_driver_sql("UPDATE day SET itch = 9")
    assert not all(list(journal.look_for_damage()))
    started.context.writer.save(DayEntry(TODAY, itch=7))  # which fails
    qtbot.waitUntil(lambda: isinstance(started.shown, DamagedPage))
    card = started.shown
    assert isinstance(card, DamagedPage)
    qtbot.waitUntil(card.restore_button.isVisible)
    assert not started.window.commands.lock.isEnabled()
    _sleep(started.opener._locking.idle)
    started.person.click(card.restore_button)
    qtbot.waitUntil(lambda: isinstance(started.shown, LockedPage))
