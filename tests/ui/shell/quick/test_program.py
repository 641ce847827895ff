"""The small window as a program: when it comes at all, a password before it, and the whole window after it."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from contextlib import closing, contextmanager
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from adtracker import paths
from adtracker.clock import local_now
from adtracker.domain.records.day import DayEntry
from adtracker.domain.records.profile import Profile
from adtracker.domain.records.recall import Recall
from adtracker.protection.cost import Cost
from adtracker.resources import Texts
from adtracker.settings import Settings
from adtracker.storage.encryption.protecting import Protection
from adtracker.storage.journal import Journal
from adtracker.ui.core.preferences import Preferences
from adtracker.ui.core.theme import Theme
from adtracker.ui.shell.diary_opener import DiaryOpener
from adtracker.ui.shell.main_window import MainWindow
from adtracker.ui.shell.quick.run import QuickProgram, is_wanted
from adtracker.ui.shell.starting.begun import Begun
from adtracker.ui.shell.starting.single_instance import SingleInstance
from tests.ui.conftest import TODAY, Clock
from tests.ui.protector import KEY, PASSWORD
from tests.ui.shell.test_single_instance import PATIENCE_SECONDS, ROOT, windowed


@pytest.fixture
def diary(tmp_path: Path, empty_diary: Path) -> Path:
    """A diary of which nothing was changed today."""
    file = Path(shutil.copy(empty_diary, tmp_path / "mine.diary"))
    yesterday = datetime(TODAY.year, TODAY.month, TODAY.day, tzinfo=UTC) - timedelta(hours=12)
    os.utime(file, (yesterday.timestamp(),) * 2)
    return file


@contextmanager
def asking(qtbot: QtBot, app: QApplication, diary: Path, now: Clock) -> Iterator[QuickProgram]:
    """The small window on a diary, opened and asking."""
    preferences = Preferences(None, Settings(theme="light"))
    instance = SingleInstance(diary)
    assert instance.take()
    program = QuickProgram(Begun(instance, preferences, Theme(app, preferences), Texts()), now)
    program.begin()
    qtbot.waitExposed(program.window)
    yield program


def press(program: QuickProgram, *keys: str) -> None:
    """Press keys where the keyboard is."""
    for key in keys:
        focused = program.window.focusWidget()
        assert focused is not None
        QTest.keyClick(focused, key)  # type: ignore[call-overload]


def test_it_opens_the_diary_behind_it_and_lets_go_of_it(
    qtbot: QtBot, qapp: QApplication, diary: Path, now: Clock
) -> None:
    with asking(qtbot, qapp, diary, now) as program:
        qtbot.waitUntil(lambda: program.is_open)
        press(program, "7", "4")
        program.window.reject()
        assert program.end() is None
    assert SingleInstance(diary).take()
    with closing(Journal.open(diary, now.today)) as journal:
        assert (journal.entry(TODAY).itch, journal.entry(TODAY).sleep_quality) == (7, 4)


@pytest.mark.parametrize("is_answered", [False, True])
def test_who_writes_once_a_week_gets_the_whole_window_until_the_week_is_answered(
    qtbot: QtBot, qapp: QApplication, diary: Path, now: Clock, is_answered: bool
) -> None:
    with closing(Journal.open(diary, now.today)) as journal:
        journal.save(Profile(weekly_on=5))
        if is_answered:
            journal.save(Recall(TODAY - timedelta(days=1), worst_itch=3))
    preferences = Preferences(None, Settings(theme="light"))
    instance = SingleInstance(diary)
    assert instance.take()
    program = QuickProgram(Begun(instance, preferences, Theme(qapp, preferences), Texts()), now)
    program.begin()
    assert not program.window.isVisible()
    begun = program.end()
    assert (begun is None) is is_answered
    if begun is not None and begun.context is not None:
        begun.context.journal.close()
        begun.instance.release()


def test_the_whole_window_goes_on_with_what_can_be_taken_back(
    qtbot: QtBot, qapp: QApplication, diary: Path, now: Clock
) -> None:
    with asking(qtbot, qapp, diary, now) as program:
        qtbot.waitUntil(lambda: program.is_open)
        press(program, "7")
        program.window.whole.click()
        begun = program.end()
    assert begun is not None
    assert begun.context is not None
    window = MainWindow(begun.theme, begun.preferences, begun.texts)
    opener = DiaryOpener(window, begun.theme, begun.preferences, begun.texts, now, begun.instance, is_named=True)
    qtbot.addWidget(window, before_close_func=lambda _: opener.close())
    window.show()
    with qtbot.waitSignal(opener.usable):
        opener.start(begun.context)
    window.commands.undo.trigger()
    assert begun.context.journal.entry(TODAY).is_empty


def test_a_second_start_brings_the_whole_window(qtbot: QtBot, qapp: QApplication, diary: Path, now: Clock) -> None:
    with asking(qtbot, qapp, diary, now) as program:
        qtbot.waitUntil(lambda: program.is_open)
        diary.with_name(f".{diary.name}.show").touch()  # as `SingleInstance` asks
        qtbot.waitUntil(lambda: not program.window.isVisible())
        begun = program.end()
    assert begun is not None
    assert begun.context is not None
    begun.context.tasks.wait()
    begun.context.journal.close()
    begun.instance.release()


@pytest.mark.usefixtures("quick_passwords")
def test_a_password_comes_first_and_the_numbers_after_it(
    qtbot: QtBot, qapp: QApplication, diary: Path, now: Clock
) -> None:
    Protection(diary, paths.settings_file().parent).switch_on(KEY, PASSWORD, Cost())
    with asking(qtbot, qapp, diary, now) as program:
        page = program.locked_page
        assert page is not None
        page.line.setText(PASSWORD)
        QTest.keyClick(page.line, Qt.Key.Key_Return)
        qtbot.waitUntil(lambda: program.is_open, timeout=20_000)
        press(program, "5", "6")
        program.window.reject()
        assert program.end() is None
    with closing(Journal.open(diary, now.today, key=KEY)) as journal:
        assert journal.entry(TODAY).sleep_quality == 6


def test_a_diary_that_cannot_be_opened_is_for_the_whole_window(
    qtbot: QtBot, qapp: QApplication, tmp_path: Path, now: Clock
) -> None:
    file = tmp_path / "mine.diary"
    file.write_bytes(b"no diary")
    preferences = Preferences(None, Settings())
    program = QuickProgram(Begun(SingleInstance(file), preferences, Theme(qapp, preferences), Texts()), now)
    program.begin()
    assert not program.window.isVisible()
    begun = program.end()
    assert begun is not None
    assert begun.context is None


def test_it_is_wanted_where_a_diary_is_begun_and_the_day_not_written(diary: Path, now: Clock, tmp_path: Path) -> None:
    assert is_wanted(diary, Settings(), now())
    assert not is_wanted(tmp_path / "none.diary", Settings(), now())
    with closing(Journal.open(diary, now.today)) as journal:
        journal.save(DayEntry(TODAY, woken=True))
    assert not is_wanted(diary, Settings(), now())
    now.pass_days(1)
    assert is_wanted(diary, Settings(), now())
    now.set(now().replace(hour=3))  # still the day that is written
    assert not is_wanted(diary, Settings(), now())


@pytest.mark.usefixtures("quick_passwords")
def test_one_with_a_password_is_asked_about_unless_it_was_changed_today(diary: Path, now: Clock) -> None:
    Protection(diary, paths.settings_file().parent).switch_on(KEY, PASSWORD, Cost())
    os.utime(diary, (now().timestamp(),) * 2)
    assert not is_wanted(diary, Settings(), now())
    now.pass_days(1)
    assert is_wanted(diary, Settings(), now())


def quick(diary: Path) -> subprocess.CompletedProcess[str]:
    """`adtracker quick`, as it is started at log-in, until it ends by itself."""
    words = [sys.executable, "-m", "adtracker", "quick", "--diary", str(diary)]
    return subprocess.run(words, cwd=ROOT, capture_output=True, text=True, timeout=PATIENCE_SECONDS, check=False)


@pytest.mark.slow
def test_a_window_that_is_open_is_told_instead(diary: Path) -> None:
    with windowed(diary) as first:
        assert quick(diary).returncode == 0
        assert first.stdout is not None
        assert first.stdout.readline() == "forward\n"


@pytest.mark.slow
def test_at_log_in_nothing_comes_where_the_day_is_written(diary: Path) -> None:
    today = local_now().date()
    with closing(Journal.open(diary, lambda: today)) as journal:
        journal.save(DayEntry(today, itch=3))
        journal.save(DayEntry(today - timedelta(days=1), itch=3))  # before the day begins it is still this one
    done = quick(diary)
    assert (done.returncode, done.stdout, done.stderr) == (0, "", "")
