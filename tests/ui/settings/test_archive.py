"""The archive in the settings: offered once a year, made where the person says, stopped, left for later."""

from __future__ import annotations

from datetime import timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit
from pytestqt.qtbot import QtBot

from adtracker.domain.records.day import DayEntry
from adtracker.report.typeset import SecondProcess
from adtracker.settings import Settings
from adtracker.storage.journal import Journal
from adtracker.ui.settings.archive_card import ArchiveCard
from adtracker.ui.settings.page import SettingsPage
from tests.archive.reading import unpack
from tests.press import press
from tests.ui.conftest import TODAY, Clock
from tests.ui.starting import Started, start

YEAR = timedelta(days=365)
OFFER = "A year is full: save an archive, in Settings."


@pytest.fixture(autouse=True)
def _pressed(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(SecondProcess, "__call__", lambda _process, job: press(job))
    monkeypatch.setattr(SecondProcess, "start_ahead", lambda _process: None)


def _started(qtbot: QtBot, qapp: QApplication, place: Path, now: Clock, days_ago: int) -> Started:
    place.parent.mkdir(exist_ok=True)
    journal = Journal.open(place, lambda: TODAY)
    journal.save(DayEntry(TODAY - timedelta(days=days_ago), itch=2, note="slept in gloves"))
    journal.close()
    return start(qtbot, qapp, place, Settings(), now, is_named=True)


def _card(started: Started) -> ArchiveCard:
    page = started.window.show_page("settings")
    assert isinstance(page, SettingsPage)
    started.person.click(page.parts.chip("safety"))
    return page.safety.archive


def _side(started: Started) -> str:
    return started.window.navigation.backed_up.text()


def _begin(started: Started, card: ArchiveCard, file: Path) -> None:
    started.person.click(card.save)
    started.pick(file)


def test_it_is_offered_after_a_year_and_made_where_the_person_says(
    qtbot: QtBot, qapp: QApplication, diary_path: Path, now: Clock, tmp_path: Path
) -> None:
    started = _started(qtbot, qapp, diary_path, now, 365)
    qtbot.waitUntil(lambda: OFFER in _side(started))
    card = _card(started)
    assert card.state.text() == "A year of your diary is full. It is time to save an archive."
    assert card.save.property("kind") == "primary"
    started.person.click(card.save)
    name = started.window.findChild(QLineEdit, "fileNameEdit")
    assert name is not None
    assert name.text() == f"skin-diary-archive-{TODAY.isoformat()}.zip"
    started.pick(tmp_path / "mine")
    qtbot.waitUntil(lambda: card.state.text().startswith("✓ Saved as"))
    assert card.state.text().endswith("mine.zip. It was read back, and all of it is there.")
    folder = unpack(tmp_path / "mine.zip", tmp_path / "x")
    assert "slept in gloves" in (folder / "diary.csv").read_text(encoding="utf-8")
    assert not card.later.isVisible()
    card.refresh()
    assert card.state.text() == "Last archive: 29 November 2026"
    qtbot.waitUntil(lambda: OFFER not in _side(started))
    now.value += YEAR
    started.context.gate.look()
    qtbot.waitUntil(lambda: OFFER in _side(started))


def test_it_is_not_offered_before_and_can_be_left_for_a_month(
    qtbot: QtBot, qapp: QApplication, diary_path: Path, now: Clock
) -> None:
    started = _started(qtbot, qapp, diary_path, now, 364)
    card = _card(started)
    assert card.state.text() == "There is no archive yet."
    assert not card.later.isVisible()
    now.value += timedelta(days=1)
    started.context.gate.look()
    qtbot.waitUntil(lambda: OFFER in _side(started))
    card = _card(started)
    started.person.click(card.later)
    assert card.state.text() == "There is no archive yet."
    qtbot.waitUntil(lambda: OFFER not in _side(started))
    assert card.save.hasFocus()
    now.value += timedelta(days=30)
    started.context.gate.look()
    qtbot.waitUntil(lambda: OFFER in _side(started))


def test_stopped_it_leaves_nothing_and_can_be_made_after_all(
    qtbot: QtBot, qapp: QApplication, diary_path: Path, now: Clock, tmp_path: Path
) -> None:
    started = _started(qtbot, qapp, diary_path, now, 3)
    card, folder = _card(started), tmp_path / "out"
    folder.mkdir()
    _begin(started, card, folder / "a.zip")
    assert card.save.text() == "Stop saving"
    QTest.keyClick(card.save, Qt.Key.Key_Space)
    qtbot.waitUntil(lambda: card.save.text() == "Save an archive…")
    if card.state.text() == "Stopped. Nothing was saved.":
        assert list(folder.iterdir()) == []
    _begin(started, card, folder / "a.zip")
    qtbot.waitUntil(lambda: card.state.text().startswith("✓ Saved as"))
    assert [file.name for file in folder.iterdir()] == ["a.zip"]


def test_where_nothing_can_be_written_is_said(
    qtbot: QtBot, qapp: QApplication, diary_path: Path, now: Clock, tmp_path: Path
) -> None:
    card = _card(_started(qtbot, qapp, diary_path, now, 3))
    card.make(str(diary_path))
    qtbot.waitUntil(lambda: "is a diary. It was left as it is" in card.state.text())
    card.make(str(tmp_path / "gone" / "a.zip"))
    qtbot.waitUntil(lambda: "cannot be written" in card.state.text())
    assert card.save.isEnabled()
