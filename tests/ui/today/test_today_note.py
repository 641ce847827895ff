"""The note: kept letter by letter, saved in pauses, refused whole or not at all."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from adtracker.domain.common.period import ONE_DAY
from adtracker.domain.records.day import NOTE_LIMIT
from adtracker.storage.journal import Journal
from adtracker.ui.shell.main_window import MainWindow
from tests.ui.conftest import TODAY
from tests.ui.person import Person

YESTERDAY = TODAY - ONE_DAY
PASTE = (Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
KEY_MILLISECONDS = 300  # from one key to the next, of somebody who never pauses
LITERAL = "=1+1 <b>bold</b> <img src='file:///etc/passwd'> & \u00a0 naïve\n\tétoile 🩹👩🏽\u200d⚕️ “quoted” C:\\x"


@pytest.fixture
def person(qtbot: QtBot, window: MainWindow) -> Person:
    person = Person(qtbot, window)
    person.click(person.page.note.field)
    return person


def _paste(person: Person, text: str) -> None:
    QApplication.clipboard().setText(text)
    person.press(*PASTE)


def test_a_note_is_saved_in_a_pause(person: Person, journal: Journal) -> None:
    person.type("Woke twice.")
    assert journal.entry(TODAY).note == ""
    assert "Saved" not in person.page.saved.text
    person.wait_until_typed()
    assert journal.entry(TODAY).note == "Woke twice."
    assert "✓ Note saved for Sun 29 Nov, 20:15" in person.page.saved.text
    assert person.page.note.field.textCursor().position() == len("Woke twice.")


@pytest.mark.slow
def test_a_note_that_is_typed_without_a_pause_is_saved_all_the_same(
    person: Person, journal: Journal, qtbot: QtBot
) -> None:
    person.click(person.page.itch.number(4))
    person.click(person.page.note.field)
    typed: list[str] = []
    while len(set(typed)) < 2:  # until a second part of it is stored
        person.type("x")
        qtbot.wait(KEY_MILLISECONDS)
        if journal.entry(TODAY).note:
            typed.append(journal.entry(TODAY).note)
    assert len(person.page.note.field.text()) - len(typed[-1]) <= 1, "what is stored is all but the newest key"
    person.wait_until_typed()
    person.click(person.page.saved.undo_button)
    assert journal.entry(TODAY).note == "", "one run of typing is one step"
    assert journal.entry(TODAY).itch == 4
    person.click(person.page.saved.redo_button)
    assert journal.entry(TODAY).note == person.page.note.field.text() != ""


@pytest.mark.slow
def test_after_a_pause_a_note_goes_on_as_another_step(person: Person, journal: Journal) -> None:
    for part in ("Woke", " twice"):
        person.type(part)
        person.wait_until_typed()
    person.click(person.page.saved.undo_button)
    assert journal.entry(TODAY).note == "Woke"


def test_a_note_is_saved_when_the_field_is_left(person: Person, journal: Journal) -> None:
    person.type("Dry air.")
    person.click(person.page.itch.number(4))
    assert journal.entry(TODAY).note == "Dry air."
    assert journal.entry(TODAY).itch == 4


def test_a_note_is_saved_when_the_day_is_left(person: Person, journal: Journal) -> None:
    person.type("Stress.")
    person.press(Qt.Key.Key_Left, Qt.KeyboardModifier.AltModifier)
    assert person.page.day == YESTERDAY
    assert person.page.note.field.text() == ""
    assert journal.entry(TODAY).note == "Stress."
    assert journal.entry(YESTERDAY).note == ""


def test_a_note_is_saved_when_the_page_is_left(person: Person, window: MainWindow, journal: Journal) -> None:
    person.type("Heat.")
    window.show_page("learn")
    assert journal.entry(TODAY).note == "Heat."


def test_a_note_is_saved_when_the_window_closes(person: Person, window: MainWindow, journal: Journal) -> None:
    person.type("Good night.")
    window.close()
    assert journal.entry(TODAY).note == "Good night."


def test_a_note_is_kept_and_shown_literally(person: Person, journal: Journal) -> None:
    _paste(person, LITERAL)
    person.open_day(YESTERDAY)
    person.open_day(TODAY)
    assert journal.entry(TODAY).note == LITERAL
    assert person.page.note.field.text() == LITERAL
    assert "<b>bold</b>" in person.page.note.field.toPlainText()


def test_the_longest_note_fits(person: Person, journal: Journal) -> None:
    _paste(person, "é" * NOTE_LIMIT)
    person.wait_until_typed()
    assert journal.entry(TODAY).note == "é" * NOTE_LIMIT


def test_a_paste_of_ten_megabytes_is_refused_whole(person: Person, journal: Journal) -> None:
    person.type("Before. ")
    _paste(person, "x" * 10_000_000)
    assert person.page.note.field.text() == "Before. "
    assert "This text has 10000008 characters; at most 10000 fit." in person.reads(person.page.note)
    assert journal.entry(TODAY).note == "Before. "
    assert len(QApplication.clipboard().text()) == 10_000_000


@pytest.mark.slow
def test_a_note_typed_past_its_limit_stays_until_it_is_shortened(person: Person, journal: Journal) -> None:
    _paste(person, "y" * NOTE_LIMIT)
    person.wait_until_typed()
    person.type("zz")
    person.wait_until_typed()
    assert "This text has 10002 characters; at most 10000 fit." in person.reads(person.page.note)
    assert person.page.note.field.text().endswith("yzz")
    person.click(person.page.itch.number(4))
    assert person.page.note.field.text().endswith("yzz"), "another answer leaves it on the screen"
    assert journal.entry(TODAY).note == "y" * NOTE_LIMIT
    person.click(person.page.note.field)
    person.press(Qt.Key.Key_End, Qt.KeyboardModifier.ControlModifier)
    person.press(Qt.Key.Key_Backspace, times=2)
    person.press(Qt.Key.Key_Backspace)
    person.wait_until_typed()
    assert journal.entry(TODAY).note == "y" * (NOTE_LIMIT - 1)
    assert "✓ Note saved" in person.page.saved.text


def test_a_note_past_its_limit_is_there_again_when_its_day_is_opened_again(person: Person, journal: Journal) -> None:
    _paste(person, "y" * NOTE_LIMIT)
    person.type("zz")
    person.open_day(YESTERDAY)
    assert person.page.note.field.text() == ""
    person.open_day(TODAY)
    assert person.page.note.field.text().endswith("yzz")
    assert "at most 10000 fit" in person.reads(person.page.note)
    assert "Not saved" in person.page.saved.text
    assert journal.entry(TODAY).note == ""


def test_what_is_no_text_is_refused_with_a_sentence(person: Person, journal: Journal) -> None:
    person.type("Fine.")
    _paste(person, "nul \0 byte")
    assert "characters that cannot be stored" in person.reads(person.page.note)
    assert journal.entry(TODAY).note == "Fine."


def test_tab_leaves_the_note(person: Person) -> None:
    person.press(Qt.Key.Key_Tab)
    assert not person.is_at(person.page.note)


@pytest.mark.slow
def test_undo_in_the_note_takes_back_typing_and_saves_that(person: Person, journal: Journal) -> None:
    person.type("abc")
    person.wait_until_typed()
    person.press(Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    person.wait_until_typed()
    assert journal.entry(TODAY).note == ""
    assert journal.span() is None


def test_the_undo_button_takes_back_what_was_just_typed(person: Person, journal: Journal) -> None:
    person.type("abc")
    person.click(person.page.saved.undo_button)
    assert journal.entry(TODAY).note == ""
    assert person.page.note.field.text() == ""
