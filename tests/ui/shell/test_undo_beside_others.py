"""Undo in the window after something else wrote into the diary: what it wrote stays, is shown, and the line says so."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from adtracker.domain.edits.edit import Change, Edit, Left
from adtracker.domain.edits.parts import parts_of
from adtracker.domain.records.day import DayEntry
from adtracker.domain.records.visit import Visit
from adtracker.storage.journal import Journal
from adtracker.ui.core.context import Context
from adtracker.ui.shell.main_window import MainWindow
from adtracker.ui.shell.navigation import SETTINGS
from adtracker.ui.words.left_words import left_words, replayed_words
from tests.ui.conftest import TODAY
from tests.ui.person import Person

CONTROL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier


@pytest.fixture
def person(qtbot: QtBot, window: MainWindow) -> Person:
    return Person(qtbot, window)


def test_a_note_written_elsewhere_is_still_there_after_undo(person: Person, journal: Journal) -> None:
    person.type("7")
    journal.save(replace(journal.entry(TODAY), note="from elsewhere"))
    person.press(Qt.Key.Key_Z, CONTROL)
    assert (journal.entry(TODAY).itch, journal.entry(TODAY).note) == (None, "from elsewhere")
    assert person.page.note.field.toPlainText() == "from elsewhere"
    person.press(Qt.Key.Key_Z, CONTROL | SHIFT)
    assert (journal.entry(TODAY).itch, journal.entry(TODAY).note) == (7, "from elsewhere")


def test_an_answer_changed_elsewhere_stays_and_the_line_says_so(
    person: Person, context: Context, journal: Journal
) -> None:
    person.type("7")
    journal.save(replace(journal.entry(TODAY), itch=2))
    person.press(Qt.Key.Key_Z, CONTROL)
    assert journal.entry(TODAY).itch == 2
    assert person.page.saved.text.endswith("Worst itch was changed elsewhere; it stays as it is.")
    assert person.page.itch.value == 2
    assert not context.writer.can_undo
    assert not context.writer.can_redo


def test_another_page_says_it_in_the_strip(person: Person, window: MainWindow, context: Context) -> None:
    context.writer.save(Visit(TODAY, "Dr. Weber"))
    (visit,) = context.journal.visits()
    context.journal.save(replace(visit, notes="all is well"))
    window.show_page(SETTINGS)
    person.press(Qt.Key.Key_Z, CONTROL)
    assert window.messages.text == "Changed elsewhere, so it stays as it is: visit of 29 November 2026."
    assert len(context.journal.visits()) == 1


def test_every_answer_of_a_day_has_its_sentence() -> None:
    entry = DayEntry(TODAY, answers=(("Mood {0}", 3.0),))
    said = {left_words(Left(entry, (part,))) for part in parts_of(entry) if part[0] not in ("day", "recorded_at")}
    assert len(said) == 10
    assert all(sentence.endswith("changed elsewhere; it stays as it is.") for sentence in said)
    assert "The answer to “Mood {0}” was changed elsewhere; it stays as it is." in said


def test_what_was_undone_and_what_was_left_is_told_together() -> None:
    left = Left(DayEntry(TODAY), (("note", ""),))
    note = "The note was changed elsewhere; it stays as it is."
    done = Edit(left=(left, left, left))
    assert replayed_words(lambda _: "Undone.", done, done) == f"{note} 2 more stay as they are."
    edit = Edit((Change(None, DayEntry(TODAY, itch=3)),), (left,))
    assert replayed_words(lambda _: "Undone.", edit, edit) == f"Undone. {note}"
    assert replayed_words(lambda _: "Undone.", edit, Edit()) == "Undone."
