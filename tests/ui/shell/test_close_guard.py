"""Closing the window, or going to another diary, while something cannot be saved: the person is asked first."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QSessionManager
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from adtracker.domain.common.period import ONE_DAY
from adtracker.domain.records.day import NOTE_LIMIT, DayEntry
from adtracker.domain.records.profile import Profile
from adtracker.settings import Settings
from adtracker.storage.journal import Journal
from adtracker.ui.settings.page import SettingsPage
from adtracker.ui.shell.main_window import MainWindow
from adtracker.ui.shell.unsaved_dialog import UnsavedDialog
from tests.ui.conftest import TODAY, Clock
from tests.ui.person import Person
from tests.ui.reporter import Reporter
from tests.ui.starting import Started, start

CONTROL = Qt.KeyboardModifier.ControlModifier


class Asked:
    """A person whose diary was moved away, so that nothing can be saved, and who wants to leave."""

    def __init__(self, person: Person, window: MainWindow, diary: Path) -> None:
        self.person = person
        self.window = window
        self._diary = diary
        self._away = diary.with_name("moved.diary")

    def move_diary(self) -> None:
        """From now on nothing can be saved."""
        self._diary.rename(self._away)

    def bring_diary_back(self) -> None:
        """From now on it can."""
        self._away.rename(self._diary)

    @property
    def dialog(self) -> UnsavedDialog | None:
        """The dialog that asks, if one does."""
        found = [dialog for dialog in self.window.findChildren(UnsavedDialog) if dialog.isVisible()]
        return found[0] if found else None

    def text(self) -> str:
        """What it says, with plain spaces."""
        assert self.dialog is not None, "nobody asks"
        return self.dialog.text.replace("\u00a0", " ")

    def press(self, key: Qt.Key) -> None:
        """Answer it by the keyboard."""
        assert self.dialog is not None, "nobody asks"
        QTest.keyClick(self.dialog.windowHandle(), key)

    def click(self, name: str) -> None:
        """Answer it by the mouse; the name of a button."""
        assert self.dialog is not None, "nobody asks"
        self.person.click(getattr(self.dialog, name))


@pytest.fixture
def asked(qtbot: QtBot, window: MainWindow, journal: Journal) -> Asked:
    return Asked(Person(qtbot, window), window, journal.path)


def test_closing_asks_first_and_keeping_open_is_the_first_answer(asked: Asked, journal: Journal) -> None:
    asked.person.open_day(TODAY - ONE_DAY)
    asked.move_diary()
    asked.person.click(asked.person.page.itch.number(7))
    asked.person.press(Qt.Key.Key_Q, CONTROL)
    assert "• Answers of Saturday 28 November" in asked.text()
    assert "was moved" in asked.text()
    asked.press(Qt.Key.Key_Return)
    assert asked.dialog is None
    assert asked.window.isVisible()
    asked.window.close()
    asked.press(Qt.Key.Key_Escape)
    assert asked.window.isVisible()
    asked.bring_diary_back()
    asked.person.click(asked.person.page.saved.again_button)
    assert journal.entry(TODAY - ONE_DAY).itch == 7


def test_trying_again_saves_all_days_and_closes(asked: Asked, journal: Journal, qtbot: QtBot) -> None:
    page = asked.person.page
    asked.person.click(page.note.field)
    asked.move_diary()
    asked.person.type("Keep me.")
    asked.window.close()
    assert "Answers of Sunday 29 November" in asked.text()
    asked.click("try_again")
    assert asked.window.isVisible(), "the diary is still not there"
    asked.bring_diary_back()
    with qtbot.waitSignal(asked.window.closing):
        asked.click("try_again")
    assert not asked.window.isVisible()
    assert journal.entry(TODAY).note == "Keep me."


def test_answers_of_other_days_are_saved_on_closing_without_a_question(asked: Asked, journal: Journal) -> None:
    asked.move_diary()
    asked.person.type("7")
    asked.bring_diary_back()
    asked.window.show_page("learn")
    assert journal.entry(TODAY).itch == 7
    asked.window.close()
    assert asked.dialog is None
    assert not asked.window.isVisible()


def test_closing_anyway_closes(asked: Asked, journal: Journal) -> None:
    asked.move_diary()
    asked.person.type("7")
    asked.window.close()
    asked.click("leave")
    assert not asked.window.isVisible()
    asked.bring_diary_back()
    assert journal.entry(TODAY) == DayEntry(TODAY)


def test_a_note_that_does_not_fit_is_named(asked: Asked) -> None:
    QApplication.clipboard().setText("x" * NOTE_LIMIT)
    asked.person.click(asked.person.page.note.field)
    asked.person.press(Qt.Key.Key_V, CONTROL)
    asked.person.type("yz")
    asked.window.close()
    assert "• The note of Sunday 29 November, which does not fit" in asked.text()
    asked.press(Qt.Key.Key_Return)
    asked.person.press(Qt.Key.Key_Backspace, times=2)
    asked.window.close()
    assert not asked.window.isVisible()


def test_the_questions_of_the_report_count_too(qtbot: QtBot, window: MainWindow, journal: Journal) -> None:
    journal.save(DayEntry(TODAY, itch=5))
    reporter = Reporter(qtbot, window)
    asked = Asked(reporter, window, journal.path)
    reporter.wait()
    asked.move_diary()
    reporter.write("Why?")
    asked.window.close()
    assert "• The questions for your visit" in asked.text()
    asked.bring_diary_back()
    asked.click("try_again")
    assert journal.profile().questions == "Why?"


def test_who_it_is_counts_too(asked: Asked, window: MainWindow, journal: Journal) -> None:
    page = window.show_page("settings")
    assert isinstance(page, SettingsPage)
    asked.person.click(page.person.name)
    asked.person.type("A. B.")
    asked.move_diary()
    asked.person.press(Qt.Key.Key_1, CONTROL)
    asked.window.close()
    assert "• Name or year of birth in the settings" in asked.text()
    asked.press(Qt.Key.Key_Escape)
    asked.bring_diary_back()
    assert page.context.writer.save(Profile(questions="What about week 24?"))
    window.show_page("settings")
    assert page.person.name.text() == "A. B."
    asked.window.close()
    assert journal.profile() == Profile("A. B.", questions="What about week 24?")
    assert not asked.window.isVisible()


def test_a_year_that_is_none_is_asked_about(asked: Asked, window: MainWindow) -> None:
    page = window.show_page("settings")
    assert isinstance(page, SettingsPage)
    asked.person.click(page.person.birth)
    asked.person.type("19x")
    asked.window.close()
    assert "• Name or year of birth in the settings" in asked.text()
    asked.press(Qt.Key.Key_Escape)
    asked.person.press(Qt.Key.Key_Backspace, times=3)
    asked.window.close()
    assert not asked.window.isVisible()


def test_another_diary_is_opened_once_the_person_was_asked(
    qtbot: QtBot, qapp: QApplication, tmp_path: Path, now: Clock
) -> None:
    mine, other = tmp_path / "mine.diary", tmp_path / "other.diary"
    for path in (mine, other):
        Journal.open(path, now.today).close()
    started = start(qtbot, qapp, mine, Settings(), now)
    asked = Asked(started.person, started.window, mine)
    asked.move_diary()
    started.person.type("7")
    _choose(started, other)
    assert started.context.journal.path == mine
    asked.press(Qt.Key.Key_Escape)
    assert started.context.journal.path == mine
    assert started.person.page.itch.value == 7
    _choose(started, other)
    asked.bring_diary_back()
    asked.click("try_again")
    assert started.context.journal.path == other
    assert started.preferences.value.diary == str(other)
    kept = Journal.open(mine, now.today)
    assert kept.entry(TODAY).itch == 7
    kept.close()


def _choose(started: Started, file: Path) -> None:
    started.window.commands.open.trigger()
    started.pick(file)


class Desktop:
    """A desktop that ends the session and lets programs hold that up, as real ones do and the tests' one does not."""

    def __init__(self) -> None:
        self.is_held_up = False

    def allowsInteraction(self) -> bool:
        return True

    def cancel(self) -> None:
        self.is_held_up = True


def test_shutting_down_saves_what_was_typed_a_moment_ago(qapp: QApplication, asked: Asked, journal: Journal) -> None:
    asked.person.click(asked.person.page.note.field)
    asked.person.type("Late.")
    manager = qapp.findChild(QSessionManager)
    assert manager is not None
    asked.window.leaving.end_session(manager)
    assert journal.entry(TODAY).note == "Late."
    assert asked.dialog is None


def test_shutting_down_is_held_up_rather_than_to_lose_answers(asked: Asked) -> None:
    desktop = Desktop()
    asked.window.leaving.end_session(desktop)
    assert not desktop.is_held_up
    asked.move_diary()
    asked.person.type("7")
    asked.window.showMinimized()
    asked.window.leaving.end_session(desktop)
    assert desktop.is_held_up
    assert "Answers of Sunday 29 November" in asked.text()
    assert not asked.window.isMinimized()
    asked.click("leave")
    assert not asked.window.isVisible()
