"""Two numbers by keys in the small window: stored as Today stores them, and taken back in the whole window."""

from __future__ import annotations

from datetime import timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from adtracker.domain.records.day import DayEntry
from adtracker.resources import Texts
from adtracker.storage.journal import Journal
from adtracker.ui.core.context import Context
from adtracker.ui.core.theme import Theme
from adtracker.ui.shell.main_window import MainWindow
from adtracker.ui.shell.quick.answers import QuickAnswers
from adtracker.ui.shell.quick.window import QuickWindow
from tests.ui.conftest import TODAY, Clock
from tests.ui.person import Person


class Asked:
    """The small window, and the keys that are pressed in it."""

    def __init__(self, window: QuickWindow, answers: QuickAnswers) -> None:
        self.window, self.answers = window, answers

    def press(self, *keys: str | Qt.Key) -> None:
        """Press keys where the keyboard is."""
        for key in keys:
            focused = self.window.focusWidget()
            assert focused is not None
            QTest.keyClick(focused, key)  # type: ignore[arg-type]

    def pass_moment(self) -> None:
        """The moment goes by in which the person sees what they chose."""
        assert self.answers.closing.isActive()
        self.answers.closing.timeout.emit()

    @property
    def is_there(self) -> bool:
        """Whether it is still open."""
        return self.window.isVisible()


@pytest.fixture
def asked(qtbot: QtBot, theme: Theme, texts: Texts) -> Asked:
    """The small window before its diary is open."""
    window = QuickWindow(theme, texts)
    qtbot.addWidget(window)
    answers = QuickAnswers(window, TODAY)
    window.show()
    qtbot.waitExposed(window)
    window.take_focus()
    return Asked(window, answers)


@pytest.mark.slow
def test_two_digits_are_two_answers_and_it_closes(asked: Asked, context: Context, qtbot: QtBot) -> None:
    assert asked.answers.open(context)
    asked.press("7")
    assert context.journal.entry(TODAY).itch == 7
    asked.press("4")
    entry = context.journal.entry(TODAY)
    assert (entry.itch, entry.sleep_quality, entry.recorded_on) == (7, 4, TODAY)
    qtbot.waitUntil(lambda: not asked.is_there)


def test_the_whole_window_takes_them_back_one_after_the_other(
    asked: Asked, window: MainWindow, context: Context, qtbot: QtBot
) -> None:
    asked.answers.open(context)
    asked.press("7", "4")
    asked.pass_moment()
    assert not asked.is_there
    person = Person(qtbot, window)
    assert person.page.itch.value == 7
    person.press(Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert (person.page.itch.value, person.page.sleep.value) == (7, None)
    person.press(Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert context.journal.entry(TODAY).is_empty


def test_ten_is_typed_with_two_keys_and_is_one_answer(asked: Asked, context: Context) -> None:
    asked.answers.open(context)
    asked.press("1", "0", "1", "0")
    entry = context.journal.entry(TODAY)
    assert (entry.itch, entry.sleep_quality) == (10, 10)
    context.writer.undo()
    assert context.journal.entry(TODAY).sleep_quality is None
    context.writer.undo()
    assert context.journal.entry(TODAY).is_empty
    asked.pass_moment()
    assert not asked.is_there


def test_what_was_typed_before_the_diary_was_open_is_stored_then(asked: Asked, context: Context) -> None:
    asked.press("3")
    assert context.journal.entry(TODAY).is_empty
    assert asked.answers.open(context)
    assert context.journal.entry(TODAY).itch == 3
    asked.press("8")
    asked.pass_moment()
    assert not asked.is_there
    assert context.journal.entry(TODAY).sleep_quality == 8


def test_a_day_that_is_written_is_not_asked_about(asked: Asked, context: Context, journal: Journal) -> None:
    journal.save(DayEntry(TODAY, note="A note."))
    assert not asked.answers.open(context)


@pytest.mark.parametrize("leave", ["Esc", "Later"])
def test_later_stores_nothing(asked: Asked, context: Context, leave: str) -> None:
    asked.answers.open(context)
    if leave == "Esc":
        asked.press(Qt.Key.Key_Escape)
    else:
        asked.window.not_now.click()
    assert not asked.is_there
    assert context.journal.entry(TODAY).is_empty


def test_one_answer_alone_stays_stored(asked: Asked, context: Context) -> None:
    asked.answers.open(context)
    asked.press("2", Qt.Key.Key_Escape)
    assert not asked.is_there
    assert context.journal.entry(TODAY).itch == 2


def test_somebody_who_corrects_the_second_answer_is_waited_for(asked: Asked, context: Context) -> None:
    asked.answers.open(context)
    asked.press("2", "3", "5")
    assert context.journal.entry(TODAY).sleep_quality == 5
    assert asked.is_there
    asked.press(Qt.Key.Key_Backspace)
    assert context.journal.entry(TODAY).sleep_quality is None
    assert not asked.answers.closing.isActive()
    asked.press("6")
    asked.pass_moment()
    assert not asked.is_there
    assert context.journal.entry(TODAY).sleep_quality == 6


def test_a_day_that_ends_meanwhile_takes_no_answer_of_the_next(asked: Asked, context: Context, now: Clock) -> None:
    asked.answers.open(context)
    asked.press("2")
    now.pass_days(1)
    asked.press("9")
    tomorrow = TODAY + timedelta(days=1)
    assert context.journal.entry(tomorrow).is_empty
    assert context.journal.entry(TODAY).sleep_quality is None
    assert asked.window.itch.value is None
    assert asked.window.day.text() == "Monday 30 November"
    asked.press("9")
    assert context.journal.entry(tomorrow).itch == 9


def test_what_cannot_be_stored_is_said_and_tried_again(asked: Asked, context: Context, diary_path: Path) -> None:
    asked.answers.open(context)
    elsewhere = diary_path.rename(diary_path.with_name("moved.diary"))
    asked.press("7")
    assert "was moved" in asked.window.state.text()
    assert "Close this window again to leave without it." in asked.window.state.text()
    asked.press(Qt.Key.Key_Escape)
    assert asked.is_there
    elsewhere.rename(diary_path)
    asked.press("4")
    entry = context.journal.entry(TODAY)
    assert (entry.itch, entry.sleep_quality) == (7, 4)


def test_who_closes_it_again_leaves_without_it(asked: Asked, context: Context, diary_path: Path) -> None:
    asked.answers.open(context)
    elsewhere = diary_path.rename(diary_path.with_name("moved.diary"))
    asked.press("7", Qt.Key.Key_Escape)
    assert asked.is_there
    asked.press(Qt.Key.Key_Escape)
    assert not asked.is_there
    elsewhere.rename(diary_path)
    assert context.journal.entry(TODAY).is_empty
