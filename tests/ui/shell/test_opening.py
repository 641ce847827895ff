"""Opening diaries: what is refused and how it is said, and going from one diary to another."""

from __future__ import annotations

import os
import sqlite3
import sys
from collections.abc import Callable
from contextlib import AbstractContextManager, closing
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from adtracker.domain.records.day import DayEntry
from adtracker.domain.records.profile import Profile
from adtracker.settings import Settings
from adtracker.storage.journal import Journal
from adtracker.ui.shell.navigation import PAGES, SETTINGS
from adtracker.ui.shell.refused_page import RefusedPage
from adtracker.ui.shell.welcome_page import WelcomePage
from adtracker.ui.today.page import TodayPage
from tests.ui.conftest import TODAY, Clock
from tests.ui.starting import Started, start

POSIX = pytest.mark.skipif(sys.platform == "win32", reason="rights are POSIX's")
CONTROL = Qt.KeyboardModifier.ControlModifier


def _foreign(path: Path) -> None:
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("CREATE TABLE songs (title TEXT)")


def _newer(path: Path) -> None:
    Journal.open(path, lambda: TODAY).close()
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("PRAGMA user_version = 9999")


def _empty(path: Path) -> None:
    path.touch()


def _folder(path: Path) -> None:
    path.mkdir()


REFUSED = {
    "foreign": (_foreign, "is not a diary of adtracker"),
    "newer": (_newer, "newer version"),
    "empty": (_empty, "empty file"),
    "folder": (_folder, "is a folder"),
}
refused = pytest.mark.parametrize(("make", "sentence"), REFUSED.values(), ids=REFUSED.keys())


def _heard_with_the_keyboard(started: Started) -> str:
    holder = started.window.focusWidget()
    assert holder is not None
    return holder.accessibleDescription()


@pytest.fixture
def place(diary_path: Path) -> Path:
    diary_path.parent.mkdir()
    return diary_path


@pytest.fixture
def diary(place: Path) -> Path:
    """A diary in which Anna wrote."""
    journal = Journal.open(place, lambda: TODAY)
    journal.save(Profile("Anna"))
    journal.save(DayEntry(TODAY, itch=4))
    journal.close()
    return place


@refused
def test_a_refused_file_is_said_on_a_calm_page_and_left_alone(
    qtbot: QtBot, qapp: QApplication, place: Path, now: Clock, make: Callable[[Path], None], sentence: str
) -> None:
    make(place)
    before = place.read_bytes() if place.is_file() else b""
    started = start(qtbot, qapp, place, Settings(), now)
    assert isinstance(started.shown, RefusedPage)
    assert sentence in started.person.reads(started.shown)
    assert sentence in _heard_with_the_keyboard(started)
    assert not started.window.navigation.button("trends").isEnabled()
    started.opener.close()
    assert (place.read_bytes() if place.is_file() else b"") == before
    assert [file.name for file in place.parent.iterdir()] == [place.name]


def test_trying_again_opens_what_became_readable(
    qtbot: QtBot, qapp: QApplication, diary: Path, now: Clock, tmp_path: Path
) -> None:
    good = diary.read_bytes()
    diary.write_bytes(b"")
    started = start(qtbot, qapp, diary, Settings(), now)
    assert isinstance(started.shown, RefusedPage)
    started.person.press(Qt.Key.Key_Return)
    assert isinstance(started.shown, RefusedPage)
    diary.write_bytes(good)
    started.person.press(Qt.Key.Key_Return)
    assert isinstance(started.shown, TodayPage)
    assert started.context.journal.profile().name == "Anna"


def test_another_diary_can_be_opened_from_the_refusal(
    qtbot: QtBot, qapp: QApplication, diary: Path, now: Clock, tmp_path: Path
) -> None:
    bad = tmp_path / "bad.diary"
    _foreign(bad)
    started = start(qtbot, qapp, bad, Settings(), now)
    page = started.shown
    assert isinstance(page, RefusedPage)
    started.person.click(page.open_other)
    started.pick(diary)
    assert started.context.journal.profile().name == "Anna"
    assert started.preferences.value.diary == str(diary)


@refused
def test_the_open_diary_stays_when_another_is_refused(
    qtbot: QtBot,
    qapp: QApplication,
    diary: Path,
    now: Clock,
    tmp_path: Path,
    make: Callable[[Path], None],
    sentence: str,
) -> None:
    bad = tmp_path / "bad.diary"
    make(bad)
    started = start(qtbot, qapp, diary, Settings(), now)
    assert not started.opener.open(bad)
    assert sentence in started.window.messages.text
    assert started.context.journal.profile().name == "Anna"
    assert started.preferences.value.diary is None


def test_going_to_another_diary_takes_undo_and_pages_along(
    qtbot: QtBot, qapp: QApplication, diary: Path, now: Clock, tmp_path: Path
) -> None:
    child = tmp_path / "child.diary"
    Journal.open(child, lambda: TODAY).close()
    started = start(qtbot, qapp, diary, Settings(), now)
    started.person.type("9")
    assert started.window.commands.undo.isEnabled()
    started.person.press(Qt.Key.Key_O, CONTROL)
    started.pick(child)
    assert started.context.journal.path == child
    assert started.context.journal.entry(TODAY) == DayEntry(TODAY)
    assert not started.window.commands.undo.isEnabled()
    started.person.press(Qt.Key.Key_Z, CONTROL)
    with closing(sqlite3.connect(diary)) as connection:
        assert connection.execute("SELECT itch, sleep_quality FROM day").fetchall() == [(4.0, 9.0)]


def test_a_new_diary_begins_with_the_welcome(
    qtbot: QtBot, qapp: QApplication, diary: Path, now: Clock, tmp_path: Path
) -> None:
    started = start(qtbot, qapp, diary, Settings(), now)
    started.person.press(Qt.Key.Key_N, CONTROL)
    started.pick(tmp_path / "child")
    assert isinstance(started.shown, WelcomePage)
    started.person.press(Qt.Key.Key_Escape)
    assert started.context.journal.path == tmp_path / "child.diary"
    assert started.preferences.value.diary == str(tmp_path / "child.diary")


def test_opening_a_diary_clears_its_folder_of_what_a_killed_program_left(
    qtbot: QtBot, qapp: QApplication, diary: Path, now: Clock
) -> None:
    left = diary.with_name(".adtracker-999999999-0123abcd")  # no process has such a number
    left.touch()
    os.utime(left, (0, 0))
    started = start(qtbot, qapp, diary, Settings(), now)
    started.context.tasks.wait()
    assert not left.exists()
    assert diary.exists()


def test_the_same_diary_again_is_no_second_window(
    qtbot: QtBot, qapp: QApplication, diary: Path, now: Clock, tmp_path: Path
) -> None:
    link = tmp_path / "link.diary"
    link.symlink_to(diary)
    started = start(qtbot, qapp, diary, Settings(), now)
    assert started.opener.open(link)
    assert started.context.journal.profile().name == "Anna"


@pytest.mark.parametrize("chosen", ["stick/nora.diary", "\\ud800"])
def test_a_named_diary_that_is_not_there_is_said_and_nobody_is_welcomed(
    qtbot: QtBot, qapp: QApplication, tmp_path: Path, diary: Path, now: Clock, chosen: str
) -> None:
    gone = tmp_path / chosen
    started = start(qtbot, qapp, gone, Settings(), now, is_named=True)
    page = started.shown
    assert isinstance(page, RefusedPage)
    assert "Your diary is not there" in started.person.reads(page)
    assert f"There is no diary {gone}" in started.person.reads(page)
    gone.parent.mkdir(exist_ok=True)
    gone.write_bytes(diary.read_bytes())  # the stick is put in
    started.person.press(Qt.Key.Key_Return)
    assert started.context.journal.profile().name == "Anna"


def test_a_new_diary_is_begun_where_none_is_only_on_purpose(
    qtbot: QtBot, qapp: QApplication, tmp_path: Path, now: Clock
) -> None:
    gone = tmp_path / "stick" / "nora.diary"
    started = start(qtbot, qapp, gone, Settings(), now, is_named=True)
    assert isinstance(started.shown, RefusedPage)
    started.person.click(started.shown.begin_here)
    assert not gone.exists()
    assert isinstance(started.shown, WelcomePage)
    started.person.press(Qt.Key.Key_Escape)
    assert started.context.journal.path == gone


@POSIX
def test_a_folder_that_lets_nobody_in_is_not_taken_for_an_empty_place(
    qtbot: QtBot, qapp: QApplication, persons_folder: Path, as_person: AbstractContextManager[None], now: Clock
) -> None:
    persons_folder.chmod(0)
    with as_person:
        started = start(qtbot, qapp, persons_folder / "my.diary", Settings(), now)
    assert isinstance(started.shown, RefusedPage)
    assert "does not let you in" in started.person.reads(started.shown)


@POSIX
def test_a_diary_that_can_only_be_read_says_so_on_every_page_and_takes_nothing(
    qtbot: QtBot,
    qapp: QApplication,
    persons_folder: Path,
    as_person: AbstractContextManager[None],
    diary: Path,
    now: Clock,
) -> None:
    there = persons_folder / diary.name
    there.write_bytes(diary.read_bytes())
    there.chmod(0o444)
    persons_folder.chmod(0o555)
    with as_person:
        started = start(qtbot, qapp, there, Settings(), now)
    assert "Anna" in started.window.windowTitle()
    for key in (*PAGES, SETTINGS):
        started.window.show_page(key)
        assert started.window.read_only.isVisible(), key
    line = started.window.read_only
    assert line.contentsRect().bottom() < line.rect().bottom(), "it does not lie on the rule below it"
    started.window.show_page("today")
    assert started.person.page.saved.text == ""
    started.person.type("7")
    started.context.tasks.wait()
    assert started.context.journal.entry(TODAY).itch == 4
    assert "can be read but not written to" in started.person.page.saved.text
    assert not started.context.writer.can_undo
    persons_folder.chmod(0o700)
    assert there.read_bytes() == diary.read_bytes()
    assert [file.name for file in persons_folder.iterdir()] == [there.name]


def test_a_diary_that_can_be_written_to_says_nothing_of_it(
    qtbot: QtBot, qapp: QApplication, diary: Path, now: Clock
) -> None:
    assert not start(qtbot, qapp, diary, Settings(), now).window.read_only.isVisible()
