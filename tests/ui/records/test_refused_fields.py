"""What a field refused is never passed over: while it is not put right, no button stores the value before instead."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from adtracker.storage.journal import Journal
from adtracker.ui.core.context import Context
from adtracker.ui.kit.fields.pickers import DayField
from adtracker.ui.kit.fields.typed_value import TypedValue
from adtracker.ui.records.form_dialog import FormDialog
from adtracker.ui.records.visits.visit_form import VisitForm
from adtracker.ui.shell.main_window import MainWindow
from tests.ui.every_form import FORMS, Hands, Open, open_form
from tests.ui.person import Person

WITH_TYPED_VALUES = 11  # forms that show such a field when they open


@pytest.fixture
def hands(context: Context, window: MainWindow) -> Hands:
    return Hands.over(window, context)


@pytest.fixture
def person(qtbot: QtBot, window: MainWindow) -> Person:
    return Person(qtbot, window)


def _typed(dialog: FormDialog) -> list[TypedValue[Any]]:
    return [field for field in dialog.form.findChildren(TypedValue) if field.isVisible() and field.isEnabled()]


def _reads(dialog: FormDialog) -> list[str]:
    return [found.text() for found in dialog.findChildren(QLabel) if found.isVisible()]


def _write(field: TypedValue[Any], text: str) -> None:
    field.setFocus()
    field.selectAll()
    QTest.keyClicks(field, text)


@pytest.mark.parametrize("opened", FORMS.values(), ids=FORMS.keys())
def test_no_form_is_stored_with_what_stood_there_before(hands: Hands, person: Person, opened: Open) -> None:
    dialog = open_form(hands, opened)
    wanted = list[bool]()
    dialog.wanted.connect(lambda: wanted.append(True))
    for field in _typed(dialog):
        before = field.value
        _write(field, "31 Feb")
        person.click(dialog.save)
        assert field.text() == "31 Feb", "it can be put right where it was typed"
        assert field.hasFocus()
        assert field.selectedText() == field.text()
        assert field.wanted() in _reads(dialog)
        person.click_twice(dialog.save)
        QTest.keyClick(field, Qt.Key.Key_Return)
        QTest.keyClick(field, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
        assert (wanted, dialog.isVisible()) == ([], True)
        _write(field, field.write(before))
        assert field.wanted() not in _reads(dialog), "a fault goes once its field is right"


def test_most_forms_have_such_a_field(hands: Hands) -> None:
    found = 0
    for opened in FORMS.values():
        dialog = open_form(hands, opened)
        found += bool(_typed(dialog))
        dialog.reject()
    assert found >= WITH_TYPED_VALUES


def test_a_day_that_was_refused_and_left_is_asked_for_when_the_form_is_to_be_stored(
    hands: Hands, person: Person, journal: Journal
) -> None:
    before = journal.visits()
    dialog = open_form(hands, FORMS["a visit"])
    form = dialog.form
    assert isinstance(form, VisitForm)
    _write(form.day, "soon")
    person.click(form.who)
    QTest.keyClicks(form.who, "Dr. Osei")
    person.click(dialog.save)
    assert journal.visits() == before
    QTest.keyClicks(form.day, "24 Dec 2026")
    person.click(dialog.save)
    assert not dialog.isVisible()
    assert [(visit.day, visit.who) for visit in journal.visits() if visit not in before] == [
        (date(2026, 12, 24), "Dr. Osei")
    ]


def test_a_day_picked_in_the_calendar_is_an_answer_even_if_it_is_the_one_before(hands: Hands, person: Person) -> None:
    dialog = open_form(hands, FORMS["a visit"])
    field = dialog.form.findChild(DayField)
    assert isinstance(field, DayField)
    _write(field, "soon")
    person.click(dialog.save)
    assert dialog.isVisible()
    field.calendar.picked.emit(field.day)
    assert field.wanted() not in _reads(dialog)
    person.click(dialog.save)
    assert not dialog.isVisible()
