"""A diary with a password in the window: asked for, refused with a sentence, opened by password or by words."""

from __future__ import annotations

import gc
from contextlib import closing
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from adtracker import paths
from adtracker.domain.records.day import DayEntry
from adtracker.domain.records.profile import Profile
from adtracker.protection.cost import Cost
from adtracker.resources import recovery_words
from adtracker.settings import Settings
from adtracker.storage.encryption.protecting import Protection
from adtracker.storage.journal import Journal
from adtracker.ui.settings.protection.dialogs import PasswordDialog
from adtracker.ui.shell.lock.idle import Idle
from adtracker.ui.shell.lock.locked_page import LockedPage, wait_seconds
from adtracker.ui.shell.navigation import PAGES
from adtracker.ui.today.page import TodayPage
from tests.ui.conftest import TODAY, Clock
from tests.ui.listening import heard_parts
from tests.ui.protector import KEY, PASSWORD, choose_password, dialog_of
from tests.ui.starting import Started, start


@pytest.fixture
def diary(tmp_path: Path) -> Path:
    """Anna's diary, without a password."""
    path = tmp_path / "anna.diary"
    with closing(Journal.open(path, lambda: TODAY)) as journal:
        journal.save(Profile("Anna"))
    return path


@pytest.fixture
def asked(qtbot: QtBot, qapp: QApplication, diary: Path, now: Clock) -> Started:
    """A window that was started on a diary with a password."""
    Protection(diary, paths.settings_file().parent).switch_on(KEY, PASSWORD, Cost())
    return start(qtbot, qapp, diary, Settings(), now)


def _page(asked: Started) -> LockedPage:
    assert isinstance(asked.shown, LockedPage)
    return asked.shown


def _try(qtbot: QtBot, asked: Started, text: str) -> None:
    """Type something, press Enter, and wait for what comes of it."""
    page = _page(asked)
    page.line.setText(text)
    with qtbot.waitSignal(page.tried):
        QTest.keyClick(page.line, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: asked.shown is not page or page.line.isEnabled(), timeout=20_000)


@pytest.mark.slow
def test_the_password_opens_it(qtbot: QtBot, asked: Started) -> None:
    page = _page(asked)
    assert page.line.hasFocus()
    assert page.line.accessibleDescription() == f"This diary has a password. {page.place}"
    assert page.line.echoMode() is QLineEdit.EchoMode.Password
    _try(qtbot, asked, PASSWORD)
    assert isinstance(asked.shown, TodayPage)
    assert asked.context.journal.profile().name == "Anna"


@pytest.mark.slow
def test_a_wrong_password_is_said_and_waits(qtbot: QtBot, asked: Started, diary: Path) -> None:
    before = diary.read_bytes()
    _try(qtbot, asked, "no herons at all")
    page = _page(asked)
    assert "This is not the password" in asked.person.reads(page)
    assert not page.open.isEnabled()
    assert diary.read_bytes() == before
    qtbot.waitUntil(page.open.isEnabled, timeout=20_000)
    _try(qtbot, asked, PASSWORD)
    assert isinstance(asked.shown, TodayPage)


def test_the_words_are_the_way_back(qtbot: QtBot, asked: Started) -> None:
    page = _page(asked)
    asked.person.click(page.words)
    assert page.line.echoMode() is QLineEdit.EchoMode.Normal
    _try(qtbot, asked, "abandom " * 24)
    assert "Did you mean “abandon”?" in asked.person.reads(page)
    _try(qtbot, asked, " ".join(recovery_words().words(KEY)))
    assert asked.context.journal.profile().name == "Anna"


@pytest.mark.slow
def test_after_the_words_another_password_can_be_chosen(qtbot: QtBot, asked: Started, diary: Path) -> None:
    asked.person.click(_page(asked).words)
    _try(qtbot, asked, " ".join(recovery_words().words(KEY)))
    dialog = dialog_of(asked)
    assert isinstance(dialog, PasswordDialog)
    assert dialog.known is None
    choose_password(dialog, "herons of another lake")
    qtbot.waitUntil(lambda: "new password opens" in asked.window.messages.text, timeout=60_000)
    asked.window.activateWindow()
    qtbot.waitUntil(asked.window.isActiveWindow)
    asked.person.press(Qt.Key.Key_L, Qt.KeyboardModifier.ControlModifier)
    _try(qtbot, asked, PASSWORD)
    assert "This is not the password" in asked.person.reads(_page(asked))
    qtbot.waitUntil(_page(asked).open.isEnabled, timeout=20_000)
    _try(qtbot, asked, "herons of another lake")
    assert asked.context.journal.profile().name == "Anna"


@pytest.mark.slow
def test_the_next_try_says_how_long_it_waits(qtbot: QtBot, asked: Started) -> None:
    _try(qtbot, asked, "no herons at all")
    assert _page(asked).open.text() == "One second…"
    qtbot.waitUntil(_page(asked).open.isEnabled, timeout=20_000)
    _try(qtbot, asked, "no herons at all")
    assert _page(asked).open.text() == "2 seconds…"


def test_it_says_that_caps_lock_is_on(asked: Started) -> None:
    page = _page(asked)
    QTest.keyClicks(page.line, "F")  # without Shift
    assert "Caps Lock is on." in asked.person.reads(page)
    QTest.keyClicks(page.line, "o")
    assert "Caps Lock is on." not in asked.person.reads(page)


def test_a_password_is_shown_on_request(asked: Started) -> None:
    page = _page(asked)
    asked.person.click(page.shows)
    assert page.line.echoMode() is QLineEdit.EchoMode.Normal
    asked.person.click(page.shows)
    assert page.line.echoMode() is QLineEdit.EchoMode.Password


def test_the_wait_grows_to_ten_seconds() -> None:
    assert [wait_seconds(wrong) for wrong in (0, 1, 2, 3, 4, 5, 6, 1000)] == [0, 1, 2, 4, 8, 10, 10, 10]


def _entries() -> list[DayEntry]:
    gc.collect()
    return [one for one in gc.get_objects() if isinstance(one, DayEntry)]


@pytest.mark.slow
@pytest.mark.parametrize("by_key", [True, False], ids=["Ctrl+L", "idle"])
def test_locking_saves_closes_and_forgets(qtbot: QtBot, asked: Started, diary: Path, by_key: bool) -> None:
    before = _entries()  # of other tests; they are kept, so that nothing new is taken for one of them
    known = set(map(id, before))
    _try(qtbot, asked, PASSWORD)
    asked.context.writer.save(DayEntry(TODAY, itch=7, note="canary-lock"))
    for key in (*PAGES, "today"):
        for part in asked.window.show_page(key).findChildren(QWidget):
            heard_parts(part)  # as by a screen reader that reads all of it
    if by_key:
        asked.person.press(Qt.Key.Key_L, Qt.KeyboardModifier.ControlModifier)
    else:
        asked.window.findChild(Idle).timer.timeout.emit()  # type: ignore[union-attr]
    page = _page(asked)
    assert "All you wrote is saved" in asked.person.reads(page)
    assert "Anna" not in asked.window.windowTitle()
    assert asked.window.pages.context is None
    assert not asked.window.commands.lock.isEnabled()
    qtbot.waitUntil(lambda: all(id(one) in known for one in _entries()), timeout=20_000)
    _try(qtbot, asked, PASSWORD)
    assert asked.context.journal.entry(TODAY).note == "canary-lock"


def test_a_diary_without_a_password_is_never_locked(qtbot: QtBot, qapp: QApplication, diary: Path, now: Clock) -> None:
    started = start(qtbot, qapp, diary, Settings(), now)
    started.opener.lock()
    assert isinstance(started.shown, TodayPage)
    assert not started.window.commands.lock.isEnabled()
