"""Closing the window while photos are still coming in: they are waited for, or the person is asked."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path
from threading import Event

import pytest
from PIL import Image
from PySide6.QtCore import QMimeData, QUrl
from PySide6.QtTest import QTest

from adtracker.storage.journal import Journal
from adtracker.ui.core.context import Context
from adtracker.ui.records.photos.dialog import PhotoDialog
from adtracker.ui.shell.unsaved_dialog import UnsavedDialog
from tests.photos.samples import BLUE, GREEN, RED, encoded
from tests.storage.trouble import full_disk
from tests.ui.conftest import TODAY
from tests.ui.person import Person
from tests.ui.records.photos.photographs import Wait, drop, opened, saved_as


@pytest.fixture
def held_up(context: Context) -> Iterator[Event]:
    """Something else is worked at, until the event is set; nobody waits long for it."""
    context.tasks.patience = 10
    go_on = Event()
    context.tasks.run(go_on.wait)
    yield go_on
    go_on.set()


@pytest.fixture
def files(tmp_path: Path) -> list[Path]:
    """Three pictures on the disk."""
    pictures = [encoded(Image.new("RGB", (90, 60), colour), "png") for colour in (RED, GREEN, BLUE)]
    return [saved_as(tmp_path, picture, f"{number}.png") for number, picture in enumerate(pictures)]


def _drop(person: Person, files: Sequence[Path]) -> None:
    mime = QMimeData()
    mime.setUrls([QUrl.fromLocalFile(str(file)) for file in files])
    assert drop(person.page, mime)


@pytest.mark.parametrize("count", [1, 3])
def test_closing_waits_for_photos_and_shows_nothing_more(
    person: Person, journal: Journal, files: list[Path], count: int
) -> None:
    _drop(person, files[:count])
    person.page.window().close()
    assert not person.page.window().isVisible()
    assert [photo.day for photo in journal.photos()] == [TODAY] * count
    QTest.qWait(20)
    assert not person.page.findChildren(PhotoDialog)
    assert len(journal.photos()) == count


def test_a_photo_that_takes_too_long_is_asked_about(
    person: Person, journal: Journal, files: list[Path], held_up: Event, wait: Wait
) -> None:
    _drop(person, files[2:])
    window = person.page.window()
    window.close()
    (asks,) = window.findChildren(UnsavedDialog)
    assert window.isVisible()
    assert "A photo of Sunday 29 November that is still being added" in asks.text
    held_up.set()
    person.click(asks.keep)
    wait(lambda: bool(person.page.findChildren(PhotoDialog)))
    assert len(journal.photos()) == 1
    opened(person, PhotoDialog).close()
    window.close()
    assert not window.isVisible()


def test_photos_that_could_not_be_stored_are_asked_about_and_stored_once(
    person: Person, journal: Journal, files: list[Path], wait: Wait
) -> None:
    with full_disk():
        _drop(person, files[:2])
        wait(lambda: len(person.page.unsaved) == 2 and "added" not in "".join(person.page.unsaved))
    _drop(person, files[:2])
    wait(lambda: len(journal.photos()) == 2)
    QTest.qWait(20)
    assert len(journal.photos()) == 2
    with full_disk():
        _drop(person, files[2:])
        person.page.window().close()
        (asks,) = person.page.window().findChildren(UnsavedDialog)
        assert "• A photo of Sunday 29 November" in asks.text.replace("\u00a0", " ")
    person.click(asks.try_again)
    assert len(journal.photos()) == 3
    assert not person.page.window().isVisible()
