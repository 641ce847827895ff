"""Locking a diary with a password: when it happens, and that nothing of the diary is left to be read."""

from __future__ import annotations

import gc
import os
import sys
from collections.abc import Callable
from contextlib import closing
from datetime import timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import QObject, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from adtracker import paths
from adtracker.domain.edits.edit import Change, Edit
from adtracker.domain.edits.kinds import KINDS
from adtracker.domain.records.day import DayEntry
from adtracker.domain.records.profile import Profile
from adtracker.protection.cost import Cost
from adtracker.settings import Settings
from adtracker.storage.copies.shelf import Shelf
from adtracker.storage.encryption.protecting import Protection
from adtracker.storage.header import looks_sealed
from adtracker.storage.journal import Journal
from adtracker.ui.core.context import Context
from adtracker.ui.core.page import Page
from adtracker.ui.shell.damage.damaged_page import DamagedPage
from adtracker.ui.shell.lock.idle import SLEPT_SECONDS, Idle
from adtracker.ui.shell.lock.locked_page import LockedPage
from adtracker.ui.today.page import TodayPage
from tests.storage.samples import full_entry
from tests.storage.test_photos import pixels
from tests.ui.conftest import TODAY, Clock
from tests.ui.starting import Started, start

KEY, PASSWORD = bytes(range(32)), "four quiet grey herons"


def sealed_diary(path: Path, days: int) -> Path:
    with closing(Journal.open(path, lambda: TODAY)) as journal:
        if days:
            journal.save(Profile("Anna"))
            journal.save_all([full_entry(TODAY - timedelta(days=back), back % 11, "canary") for back in range(days)])
            for number in range(3):
                journal.add_photo(pixels(number), TODAY - timedelta(days=number), note="canary")
    Protection(path, paths.settings_file().parent).switch_on(KEY, PASSWORD, Cost())
    return path


def unlock(qtbot: QtBot, started: Started) -> None:
    page = started.shown
    assert isinstance(page, LockedPage)
    page.line.setText(PASSWORD)
    QTest.keyClick(page.line, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: isinstance(started.shown, TodayPage), timeout=20_000)


Alive = Callable[[], list[str]]


@pytest.fixture
def alive() -> Alive:
    """What is in memory of a diary, but for what was there before, such as what other tests stand on."""
    gc.collect()
    kinds = (Context, Change, Edit, Page, *{kind.of for kind in KINDS})
    before = [one for one in gc.get_objects() if isinstance(one, kinds)]
    known = set(map(id, before))

    def alive() -> list[str]:
        gc.collect()
        assert before is not None  # what is kept is not taken for something new in its place
        found = [one for one in gc.get_objects() if isinstance(one, kinds) and id(one) not in known]
        return sorted(f"{type(one).__name__} {one!r:.80}" for one in found)

    return alive


@pytest.fixture
def started(qtbot: QtBot, qapp: QApplication, tmp_path: Path, now: Clock) -> Started:
    """A window on a diary with a password, which was typed."""
    started = start(qtbot, qapp, sealed_diary(tmp_path / "anna.diary", 60), Settings(), now)
    unlock(qtbot, started)
    return started


def _open_files() -> list[str]:
    links = Path("/proc/self/fd")
    return [str(link.readlink()) for link in links.iterdir() if os.path.lexists(link)]


@pytest.mark.slow
def test_nothing_of_the_diary_is_alive_when_it_is_locked(qtbot: QtBot, alive: Alive, started: Started) -> None:
    for page in ("history", "timeline", "trends", "learn", "settings", "today"):
        started.window.show_page(page)
        QTest.qWait(50)
    writer = started.context.writer
    writer.save(DayEntry(TODAY, itch=7, note="canary"))  # which can be undone
    diary = str(started.context.journal.path)
    started.context.tasks.wait()
    assert alive()
    started.person.press(Qt.Key.Key_L, Qt.KeyboardModifier.ControlModifier)
    assert isinstance(started.shown, LockedPage)
    assert started.opener._keeper is None
    assert started.opener._watch is None
    assert started.opener._key is None
    del writer
    qtbot.waitUntil(lambda: not alive(), timeout=3000)
    if sys.platform == "linux":
        assert not [file for file in _open_files() if file.startswith(diary)]
    texts = [widget.windowTitle() + widget.accessibleName() for widget in started.window.findChildren(QWidget)]
    assert not [text for text in texts if "canary" in text or "Anna" in text or "anna" in text]
    assert "anna" not in started.window.windowTitle().lower()


@pytest.mark.slow
def test_a_screenshot_tells_nothing(
    qtbot: QtBot, qapp: QApplication, started: Started, tmp_path: Path, now: Clock
) -> None:
    """The locked window of a full diary is, dot by dot, that of an empty one."""
    other = start(qtbot, qapp, sealed_diary(tmp_path / "other.diary", 0), Settings(), now)
    unlock(qtbot, other)
    for one in (started, other):
        one.window.resize(1200, 800)
        one.opener.lock()
        one.window.setFocus()
        QTest.qWait(50)
    assert started.window.grab().toImage() == other.window.grab().toImage()


@pytest.mark.slow
def test_a_copy_is_made_first_if_none_was_made_for_a_day(started: Started) -> None:
    shelf = Shelf(started.context.journal.path, key=KEY)
    assert shelf.copies() == []
    started.opener.lock()
    assert len(shelf.copies()) == 1
    assert all(one.is_good for one in shelf.drill())


class _Clocks:
    """The clock on the wall, and the one that stands still while a computer sleeps."""

    def __init__(self) -> None:
        self.wall, self.steady = 1e9, 500.0
        self.works = False

    def run(self, seconds: float) -> None:
        self.wall, self.steady = self.wall + seconds, self.steady + seconds


@pytest.fixture
def clocks() -> _Clocks:
    return _Clocks()


@pytest.fixture
def passed(qapp: QApplication, clocks: _Clocks) -> list[None]:
    """A mark for each time that it was to be locked."""
    parent = QObject(qapp)
    passed: list[None] = []
    idle = Idle(parent, lambda: clocks.works, lambda: clocks.wall, lambda: clocks.steady)
    idle.passed.connect(lambda: passed.append(None))
    idle.watch(10)
    parent.setProperty("idle", idle)
    return passed


def _idle(qapp: QApplication) -> Idle:
    return next(iter(reversed(qapp.findChildren(Idle))))


def test_a_computer_that_slept_is_locked_at_the_next_look(
    qapp: QApplication, clocks: _Clocks, passed: list[None]
) -> None:
    idle = _idle(qapp)
    for _ in range(100):
        clocks.run(SLEPT_SECONDS)
        idle.looking.timeout.emit()
    assert passed == []
    clocks.wall += SLEPT_SECONDS + 1
    idle.looking.timeout.emit()
    assert len(passed) == 1
    idle.looking.timeout.emit()
    assert len(passed) == 1
    idle.stop()


def test_it_is_noticed_too_where_both_clocks_go_on_in_sleep(
    qapp: QApplication, clocks: _Clocks, passed: list[None]
) -> None:
    idle = _idle(qapp)
    clocks.run(8 * 3600)
    idle.looking.timeout.emit()
    assert len(passed) == 1
    idle.stop()


def test_a_clock_put_back_a_year_does_not_hide_a_sleep(qapp: QApplication, clocks: _Clocks, passed: list[None]) -> None:
    idle = _idle(qapp)
    clocks.wall -= 365 * 86_400
    idle.looking.timeout.emit()
    assert passed == []
    clocks.wall += 8 * 3600
    idle.looking.timeout.emit()
    assert len(passed) == 1
    idle.stop()


def test_the_first_key_after_sleep_is_not_taken(
    qtbot: QtBot, qapp: QApplication, clocks: _Clocks, passed: list[None]
) -> None:
    idle, field = _idle(qapp), QWidget()
    qtbot.addWidget(field)
    field.show()
    assert not QTest.keyClick(field, Qt.Key.Key_A)
    assert passed == []
    clocks.wall += 3600
    QTest.keyClick(field, Qt.Key.Key_A)
    assert passed != []
    idle.stop()


def test_the_minutes_wait_while_something_is_being_done_but_sleep_locks(
    qapp: QApplication, clocks: _Clocks, passed: list[None]
) -> None:
    idle = _idle(qapp)
    idle.timer.start(50)
    idle.looking.setInterval(10)
    clocks.works = True
    QTest.qWait(150)
    assert passed == []
    clocks.wall += SLEPT_SECONDS + 1
    idle.looking.timeout.emit()
    assert len(passed) == 1
    idle.watch(10)
    idle.timer.start(50)
    clocks.works = False
    QTest.qWait(180)
    assert len(passed) > 2, "again and again, until it is locked"
    idle.stop()


def _damaged_card(qtbot: QtBot, started: Started) -> DamagedPage:
    """What stands there once the password was given, with its way back."""
    page = started.shown
    assert isinstance(page, LockedPage)
    page.line.setText(PASSWORD)
    QTest.keyClick(page.line, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: isinstance(started.shown, DamagedPage), timeout=20_000)
    card = started.shown
    assert isinstance(card, DamagedPage)
    qtbot.waitUntil(card.restore_button.isVisible, timeout=20_000)
    return card


@pytest.mark.slow
@pytest.mark.parametrize("where", ["beginning", "end"])
def test_a_damaged_diary_with_a_password_is_gone_back_from(
    qtbot: QtBot, qapp: QApplication, tmp_path: Path, now: Clock, where: str
) -> None:
    diary = sealed_diary(tmp_path / "anna.diary", 60)
    with closing(Journal.open(diary, lambda: TODAY, key=KEY)) as journal:
        Shelf(diary, key=KEY).back_up(journal, now())
        before = journal.entries()
    content = bytearray(diary.read_bytes())
    content[3000 if where == "beginning" else -3000] ^= 1
    diary.write_bytes(content)
    started = start(qtbot, qapp, diary, Settings(), now)
    card = _damaged_card(qtbot, started)
    started.person.click(card.restore_button)
    qtbot.waitUntil(lambda: isinstance(started.shown, TodayPage), timeout=20_000)
    assert started.context.journal.entries() == before
    assert started.context.journal.key == KEY
    assert started.window.commands.lock.isEnabled()
    assert b"canary" not in diary.read_bytes()


@pytest.mark.slow
def test_a_copy_from_before_the_password_says_so_before_it_takes_its_place(
    qtbot: QtBot, qapp: QApplication, tmp_path: Path, now: Clock
) -> None:
    diary = tmp_path / "anna.diary"
    with closing(Journal.open(diary, lambda: TODAY)) as journal:
        journal.save_all([full_entry(TODAY - timedelta(days=back), 3, "canary") for back in range(60)])
        Shelf(diary).back_up(journal, now())
    Protection(diary, paths.settings_file().parent).switch_on(KEY, PASSWORD, Cost())
    content = bytearray(diary.read_bytes())
    content[-3000] ^= 1
    diary.write_bytes(content)
    started = start(qtbot, qapp, diary, Settings(), now)
    card = _damaged_card(qtbot, started)
    assert "from before the password: the diary will have none" in started.person.reads(card)


@pytest.mark.slow
def test_a_copy_with_the_password_is_made_first_if_the_last_one_has_none(
    qtbot: QtBot, qapp: QApplication, tmp_path: Path, now: Clock
) -> None:
    diary = tmp_path / "anna.diary"
    with closing(Journal.open(diary, lambda: TODAY)) as journal:
        journal.save(full_entry(TODAY, 3, "canary"))
        Shelf(diary).back_up(journal, now())
    Protection(diary, paths.settings_file().parent).switch_on(KEY, PASSWORD, Cost())
    started = start(qtbot, qapp, diary, Settings(), now)
    unlock(qtbot, started)
    started.context.writer.save(DayEntry(TODAY, itch=7))
    now.value += timedelta(minutes=5)
    started.opener.lock()
    newest = next(iter(Shelf(diary, key=KEY).folder.copies()))
    assert looks_sealed(newest.file)
