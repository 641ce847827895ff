"""The questions for the visit: in the diary as soon as a person pauses, printed word for word, never lost."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from adtracker.domain.records.profile import QUESTIONS_LIMIT
from adtracker.domain.records.visit import Visit
from adtracker.storage.journal import Journal
from adtracker.ui.core.context import Context
from tests.ui.conftest import TODAY
from tests.ui.reporter import Reporter

CONTROL = Qt.KeyboardModifier.ControlModifier
STORED = "Can I stop the steroid cream on my hands?\nWhat happens after week 24?"


def _paste(reporter: Reporter, text: str) -> None:
    QApplication.clipboard().setText(text)
    reporter.click(reporter.report.form.questions.field)
    reporter.press(Qt.Key.Key_A, CONTROL)
    reporter.press(Qt.Key.Key_V, CONTROL)


def test_questions_are_saved_in_a_pause_and_printed(reporter: Reporter, journal: Journal) -> None:
    questions = reporter.report.form.questions
    assert questions.field.text() == STORED
    reporter.wait()
    reporter.write(" May I swim?")
    assert journal.profile().questions == f"{STORED} May I swim?"
    assert journal.profile().name == "A. B."
    assert questions.state.text() == "✓ Saved 20:15"
    reporter.wait()
    assert reporter.report.preview.view.sheets


def test_who_comes_by_the_keyboard_goes_on_after_the_last_question(reporter: Reporter) -> None:
    field = reporter.report.form.questions.field
    field.setFocus()
    reporter.type("!")
    assert field.text() == f"{STORED}!"


def test_it_says_when_something_waits_to_be_saved(reporter: Reporter, journal: Journal) -> None:
    questions = reporter.report.form.questions
    assert questions.state.text() == "Printed on the report, word for word."
    reporter.click(questions.field)
    reporter.type("x")
    assert questions.state.text() == "Saves when you pause."
    assert "x" not in journal.profile().questions


@pytest.mark.parametrize("leave", ["field", "page", "window"])
def test_questions_are_saved_on_leaving(reporter: Reporter, journal: Journal, leave: str) -> None:
    reporter.click(reporter.report.form.questions.field)
    reporter.press(Qt.Key.Key_End, CONTROL)
    reporter.type(" Why?")
    if leave == "field":
        reporter.press(Qt.Key.Key_Tab)
    elif leave == "page":
        reporter.press(Qt.Key.Key_5, CONTROL)
    else:
        reporter.window.close()
    assert journal.profile().questions == f"{STORED} Why?"


def test_questions_can_be_undone_and_done_again(reporter: Reporter, journal: Journal, context: Context) -> None:
    questions = reporter.report.form.questions
    _paste(reporter, "Only this?")
    reporter.press(Qt.Key.Key_Tab)
    assert journal.profile().questions == "Only this?"
    reporter.press(Qt.Key.Key_Z, CONTROL)
    assert journal.profile().questions == STORED
    assert questions.field.text() == STORED
    reporter.press(Qt.Key.Key_Z, CONTROL | Qt.KeyboardModifier.ShiftModifier)
    assert questions.field.text() == "Only this?"
    assert not context.writer.can_redo


def test_questions_are_kept_literally(reporter: Reporter, journal: Journal) -> None:
    text = "=1+1 <b>bold</b> #panic() & \u00a0 naïve\n\n-- 🩹 “quoted” C:\\x"
    _paste(reporter, text)
    reporter.press(Qt.Key.Key_Tab)
    assert journal.profile().questions == text
    reporter.wait()
    assert reporter.report.preview.missing.text().endswith("in words: adhesive bandage.")


def test_a_paste_that_does_not_fit_is_refused_whole(reporter: Reporter, journal: Journal) -> None:
    _paste(reporter, "x" * (QUESTIONS_LIMIT + 1))
    questions = reporter.report.form.questions
    assert questions.field.text() == STORED
    assert "This text has 4001 characters; at most 4000 fit." in reporter.reads(questions)
    assert journal.profile().questions == STORED


def test_typing_past_the_limit_stays_on_the_screen_until_it_is_shortened(reporter: Reporter, journal: Journal) -> None:
    _paste(reporter, "x" * QUESTIONS_LIMIT)
    reporter.write("yz")
    questions = reporter.report.form.questions
    assert "at most 4000 fit." in reporter.reads(questions)
    assert questions.state.text() == "Not saved. It stays here and is tried again."
    reporter.press(Qt.Key.Key_5, CONTROL)
    reporter.press(Qt.Key.Key_6, CONTROL)
    assert questions.field.text().endswith("xyz"), "it is there again on coming back"
    assert journal.profile().questions == STORED
    reporter.click(questions.field)
    reporter.press(Qt.Key.Key_End, CONTROL)
    reporter.press(Qt.Key.Key_Backspace, times=3)
    reporter.press(Qt.Key.Key_Tab)
    assert journal.profile().questions == "x" * (QUESTIONS_LIMIT - 1)
    assert questions.state.text() == "✓ Saved 20:15"
    assert "at most" not in reporter.reads(questions)


def test_questions_that_the_diary_does_not_take_are_tried_again_on_leaving(
    reporter: Reporter, journal: Journal, context: Context
) -> None:
    file, away = journal.path, journal.path.with_suffix(".away")
    questions = reporter.report.form.questions
    reporter.wait()
    file.rename(away)
    reporter.write(" Why?")
    assert questions.state.text() == "Not saved. It stays here and is tried again."
    assert "moved" in reporter.window.messages.text
    away.rename(file)
    reporter.press(Qt.Key.Key_5, CONTROL)
    assert journal.profile().questions == f"{STORED} Why?"


def test_questions_of_the_last_and_the_next_visit_are_offered(reporter: Reporter, journal: Journal) -> None:
    questions = reporter.report.form.questions
    assert not questions.take_over.isVisible()
    for days_ago, text in ((60, "Long answered?"), (3, "May I swim?\nAnd fly?"), (-9, "To the sea?"), (-99, "Later?")):
        journal.save(Visit(TODAY - timedelta(days=days_ago), questions=text))
    journal.save(replace(journal.profile(), questions=""))
    reporter.report.mark_stale()
    reporter.click(questions.take_over)
    assert questions.field.text() == "May I swim?\nAnd fly?\nTo the sea?"
    assert journal.profile().questions == "May I swim?\nAnd fly?\nTo the sea?"
    assert not questions.take_over.isVisible()
    reporter.press(Qt.Key.Key_Z, CONTROL)
    assert journal.profile().questions == ""
    assert questions.take_over.isVisible()
    assert reporter.window.messages.text == "Undone: questions for your visit."


def test_offered_questions_go_below_those_that_are_there_and_none_comes_twice(
    reporter: Reporter, journal: Journal
) -> None:
    questions = reporter.report.form.questions
    journal.save(Visit(TODAY, questions="May I swim?\nAnd fly?"))
    journal.save(replace(journal.profile(), questions="And fly?\n"))
    reporter.report.mark_stale()
    reporter.click(questions.take_over)
    assert journal.profile().questions == "And fly?\nMay I swim?"
    assert not questions.take_over.isVisible()
