"""The program is ended from outside while somebody types: what was typed is in the diary, whichever way it ended."""

from __future__ import annotations

import signal
import subprocess
import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from adtracker.clock import local_now
from adtracker.domain.common.period import diary_day
from adtracker.domain.records.day import NOTE_LIMIT, DayEntry
from adtracker.domain.records.profile import QUESTIONS_LIMIT
from adtracker.settings import Settings
from adtracker.storage.journal import Journal
from adtracker.ui.kit.fields.text_card import TextCard
from adtracker.ui.report.page import ReportPage
from adtracker.ui.report.questions_card import QuestionsCard
from tests.ui.conftest import Clock
from tests.ui.starting import Started, start
from tests.ui.typist import KEY, KEY_MILLISECONDS

pytestmark = pytest.mark.slow

ROOT = Path(__file__).parents[3]
PATIENCE_SECONDS = 60
A_FEW = 6  # keys
LONG = 5000 // KEY_MILLISECONDS  # keys of somebody who has typed for five seconds
AT_MOST_LOST = 3000 // KEY_MILLISECONDS  # those of three seconds

posix = pytest.mark.skipif(sys.platform == "win32", reason="signals are POSIX's")


class Typing:
    """Somebody who types in a program of its own."""

    def __init__(self, process: subprocess.Popen[str]) -> None:
        self._process = process
        self.keys = 0

    def wait_for(self, keys: int) -> None:
        """Until so many keys were pressed."""
        assert self._process.stdout is not None
        while self.keys < keys:
            assert self._process.stdout.read(1) == ".", "the program ended by itself"
            self.keys += 1

    def send(self, number: int) -> None:
        """Send a signal."""
        self._process.send_signal(number)

    def end_by(self, number: int) -> int:
        """Send a signal; the exit code. `keys` says then how many were pressed up to the end."""
        self.send(number)
        code = self._process.wait(timeout=PATIENCE_SECONDS)
        assert self._process.stdout is not None
        self.keys += len(self._process.stdout.read())
        return code


@contextmanager
def _typing(diary: Path, place: str, *before: str) -> Iterator[Typing]:
    """`before` is a command that starts the program."""
    command = [*before, sys.executable, "-m", "tests.ui.typist", str(diary), place]
    with subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE, text=True) as process:
        patience = threading.Timer(PATIENCE_SECONDS, process.kill)
        patience.start()
        try:
            yield Typing(process)
        finally:
            patience.cancel()
            process.kill()


@pytest.fixture
def diary(diary_path: Path) -> Path:
    _opened(diary_path).close()
    return diary_path


def _opened(diary: Path) -> Journal:
    return Journal.open(diary, lambda: diary_day(local_now(), Settings().day_starts_at), now=local_now)


def _kept(diary: Path, place: str) -> str:
    """What the diary has of what was typed."""
    journal = _opened(diary)
    draft = journal.draft("visit")
    texts = {
        "note": "".join(entry.note for entry in journal.entries()),
        "visit": "" if draft is None else str(draft.content["notes"]),
        "questions": journal.profile().questions,
    }
    journal.close()
    return texts[place]


@pytest.fixture
def hangs_up() -> Iterator[None]:
    """A hang-up is no more ignored than usual, also where the tests themselves were begun with nohup."""
    before = signal.signal(signal.SIGHUP, signal.SIG_DFL)
    yield
    signal.signal(signal.SIGHUP, before)


@posix
@pytest.mark.usefixtures("hangs_up")
@pytest.mark.parametrize("name", ["SIGTERM", "SIGHUP", "SIGINT"])
def test_being_told_to_end_stores_all_and_lets_go_of_the_diary(diary: Path, name: str) -> None:
    number = getattr(signal, name)
    with _typing(diary, "note") as typing:
        typing.wait_for(A_FEW)
        assert typing.end_by(number) == 128 + number
    assert [file.name for file in diary.parent.iterdir()] == [diary.name]
    assert _kept(diary, "note") == KEY * typing.keys


@posix
@pytest.mark.parametrize("place", ["visit", "questions"])
def test_being_told_to_end_keeps_what_is_typed_elsewhere(diary: Path, place: str) -> None:
    with _typing(diary, place) as typing:
        typing.wait_for(A_FEW)
        assert typing.end_by(signal.SIGTERM) == 128 + signal.SIGTERM
    assert _kept(diary, place) == KEY * typing.keys


@posix
def test_a_hang_up_that_was_to_be_ignored_is_ignored(diary: Path) -> None:
    with _typing(diary, "note", "nohup") as typing:
        typing.wait_for(A_FEW)
        typing.send(signal.SIGHUP)
        typing.wait_for(2 * A_FEW)
        assert typing.end_by(signal.SIGTERM) == 128 + signal.SIGTERM


@posix
def test_what_cannot_be_stored_does_not_hold_up_the_end(diary: Path) -> None:
    away = diary.with_name("away.diary")
    with _typing(diary, "note") as typing:
        typing.wait_for(A_FEW)
        diary.rename(away)
        assert typing.end_by(signal.SIGTERM) == 128 + signal.SIGTERM
    away.rename(diary)
    assert _kept(diary, "note") in KEY * typing.keys


@pytest.mark.parametrize("place", ["note", "visit"])
def test_a_program_that_is_killed_loses_no_more_than_three_seconds(diary: Path, place: str) -> None:
    with _typing(diary, place) as typing:
        typing.wait_for(LONG)
        typing.end_by(getattr(signal, "SIGKILL", signal.SIGTERM))
    kept = _kept(diary, place)
    assert kept == KEY * len(kept)
    assert typing.keys - len(kept) <= AT_MOST_LOST


def test_a_note_that_does_not_fit_is_there_again_after_the_next_start(
    diary: Path, qtbot: QtBot, qapp: QApplication, now: Clock
) -> None:
    started = start(qtbot, qapp, diary, Settings(), now)
    _paste_too_much(started, started.person.page.note, NOTE_LIMIT)
    started.window.leaving.end()
    started.opener.close()
    again = start(qtbot, qapp, diary, Settings(), now)
    page = again.person.page
    assert page.note.field.text() == "y" * NOTE_LIMIT + "z"
    assert "at most 10000 fit" in again.person.reads(page.note)
    assert "Not saved" in page.saved.text
    assert again.context.journal.entry(now.today()) == DayEntry(now.today())
    again.person.click(page.note.field)
    again.person.press(Qt.Key.Key_Backspace)
    again.person.wait_until_typed()
    assert again.context.journal.entry(now.today()).note == "y" * NOTE_LIMIT
    assert again.context.journal.draft(f"note/{now.today()}") is None


def test_questions_that_do_not_fit_are_there_again_after_the_next_start(
    diary: Path, qtbot: QtBot, qapp: QApplication, now: Clock
) -> None:
    started = start(qtbot, qapp, diary, Settings(), now)
    _paste_too_much(started, _questions(started), QUESTIONS_LIMIT)
    started.window.leaving.end()
    started.opener.close()
    again = start(qtbot, qapp, diary, Settings(), now)
    card = _questions(again)
    assert card.field.text() == "y" * QUESTIONS_LIMIT + "z"
    assert "at most 4000 fit" in again.person.reads(card)
    again.person.click(card.field)
    again.person.press(Qt.Key.Key_Backspace)
    card.flush()
    assert again.context.journal.profile().questions == "y" * QUESTIONS_LIMIT
    assert again.context.journal.draft("questions") is None


def _questions(started: Started) -> QuestionsCard:
    page = started.window.show_page("report")
    assert isinstance(page, ReportPage)
    return page.form.questions


def _paste_too_much(started: Started, card: TextCard, limit: int) -> None:
    started.person.click(card.field)
    QApplication.clipboard().setText("y" * limit)
    started.person.press(Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    started.person.type("z")
