"""Files let go on the window go the same way as those of the inbox: one at once, several and pictures from a list."""

from __future__ import annotations

from pathlib import Path

import pytest
from PIL import Image
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from adtracker.domain.records.day import DayEntry
from adtracker.settings import Settings
from adtracker.storage.journal import Journal
from adtracker.ui.settings.bring_in.dialog import BringInDialog
from adtracker.ui.settings.inbox.dialog import InboxDialog
from adtracker.ui.settings.inbox.photos_dialog import SkinPhotosDialog
from tests.ui.conftest import TODAY, Clock
from tests.ui.settings.bringing import own_data
from tests.ui.starting import Started, start

__all__ = ["own_data"]


@pytest.fixture
def started(qtbot: QtBot, qapp: QApplication, diary_path: Path, now: Clock) -> Started:
    diary_path.parent.mkdir()
    journal = Journal.open(diary_path, lambda: TODAY)
    journal.save(DayEntry(TODAY, itch=2))
    journal.close()
    return start(qtbot, qapp, diary_path, Settings(), now, is_named=True)


def let_go(started: Started, *files: Path) -> bool:
    """Let go of files over the window, beside what takes photos for itself; whether they were welcome."""
    mime = QMimeData()
    mime.setUrls([QUrl.fromLocalFile(str(file)) for file in files])
    middle, act = started.window.rect().center(), Qt.DropAction.CopyAction
    buttons, keys = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    enter = QDragEnterEvent(QPoint(middle), act, mime, buttons, keys)
    QApplication.sendEvent(started.window, enter)
    if enter.isAccepted():
        QApplication.sendEvent(started.window, QDropEvent(QPointF(middle), act, mime, buttons, keys))
    return enter.isAccepted()


def test_photos_of_skin_ask_for_place_and_day_and_stay_where_they_are(
    qtbot: QtBot, started: Started, tmp_path: Path
) -> None:
    files = [tmp_path / "arm.jpg", tmp_path / "neck.png"]
    for number, file in enumerate(files):
        Image.new("RGB", (64, 48), (200, 120 + number, 110)).save(file)
    assert let_go(started, *files)
    dialog = started.window.findChild(InboxDialog)
    assert dialog is not None
    qtbot.waitUntil(dialog.photos.isVisible, timeout=30_000)
    assert not any(row.aside.isVisible() for row in dialog.rows)
    started.person.click(dialog.photos)
    photos = dialog.findChild(SkinPhotosDialog)
    assert photos is not None
    qtbot.waitUntil(photos.go.isEnabled, timeout=30_000)
    QApplication.processEvents()
    assert photos.go.text() == "Put 2 photos into the diary"
    with qtbot.waitSignal(dialog.accepted):
        started.person.click(photos.go)
    assert len(started.context.journal.photos()) == 2
    assert all(file.is_file() for file in files)


def test_one_text_file_goes_into_the_preview_at_once(qtbot: QtBot, started: Started, tmp_path: Path) -> None:
    file = tmp_path / "days.txt"
    file.write_text("date,itch\n2026-11-26,4\n", encoding="utf-8")
    assert let_go(started, file)
    dialog = started.window.findChild(BringInDialog)
    assert dialog is not None
    qtbot.waitUntil(dialog.go.isEnabled, timeout=30_000)
    dialog.reject()


def test_what_is_neither_is_not_welcome(started: Started, tmp_path: Path) -> None:
    (tmp_path / "song.mp3").write_bytes(b"ID3")
    assert not let_go(started, tmp_path / "song.mp3")
    assert not let_go(started)
