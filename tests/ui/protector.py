"""A person who sets a password, and what the files then are for whoever has the key or not."""

from __future__ import annotations

from contextlib import closing
from pathlib import Path

import sqlcipher3.dbapi2 as sqlcipher
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog, QLabel, QWidget
from pytestqt.qtbot import QtBot

from adtracker.resources import recovery_words
from adtracker.ui.settings.page import SettingsPage
from adtracker.ui.settings.protection.card import ProtectionCard
from adtracker.ui.settings.protection.protect_dialog import NewKeyDialog, ProtectDialog
from adtracker.ui.settings.protection.words_grid import WordsGrid
from adtracker.ui.today.page import TodayPage
from tests.ui.recorder import in_front
from tests.ui.starting import Started

KEY = bytes(range(32))
PASSWORD = "four quiet grey herons"
PATIENCE = 60_000


def type_into(dialog: QWidget, text: str) -> None:
    """Type where the keyboard is."""
    focused = dialog.focusWidget()
    assert focused is not None
    QTest.keyClicks(focused, text)


def press(dialog: QWidget, key: Qt.Key) -> None:
    """Press a key where the keyboard is."""
    focused = dialog.focusWidget()
    assert focused is not None
    QTest.keyClick(focused, key)
    QApplication.processEvents()


def card_of(started: Started) -> ProtectionCard:
    """The card about the password, gone to as a person does."""
    page = started.window.pages.page
    if not isinstance(page, SettingsPage):
        started.person.press(Qt.Key.Key_Comma, Qt.KeyboardModifier.ControlModifier)
        page = started.window.pages.page
    assert isinstance(page, SettingsPage)
    started.person.click(page.parts.chip("safety"))
    return page.safety.protection


def dialog_of(started: Started) -> QDialog:
    """The window about the password that is open."""
    return in_front(card_of(started).does.dialog)


def read_words(dialog: QDialog) -> list[str]:
    """The words as they stand on the screen, each after its number."""
    grid = dialog.findChild(WordsGrid)
    assert grid is not None
    shown = [made.text() for made in grid.findChildren(QLabel) if made.isVisible()]
    found = dict(zip(map(int, shown[::2]), shown[1::2], strict=True))
    return [found[number] for number in sorted(found)]


def choose_password(dialog: QDialog, password: str = PASSWORD) -> None:
    """Type a password twice, and go on."""
    type_into(dialog, password)
    press(dialog, Qt.Key.Key_Tab)
    press(dialog, Qt.Key.Key_Tab)
    type_into(dialog, password)
    press(dialog, Qt.Key.Key_Return)


def finish(dialog: NewKeyDialog) -> list[str]:
    """Go on from the words, and type three of them back; all of the words."""
    words = read_words(dialog)
    press(dialog, Qt.Key.Key_Return)
    for place in dialog.typed_back.places:
        type_into(dialog, words[place - 1])
        press(dialog, Qt.Key.Key_Tab)
    QTest.keyClick(dialog.typed_back.lines[-1], Qt.Key.Key_Return)
    return words


def protect(qtbot: QtBot, started: Started, password: str = PASSWORD) -> list[str]:
    """Go all the way in the settings; the words."""
    started.person.click(card_of(started).protect)
    dialog = dialog_of(started)
    assert isinstance(dialog, ProtectDialog)
    choose_password(dialog, password)
    words = finish(dialog)
    wait_until_open(qtbot, started, is_protected=True)
    return words


def wait_until_open(qtbot: QtBot, started: Started, *, is_protected: bool) -> None:
    """Wait until the diary was done with, and is open again."""

    def is_open() -> bool:
        context = started.window.pages.context
        return context is not None and (context.journal.key is not None) == is_protected

    qtbot.waitUntil(is_open, timeout=PATIENCE)
    started.context.tasks.wait()
    QApplication.processEvents()


def names_in(file: Path, words: list[str]) -> list[str]:
    """The names in an encrypted diary, for whoever has the words and any program of SQLCipher."""
    with closing(sqlcipher.connect(str(file))) as connection:
        connection.execute(f"PRAGMA key = \"x'{recovery_words().key(' '.join(words)).hex()}'\"")
        return [name for (name,) in connection.execute("SELECT name FROM person")]


def is_on_today(started: Started) -> bool:
    """Whether the page of today is shown."""
    return isinstance(started.shown, TodayPage)
