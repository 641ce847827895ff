"""A diary gets a password in the settings: three steps, and nothing is changed before the last one."""

from __future__ import annotations

from contextlib import closing
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLineEdit
from pytestqt.qtbot import QtBot

from adtracker import paths
from adtracker.errors import DiaryError
from adtracker.storage.encryption.protecting import Protection
from adtracker.storage.journal import Journal
from adtracker.ui.settings.protection.protect_dialog import ProtectDialog
from tests.ui.conftest import TODAY
from tests.ui.protector import (
    PASSWORD,
    card_of,
    choose_password,
    dialog_of,
    finish,
    names_in,
    press,
    protect,
    read_words,
    type_into,
    wait_until_open,
)
from tests.ui.starting import Started


@pytest.fixture
def dialog(started: Started) -> ProtectDialog:
    """The three steps, at the first one."""
    started.person.click(card_of(started).protect)
    dialog = dialog_of(started)
    assert isinstance(dialog, ProtectDialog)
    return dialog


@pytest.mark.slow
def test_all_three_steps_encrypt_the_diary(qtbot: QtBot, started: Started, diary: Path) -> None:
    words = protect(qtbot, started)
    card = card_of(started)
    assert "Locked with a password" in started.person.reads(card)
    assert "The diary is encrypted." in started.window.messages.text
    assert started.context.journal.profile().name == "Anna"
    started.opener.close()
    with pytest.raises(DiaryError, match=r"diary\.protected"):
        Journal.open(diary, lambda: TODAY, create=False)
    assert names_in(diary, words) == ["Anna"]
    key = Protection(diary, paths.settings_file().parent).key_of(PASSWORD)
    with closing(Journal.open(diary, lambda: TODAY, create=False, key=key)) as journal:
        assert journal.profile().name == "Anna"


def test_nothing_is_changed_before_the_last_step(
    qtbot: QtBot, dialog: ProtectDialog, started: Started, diary: Path
) -> None:
    before = diary.read_bytes()
    choose_password(dialog)
    press(dialog, Qt.Key.Key_Return)
    assert dialog.step == 2
    with qtbot.waitSignal(dialog.rejected):
        press(dialog, Qt.Key.Key_Escape)
    assert started.context.journal.key is None
    assert diary.read_bytes() == before
    assert not list(diary.parent.glob("*.keys"))


@pytest.mark.parametrize(
    ("first", "second", "said"),
    [
        ("short", "short", "at least 10 characters"),
        ("         a", "         a", "at least 10 characters"),
        (PASSWORD, "four quiet grey heron", "two different passwords"),
    ],
)
def test_a_password_that_will_not_do_is_said(dialog: ProtectDialog, first: str, second: str, said: str) -> None:
    type_into(dialog, first)
    press(dialog, Qt.Key.Key_Tab)
    press(dialog, Qt.Key.Key_Tab)
    type_into(dialog, second)
    press(dialog, Qt.Key.Key_Return)
    assert dialog.step == 0
    assert said in dialog.password.first.problem + dialog.password.second.problem


def test_a_password_can_be_pasted_and_looked_at(dialog: ProtectDialog) -> None:
    QApplication.clipboard().setText(PASSWORD)
    first, second = dialog.password.first, dialog.password.second
    first.line.paste()
    assert first.text == PASSWORD
    assert first.line.echoMode() is second.line.echoMode() is QLineEdit.EchoMode.Password
    first.shows.click()
    assert first.line.echoMode() is second.line.echoMode() is QLineEdit.EchoMode.Normal


def test_the_same_letters_in_another_form_are_the_same_password(dialog: ProtectDialog) -> None:
    QApplication.clipboard().setText("grêle épaisse")
    dialog.password.first.line.paste()
    QApplication.clipboard().setText("gre\N{COMBINING CIRCUMFLEX ACCENT}le e\N{COMBINING ACUTE ACCENT}paisse")
    dialog.password.second.line.paste()
    press(dialog, Qt.Key.Key_Return)
    assert dialog.step == 1


@pytest.mark.slow
def test_a_wrong_word_is_said_and_the_others_are_not(
    qtbot: QtBot, dialog: ProtectDialog, started: Started, diary: Path
) -> None:
    before = diary.read_bytes()
    choose_password(dialog)
    words = read_words(dialog)
    press(dialog, Qt.Key.Key_Return)
    one, two, three = dialog.typed_back.places
    for text in (words[one - 1], "zebraa", words[three - 1].upper()):
        type_into(dialog, text)
        press(dialog, Qt.Key.Key_Tab)
    dialog.next.click()
    assert dialog.step == 2
    assert list(dialog.typed_back.problems) == ["", f"This is not word {two} of your sheet.", ""]
    assert dialog.typed_back.lines[1].hasFocus()
    assert diary.read_bytes() == before
    type_into(dialog, words[two - 1])
    press(dialog, Qt.Key.Key_Return)
    wait_until_open(qtbot, started, is_protected=True)


def test_the_words_stand_on_the_screen_in_their_step_alone(dialog: ProtectDialog) -> None:
    assert read_words(dialog) == []
    choose_password(dialog)
    words = read_words(dialog)
    assert len(words) == 24
    press(dialog, Qt.Key.Key_Return)
    assert read_words(dialog) == []
    assert not any(word in dialog.words.grid.accessibleName() for word in words)
    dialog.back.click()
    assert read_words(dialog) == words


def test_another_diary_has_other_words(dialog: ProtectDialog, started: Started) -> None:
    choose_password(dialog)
    words = read_words(dialog)
    press(dialog, Qt.Key.Key_Escape)
    started.person.click(card_of(started).protect)
    again = dialog_of(started)
    choose_password(again)
    assert read_words(again) != words


@pytest.mark.slow
def test_where_no_keys_can_be_written_the_diary_stays_as_it_was(
    qtbot: QtBot, dialog: ProtectDialog, started: Started, diary: Path
) -> None:
    before = diary.read_bytes()
    choose_password(dialog)
    diary.with_name(f"{diary.name}.keys").mkdir()
    finish(dialog)
    qtbot.waitUntil(lambda: started.window.messages.text != "", timeout=60_000)
    assert diary.read_bytes() == before
    assert started.context.journal.profile().name == "Anna"
    assert started.context.journal.key is None
