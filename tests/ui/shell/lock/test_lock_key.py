"""Ctrl+L while something stands over the pages: the diary is locked all the same, and what was typed is kept."""

from __future__ import annotations

from contextlib import closing
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog, QLineEdit
from pytestqt.qtbot import QtBot

from adtracker import paths
from adtracker.protection.cost import Cost
from adtracker.settings import Settings
from adtracker.storage.encryption.protecting import Protection
from adtracker.storage.journal import Journal
from adtracker.ui.records.visits.visit_form import VisitForm
from adtracker.ui.settings.bring_in.dialog import BringInDialog
from adtracker.ui.shell.lock.locked_page import LockedPage
from adtracker.ui.today.page import TodayPage
from tests.ui.conftest import TODAY, Clock
from tests.ui.every_form import Hands
from tests.ui.protector import KEY, PASSWORD
from tests.ui.recorder import in_front
from tests.ui.starting import Started, start

CONTROL = Qt.KeyboardModifier.ControlModifier


def _diary(path: Path) -> Path:
    with closing(Journal.open(path, lambda: TODAY)):
        pass
    return path


def _unlock(qtbot: QtBot, started: Started) -> None:
    page = started.shown
    assert isinstance(page, LockedPage)
    page.line.setText(PASSWORD)
    QTest.keyClick(page.line, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: isinstance(started.shown, TodayPage), timeout=20_000)


def _who(dialog: QDialog) -> QLineEdit:
    form = dialog.findChild(VisitForm)
    assert form is not None
    assert isinstance(form.who, QLineEdit)
    return form.who


@pytest.mark.slow
def test_it_locks_from_within_a_form_and_keeps_what_was_typed(
    qtbot: QtBot, qapp: QApplication, tmp_path: Path, now: Clock
) -> None:
    diary = _diary(tmp_path / "anna.diary")
    Protection(diary, paths.settings_file().parent).switch_on(KEY, PASSWORD, Cost())
    started = start(qtbot, qapp, diary, Settings(), now)
    _unlock(qtbot, started)
    dialog = in_front(Hands.over(started.window, started.context).visit(is_new=True))
    QTest.keyClicks(_who(dialog), "Dr. Weber")
    QTest.keyClick(dialog.windowHandle(), Qt.Key.Key_L, CONTROL)
    qtbot.waitUntil(lambda: isinstance(started.shown, LockedPage))
    assert not [one for one in started.window.findChildren(QDialog) if one.isVisible()]
    _unlock(qtbot, started)
    dialog = in_front(Hands(started.context, started.window, None).visit(is_new=True))  # type: ignore[arg-type]
    assert _who(dialog).text() == "Dr. Weber"
    dialog.close()


@pytest.mark.slow
def test_a_preview_is_closed_and_stores_nothing(qtbot: QtBot, qapp: QApplication, tmp_path: Path, now: Clock) -> None:
    diary = _diary(tmp_path / "anna.diary")
    Protection(diary, paths.settings_file().parent).switch_on(KEY, PASSWORD, Cost())
    started = start(qtbot, qapp, diary, Settings(), now)
    _unlock(qtbot, started)
    file = tmp_path / "days.csv"
    file.write_text("date,itch\n2026-11-26,4\n", encoding="utf-8")
    started.window.bring_in(file)
    preview = started.window.findChild(BringInDialog)
    assert preview is not None
    qtbot.waitUntil(preview.go.isEnabled, timeout=30_000)
    QTest.keyClick(preview.windowHandle(), Qt.Key.Key_L, CONTROL)
    qtbot.waitUntil(lambda: isinstance(started.shown, LockedPage))
    assert not [one for one in started.window.findChildren(QDialog) if one.isVisible()]
    _unlock(qtbot, started)
    assert started.context.journal.entries() == ()


def test_without_a_password_a_form_stays_open(qtbot: QtBot, qapp: QApplication, tmp_path: Path, now: Clock) -> None:
    started = start(qtbot, qapp, _diary(tmp_path / "anna.diary"), Settings(), now)
    dialog = in_front(Hands.over(started.window, started.context).visit(is_new=True))
    QTest.keyClick(dialog.windowHandle(), Qt.Key.Key_L, CONTROL)
    QApplication.processEvents()
    assert dialog.isVisible()
    assert isinstance(started.shown, TodayPage)
    dialog.close()
