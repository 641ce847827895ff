"""Files that are brought in through the window, and the hand that does it."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from adtracker.ui.settings.bring_in.dialog import BringInDialog
from tests.ui.starting import Started

GERMAN = """Datum;Juckreiz (0-100);Schlafstörung;Haut %;Schritte;Wetter
01.11.2026;65;3;25,5;8123;Regen
28.11.2026;70;4;26;9002;Sonne
"""


@pytest.fixture(autouse=True)
def own_data(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Recipes are kept in a folder of the test."""
    monkeypatch.setattr("adtracker.paths.data_folder", lambda: tmp_path / "data")


def drop(on: QWidget, file: Path) -> bool:
    """Drag a file over a widget and let it go; whether it was welcome."""
    mime = QMimeData()
    mime.setUrls([QUrl.fromLocalFile(str(file))])
    middle, act = on.rect().center(), Qt.DropAction.CopyAction
    buttons, keys = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    enter = QDragEnterEvent(QPoint(middle), act, mime, buttons, keys)
    QApplication.sendEvent(on, enter)
    if enter.isAccepted():
        QApplication.sendEvent(on, QDropEvent(QPointF(middle), act, mime, buttons, keys))
    return enter.isAccepted()


def brought(qtbot: QtBot, started: Started, file: Path) -> BringInDialog:
    """The dialog of a file that was dropped on the window, with what would become of it."""
    assert drop(started.window, file)
    dialog = started.window.findChild(BringInDialog)
    assert dialog is not None
    qtbot.waitUntil(lambda: dialog.preview is not None and dialog.found.isVisible(), timeout=30_000)
    QApplication.processEvents()  # what was built anew is laid out
    return dialog


def table(folder: Path, text: str = GERMAN, encoding: str = "cp1252") -> Path:
    """A file of a table."""
    file = folder / "itch-2026.csv"
    file.write_bytes(text.encode(encoding))
    return file


def put_in(qtbot: QtBot, started: Started, dialog: BringInDialog) -> None:
    """Press the one button, and wait until it is stored."""
    with qtbot.waitSignal(dialog.accepted):
        started.person.click(dialog.go)
