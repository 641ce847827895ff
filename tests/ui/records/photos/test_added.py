"""Photos come in from a file, by paste or drop: as pictures alone, and for the day that was open."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest
from PIL import Image
from PySide6.QtCore import QMimeData, Qt, QUrl
from PySide6.QtGui import QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QFileDialog, QLineEdit
from pytestqt.qtbot import QtBot

from adtracker.domain.common.period import ONE_DAY
from adtracker.photos.picture_file import clean_bytes
from adtracker.storage.journal import Journal
from adtracker.ui.records.photos.card import PhotoCard
from adtracker.ui.records.photos.dialog import PhotoDialog
from adtracker.ui.shell.main_window import MainWindow
from tests.photos.samples import BLUE, FORMATS, GREEN, RED, SECRET, encoded, exif, quarters
from tests.ui.conftest import TODAY
from tests.ui.person import Person
from tests.ui.records.photos.photographs import Wait, back, choose, drop, saved_as

YESTERDAY = TODAY - ONE_DAY
CONTROL = Qt.KeyboardModifier.ControlModifier
LOADED = """
import sys
from adtracker.ui.today import page as today
print(*sorted({name.partition(".")[0] for name in sys.modules} & {"PIL", "pi_heif"}))
print("adtracker.ui.records.photos.dialogs" in sys.modules)
"""


def test_without_photos_it_is_one_line(card: PhotoCard, journal: Journal) -> None:
    assert [made.isVisible() for made in (card.add, card.compare, card.removed)] == [True, False, False]
    assert card.height() < 80
    assert card.add.height() >= 44
    assert not journal.photo_file.exists()


def test_where_there_is_no_folder_of_pictures_the_dialog_has_no_name_in_it(person: Person, card: PhotoCard) -> None:
    person.unfold("photos")
    person.click(card.add)
    dialog = person.page.findChild(QFileDialog)
    assert dialog is not None
    name = dialog.findChild(QLineEdit, "fileNameEdit")
    assert name is not None
    assert name.text() == ""


@pytest.mark.parametrize("file_format", FORMATS)
def test_a_photo_from_a_file_is_stored_without_the_place_it_was_taken_at(
    person: Person, card: PhotoCard, journal: Journal, wait: Wait, tmp_path: Path, file_format: str
) -> None:
    stored = quarters() if file_format == "heic" else quarters().transpose(Image.Transpose.ROTATE_90)
    turn = 1 if file_format == "heic" else 6
    choose(person, card, saved_as(tmp_path, encoded(stored, file_format, exif=exif(turn))))
    wait(lambda: bool(card.buttons))
    (photo,) = journal.photos()
    assert (photo.day, photo.region, photo.width, photo.height) == (TODAY, None, 240, 160)
    assert SECRET.encode() not in (journal.picture(photo) or b"")
    assert "✓ Saved at 20:15: photo of 29 November 2026" in person.page.saved.text
    assert not card.buttons[0].icon().isNull()
    assert card.buttons[0].accessibleName() == "Photo 1 of 1: Place not named, 29 November 2026"
    assert card.buttons[0].height() >= 44


def test_several_files_are_added_one_by_one_and_nothing_pops_up(
    person: Person, card: PhotoCard, journal: Journal, wait: Wait, tmp_path: Path
) -> None:
    colours = {"a.png": RED, "b.png": GREEN, "c.png": BLUE}
    files = [saved_as(tmp_path, encoded(Image.new("RGB", (9, 9), rgb), "png"), name) for name, rgb in colours.items()]
    choose(person, card, *files)
    wait(lambda: len(card.buttons) == 3)
    assert not person.page.findChildren(PhotoDialog)
    back(person)
    person.press(Qt.Key.Key_Z, CONTROL)
    assert len(journal.photos()) == 2


@pytest.mark.parametrize("kind", ["bytes", "picture", "file"])
def test_a_copied_picture_is_pasted(
    person: Person, card: PhotoCard, journal: Journal, wait: Wait, tmp_path: Path, kind: str
) -> None:
    data = encoded(quarters(3200, 1600), "png")
    mime = QMimeData()
    if kind == "bytes":
        mime.setData("image/png", data)
    elif kind == "picture":
        mime.setImageData(QImage.fromData(data))
    else:
        mime.setUrls([QUrl.fromLocalFile(str(saved_as(tmp_path, data)))])
    QApplication.clipboard().setMimeData(mime)
    person.press(Qt.Key.Key_V, CONTROL)
    wait(lambda: bool(card.buttons))
    assert [(photo.width, photo.height) for photo in journal.photos()] == [(1600, 800)]


def test_text_that_was_copied_is_no_picture(person: Person, journal: Journal, window: MainWindow) -> None:
    QApplication.clipboard().setText("slept in gloves")
    person.press(Qt.Key.Key_V, CONTROL)
    assert window.messages.text == "There is no picture in what you copied."
    assert journal.photos() == ()


def test_in_the_note_text_is_pasted_as_ever(person: Person, journal: Journal) -> None:
    person.click(person.page.note.field)
    QApplication.clipboard().setText("slept in gloves")
    person.press(Qt.Key.Key_V, CONTROL)
    person.wait_until_typed()
    assert journal.entry(TODAY).note == "slept in gloves"


def test_pictures_are_dropped_anywhere_on_the_page(
    person: Person, card: PhotoCard, journal: Journal, wait: Wait, tmp_path: Path
) -> None:
    mime = QMimeData()
    mime.setUrls([QUrl.fromLocalFile(str(saved_as(tmp_path, encoded(quarters(), "heic"))))])
    assert drop(person.page, mime)
    wait(lambda: bool(card.buttons))
    assert len(journal.photos()) == 1
    words = QMimeData()
    words.setText("not a picture")
    assert not drop(person.page, words)


@pytest.mark.parametrize(
    ("data", "sentence"),
    [
        (b"<svg onload=alert(1)>", "This is not a picture that adtracker can read."),
        (encoded(quarters(), "jpeg")[:-400], "This picture breaks off before its end."),
        (b"", "This is not a picture"),
    ],
)
def test_what_is_no_picture_is_refused_with_a_sentence(
    person: Person, card: PhotoCard, journal: Journal, wait: Wait, tmp_path: Path, data: bytes, sentence: str
) -> None:
    choose(person, card, saved_as(tmp_path, data, "holiday.jpg"))
    wait(lambda: sentence in person.page.saved.text)
    assert "Nothing was added." in person.page.saved.text
    assert journal.photos() == ()
    assert not journal.photo_file.exists()


def test_a_photo_belongs_to_the_day_that_was_open(
    person: Person, card: PhotoCard, journal: Journal, wait: Wait, tmp_path: Path
) -> None:
    person.open_day(YESTERDAY)
    choose(person, card, saved_as(tmp_path, encoded(quarters(), "jpeg")))
    back(person)
    person.press(Qt.Key.Key_T, CONTROL)
    wait(lambda: bool(journal.photos()))
    QTest.qWait(50)
    assert [photo.day for photo in journal.photos()] == [YESTERDAY]
    assert card.buttons == []
    assert not person.page.findChildren(PhotoDialog)
    person.open_day(YESTERDAY)
    assert len(card.buttons) == 1


def test_adding_is_undone_and_done_again(person: Person, card: PhotoCard, journal: Journal) -> None:
    assert person.page.context.writer.add_photo(clean_bytes(encoded(quarters(), "jpeg")), TODAY)
    assert len(card.buttons) == 1
    person.press(Qt.Key.Key_Z, CONTROL)
    assert (card.buttons, journal.photos()) == ([], ())
    person.press(Qt.Key.Key_Z, CONTROL | Qt.KeyboardModifier.ShiftModifier)
    assert len(card.buttons) == 1
    assert not card.buttons[0].icon().isNull()


def test_waiting_is_shown_after_half_a_second(qtbot: QtBot, card: PhotoCard) -> None:
    card.show_adding(True)
    assert not card.progress.isVisible()
    qtbot.waitUntil(card.progress.isVisible)
    card.show_adding(False)
    assert not card.progress.isVisible()


def test_nothing_that_only_photos_need_is_loaded_before_the_first_one() -> None:
    done = subprocess.run([sys.executable, "-c", LOADED], check=True, capture_output=True, text=True)
    assert done.stdout.splitlines() == ["", "False"]
