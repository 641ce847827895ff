"""What was copied out of a diary is not left for whoever comes by a locked one."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from adtracker.settings import Settings
from adtracker.ui.kit.fields.text_card import TextField
from adtracker.ui.shell.lock.locked_page import LockedPage
from adtracker.ui.today.page import TodayPage
from tests.ui.conftest import Clock
from tests.ui.shell.lock.test_locking import sealed_diary, unlock
from tests.ui.starting import start

_ROOT = Path(__file__).parents[4]
_HAS_OWNERS = QGuiApplication.platformName() if QGuiApplication.instance() else os.environ.get("QT_QPA_PLATFORM", "")


@pytest.mark.skipif(_HAS_OWNERS != "xcb", reason="a screen in memory does not know who copied; the test below has one")
def test_a_lock_takes_back_what_was_copied(qtbot: QtBot, qapp: QApplication, tmp_path: Path, now: Clock) -> None:
    started = start(qtbot, qapp, sealed_diary(tmp_path / "anna.diary", 3), Settings(), now)
    unlock(qtbot, started)
    clipboard = QGuiApplication.clipboard()
    page = started.shown
    assert isinstance(page, TodayPage)
    qtbot.waitUntil(lambda: page.findChild(TextField) is not None)  # it is built when the page is shown
    note = page.findChild(TextField)
    assert note is not None
    note.setFocus()
    QTest.keyClicks(note, "canary")
    for key in (Qt.Key.Key_A, Qt.Key.Key_C):
        QTest.keyClick(note, key, Qt.KeyboardModifier.ControlModifier)
    assert "canary" in clipboard.text()
    assert "canary" in clipboard.text(clipboard.Mode.Selection)
    started.opener.lock()
    assert isinstance(started.shown, LockedPage)
    assert clipboard.text() == ""
    assert clipboard.text(clipboard.Mode.Selection) == ""


@pytest.mark.slow
@pytest.mark.skipif(shutil.which("xvfb-run") is None, reason="there is no xvfb-run for a real clipboard")
def test_it_does_so_on_a_real_screen() -> None:
    command = ["xvfb-run", "-a", sys.executable, "-m", "pytest", "-q", "-p", "no:cacheprovider", "-p", "no:xdist"]
    which = f"{__file__}::{test_a_lock_takes_back_what_was_copied.__name__}"
    done = subprocess.run(
        [*command, which],
        check=False,
        cwd=_ROOT,
        env={**os.environ, "QT_QPA_PLATFORM": "xcb"},
        capture_output=True,
        text=True,
    )
    assert "1 passed" in done.stdout, done.stdout + done.stderr
