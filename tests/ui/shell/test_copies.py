"""Copies in the window: made on closing, shown, checked, gone back to, and what the copy lacks taken over."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from contextlib import closing
from datetime import timedelta
from pathlib import Path
from threading import Event

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPushButton
from pytestqt.qtbot import QtBot

from adtracker import paths
from adtracker.domain.records.day import DayEntry
from adtracker.settings import Settings
from adtracker.storage.journal import Journal
from adtracker.storage.photo_files import PhotoFiles
from adtracker.ui.settings.page import SettingsPage
from adtracker.ui.settings.safety import CopiesCard
from adtracker.ui.shell.backup_keeper import DAILY
from adtracker.ui.shell.going_back import OfferDialog
from tests.storage.test_photos import pixels
from tests.ui.conftest import TODAY, Clock
from tests.ui.starting import Started, start

EARLIER = TODAY - timedelta(days=1)


@pytest.fixture
def diary(diary_path: Path) -> Path:
    """A diary of one day."""
    diary_path.parent.mkdir(exist_ok=True)
    with closing(Journal.open(diary_path, lambda: TODAY)) as journal:
        journal.save(DayEntry(EARLIER, itch=2, note="slept in gloves"))
    return diary_path


@pytest.fixture
def started(qtbot: QtBot, qapp: QApplication, diary: Path, now: Clock) -> Started:
    return start(qtbot, qapp, diary, Settings(), now, is_named=True)


def _card(started: Started) -> CopiesCard:
    page = started.window.show_page("settings")
    assert isinstance(page, SettingsPage)
    started.person.click(page.parts.chip("safety"))
    return page.safety.copies


def _copies() -> list[Path]:
    return sorted(paths.data_folder().glob("copies/*/*.diary"))


def _press(button: object) -> None:
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)  # type: ignore[call-overload]


def _wait_for(qtbot: QtBot, card: CopiesCard, copies: int) -> None:
    qtbot.waitUntil(lambda: len(card._found) == copies and card.now.isEnabled())


def _side(started: Started) -> str:
    return started.window.navigation.backed_up.text()


def test_on_closing_a_copy_is_made_if_anything_is_new(
    qtbot: QtBot, qapp: QApplication, diary: Path, now: Clock
) -> None:
    for copies in (1, 1):
        first = start(qtbot, qapp, diary, Settings(), now, is_named=True)
        first.window.close()
        first.opener.close()
        assert len(_copies()) == copies


def test_after_a_day_a_copy_is_made_and_said(qtbot: QtBot, started: Started) -> None:
    qtbot.waitUntil(lambda: _side(started) == "Not backed up yet")
    keeper = started.opener._keeper
    assert keeper is not None
    assert keeper._daily.interval() == DAILY == 86_400_000
    keeper._daily.timeout.emit()
    qtbot.waitUntil(lambda: _side(started).startswith("Backed up today "))
    assert len(_copies()) == 1


@pytest.mark.slow
def test_copies_are_made_and_checked_in_the_settings(qtbot: QtBot, started: Started) -> None:
    card = _card(started)
    for number in (1, 2, 3):
        _press(card.now)
        _wait_for(qtbot, card, number)
    assert card.verdict.text() == f"A copy was made, opened and checked: 1 day, {EARLIER.day} November 2026."
    _press(card.check)
    qtbot.waitUntil(lambda: card.verdict.text().startswith("Three copies are good; the newest has 1 day"))
    _copies()[-1].write_bytes(b"")
    _press(card.check)
    qtbot.waitUntil(lambda: card.verdict.text().startswith("Two copies are good, of 3"))


def test_one_looks_inside_a_copy_before_going_back(qtbot: QtBot, started: Started) -> None:
    card = _card(started)
    for number in (1, 2):
        _press(card.now)
        _wait_for(qtbot, card, number)
    started.context.tasks.wait()
    QApplication.processEvents()
    look = [made for made in card.findChildren(QPushButton) if made.text() == "Look inside" and made.isVisible()]
    assert [made.accessibleName() for made in look] == 2 * ["Look inside the copy, today 20:15"]
    _press(look[-1])
    assert card.dialog is not None
    assert card.dialog.copies.currentRow() == 1
    assert card.dialog.about.text() == "The copy has as many days as your diary."


def test_a_copy_is_stopped_and_made_after_all(qtbot: QtBot, started: Started) -> None:
    card, album = _card(started), started.context.journal
    for number in range(3):
        album.add_photo(pixels(number), EARLIER)
    waits, told = Event(), []
    pictures = PhotoFiles.pictures

    def slow(files: PhotoFiles, digests: Collection[str]) -> Iterator[tuple[str, bytes, bytes]]:
        for one in pictures(files, digests):
            yield one
            told.append(one[0])
            if len(told) == 2:
                waits.wait(30)

    with pytest.MonkeyPatch.context() as patched:
        patched.setattr(PhotoFiles, "pictures", slow)
        _press(card.now)
        qtbot.waitUntil(lambda: card.now.text() == "Stop backing up")
        assert card.verdict.text() == "The photos are being copied: 33 %"
        _press(card.now)
        waits.set()
        qtbot.waitUntil(lambda: card.now.text() == "Back up now")
    assert card.verdict.text().startswith("Stopped: no copy was made in ")
    assert list(paths.data_folder().glob("copies/*/*")) == []
    _press(card.now)
    _wait_for(qtbot, card, 1)
    assert card.verdict.text().startswith("A copy was made, opened and checked")


def test_a_second_folder_is_named_goes_away_and_comes_back(qtbot: QtBot, started: Started, tmp_path: Path) -> None:
    card, stick = _card(started), tmp_path / "stick"
    stick.mkdir()
    card.take_second(str(stick))
    qtbot.waitUntil(lambda: len(list(stick.glob("*.diary"))) == 1 and card.now.isEnabled())
    assert started.preferences.value.second_copied == TODAY.isoformat()
    stick.rename(tmp_path / "away")
    _press(card.now)
    qtbot.waitUntil(lambda: "is not there" in card.verdict.text())
    assert not stick.exists()
    started.preferences.change(second_copied=(TODAY - timedelta(days=31)).isoformat())
    started.context.events.backed_up.emit()
    qtbot.waitUntil(lambda: "No copy in the second folder since" in _side(started))
    (tmp_path / "away").rename(stick)
    _press(card.now)
    qtbot.waitUntil(lambda: "No copy" not in _side(started) and card.now.isEnabled())
    assert len(list(stick.glob("*.diary"))) == 2


@pytest.mark.parametrize("takes", [True, False])
def test_a_copy_is_gone_back_to_and_newer_days_are_offered(
    qtbot: QtBot, started: Started, diary: Path, takes: bool
) -> None:
    card = _card(started)
    _press(card.now)
    _wait_for(qtbot, card, 1)
    journal = started.context.journal
    assert started.context.writer.save(DayEntry(TODAY, itch=8))
    assert started.context.writer.save(DayEntry(EARLIER, itch=9))
    _press(card.back)
    assert card.dialog is not None
    assert "1 more day, its last one is" in card.dialog.about.text()
    _press(card.dialog.go)
    qtbot.waitUntil(lambda: started.window.findChild(OfferDialog) is not None)
    assert started.context.journal is not journal
    dialog = started.window.findChild(OfferDialog)
    assert dialog is not None
    assert "days 1, all kinds together 1." in dialog.words.text()
    _press(dialog.take if takes else dialog.leave)
    entries = started.context.journal.entries()
    assert [(entry.day, entry.itch) for entry in entries] == [(EARLIER, 2)] + ([(TODAY, 8)] if takes else [])
    aside = list((diary.parent / "set aside").glob(f"*/{diary.name}"))
    assert len(aside) == 1
    assert "nothing was deleted" in started.window.messages.text


@pytest.mark.slow
def test_a_damaged_copy_is_refused_and_the_diary_is_open_again(qtbot: QtBot, started: Started) -> None:
    card = _card(started)
    _press(card.now)
    _wait_for(qtbot, card, 1)
    _press(card.back)
    assert card.dialog is not None
    _copies()[0].write_bytes(b"")
    _press(card.dialog.go)
    qtbot.waitUntil(lambda: "was not used" in started.window.messages.text)
    assert started.context.journal.entry(EARLIER).itch == 2
