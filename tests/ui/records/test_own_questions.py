"""Own questions as a person asks and answers them: added, answered by keys and clicks, reworded, moved and hidden."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import TypeVar

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QPushButton
from pytestqt.qtbot import QtBot

from adtracker.domain.common.period import ONE_DAY
from adtracker.domain.records.day import DayEntry
from adtracker.domain.records.question import MOST_QUESTIONS, AnswerKind, Better, Question
from adtracker.storage.journal import Journal
from adtracker.ui.records.questions.dialogs import OwnQuestionDialogs
from adtracker.ui.records.questions.list import OwnQuestionEntry
from adtracker.ui.records.questions.question_form import OwnQuestionForm
from adtracker.ui.records.questions.row import CountRow, QuestionRow, ScaleRow, YesNoRow
from adtracker.ui.settings.page import SettingsPage
from adtracker.ui.shell.main_window import MainWindow
from tests.storage.trouble import full_disk
from tests.ui.conftest import TODAY
from tests.ui.person import Person

PAIN = Question("Skin pain", "Skin pain", position=0)
MOOD = Question("Mood", "Mood", better=Better.HIGHER, position=1)
SWAM = Question("Swam", "Did I swim?", AnswerKind.YES_NO, Better.NEITHER, position=2)
STEPS = Question("Steps", "Steps", AnswerKind.COUNT, Better.HIGHER, "steps", position=3)
R = TypeVar("R", bound=QuestionRow)


class Asker(Person):
    """A person with questions of their own."""

    @property
    def dialogs(self) -> OwnQuestionDialogs:
        """The windows for them."""
        return self.page.parts.questions.dialogs

    def row(self, question: Question, kind: type[R]) -> R:
        """The row of a question on Today."""
        QApplication.processEvents()
        found = next(row for row in self.page.parts.questions.card.rows if row.question.key == question.key)
        assert isinstance(found, kind)
        return found

    @property
    def texts(self) -> list[str]:
        """The questions on Today, in order."""
        QApplication.processEvents()
        return [row.question.text for row in self.page.parts.questions.card.rows]

    @property
    def form(self) -> OwnQuestionForm:
        """The form that is open."""
        assert self.dialogs.form is not None
        (form,) = self.dialogs.form.findChildren(OwnQuestionForm)
        return form

    def save(self) -> None:
        """Press Save."""
        assert self.dialogs.form is not None
        self.click(self.dialogs.form.save)
        QApplication.processEvents()

    def write(self, field: QLineEdit, text: str) -> None:
        """Type into a field, in place of what stands there."""
        self.click(field)
        field.selectAll()
        QTest.keyClicks(field, text)

    def press_in(self, field: QLineEdit, key: Qt.Key) -> None:
        """Press a key in a field."""
        QTest.keyClick(field, key)
        QApplication.processEvents()

    def listed(self, text: str) -> OwnQuestionEntry:
        """An entry of the list of all questions."""
        QApplication.processEvents()
        assert self.dialogs.all is not None
        return next(entry for entry in self.dialogs.all.list.entries if entry.question.text == text)

    def do(self, wanted: Callable[[OwnQuestionEntry], QPushButton], text: str) -> None:
        """Press a button of an entry of the list."""
        self.click(wanted(self.listed(text)))
        QApplication.processEvents()


@pytest.fixture
def asker(qtbot: QtBot, window: MainWindow) -> Asker:
    return Asker(qtbot, window)


def _show(asker: Asker) -> None:
    """Have Today read anew what a test put into the diary."""
    asker.page.mark_stale()
    QApplication.processEvents()


@pytest.fixture
def asked(journal: Journal, asker: Asker) -> Asker:
    """Four questions of all kinds on Today."""
    journal.save_all([PAIN, MOOD, SWAM, STEPS])
    _show(asker)
    return asker


def _answers(journal: Journal) -> dict[str, float]:
    return dict(journal.entry(TODAY).answers)


def test_a_question_is_added_with_its_direction_and_unit_and_then_stands_on_today(
    journal: Journal, asker: Asker
) -> None:
    asker.unfold("questions")
    asker.click(asker.page.parts.questions.card.add)
    asker.save()
    assert asker.dialogs.form is not None
    assert asker.dialogs.form.problem == "Please write something here."
    asker.write(asker.form.text, "  Hours of   sun ")
    asker.click(asker.form.kind.chip("count"))
    asker.write(asker.form.unit, "hours")
    asker.click(asker.form.better.chip("neither"))
    assert "more is not better or worse" in asker.reads(asker.form)
    asker.save()
    key = "Hours of sun"
    assert journal.questions() == (Question(key, key, AnswerKind.COUNT, Better.NEITHER, "hours", 0),)
    assert asker.texts == [key]
    asker.open_day(TODAY - ONE_DAY)
    assert asker.texts == [key]  # unfolded on every day from now on
    assert not asker.page.parts.row.button("questions").isVisible()
    asker.page.context.writer.undo()
    assert journal.questions() == ()
    assert asker.texts == []


def test_skin_pain_is_there_ready_made_and_can_be_reworded(journal: Journal, asker: Asker) -> None:
    asker.unfold("questions")
    asker.click(asker.page.parts.questions.card.add)
    asker.click(asker.form.better.chip("higher"))
    asker.click(asker.form.ready)
    assert asker.form.window().focusWidget() is asker.form.text
    assert asker.form.text.text() == "Worst skin pain in the past 24 hours"
    QTest.keyClick(asker.form.text, Qt.Key.Key_End)
    QTest.keyClicks(asker.form.text, ", hands")
    asker.save()
    words = "Worst skin pain in the past 24 hours, hands"
    (found,) = journal.questions()
    assert (found.text, found.kind, found.better) == (words, AnswerKind.SCALE, Better.LOWER)
    assert asker.texts == [words]


def test_a_ready_made_one_never_takes_the_place_of_what_is_written(asked: Asker) -> None:
    asked.dialogs.add()
    assert asked.form.ready.isEnabled()
    QTest.keyClicks(asked.form.text, "Tired")
    assert not asked.form.ready.isEnabled()
    asked.dialogs.change(PAIN)
    assert not asked.form.ready.isVisible()


@pytest.mark.parametrize("others", [[], [PAIN, MOOD, SWAM, STEPS]], ids=["the first", "one more"])
def test_a_new_question_can_be_answered_at_once_by_keys(
    journal: Journal, asker: Asker, window: MainWindow, others: list[Question]
) -> None:
    journal.save_all(others)
    _show(asker)
    asker.unfold("questions")
    asker.click(asker.page.parts.questions.card.add)
    QTest.keyClicks(asker.form.text, "Tired")
    QTest.keyClick(asker.form.text, Qt.Key.Key_Return)
    window.activateWindow()
    QApplication.processEvents()
    row = asker.page.parts.questions.card.rows[-1]
    assert asker.is_at(row)
    assert row.visibleRegion().boundingRect() == row.rect(), "all of it is in view"
    asker.type("6")
    assert _answers(journal) == {"Tired": 6}


def test_two_questions_of_the_same_words_are_two(journal: Journal, asked: Asker) -> None:
    asked.click(asked.page.parts.questions.card.add)
    asked.write(asked.form.text, "Mood")
    asked.save()
    assert [(question.key, question.position) for question in journal.questions()][-1] == ("Mood 2", 4)


def test_the_form_shows_what_the_row_will_look_like(asker: Asker) -> None:
    asker.unfold("questions")
    asker.click(asker.page.parts.questions.card.add)
    assert asker.form.findChildren(ScaleRow)
    asker.click(asker.form.kind.chip("yes_no"))
    QApplication.sendPostedEvents()
    asker.write(asker.form.text, "Did I swim?")
    QTest.qWait(200)
    rows = [row for row in asker.form.findChildren(YesNoRow) if row.isVisible()]
    assert [row.question.text for row in rows] == ["Did I swim?"]


def test_all_is_answered_by_keys_alone_one_question_after_the_other(journal: Journal, asked: Asker) -> None:
    asked.row(PAIN, ScaleRow).take_focus()
    asked.type("47")
    assert _answers(journal) == {"Skin pain": 4, "Mood": 7}
    assert asked.is_at(asked.row(SWAM, YesNoRow))
    asked.press(Qt.Key.Key_Right)
    steps = asked.row(STEPS, CountRow)
    steps.take_focus()
    QTest.keyClicks(steps.field, "8,400")
    asked.press_in(steps.field, Qt.Key.Key_Return)
    assert _answers(journal) == {"Skin pain": 4, "Mood": 7, "Swam": 1, "Steps": 8400}
    assert journal.check() == []


def test_digits_go_on_from_sleep_to_the_own_questions_and_change_no_answer(journal: Journal, asked: Asker) -> None:
    asked.page.take_focus()
    asked.type("7145")
    entry = journal.entry(TODAY)
    assert (entry.itch, entry.sleep_quality) == (7, 1)
    assert (entry.answer(PAIN.key), entry.answer(MOOD.key)) == (4, 5)


def test_what_was_answered_is_said_in_the_words_of_the_question(journal: Journal, asked: Asker) -> None:
    journal.save(replace(PAIN, text="Pain in the evening"))
    _show(asked)
    asked.click(asked.row(PAIN, ScaleRow).scale.number(3))
    assert "“Pain in the evening” 3 saved for Sun 29 Nov, 20:15" in asked.page.saved.text
    asked.click(asked.page.saved.undo_button)
    assert asked.page.saved.text == "“Pain in the evening” 3 is taken back on 29 Nov."


def test_an_answer_is_taken_back_by_pressing_it_again_and_comes_back_with_undo(journal: Journal, asked: Asker) -> None:
    four = asked.row(PAIN, ScaleRow).scale.number(4)
    asked.click(four)
    asked.click(asked.row(SWAM, YesNoRow).choice.no)
    assert _answers(journal) == {"Skin pain": 4, "Swam": 0}
    asked.click(four)
    asked.click(asked.row(SWAM, YesNoRow).choice.no)
    assert journal.entries() == ()  # nothing is recorded any more
    for _ in range(2):
        asked.page.context.writer.undo()
    assert _answers(journal) == {"Skin pain": 4, "Swam": 0}
    assert four.isChecked()


@pytest.mark.parametrize("typed", ["1.5", "-3", "1000001", "many", "nan"])
def test_a_number_that_does_not_fit_is_refused_with_a_sentence_and_stays_to_be_put_right(
    journal: Journal, asked: Asker, typed: str
) -> None:
    row = asked.row(STEPS, CountRow)
    asked.write(row.field, typed)
    asked.press_in(row.field, Qt.Key.Key_Return)
    assert row.problem
    assert row.field.text() == typed
    assert row.problem == row.field.accessibleDescription()
    assert asked.page.unsaved
    assert journal.entries() == ()
    asked.write(row.field, "12")
    asked.click(asked.row(PAIN, ScaleRow).scale.number(2))  # leaving the field is enough
    assert _answers(journal) == {"Steps": 12, "Skin pain": 2}
    assert not row.problem
    assert not asked.page.unsaved


def test_what_is_typed_is_stored_before_another_day_opens(journal: Journal, asked: Asker) -> None:
    row = asked.row(STEPS, CountRow)
    asked.write(row.field, "7000")
    asked.open_day(TODAY - ONE_DAY)
    assert _answers(journal) == {"Steps": 7000}
    assert row.field.text() == ""
    asked.open_day(TODAY)
    assert row.field.text() == "7,000"


def test_answers_that_cannot_be_stored_all_wait_for_the_next_try(journal: Journal, asked: Asker) -> None:
    asked.click(asked.row(SWAM, YesNoRow).choice.yes)
    with full_disk():
        asked.click(asked.row(PAIN, ScaleRow).scale.number(4))
        asked.click(asked.row(MOOD, ScaleRow).scale.number(7))
    assert asked.row(PAIN, ScaleRow).scale.value == 4
    assert _answers(journal) == {"Swam": 1}
    asked.click(asked.page.saved.again_button)
    assert _answers(journal) == {"Swam": 1, "Skin pain": 4, "Mood": 7}


def test_a_question_is_reworded_and_keeps_its_answers_but_not_another_kind(journal: Journal, asked: Asker) -> None:
    asked.click(asked.row(MOOD, ScaleRow).scale.number(6))
    asked.click(asked.page.parts.questions.card.all)
    asked.do(lambda entry: entry.change, "Mood")
    assert not asked.form.kind.isEnabled()
    assert "would mean something else" in asked.reads(asked.form)
    asked.write(asked.form.text, "Mood in the evening")
    asked.save()
    assert asked.listed("Mood in the evening").question.key == "Mood"
    assert asked.texts[1] == "Mood in the evening"
    assert _answers(journal) == {"Mood": 6}
    asked.do(lambda entry: entry.change, "Steps")
    assert asked.form.kind.isEnabled()


def test_questions_are_put_in_order_by_keys_and_that_is_taken_back_in_one_step(journal: Journal, asked: Asker) -> None:
    asked.click(asked.page.parts.questions.card.all)
    assert not asked.listed("Skin pain").up.isEnabled()
    assert not asked.listed("Steps").down.isEnabled()
    asked.do(lambda entry: entry.down, "Skin pain")
    assert asked.texts == ["Mood", "Skin pain", "Did I swim?", "Steps"]
    assert asked.listed("Skin pain").down.hasFocus()
    asked.do(lambda entry: entry.up, "Skin pain")
    assert asked.listed("Skin pain").down.hasFocus()  # there is no way further up
    asked.do(lambda entry: entry.up, "Steps")
    asked.page.context.writer.undo()
    asked.page.context.writer.undo()
    assert asked.texts == ["Mood", "Skin pain", "Did I swim?", "Steps"]
    assert journal.check() == []


def test_a_hidden_question_is_asked_no_more_and_stays_where_it_was_answered(journal: Journal, asked: Asker) -> None:
    yesterday = TODAY - ONE_DAY
    journal.save(DayEntry(yesterday, answers=(("Mood", 6.0),)))
    asked.click(asked.page.parts.questions.card.all)
    asked.do(lambda entry: entry.hide_button, "Mood")
    assert asked.texts == ["Skin pain", "Did I swim?", "Steps"]
    assert asked.dialogs.all is not None
    asked.click(asked.dialogs.all.close_button)
    asked.open_day(yesterday)
    assert asked.texts == ["Skin pain", "Mood", "Did I swim?", "Steps"]
    assert "asked no more" in asked.reads(asked.page.parts.questions.card)
    asked.click(asked.row(MOOD, ScaleRow).scale.number(5))
    assert journal.entry(yesterday).answer("Mood") == 5
    asked.click(asked.page.parts.questions.card.all)
    asked.do(lambda entry: entry.hide_button, "Mood")
    assert not journal.questions()[1].hidden


def test_one_question_too_many_is_refused_in_the_form(journal: Journal, asker: Asker) -> None:
    journal.save_all([Question(f"q{number}", f"Question {number}") for number in range(MOST_QUESTIONS)])
    _show(asker)
    asker.click(asker.page.parts.questions.card.add)
    asker.write(asker.form.text, "Mood")
    asker.save()
    assert asker.dialogs.form is not None
    assert f"At most {MOST_QUESTIONS}" in asker.dialogs.form.problem
    assert len(journal.questions()) == MOST_QUESTIONS


@pytest.mark.slow
def test_one_too_many_is_not_shown_again_either_and_the_list_says_why(journal: Journal, asker: Asker) -> None:
    full = [Question(f"q{number}", f"Question {number}", position=number) for number in range(MOST_QUESTIONS)]
    journal.save_all([*full, Question("Mood", "Mood", position=99, hidden=True)])
    _show(asker)
    asker.click(asker.page.parts.questions.card.all)
    asker.do(lambda entry: entry.hide_button, "Mood")
    assert asker.dialogs.all is not None
    assert f"At most {MOST_QUESTIONS}" in asker.dialogs.all.sentence
    asker.do(lambda entry: entry.hide_button, "Question 3")
    assert asker.dialogs.all.sentence == ""
    asker.do(lambda entry: entry.hide_button, "Mood")
    assert not journal.questions()[-1].hidden


def test_every_control_is_named_and_large_enough_for_sore_hands(asked: Asker) -> None:
    card = asked.page.parts.questions.card
    asked.click(card.all)
    assert asked.dialogs.all is not None
    for widget in (*card.findChildren(QPushButton), *asked.dialogs.all.findChildren(QPushButton)):
        if widget.isVisible():
            assert widget.accessibleName() or widget.text()
            assert min(widget.width(), widget.height()) >= 44, widget.text()
    assert asked.row(STEPS, CountRow).field.accessibleName() == "Steps steps"


def test_settings_lead_to_the_same_list(journal: Journal, window: MainWindow, asked: Asker) -> None:
    window.pages.show_page("settings")
    page = window.pages.currentWidget()
    assert isinstance(page, SettingsPage)
    asked.click(page.questions)
    shown = page.question_dialogs.all
    assert shown is not None
    asked.click(shown.list.entries[0].hide_button)
    assert journal.questions()[0].hidden
