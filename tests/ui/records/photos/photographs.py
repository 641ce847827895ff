"""What a person does with photos in these tests, and photos that were there before they came."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta
from pathlib import Path
from typing import TypeVar

from PIL import Image
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog, QFileDialog, QLineEdit, QWidget

from adtracker.domain.records.photo import Photo
from adtracker.photos.picture_file import clean_bytes
from adtracker.storage.journal import Journal
from adtracker.ui.records.photos.card import PhotoCard
from adtracker.ui.records.photos.dialog import PhotoDialog
from tests.photos.samples import RED, encoded
from tests.ui.conftest import TODAY
from tests.ui.person import Person
from tests.ui.recorder import in_front

ELBOW, NAPE = "left_inner_elbow", "nape"
Wait = Callable[[Callable[[], bool]], None]
D = TypeVar("D", bound=QDialog)


def add(journal: Journal, days_ago: int, region: str | None = None, colour: tuple[int, int, int] = RED) -> Photo:
    """A photo that was added before the window is looked at."""
    data = encoded(Image.new("RGB", (60, 40), colour), "png")
    photo = journal.add_photo(clean_bytes(data), TODAY - timedelta(days=days_ago), region).changes[0].after
    assert isinstance(photo, Photo)
    return photo


def saved_as(folder: Path, data: bytes, name: str = "photo.heic") -> Path:
    (folder / name).write_bytes(data)
    return folder / name


def choose(person: Person, card: PhotoCard, *files: Path) -> None:
    """Press the button and choose files in the dialog."""
    person.unfold("photos")
    person.click(card.add)
    dialog = person.page.findChild(QFileDialog)
    assert dialog is not None
    name = dialog.findChild(QLineEdit, "fileNameEdit")
    assert name is not None
    name.setText(" ".join(f'"{file}"' for file in files))
    QTest.keyClick(name, Qt.Key.Key_Return)


def drop(page: QWidget, mime: QMimeData) -> bool:
    """Drag something onto the page and let go; whether it was welcome."""
    middle, act = QPoint(300, 300), Qt.DropAction.CopyAction
    buttons, keys = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    enter = QDragEnterEvent(middle, act, mime, buttons, keys)
    enter.ignore()
    QApplication.sendEvent(page, enter)
    if enter.isAccepted():
        QApplication.sendEvent(page, QDropEvent(QPointF(middle), act, mime, buttons, keys))
    return enter.isAccepted()


def opened(person: Person, kind: type[D]) -> D:
    """The dialog that is open over the page, once the keyboard is there."""
    (dialog,) = (found for found in person.page.findChildren(kind) if found.isVisible())
    return in_front(dialog)


def back(person: Person) -> None:
    """Go on in the window after a dialog went; a desktop does that by itself."""
    person.page.window().activateWindow()
    assert QTest.qWaitForWindowActive(person.page.window())


def open_first(person: Person, card: PhotoCard) -> PhotoDialog:
    """Click the first photo of the day."""
    person.page.mark_stale()
    person.click(card.buttons[0])
    return opened(person, PhotoDialog)
