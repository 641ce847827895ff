"""What is typed into a form and not stored is there when the form is opened again: every form there is, by hand."""

from __future__ import annotations

import importlib
import pkgutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from adtracker import ui
from adtracker.domain.common.draft import Content, worth_keeping
from adtracker.domain.records.visit import Visit
from adtracker.storage.journal import Journal
from adtracker.ui.core.context import Context
from adtracker.ui.kit.chips import Chips
from adtracker.ui.kit.fields.answer_field import ChoiceField
from adtracker.ui.kit.fields.form_body import FormBody
from adtracker.ui.kit.fields.inputs import hand_of
from adtracker.ui.kit.fields.number_field import NumberField
from adtracker.ui.kit.fields.pickers import Choice, DayField, EditableChoice
from adtracker.ui.kit.fields.text_card import TextField
from adtracker.ui.kit.fields.tick_box import TickBox
from adtracker.ui.kit.score_scale import ScoreScale
from adtracker.ui.records.calendar_dialog import CalendarForm
from adtracker.ui.records.form_dialog import FormDialog
from adtracker.ui.records.treatments.treatment_form import TreatmentForm
from adtracker.ui.records.visits.visit_form import VisitForm
from adtracker.ui.report.clinic_form import ClinicForm
from adtracker.ui.report.paper_dialog import PaperForm
from adtracker.ui.settings.lines.form import LinesForm
from adtracker.ui.shell.main_window import MainWindow
from adtracker.ui.together.span_form import SpanForm
from adtracker.ui.trends.comparison_form import ComparisonForm
from adtracker.ui.trends.measure_form import MeasureForm
from tests.ui.conftest import TODAY, Clock
from tests.ui.every_form import FORMS, Hands, Open, open_form
from tests.ui.person import Person, come_back
from tests.ui.recorder import in_front

# They ask what is looked at or saved, nothing that the diary has; the last but one is a part of another form, and lines
# from a phone, which are kept, are held in `tests/ui/settings/test_lines.py`: they are no form that is saved.
NOT_KEPT = {MeasureForm, ComparisonForm, SpanForm, CalendarForm, ClinicForm, PaperForm, TreatmentForm, LinesForm}
WORDS = "Dr. Weber & <b>sons</b>"


every_form = pytest.mark.parametrize("opened", FORMS.values(), ids=FORMS.keys())


@pytest.fixture
def hands(context: Context, window: MainWindow) -> Hands:
    return Hands.over(window, context)


@pytest.fixture
def person(qtbot: QtBot, window: MainWindow) -> Person:
    return Person(qtbot, window)


def _answer_all(dialog: FormDialog) -> None:
    """Answer every question otherwise than it is, by hand; those that come up meanwhile as well."""
    done: set[int] = set()
    while todo := [one for one in dialog.form.inputs.values() if one.isVisible() and id(one) not in done]:
        done.add(id(todo[0]))
        if todo[0].isEnabled():
            _answer(todo[0])
            QApplication.processEvents()


def _answer(field: QWidget) -> None:
    field.setFocus()
    before = hand_of(field).read(field)
    if isinstance(field, Chips):
        QTest.mouseClick(field.chip(next(key for key in field.keys if key != before)), Qt.MouseButton.LeftButton)
    elif isinstance(field, ChoiceField):
        QTest.mouseClick(next(iter(field.lines.values())), Qt.MouseButton.LeftButton)
    elif isinstance(field, ScoreScale):
        QTest.mouseClick(field.number(2 if before != 2 else 3), Qt.MouseButton.LeftButton)
    elif isinstance(field, TickBox):
        QTest.keyClick(field, Qt.Key.Key_Space)
    elif isinstance(field, EditableChoice):
        QTest.keyClick(field, Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
        QTest.keyClicks(field, WORDS)
    elif isinstance(field, Choice):
        QTest.keyClick(field, Qt.Key.Key_Space)
        QTest.keyClick(field.view(), Qt.Key.Key_Down if field.currentIndex() + 1 < field.count() else Qt.Key.Key_Up)
        QTest.keyClick(field.view(), Qt.Key.Key_Return)
        come_back(field)
    else:
        QTest.keyClicks(field, _fitting(field))
    assert hand_of(field).read(field) != before, f"nothing happened in {field}"


def _fitting(field: QWidget) -> str:
    return "3 Oct 2026" if isinstance(field, DayField) else "12" if isinstance(field, NumberField) else f"{WORDS} 12"


def _leave(dialog: FormDialog, key: Qt.Key) -> None:
    QTest.keyClick(dialog.windowHandle(), key)
    QApplication.processEvents()


@pytest.mark.slow
@every_form
def test_what_was_left_with_escape_is_there_again_and_can_be_begun_afresh(
    hands: Hands, person: Person, opened: Open
) -> None:
    dialog = open_form(hands, opened)
    title, before = dialog.windowTitle(), dialog.form.content
    _answer_all(dialog)
    left = dialog.form.content
    assert left != before
    _leave(dialog, Qt.Key.Key_Escape)
    assert not hands.context.writer.can_undo, "nothing is stored"
    assert hands.window.messages.text == f"What you wrote in “{title}” is kept. It is there when you open it again."
    dialog = open_form(hands, opened)
    assert dialog.unfinished.text == "You did not finish this earlier today. It is as you left it."
    assert dialog.form.content == left
    person.click(dialog.unfinished.button)
    assert dialog.form.content == before
    assert not dialog.unfinished.isVisible()
    _leave(dialog, Qt.Key.Key_Escape)
    assert open_form(hands, opened).unfinished.text == ""


@every_form
def test_cancel_gives_up_what_was_typed(hands: Hands, person: Person, opened: Open) -> None:
    dialog = open_form(hands, opened)
    before = dialog.form.content
    _answer_all(dialog)
    _leave(dialog, Qt.Key.Key_Escape)
    person.click(open_form(hands, opened).cancel)
    dialog = open_form(hands, opened)
    assert (dialog.unfinished.text, dialog.form.content) == ("", before)


@every_form
def test_every_field_of_a_form_is_kept(hands: Hands, opened: Open) -> None:
    form = open_form(hands, opened).form
    kept = set(form.inputs.values())
    for field in form.findChildren(QWidget):
        if _takes_answers(field) and kept.isdisjoint(_around(field)):
            pytest.fail(f"what is typed into {field.accessibleName() or field} is kept nowhere")


def _around(field: QWidget | None) -> Iterator[QWidget]:
    """A field and all that it stands in, also where it opens in a window of its own, as a calendar does."""
    while field is not None:
        yield field
        field = field.parentWidget()


def _takes_answers(field: QWidget) -> bool:
    if field.focusPolicy() == Qt.FocusPolicy.NoFocus:
        return False
    is_ticked = isinstance(field, QAbstractButton) and field.isCheckable()
    return is_ticked or isinstance(field, QLineEdit | TextField | Choice | EditableChoice)


def test_no_form_is_forgotten_here(hands: Hands) -> None:
    for module in pkgutil.walk_packages(ui.__path__, "adtracker.ui."):
        importlib.import_module(module.name)
    shown = set()
    for opened in FORMS.values():
        dialog = open_form(hands, opened)
        shown.add(type(dialog.form))
        dialog.cancel.click()
    assert shown == set(_kinds(FormBody)) - NOT_KEPT


def _kinds(base: type[FormBody]) -> Iterator[type[FormBody]]:
    for kind in base.__subclasses__():
        yield kind
        yield from _kinds(kind)


def test_a_form_is_kept_while_it_is_typed_in_and_no_longer_once_it_is_stored(
    hands: Hands, person: Person, qtbot: QtBot, journal: Journal
) -> None:
    dialog = open_form(hands, FORMS["a visit"])
    assert isinstance(dialog.form, VisitForm)
    QTest.keyClicks(dialog.form.who, WORDS)
    qtbot.waitUntil(lambda: journal.draft("visit") is not None)
    kept = journal.draft("visit")
    assert kept is not None
    assert kept.content == {"day": "2026-11-29", "who": WORDS, "notes": "", "questions": ""}
    person.click(dialog.save)
    assert journal.draft("visit") is None
    assert journal.visits()[-1].who == WORDS


def test_a_form_that_was_begun_another_day_keeps_its_day(hands: Hands, now: Clock) -> None:
    dialog = open_form(hands, FORMS["a visit"])
    assert isinstance(dialog.form, VisitForm)
    QTest.keyClicks(dialog.form.who, WORDS)
    _leave(dialog, Qt.Key.Key_Escape)
    now.pass_days(3)
    hands.happenings.add_visit()
    again = in_front(hands.happenings.form)
    assert again.unfinished.text == "You did not finish this on Sunday 29 November. It is as you left it."
    assert again.form.content["day"] == "2026-11-29"


def test_a_draft_changes_only_what_was_typed_where_the_record_changed_since(hands: Hands, journal: Journal) -> None:
    dialog = open_form(hands, FORMS["a visit that is stored"])
    assert isinstance(dialog.form, VisitForm)
    QTest.keyClicks(dialog.form.notes, "Slowly.")
    _leave(dialog, Qt.Key.Key_Escape)
    journal.save(Visit(TODAY, "Dr. Osei", key=journal.visits()[0].key))
    again = open_form(hands, FORMS["a visit that is stored"])
    assert again.form.content == {"day": "2026-11-29", "who": "Dr. Osei", "notes": "Slowly.", "questions": ""}


def test_closing_the_window_keeps_what_stands_in_a_form(hands: Hands, window: MainWindow, journal: Journal) -> None:
    dialog = open_form(hands, FORMS["a visit"])
    assert isinstance(dialog.form, VisitForm)
    QTest.keyClicks(dialog.form.who, WORDS)
    window.close()
    assert not window.isVisible()
    kept = journal.draft("visit")
    assert kept is not None
    assert kept.content["who"] == WORDS


def test_a_form_that_the_diary_does_not_take_is_said_and_holds_up_closing(
    hands: Hands, window: MainWindow, diary_path: Path, qtbot: QtBot
) -> None:
    away = diary_path.with_name("away.diary")
    dialog = open_form(hands, FORMS["a visit"])
    assert isinstance(dialog.form, VisitForm)
    diary_path.rename(away)
    QTest.keyClicks(dialog.form.who, WORDS)
    qtbot.waitUntil(lambda: "moved" in dialog.problem)
    window.close()
    assert window.isVisible()
    away.rename(diary_path)
    window.close()
    assert not window.isVisible()
    assert hands.context.journal.draft("visit") is not None


@pytest.mark.parametrize(
    ("odd", "is_taken"),
    [
        ({"day": "no day", "who": 5, "notes": None, "unknown": "x"}, False),
        ({"day": "2026-02-30", "questions": "Why?"}, True),
    ],
)
def test_a_draft_that_no_form_of_today_wrote_does_no_harm(
    hands: Hands, journal: Journal, odd: Content, is_taken: bool
) -> None:
    journal.keep_draft("visit", odd)
    dialog = open_form(hands, FORMS["a visit"])
    assert dialog.form.content["day"] == "2026-11-29"
    assert bool(dialog.unfinished.text) is is_taken


def test_only_what_is_other_is_worth_keeping_of_a_record_that_is_there() -> None:
    before: Content = {"day": "2026-11-29", "who": "", "goes_on": True}
    typed = {**before, "who": "Dr. Weber"}
    assert worth_keeping(typed, before, is_new=True) == typed
    assert worth_keeping(typed, before, is_new=False) == {"who": "Dr. Weber"}
    assert worth_keeping(before, before, is_new=True) == worth_keeping(before, before, is_new=False) == {}
