"""What is said about a photo, its place, its day and a note, is given and put right."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from adtracker.domain.common.period import ONE_DAY
from adtracker.storage.journal import Journal
from adtracker.ui.core.context import Context
from adtracker.ui.records.photos.card import PhotoCard
from adtracker.ui.records.photos.dialog import PhotoDialog
from tests.photos.samples import encoded, quarters
from tests.ui.conftest import TODAY
from tests.ui.person import Person
from tests.ui.records.photos.photographs import ELBOW, NAPE, Wait, add, back, choose, open_first, opened, saved_as

YESTERDAY = TODAY - ONE_DAY
CONTROL = Qt.KeyboardModifier.ControlModifier


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


def test_what_is_said_about_a_photo_is_put_right_by_keyboard(person: Person, card: PhotoCard, journal: Journal) -> None:
    photo = add(journal, 0)
    dialog = open_first(person, card)
    dialog.region.setFocus()
    QTest.keyClick(dialog.region, Qt.Key.Key_Down)
    for _ in range(3):
        QTest.keyClick(dialog.region.view(), Qt.Key.Key_Down)
    assert journal.photos() == (photo,)  # a step through the list is no answer yet
    QTest.keyClick(dialog.region.view(), Qt.Key.Key_Escape)
    assert journal.photos() == (photo,)
    person.take(dialog.region, "Neck")
    assert journal.photos()[0].region == "neck_front"
    QTest.keyClicks(dialog.note, "after the bath")
    QTest.keyClick(dialog, Qt.Key.Key_Escape)
    assert not dialog.isVisible()
    assert journal.photos() == (replace(photo, region="neck_front", note="after the bath"),)
    back(person)
    person.press(Qt.Key.Key_Z, CONTROL, times=2)
    assert journal.photos() == (photo,)


def test_a_photo_goes_to_another_day(person: Person, card: PhotoCard, journal: Journal) -> None:
    photo = add(journal, 0, ELBOW)
    dialog = open_first(person, card)
    person.pick(dialog.day, YESTERDAY)
    assert journal.photos() == (replace(photo, day=YESTERDAY),)
    QTest.keyClick(dialog, Qt.Key.Key_Escape)
    assert card.buttons == []
    back(person)
    person.press(Qt.Key.Key_Z, CONTROL)
    assert journal.photos() == (photo,)
    assert len(card.buttons) == 1


def test_a_place_that_this_map_does_not_have_is_kept(person: Person, card: PhotoCard, journal: Journal) -> None:
    photo = add(journal, 0, "third_elbow")
    dialog = open_first(person, card)
    assert dialog.region.currentText() == "third_elbow"
    QTest.keyClick(dialog, Qt.Key.Key_Return)
    assert journal.photos() == (photo,)


def test_the_card_follows_a_larger_text(context: Context, person: Person, card: PhotoCard, journal: Journal) -> None:
    add(journal, 0, ELBOW)
    person.page.mark_stale()
    before = card.buttons[0].width()
    context.preferences.change(text_percent=200)
    person.page.mark_stale()
    assert card.buttons[0].width() > 1.5 * before
