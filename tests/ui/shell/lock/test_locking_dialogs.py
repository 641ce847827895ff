"""Locking while something stands over the pages: nothing of it stays in sight, and nothing is half put in."""

from __future__ import annotations

from contextlib import closing
from datetime import date, timedelta
from pathlib import Path
from threading import Event

import pytest
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog
from pytestqt.qtbot import QtBot

from adtracker.domain.records.day import NOTE_LIMIT
from adtracker.settings import Settings
from adtracker.storage.journal import Journal
from adtracker.ui.core.rework import Rework
from adtracker.ui.shell.lock.locked_page import LockedPage
from adtracker.ui.today.page import TodayPage
from tests.ui.conftest import TODAY, Clock
from tests.ui.settings.bringing import brought, own_data, table
from tests.ui.shell.lock.test_locking import KEY, sealed_diary, unlock
from tests.ui.starting import Started, start

__all__ = ["own_data"]
LONG, ROWS = date(2000, 1, 1), 30_000


@pytest.fixture
def started(qtbot: QtBot, qapp: QApplication, tmp_path: Path, now: Clock) -> Started:
    """A window on a diary with a password, which was typed."""
    started = start(qtbot, qapp, sealed_diary(tmp_path / "anna.diary", 60), Settings(), now)
    unlock(qtbot, started)
    return started


def _over(started: Started) -> list[QDialog]:
    return [one for one in started.window.findChildren(QDialog) if one.isVisible()]


@pytest.mark.slow
@pytest.mark.parametrize("said", ["copy of your diary", "being written: "])
def test_a_file_that_is_being_put_in_is_stopped_and_its_window_goes(
    qtbot: QtBot, started: Started, tmp_path: Path, said: str
) -> None:
    days = (LONG + timedelta(number) for number in range(ROWS))
    rows = "".join(f"{day:%d.%m.%Y};{number % 11};8000\n" for number, day in enumerate(days))
    dialog = brought(qtbot, started, table(tmp_path, f"Datum;Juckreiz;Schritte\n{rows}"))
    before = started.context.journal.entries()
    place = started.context.journal.path
    started.person.click(dialog.go)
    qtbot.waitUntil(lambda: said in dialog.state.text(), timeout=30_000)
    started.opener.lock()
    assert isinstance(started.shown, LockedPage)
    assert not _over(started)
    QTest.qWait(300)
    assert not _over(started)
    with closing(Journal.open(place, lambda: TODAY, key=KEY)) as journal:
        assert journal.entries() == before
    unlock(qtbot, started)
    assert not started.context.writer.can_undo
    assert started.window.messages.text == "What was being put in was stopped: nothing of it is in the diary."
    started.opener.lock()
    unlock(qtbot, started)
    assert started.window.messages.text == ""


def test_a_preview_that_was_open_is_said_to_be_gone_but_not_one_that_was_left(
    qtbot: QtBot, started: Started, tmp_path: Path
) -> None:
    words = "What was being put in was stopped: nothing of it is in the diary."
    for is_left in (True, False):
        dialog = brought(qtbot, started, table(tmp_path))
        if is_left:
            started.person.click(dialog.cancel)
        started.opener.lock()
        unlock(qtbot, started)
        assert started.window.messages.text == ("" if is_left else words)


def test_who_stays_with_what_is_not_saved_is_asked_again_after_as_many_minutes(started: Started) -> None:
    page, idle = started.shown, started.opener._locking.idle
    assert isinstance(page, TodayPage)
    page.note.field.setPlainText("x" * (NOTE_LIMIT + 1))
    for _ in range(2):
        assert idle.timer.isActive()
        idle.timer.timeout.emit()
        (asked,) = _over(started)
        assert "Not everything is saved" in started.person.reads(asked)
        asked.reject()
        assert not _over(started)
    page.note.field.setPlainText("short enough")
    idle.timer.timeout.emit()
    assert isinstance(started.shown, LockedPage)
    assert not idle.timer.isActive()


def test_a_computer_that_slept_while_the_file_was_worked_on_is_locked_after_that(
    qtbot: QtBot, started: Started
) -> None:
    idle, is_over = started.opener._locking.idle, Event()

    def work() -> list[Path]:
        is_over.wait(30)
        return []

    rework = Rework(work, KEY, KEY, "Busy", "", "Done.")
    started.context.events.rework.emit(rework)
    assert started.window.pages.context is None
    idle.timer.timeout.emit()  # minutes wait until it is done
    is_over.set()
    qtbot.waitUntil(lambda: started.window.pages.context is not None)
    QTest.qWait(50)
    assert started.window.pages.context is not None
    is_over.clear()
    started.context.events.rework.emit(rework)
    idle.passed.emit()
    is_over.set()
    qtbot.waitUntil(lambda: isinstance(started.shown, LockedPage))


def test_who_locks_while_the_file_is_worked_on_has_it_locked_after_that(qtbot: QtBot, started: Started) -> None:
    is_over = Event()

    def work() -> list[Path]:
        is_over.wait(30)
        return []

    started.context.events.rework.emit(Rework(work, KEY, KEY, "Encrypting", "A new file is written.", "Done."))
    QApplication.processEvents()
    holder = started.window.focusWidget()
    assert holder is not None
    assert holder.accessibleDescription() == "Encrypting. A new file is written."
    started.window.commands.lock.trigger()
    is_over.set()
    qtbot.waitUntil(lambda: isinstance(started.shown, LockedPage))


@pytest.mark.slow
def test_minutes_of_nobodys_use_do_not_stop_what_is_being_put_in(
    qtbot: QtBot, started: Started, tmp_path: Path
) -> None:
    days = (LONG + timedelta(number) for number in range(ROWS))
    rows = "".join(f"{day:%d.%m.%Y};{number % 11};8000\n" for number, day in enumerate(days))
    dialog = brought(qtbot, started, table(tmp_path, f"Datum;Juckreiz;Schritte\n{rows}"))
    idle = started.opener._locking.idle
    idle.looking.setInterval(20)
    with qtbot.waitSignal(dialog.accepted, timeout=60_000):
        started.person.click(dialog.go)
        idle.timer.start(200)
    assert len(started.context.journal.entries()) >= ROWS
    qtbot.waitUntil(lambda: isinstance(started.shown, LockedPage), timeout=30_000)
    assert not _over(started)
