"""Photos on Today: added from a file, by drop or paste; named, put right, deleted, brought back, compared."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta
from functools import partial
from pathlib import Path
from typing import TypeVar

import pytest
from PIL import Image
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog, QFileDialog, QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from adtracker.domain.day import DayEntry
from adtracker.domain.period import ONE_DAY
from adtracker.domain.photo import Photo
from adtracker.photos.picture_file import clean_bytes
from adtracker.storage.journal import Journal
from adtracker.ui.context import Context
from adtracker.ui.main_window import MainWindow
from adtracker.ui.pages.trends import TrendsPage
from adtracker.ui.widgets.photo_card import PhotoCard
from adtracker.ui.widgets.photo_compare import CompareDialog
from adtracker.ui.widgets.photo_dialog import PhotoDialog
from adtracker.ui.widgets.removed_dialog import RemovedDialog
from tests.photos.samples import BLUE, FORMATS, GREEN, RED, SECRET, encoded, exif, quarters
from tests.ui.conftest import TODAY
from tests.ui.person import Person

YESTERDAY = TODAY - ONE_DAY
CONTROL = Qt.KeyboardModifier.ControlModifier
ELBOW, NAPE = "left_inner_elbow", "nape"
Wait = Callable[[Callable[[], bool]], None]


@pytest.fixture
def person(qtbot: QtBot, window: MainWindow) -> Person:
    return Person(qtbot, window)


@pytest.fixture
def card(person: Person) -> PhotoCard:
    person.unfold("photos")
    return person.page.photos.card


@pytest.fixture
def wait(qtbot: QtBot) -> Wait:
    return partial(qtbot.waitUntil, timeout=20_000)


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


D = TypeVar("D", bound=QDialog)


def opened(person: Person, kind: type[D]) -> D:
    """The dialog that is open over the page, once the keyboard is there."""
    (dialog,) = (found for found in person.page.findChildren(kind) if found.isVisible())
    dialog.activateWindow()
    assert QTest.qWaitForWindowActive(dialog)
    return dialog


def back(person: Person) -> None:
    """Go on in the window after a dialog went; a desktop does that by itself."""
    person.page.window().activateWindow()
    assert QTest.qWaitForWindowActive(person.page.window())


def test_without_photos_it_is_one_line(card: PhotoCard, journal: Journal) -> None:
    assert [made.isVisible() for made in (card.add, card.compare, card.removed)] == [True, False, False]
    assert card.height() < 80
    assert card.add.height() >= 44
    assert not journal.photo_file.exists()


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
    assert "✓ Saved 20:15" in person.page.saved.text
    assert not card.buttons[0].icon().isNull()
    assert card.buttons[0].accessibleName() == "Photo 1 of 1: Place not named, 29 November 2026"
    assert card.buttons[0].height() >= 44


def test_a_photo_that_comes_alone_is_shown_at_once_to_be_given_its_place(
    person: Person, card: PhotoCard, journal: Journal, wait: Wait, tmp_path: Path
) -> None:
    add(journal, 3, NAPE)
    add(journal, 2, ELBOW)
    choose(person, card, saved_as(tmp_path, encoded(quarters(), "jpeg")))
    wait(lambda: bool(person.page.findChildren(PhotoDialog)))
    dialog = opened(person, PhotoDialog)
    assert dialog.picture.image.width() == 240
    assert dialog.windowTitle() == "Place not named, 29 November 2026"
    person.click(dialog.recent.chip(ELBOW))
    assert journal.photos()[-1].region == ELBOW
    assert dialog.region.currentText() == "Left inner elbow"
    assert dialog.windowTitle() == "Left inner elbow, 29 November 2026"
    QTest.keyClick(dialog, Qt.Key.Key_Return)
    assert not dialog.isVisible()
    assert "Left inner elbow" in card.buttons[0].accessibleName()


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


def _open_first(person: Person, card: PhotoCard) -> PhotoDialog:
    person.page.mark_stale()
    person.click(card.buttons[0])
    return opened(person, PhotoDialog)


def test_what_is_said_about_a_photo_is_put_right_by_keyboard(person: Person, card: PhotoCard, journal: Journal) -> None:
    photo = add(journal, 0)
    dialog = _open_first(person, card)
    dialog.region.setFocus()
    QTest.keyClicks(dialog.region, "Neck")
    assert journal.photos()[0].region == "neck_front"
    dialog.note.setFocus()
    QTest.keyClicks(dialog.note, "after the bath")
    QTest.keyClick(dialog, Qt.Key.Key_Escape)
    assert not dialog.isVisible()
    assert journal.photos() == (replace(photo, region="neck_front", note="after the bath"),)


def test_a_photo_goes_to_another_day(person: Person, card: PhotoCard, journal: Journal) -> None:
    photo = add(journal, 0, ELBOW)
    dialog = _open_first(person, card)
    dialog.day.setFocus()
    QTest.keyClick(dialog.day, Qt.Key.Key_Down)  # one day back
    assert journal.photos() == (replace(photo, day=YESTERDAY),)
    QTest.keyClick(dialog, Qt.Key.Key_Escape)
    assert card.buttons == []
    back(person)
    person.press(Qt.Key.Key_Z, CONTROL)
    assert journal.photos() == (photo,)
    assert len(card.buttons) == 1


def test_a_place_that_this_map_does_not_have_is_kept(person: Person, card: PhotoCard, journal: Journal) -> None:
    photo = add(journal, 0, "third_elbow")
    dialog = _open_first(person, card)
    assert dialog.region.currentText() == "third_elbow"
    QTest.keyClick(dialog, Qt.Key.Key_Return)
    assert journal.photos() == (photo,)


def test_a_deleted_photo_comes_back_by_undo(
    person: Person, card: PhotoCard, journal: Journal, window: MainWindow
) -> None:
    photo = add(journal, 0, ELBOW)
    dialog = _open_first(person, card)
    person.click(dialog.delete)
    assert journal.photos() == ()
    assert card.buttons == []
    assert "Ctrl+Z" in window.messages.text
    back(person)
    person.press(Qt.Key.Key_Z, CONTROL)
    assert journal.photos() == (photo,)
    assert len(card.buttons) == 1


def test_a_photo_deleted_some_time_ago_is_put_back(
    person: Person, card: PhotoCard, journal: Journal, wait: Wait
) -> None:
    photos = [add(journal, days_ago, ELBOW) for days_ago in (9, 0)]
    for photo in photos:
        journal.remove(photo)
    person.page.mark_stale()
    person.click(card.removed)
    dialog = opened(person, RemovedDialog)
    assert "Left inner elbow, 20 November 2026" in person.reads(dialog)
    assert "Deleted on 29 November 2026. Goes for good on 30 December 2026." in person.reads(dialog)
    for left in (1, 0):
        wait(dialog.rows[0].isVisible)
        person.click(dialog.rows[0].back)
        assert len(dialog.rows) == left
    assert journal.photos() == tuple(photos)
    person.click(dialog.done_button)
    assert not card.removed.isVisible()


def test_photos_whose_file_is_gone_leave_the_day_as_it_is(person: Person, card: PhotoCard, journal: Journal) -> None:
    add(journal, 0, ELBOW)
    person.page.context.journal.close()
    journal.photo_file.unlink()
    person.page.mark_stale()
    assert "which is not there" in person.reads(card)
    assert str(journal.photo_file) in person.reads(card)
    person.click(card.buttons[0])
    dialog = opened(person, PhotoDialog)
    assert dialog.picture.image.isNull()
    assert "which is not there" in dialog.picture.sentence.text()
    QTest.keyClick(dialog, Qt.Key.Key_Escape)
    back(person)
    person.click(person.page.itch.number(4))
    assert journal.entry(TODAY).itch == 4


def test_a_damaged_file_of_photos_leaves_the_day_as_it_is(person: Person, card: PhotoCard, journal: Journal) -> None:
    add(journal, 0, ELBOW)
    person.page.context.journal.close()
    journal.photo_file.write_bytes(b"no photos")
    person.page.mark_stale()
    assert "is not a file with photos of adtracker" in person.reads(card)
    assert len(card.buttons) == 1


def _compare(person: Person, card: PhotoCard) -> CompareDialog:
    person.page.mark_stale()
    person.click(card.compare)
    return opened(person, CompareDialog)


def _colour(dialog: CompareDialog, side: str) -> tuple[int, int, int]:
    picture = (dialog.left if side == "left" else dialog.right).picture.image
    colour = picture.pixelColor(5, 5)
    return colour.red(), colour.green(), colour.blue()


def _near(colour: tuple[int, int, int], other: tuple[int, int, int]) -> bool:
    return all(abs(one - two) < 12 for one, two in zip(colour, other, strict=True))


def test_two_days_of_a_place_stand_side_by_side(person: Person, card: PhotoCard, journal: Journal) -> None:
    for days_ago, colour in ((60, RED), (30, GREEN), (0, BLUE)):
        add(journal, days_ago, ELBOW, colour)
    add(journal, 0, NAPE)
    dialog = _compare(person, card)
    assert [dialog.region.itemText(index) for index in range(dialog.region.count())] == ["Left inner elbow"]
    assert (dialog.left.day.text(), dialog.right.day.text()) == ("30 September 2026", "29 November 2026")
    assert _near(_colour(dialog, "left"), RED)
    assert _near(_colour(dialog, "right"), BLUE)
    assert dialog.left.width() == dialog.right.width()


def test_sliders_are_moved_by_keyboard_and_by_buttons(
    person: Person, card: PhotoCard, journal: Journal, wait: Wait
) -> None:
    for days_ago, colour in ((60, RED), (30, GREEN), (0, BLUE)):
        add(journal, days_ago, ELBOW, colour)
    dialog = _compare(person, card)
    wait(dialog.left.slider.hasFocus)
    QTest.keyClick(dialog.left.slider, Qt.Key.Key_Right)
    assert dialog.left.day.text() == "30 October 2026"
    assert _near(_colour(dialog, "left"), GREEN)
    assert dialog.left.slider.accessibleDescription() == "30 October 2026, 2 of 3"
    QTest.keyClick(dialog.left.slider, Qt.Key.Key_End)
    assert dialog.left.day.text() == "29 November 2026"
    assert not dialog.left.on.isEnabled()
    person.click(dialog.right.back)
    assert dialog.right.day.text() == "30 October 2026"
    assert dialog.left.day.text() == "29 November 2026"
    QTest.keyClick(dialog, Qt.Key.Key_Escape)
    assert not dialog.isVisible()


def test_another_place_is_chosen_to_compare(person: Person, card: PhotoCard, journal: Journal) -> None:
    for days_ago, region, colour in ((60, ELBOW, RED), (0, ELBOW, RED), (20, None, GREEN), (10, None, BLUE)):
        add(journal, days_ago, region, colour)
    dialog = _compare(person, card)
    dialog.region.setFocus()
    QTest.keyClick(dialog.region, Qt.Key.Key_Down)
    assert dialog.region.currentText() == "Place not named"
    assert _near(_colour(dialog, "left"), GREEN)
    assert _near(_colour(dialog, "right"), BLUE)


def test_where_nothing_can_be_compared_it_says_what_is_needed(
    person: Person, card: PhotoCard, journal: Journal, window: MainWindow
) -> None:
    add(journal, 1, ELBOW)
    add(journal, 0, NAPE)
    person.page.mark_stale()
    person.click(card.compare)
    assert window.messages.text == "To compare, name the same place on photos of two days."


def test_trends_leads_to_the_same_comparison(person: Person, journal: Journal, window: MainWindow) -> None:
    journal.save(DayEntry(TODAY, itch=4))
    add(journal, 30, ELBOW)
    page = window.show_page("trends")
    assert isinstance(page, TrendsPage)
    assert not page.photos.isVisible()
    add(journal, 0, ELBOW, BLUE)
    page.mark_stale()
    person.click(page.photos)
    dialog = page.findChild(CompareDialog)
    assert isinstance(dialog, CompareDialog)
    assert _near(_colour(dialog, "right"), BLUE)


def test_waiting_is_shown_after_half_a_second(qtbot: QtBot, card: PhotoCard) -> None:
    card.show_adding(True)
    assert not card.progress.isVisible()
    qtbot.waitUntil(card.progress.isVisible, timeout=1500)
    card.show_adding(False)
    assert not card.progress.isVisible()


def test_the_card_follows_a_larger_text(context: Context, person: Person, card: PhotoCard, journal: Journal) -> None:
    add(journal, 0, ELBOW)
    person.page.mark_stale()
    before = card.buttons[0].width()
    context.preferences.change(text_percent=200)
    person.page.mark_stale()
    assert card.buttons[0].width() > 1.5 * before


LOADED = """
import sys
from adtracker.ui.pages import today
print(*sorted({name.partition(".")[0] for name in sys.modules} & {"PIL", "pillow_heif"}))
print("adtracker.ui.photo_dialogs" in sys.modules)
"""


def test_nothing_that_only_photos_need_is_loaded_before_the_first_one() -> None:
    done = subprocess.run([sys.executable, "-c", LOADED], check=True, capture_output=True, text=True)
    assert done.stdout.splitlines() == ["", "False"]
