"""Photos that were deleted come back, and photos whose file is gone leave the day as it is."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from adtracker.storage.journal import Journal
from adtracker.ui.records.deleted_dialog import DeletedDialog
from adtracker.ui.records.photos.card import PhotoCard
from adtracker.ui.records.photos.dialog import PhotoDialog
from adtracker.ui.shell.main_window import MainWindow
from tests.ui.conftest import TODAY
from tests.ui.person import Person
from tests.ui.records.photos.photographs import ELBOW, Wait, add, back, open_first, opened

CONTROL = Qt.KeyboardModifier.ControlModifier


def test_a_deleted_photo_comes_back_by_undo(
    person: Person, card: PhotoCard, journal: Journal, window: MainWindow
) -> None:
    photo = add(journal, 0, ELBOW)
    dialog = open_first(person, card)
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
    dialog = opened(person, DeletedDialog)
    assert "Left inner elbow, 20 November 2026" in person.reads(dialog)
    assert "Deleted on 29 November 2026. Deleted for ever on 30 December 2026 or later." in person.reads(dialog)
    for left in (1, 0):
        wait(dialog.rows[0].isVisible)
        person.click(dialog.rows[0].back)
        assert len(dialog.rows) == left
    assert journal.photos() == tuple(photos)
    person.click(dialog.close_button)
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
