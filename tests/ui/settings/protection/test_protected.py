"""A diary that has a password: another one, its sheet, none any more; each asks for the password first."""

from __future__ import annotations

from contextlib import closing
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QImage
from PySide6.QtPrintSupport import QPrinter
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QFileDialog, QLineEdit
from pytestqt.qtbot import QtBot

from adtracker import paths
from adtracker.errors import DiaryError, ProtectionError
from adtracker.resources import recovery_words
from adtracker.settings import NEVER
from adtracker.storage.encryption.protecting import Protection
from adtracker.storage.journal import Journal
from adtracker.ui.core.copies import own_shelf
from adtracker.ui.settings.page import SettingsPage
from adtracker.ui.settings.protection.dialogs import PasswordDialog, SheetDialog, UnprotectDialog
from adtracker.ui.settings.protection.protect_dialog import NewWordsDialog
from adtracker.ui.settings.protection.sheet_saver import draw_page
from adtracker.ui.shell.lock.idle import Idle
from tests.report.samples import text_of
from tests.ui.conftest import TODAY, Clock
from tests.ui.protector import (
    KEY,
    PASSWORD,
    PATIENCE,
    card_of,
    choose_password,
    dialog_of,
    finish,
    names_in,
    press,
    read_words,
    type_into,
    wait_until_open,
)
from tests.ui.starting import Started

WORDS = list(recovery_words().words(KEY))


def _give(qtbot: QtBot, dialog: PasswordDialog | SheetDialog | NewWordsDialog, password: str = PASSWORD) -> None:
    """Type the password that the diary has, and wait until it was looked at."""
    assert dialog.known is not None
    type_into(dialog, password)
    press(dialog, Qt.Key.Key_Return)
    qtbot.waitUntil(dialog.known.field.line.isEnabled, timeout=PATIENCE)


@pytest.mark.slow
def test_another_password_opens_it_and_the_words_stay(qtbot: QtBot, opened: Started, diary: Path) -> None:
    opened.person.click(card_of(opened).change)
    dialog = dialog_of(opened)
    assert isinstance(dialog, PasswordDialog)
    _give(qtbot, dialog)
    choose_password(dialog, "herons of another lake")
    qtbot.waitUntil(lambda: "new password opens" in opened.window.messages.text, timeout=PATIENCE)
    opened.opener.close()
    protection = Protection(diary, paths.settings_file().parent)
    assert protection.key_of("herons of another lake") == KEY
    with pytest.raises(ProtectionError, match=r"protection\.password_wrong"):
        protection.key_of(PASSWORD)


@pytest.mark.slow
def test_nobody_changes_it_who_does_not_know_it(qtbot: QtBot, opened: Started, diary: Path) -> None:
    keys = diary.with_name(f"{diary.name}.keys").read_bytes()
    opened.person.click(card_of(opened).change)
    dialog = dialog_of(opened)
    assert isinstance(dialog, PasswordDialog)
    _give(qtbot, dialog, "no herons at all")
    assert dialog.step == 0
    assert dialog.known is not None
    assert "This is not the password" in dialog.known.field.problem
    press(dialog, Qt.Key.Key_Escape)
    assert diary.with_name(f"{diary.name}.keys").read_bytes() == keys
    assert opened.context.journal.profile().name == "Anna"


@pytest.mark.slow
def test_whoever_leaves_while_the_password_is_looked_at_changes_nothing(
    qtbot: QtBot, opened: Started, diary: Path
) -> None:
    before = diary.read_bytes()
    opened.person.click(card_of(opened).off)
    dialog = dialog_of(opened)
    type_into(dialog, PASSWORD)
    with qtbot.waitSignal(dialog.rejected):
        press(dialog, Qt.Key.Key_Return)
        dialog.reject()
    qtbot.wait(1500)  # longer than it takes to look at one
    assert diary.read_bytes() == before
    assert opened.context.journal.key == KEY


@pytest.mark.slow
def test_it_is_taken_off(qtbot: QtBot, opened: Started, diary: Path) -> None:
    opened.person.click(card_of(opened).off)
    dialog = dialog_of(opened)
    assert isinstance(dialog, UnprotectDialog)
    type_into(dialog, PASSWORD)
    press(dialog, Qt.Key.Key_Return)
    wait_until_open(qtbot, opened, is_protected=False)
    assert "No password" in opened.person.reads(card_of(opened))
    assert not opened.window.commands.lock.isEnabled()
    opened.opener.close()
    with closing(Journal.open(diary, lambda: TODAY, create=False)) as journal:
        assert journal.profile().name == "Anna"


@pytest.mark.slow
def test_copies_from_before_it_was_taken_off_are_not_called_damaged(qtbot: QtBot, opened: Started, now: Clock) -> None:
    own_shelf(opened.context).back_up(opened.context.journal, now(), always=True)
    opened.person.click(card_of(opened).off)
    dialog = dialog_of(opened)
    type_into(dialog, PASSWORD)
    press(dialog, Qt.Key.Key_Return)
    wait_until_open(qtbot, opened, is_protected=False)
    page = opened.window.pages.page
    assert isinstance(page, SettingsPage)
    qtbot.waitUntil(lambda: "has a password that this diary does not have" in opened.person.reads(page.safety.copies))
    assert "damaged" not in opened.person.reads(page.safety.copies)


@pytest.mark.slow
def test_nobody_takes_it_off_who_does_not_know_it(qtbot: QtBot, opened: Started, diary: Path) -> None:
    before = diary.read_bytes()
    opened.person.click(card_of(opened).off)
    dialog = dialog_of(opened)
    assert isinstance(dialog, UnprotectDialog)
    type_into(dialog, "no herons at all")
    press(dialog, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: "This is not the password" in dialog.known.field.problem, timeout=PATIENCE)
    press(dialog, Qt.Key.Key_Escape)
    assert diary.read_bytes() == before
    assert opened.context.journal.key == KEY


@pytest.mark.slow
def test_other_words_open_it_and_its_copies(qtbot: QtBot, opened: Started, diary: Path, now: Clock) -> None:
    shelf = own_shelf(opened.context)
    shelf.back_up(opened.context.journal, now(), always=True)
    opened.person.click(card_of(opened).renew)
    dialog = dialog_of(opened)
    assert isinstance(dialog, NewWordsDialog)
    _give(qtbot, dialog)
    words = finish(dialog)
    assert words != WORDS
    qtbot.waitUntil(lambda: "The new words open the diary" in opened.window.messages.text, timeout=PATIENCE)
    opened.opener.close()
    new = recovery_words().key(" ".join(words))
    assert Protection(diary, paths.settings_file().parent).key_of(PASSWORD) == new
    with pytest.raises(DiaryError, match=r"diary\.key_wrong"):
        Journal.open(diary, lambda: TODAY, create=False, key=KEY)
    files = [diary, *(copy.file for copy in shelf.copies())]
    assert len(files) == 2
    assert [names_in(file, words) for file in files] == [["Anna"], ["Anna"]]


def _sheet(qtbot: QtBot, opened: Started) -> SheetDialog:
    opened.person.click(card_of(opened).sheet)
    dialog = dialog_of(opened)
    assert isinstance(dialog, SheetDialog)
    assert read_words(dialog) == []
    _give(qtbot, dialog)
    return dialog


@pytest.mark.slow
def test_the_words_are_shown_once_more(qtbot: QtBot, opened: Started) -> None:
    assert read_words(_sheet(qtbot, opened)) == WORDS


@pytest.mark.slow
@pytest.mark.parametrize("is_named", [True, False], ids=["with the name", "without"])
def test_the_sheet_is_saved_where_the_person_says(
    qtbot: QtBot, opened: Started, tmp_path: Path, is_named: bool
) -> None:
    dialog, file = _sheet(qtbot, opened), tmp_path / "paper" / "sheet.pdf"
    file.parent.mkdir()
    if is_named:
        dialog.words.named.click()
    dialog.words.save.click()
    asked = dialog.findChild(QFileDialog)
    assert asked is not None
    name = asked.findChild(QLineEdit, "fileNameEdit")
    assert name is not None
    name.setText(str(file))
    QTest.keyClick(name, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: dialog.words.said.startswith("Saved as"), timeout=PATIENCE)
    assert "Whoever opens this file has your words" in dialog.words.said
    printed = text_of(file.read_bytes())
    assert ("Anna" in printed) == is_named
    assert all(word in printed.split() for word in WORDS)
    assert file.stat().st_mode & 0o077 == 0
    assert [one.name for one in file.parent.iterdir()] == ["sheet.pdf"]


@pytest.mark.slow
def test_the_sheet_is_printed_as_one_page(qtbot: QtBot, opened: Started, tmp_path: Path) -> None:
    dialog = _sheet(qtbot, opened)
    printer = QPrinter()
    printer.setOutputFileName(str(tmp_path / "printed.pdf"))  # what a printer would get
    dialog.words.saver.print_on(printer)
    qtbot.waitUntil(lambda: dialog.words.said.startswith("Sent to the printer"), timeout=PATIENCE)
    assert (tmp_path / "printed.pdf").read_bytes().count(b"/Type /Page\n") == 1


def test_a_printer_that_takes_nothing_is_said(tmp_path: Path) -> None:
    printer = QPrinter()
    printer.setOutputFileName(str(tmp_path / "gone" / "printed.pdf"))
    picture = QImage(10, 10, QImage.Format.Format_RGB32)
    assert not draw_page(printer, picture)


def test_the_minutes_to_the_lock_count_at_once(opened: Started) -> None:
    card, idle = card_of(opened), opened.window.findChild(Idle)
    assert idle is not None
    assert idle.timer.interval() == 10 * 60_000
    opened.person.click(card.minutes.chip("30"))
    assert opened.preferences.value.lock_minutes == 30
    assert idle.timer.isActive()
    assert idle.timer.interval() == 30 * 60_000
    opened.person.click(card.minutes.chip("0"))
    assert opened.preferences.value.lock_minutes == NEVER
    opened.person.press(Qt.Key.Key_Shift)
    assert not idle.timer.isActive()


def test_it_is_locked_by_a_click(opened: Started) -> None:
    opened.person.click(card_of(opened).lock)
    assert "All you wrote is saved. Locked at 20:15." in opened.person.reads(opened.shown)
    assert opened.window.pages.context is None


def test_it_is_locked_from_the_column_of_pages(opened: Started) -> None:
    opened.person.click(opened.window.navigation.lock)
    assert opened.window.pages.context is None
    assert not opened.window.navigation.lock.isVisible()


def test_nothing_offers_to_lock_a_diary_without_a_password(started: Started) -> None:
    assert not started.window.navigation.lock.isVisible()


def test_tab_goes_through_safety_as_it_stands(opened: Started) -> None:
    card = card_of(opened)
    page = opened.window.pages.page
    assert isinstance(page, SettingsPage)
    opened.context.tasks.wait()
    QApplication.processEvents()
    safety, seen = page.safety, []
    for _ in range(30):
        opened.person.press(Qt.Key.Key_Tab)
        seen.append(QApplication.focusWidget())
    copies = [safety.copies.now, safety.copies.choose]
    protection = [card.change, card.sheet, card.minutes.chip("10"), card.lock, card.renew, card.off]
    wanted = [*copies, safety.report, *protection, safety.other, safety.new]
    assert [one for one in seen if one in wanted][: len(wanted)] == wanted
    assert all(one is not None and (one.accessibleName() or one.property("text")) for one in seen)
