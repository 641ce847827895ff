"""The window of a form: what is wrong goes once it is right, and all rows end where the fields end."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from adtracker.ui.core.context import Context
from adtracker.ui.records.form_dialog import FormDialog
from adtracker.ui.records.questions.question_form import OwnQuestionForm
from adtracker.ui.records.scores.score_form import ScoreForm
from adtracker.ui.records.treatments.treatment_form import TreatmentForm
from adtracker.ui.records.triggers.trigger_form import TriggerForm
from adtracker.ui.records.visits.side_effect_form import SideEffectForm
from adtracker.ui.shell.main_window import MainWindow
from tests.ui.every_form import FORMS, Hands, Open, open_form
from tests.ui.person import Person

every_form = pytest.mark.parametrize("opened", FORMS.values(), ids=FORMS.keys())


@pytest.fixture
def hands(context: Context, window: MainWindow) -> Hands:
    return Hands.over(window, context)


@pytest.fixture
def person(qtbot: QtBot, window: MainWindow) -> Person:
    return Person(qtbot, window)


def _name(dialog: FormDialog) -> QWidget:
    """What is asked first in these forms, and must not be left empty."""
    form = dialog.form
    if isinstance(form, SideEffectForm):
        return form.what
    if isinstance(form, OwnQuestionForm):
        return form.text
    if isinstance(form, TriggerForm):
        return form.names["wool"]
    name = form.findChild(TreatmentForm)
    assert isinstance(name, TreatmentForm)
    return name.name


@pytest.mark.parametrize("name", ["a side effect", "a question", "a treatment", "triggers"])
def test_what_is_wrong_is_said_until_the_field_is_right(hands: Hands, person: Person, name: str) -> None:
    dialog = open_form(hands, FORMS[name])
    field = _name(dialog)
    field.setFocus()
    QTest.keyClick(field, Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    QTest.keyClick(field, Qt.Key.Key_Delete)
    person.click(dialog.save)
    assert dialog.problem
    assert field.hasFocus()
    QTest.keyClicks(field, " ")
    assert dialog.problem, "a space is no name"
    QTest.keyClicks(field, "x")
    assert not dialog.problem
    person.click(dialog.save)
    assert not dialog.isVisible()


def test_what_is_wrong_with_one_field_stays_while_another_is_answered(hands: Hands, person: Person) -> None:
    dialog = open_form(hands, FORMS["a score"])
    assert isinstance(dialog.form, ScoreForm)
    person.click(dialog.save)
    said = dialog.problem
    QTest.keyClicks(dialog.form.given_by, "Dr. Weber")
    assert dialog.problem == said
    QTest.keyClicks(dialog.form.value, "7")
    assert not dialog.problem
    QTest.keyClicks(dialog.form.value, "7")
    assert not dialog.problem, "nobody is told before they are done"
    person.click(dialog.save)
    assert dialog.problem.startswith("Please give a number from 0 to 72.")
    QTest.keyClick(dialog.form.value, Qt.Key.Key_Backspace)
    assert not dialog.problem


def test_what_is_no_fault_of_a_field_stays_until_the_next_try(hands: Hands, person: Person, diary_path: Path) -> None:
    dialog = open_form(hands, FORMS["a side effect"])
    QTest.keyClicks(_name(dialog), "dry eyes")
    away = diary_path.with_name("away.diary")
    diary_path.rename(away)
    person.click(dialog.save)
    assert "moved" in dialog.problem
    QTest.keyClicks(_name(dialog), "!")
    assert "moved" in dialog.problem
    away.rename(diary_path)
    person.click(dialog.save)
    assert not dialog.isVisible()


@every_form
def test_buttons_end_where_the_fields_end(hands: Hands, opened: Open) -> None:
    dialog = open_form(hands, opened)
    dialog.show_unfinished("You did not finish this on Sunday 29 November. It is as you left it.")
    for height in (dialog.height(), 320):  # at the second the fields have a scroll bar
        dialog.resize(dialog.width(), height)
        QApplication.processEvents()  # the fields make room for the bar,
        QApplication.processEvents()  # and the buttons follow
        assert {_end(dialog.save), _end(dialog.unfinished.button)} == {_fields_end(dialog.form)}


def _end(widget: QWidget) -> int:
    return widget.mapTo(widget.window(), QPoint(widget.width(), 0)).x()


def _fields_end(form: QWidget) -> int:
    rows = form.layout()
    assert rows is not None
    return _end(form) - rows.contentsMargins().right()
