"""Whose diary is open is said before the first key, and the others on this computer are one click away."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QPushButton
from pytestqt.qtbot import QtBot

from adtracker import paths
from adtracker.domain.records.day import DayEntry
from adtracker.domain.records.profile import Profile
from adtracker.protection.cost import Cost
from adtracker.settings import Settings
from adtracker.storage.encryption.protecting import Protection
from adtracker.storage.journal import Journal
from adtracker.ui.settings.page import SettingsPage
from adtracker.ui.shell.lock.locked_page import LockedPage
from adtracker.ui.shell.welcome_page import WelcomePage
from tests.ui.conftest import TODAY, Clock
from tests.ui.starting import Started, start


def _diary(path: Path, name: str) -> Path:
    journal = Journal.open(path, lambda: TODAY)
    journal.save(Profile(name))
    journal.close()
    return path


@pytest.fixture
def nora(diary_path: Path) -> Path:
    return _diary(diary_path, "Nora")


@pytest.fixture
def max_(tmp_path: Path) -> Path:
    return _diary(tmp_path / "max.diary", "Max")


@pytest.fixture
def started(qtbot: QtBot, qapp: QApplication, nora: Path, max_: Path, now: Clock, tmp_path: Path) -> Started:
    known = (str(max_), str(tmp_path / "stick" / "gone.diary"))
    return start(qtbot, qapp, nora, Settings(known=known), now)


def whose(name: str) -> str:
    return f"{name}\N{RIGHT SINGLE QUOTATION MARK}s diary"


def _settings(started: Started) -> SettingsPage:
    page = started.window.show_page("settings")
    assert isinstance(page, SettingsPage)
    started.person.click(page.parts.chip("safety"))
    _settle(started)
    return page


def _settle(started: Started) -> None:
    """Have the list read and shown."""
    started.context.tasks.wait()
    for _ in range(3):
        QApplication.processEvents()


def _button(page: SettingsPage, name: str) -> QPushButton:
    return next(made for made in page.safety.diaries.findChildren(QPushButton) if name in made.accessibleName())


def test_the_title_says_whose_diary_it_is_before_the_first_key(started: Started) -> None:
    assert started.window.windowTitle() == f"{whose('Nora')} - adtracker"
    started.context.writer.save(Profile("Nora\n[*] B."))
    assert started.window.windowTitle() == whose("Nora\N{REPLACEMENT CHARACTER}[*][*] B.") + " - adtracker"
    started.context.writer.undo()
    assert started.window.windowTitle() == f"{whose('Nora')} - adtracker"


def test_a_diary_without_a_name_is_called_like_its_file(
    qtbot: QtBot, qapp: QApplication, tmp_path: Path, now: Clock
) -> None:
    started = start(qtbot, qapp, _diary(tmp_path / "child.diary", ""), Settings(), now)
    assert started.window.windowTitle() == "child - adtracker"


def test_the_settings_list_the_diaries_by_name(started: Started, tmp_path: Path) -> None:
    page = _settings(started)
    words = started.person.reads(page.safety.diaries)
    assert words.split("\n")[:4] == [whose("Nora"), "Open now", whose("Max"), str(tmp_path / "max.diary")]
    assert f"Not there now: {tmp_path / 'stick' / 'gone.diary'}" in words
    assert "Nora" not in repr(started.preferences.value)
    assert whose("Max") not in repr(started.preferences.value)


def test_one_click_goes_to_another_diary(started: Started, max_: Path) -> None:
    page = _settings(started)
    started.person.click(_button(page, "Open Max"))
    assert started.context.journal.path == max_
    assert started.window.windowTitle() == f"{whose('Max')} - adtracker"
    assert started.preferences.value.diary == str(max_)
    started.person.type("7")
    assert started.context.journal.entry(TODAY).itch == 7


def test_looking_at_the_list_disturbs_neither_diary(started: Started, nora: Path, max_: Path) -> None:
    started.person.type("4")
    before = max_.read_bytes()
    _settings(started)
    assert max_.read_bytes() == before
    assert started.context.writer.save(DayEntry(TODAY, itch=5))
    assert [file.name for file in max_.parent.glob("max*")] == ["max.diary"]


def test_one_that_is_gone_can_be_left_out(started: Started, tmp_path: Path, max_: Path) -> None:
    page = _settings(started)
    started.person.click(_button(page, "Leave out: Leave gone"))
    _settle(started)
    assert "gone.diary" not in started.person.reads(page.safety.diaries)
    assert str(max_) in started.preferences.value.known


@pytest.mark.slow
def test_a_new_diary_is_begun_from_the_settings_and_then_known(started: Started, tmp_path: Path) -> None:
    page = _settings(started)
    started.person.click(page.safety.new)
    started.pick(tmp_path / "child")
    assert isinstance(started.shown, WelcomePage)
    assert started.window.windowTitle() == "adtracker"
    started.person.press(Qt.Key.Key_Escape)
    assert str(tmp_path / "child.diary") in started.preferences.value.known


def test_one_with_a_password_is_in_the_list_without_its_name(
    qtbot: QtBot, qapp: QApplication, started: Started, max_: Path
) -> None:
    Protection(max_, paths.settings_file().parent).switch_on(bytes(range(32)), "four quiet grey herons", Cost())
    page = _settings(started)
    words = started.person.reads(page.safety.diaries).split("\n")
    assert whose("Max") not in words
    assert words[2:4] == ["max", f"Has a password: {max_}"]
    started.person.click(_button(page, "Open max"))
    assert isinstance(started.shown, LockedPage)
