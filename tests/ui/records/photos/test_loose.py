"""Pictures that no day names are listed in the settings: put on a day, deleted, and kept after all."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from adtracker.photos.picture_file import clean_bytes
from adtracker.storage.journal import Journal
from adtracker.ui.core.context import Context
from adtracker.ui.records.photos.loose_dialog import LooseDialog
from adtracker.ui.settings.page import SettingsPage
from adtracker.ui.shell.main_window import MainWindow
from tests.photos.samples import BLUE, GREEN, RED, quarters
from tests.photos.samples import encoded as encoded_as
from tests.ui.conftest import TODAY
from tests.ui.person import Person
from tests.ui.recorder import in_front
from tests.ui.records.photos.photographs import Wait, add

CONTROL = Qt.KeyboardModifier.ControlModifier
EARLIER = date(2026, 11, 3)


def _lose(journal: Journal, *colours: tuple[int, int, int]) -> None:
    """Photos whose days an older copy of the diary does not have."""
    for colour in colours:
        add(journal, 0, None, colour)
    journal.close()
    with closing(sqlite3.connect(journal.path)) as older, older:
        older.execute("DELETE FROM photo")


@pytest.fixture
def settings(journal: Journal, window: MainWindow, person: Person) -> SettingsPage:
    """The settings of a diary that does not name two of its pictures."""
    _lose(journal, RED, BLUE)
    person.click(window.navigation.button("settings"))
    page = window.pages.currentWidget()
    assert isinstance(page, SettingsPage)
    return page


@pytest.fixture
def dialog(settings: SettingsPage, person: Person) -> LooseDialog:
    person.click(settings.loose)
    found = settings.loose_dialogs.dialog
    assert found is not None
    return in_front(found)


def test_where_every_picture_has_its_day_the_settings_say_nothing(
    journal: Journal, window: MainWindow, person: Person
) -> None:
    add(journal, 0)
    person.click(window.navigation.button("settings"))
    page = window.pages.currentWidget()
    assert isinstance(page, SettingsPage)
    assert not page.loose.isVisible()


def test_a_picture_is_put_on_a_day_and_that_is_undone(
    dialog: LooseDialog, settings: SettingsPage, person: Person, journal: Journal, wait: Wait
) -> None:
    assert settings.loose.text() == "2 pictures without a day…"
    assert len(dialog.rows) == 2
    row = dialog.rows[0]
    row.day.show_day(EARLIER)
    person.click(row.back)
    (photo,) = journal.photos()
    assert (photo.day, photo.digest) == (EARLIER, row.picture.digest)
    assert journal.picture(photo) is not None
    assert len(dialog.rows) == 1
    QTest.keyClick(dialog, Qt.Key.Key_Z, CONTROL)
    assert journal.photos() == ()
    assert len(dialog.rows) == 2
    for _ in range(2):
        wait(dialog.rows[0].back.isVisible)
        person.click(dialog.rows[0].back)
    assert len(journal.photos()) == 2
    assert dialog.sentence == "Every picture has its day."
    person.click(dialog.close_button)
    assert not settings.loose.isVisible()


def test_a_picture_is_deleted_and_kept_after_all(
    dialog: LooseDialog, settings: SettingsPage, person: Person, journal: Journal
) -> None:
    first, second = dialog.rows
    person.click(first.delete)
    assert "Deleted. Deleted for ever on 30 December 2026 or later." in person.reads(first)
    assert not first.back.isVisible()
    assert person.is_at(first.keep)
    person.click(second.delete)
    person.click(first.keep)
    assert first.back.isVisible()
    assert [loose.digest for loose in journal.album.loose()] == [first.picture.digest]
    person.click(dialog.close_button)
    assert settings.loose.text() == "1 picture without a day…"


def test_every_control_says_which_picture_it_is_about(dialog: LooseDialog) -> None:
    spoken = [[part.accessibleName() for part in (row.day, row.back, row.delete, row.keep)] for row in dialog.rows]
    assert spoken[1] == [
        "Day of picture 2",
        "Put on this day: Put picture 2 on this day",
        "Delete picture 2",
        "Keep picture 2 after all",
    ]
    assert len({name for names in spoken for name in names}) == 8


def test_pictures_of_another_diary_can_be_copied_and_not_deleted(
    qtbot: QtBot, journal: Journal, window: MainWindow, person: Person, context: Context
) -> None:
    file = journal.photo_file
    add(journal, 0, None, GREEN)
    journal.close()
    with closing(sqlite3.connect(file)) as foreign, foreign:
        foreign.execute("UPDATE owner SET diary = ?", ("f" * 32,))
    before = file.read_bytes()
    with closing(sqlite3.connect(journal.path)) as new, new:
        new.execute("DELETE FROM photo")
    person.click(window.navigation.button("settings"))
    page = window.pages.currentWidget()
    assert isinstance(page, SettingsPage)
    person.click(page.loose)
    dialog = page.loose_dialogs.dialog
    assert dialog is not None
    (row,) = in_front(dialog).rows
    assert not row.delete.isVisible()
    assert "It is of another diary" in person.reads(row)
    person.click(row.back)
    (photo,) = journal.photos()
    assert photo.day == TODAY
    assert journal.photo_file != file
    assert file.read_bytes() == before


def test_what_is_no_picture_any_more_is_said_and_stays(journal: Journal, window: MainWindow, person: Person) -> None:
    whole = clean_bytes(encoded_as(quarters(), "png"))
    broken = type(whole)(b"\xff\xd8\xff broken", 10, 10, whole.thumbnail, "0f" * 32)
    journal.keep_pixels([broken])
    person.click(window.navigation.button("settings"))
    page = window.pages.currentWidget()
    assert isinstance(page, SettingsPage)
    person.click(page.loose)
    dialog = page.loose_dialogs.dialog
    assert dialog is not None
    person.click(in_front(dialog).rows[0].back)
    assert "picture" in dialog.sentence
    assert len(dialog.rows) == 1
    assert journal.photos() == ()


def test_a_picture_goes_on_no_day_that_was_refused(dialog: LooseDialog, person: Person, journal: Journal) -> None:
    row = dialog.rows[0]
    row.day.setFocus()
    row.day.selectAll()
    QTest.keyClicks(row.day, "31 Feb")
    person.click(row.back)
    assert journal.photos() == ()
    assert (row.day.text(), row.words.text()) == ("31 Feb", row.day.wanted())
    QTest.keyClicks(row.day, "3 Nov 2026")
    assert row.words.text() == ""
    person.click(row.back)
    assert [photo.day for photo in journal.photos()] == [EARLIER]
