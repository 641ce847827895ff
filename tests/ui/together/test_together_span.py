"""Which days are looked at for what happened together: all of them at first, then those that a person chooses."""

from datetime import date, timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from adtracker.domain.records.course import Course
from adtracker.domain.records.day import DayEntry
from adtracker.storage.journal import Journal
from adtracker.ui.records.span_choice import PERIOD, WHOLE
from adtracker.ui.shell.main_window import MainWindow
from adtracker.ui.together.dialog import TogetherDialog
from adtracker.ui.together.span_form import SpanForm
from adtracker.ui.trends.page import TrendsPage
from adtracker.ui.words.day_words import span_words
from tests.ui.conftest import TODAY
from tests.ui.looking_back import click, open_trends

HALF, DAYS = 70, 140
COURSE = Course(TODAY - timedelta(days=HALF - 1), "Amlitelimab")
FIRST = TODAY - timedelta(days=DAYS - 1)


@pytest.fixture
def trends(journal: Journal, window: MainWindow) -> TrendsPage:
    """Twenty weeks with stress on 4 of 13 days: in the first ten itch is 3 higher on them, in the course it is not."""
    entries = []
    for number in range(DAYS):
        stress = number * 5 % 13 < 4
        itch = 3 + 3 * (stress and number < HALF) + number % 2
        day = FIRST + timedelta(days=number)
        entries.append(DayEntry(day, itch=float(itch), context=("stress",) if stress else ()))
    journal.save_all(entries)
    journal.save(COURSE)
    return open_trends(window)


def _shown(qtbot: QtBot, page: TrendsPage) -> TogetherDialog:
    click(page.head.together)
    return _settled(qtbot, page)


def _settled(qtbot: QtBot, page: TrendsPage) -> TogetherDialog:
    qtbot.waitUntil(lambda: not page.together.maker.is_busy)
    QApplication.processEvents()
    assert page.together.dialog is not None
    return page.together.dialog


def _form(page: TrendsPage) -> SpanForm:
    """Press the button and have the form."""
    assert page.together.dialog is not None
    click(page.together.dialog.span)
    form = page.together.form
    assert form is not None
    assert form.isVisible()
    return form


def _show(page: TrendsPage) -> None:
    assert page.together.choosing is not None
    click(page.together.choosing.save)
    QApplication.processEvents()


def _choose(form: SpanForm, number: int) -> None:
    """Open the list by a key, and choose in it by keys: 0 is all days, 1 the course, 2 any two dates."""
    choice = form.choice.choice
    QTest.keyClick(choice, Qt.Key.Key_Down)
    assert choice.view().isVisible()
    QTest.keyClick(choice.view(), Qt.Key.Key_Home)
    for _ in range(number):
        QTest.keyClick(choice.view(), Qt.Key.Key_Down)
    QTest.keyClick(choice.view(), Qt.Key.Key_Return)
    QApplication.processEvents()


def _type(form: SpanForm, first: date, last: date) -> None:
    """Write two dates."""
    for field, day in ((form.choice.first, first), (form.choice.last, last)):
        assert field.isVisible()
        field.window().activateWindow()
        field.setFocus()
        QApplication.processEvents()
        field.selectAll()
        QTest.keyClicks(field, f"{day:%d.%m.%Y}")
        QTest.keyClick(field, Qt.Key.Key_Tab)
        assert field.day == day


def test_all_days_are_looked_at_first_and_said(qtbot: QtBot, trends: TrendsPage) -> None:
    dialog = _shown(qtbot, trends)
    assert dialog.intro.text().endswith(" 13 July to 29 November 2026.")
    assert "Stress and more itch the same day happened together more often" in dialog.words.toPlainText()
    form = _form(trends)
    assert form.choice.key == WHOLE
    assert not form.choice.first.isVisible()


def test_the_days_of_a_course_are_chosen_by_keys_and_looked_at_alone(qtbot: QtBot, trends: TrendsPage) -> None:
    dialog = _shown(qtbot, trends)
    dialog.span.setFocus()
    QTest.keyClick(dialog.span, Qt.Key.Key_Return)
    form = trends.together.form
    assert form is not None
    _choose(form, 1)
    assert form.choice.choice.currentText().startswith("Amlitelimab, from ")
    assert trends.together.choosing is not None
    QTest.keyClick(trends.together.choosing, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert dialog.cancel.isVisible()
    assert not dialog.copy.isVisible()
    assert _settled(qtbot, trends) is dialog
    assert dialog.intro.text().endswith(f" {span_words(COURSE.period)}.")
    words = dialog.words.toPlainText()
    assert "happened together more often" not in words
    # Of the 70 days of the course the first has no day before it.
    stress = [number for number in range(HALF + 1, DAYS) if number * 5 % 13 < 4]
    assert f"({len(stress)} days with, {HALF - 1 - len(stress)} without)" in words
    assert span_words(COURSE.period) in dialog.text  # what is copied says it too
    assert _form(trends).choice.key != WHOLE  # what is shown is what is chosen


def test_dates_are_given_and_two_that_do_not_fit_are_said(qtbot: QtBot, trends: TrendsPage) -> None:
    dialog = _shown(qtbot, trends)
    form = _form(trends)
    _choose(form, 2)
    assert form.choice.key == PERIOD
    _type(form, TODAY, FIRST)
    _show(trends)
    assert trends.together.choosing is not None
    assert trends.together.choosing.problem == "The first day lies after the last day."
    _type(form, FIRST, FIRST + timedelta(days=HALF - 1))
    _show(trends)
    _settled(qtbot, trends)
    assert "Stress and more itch the same day happened together more often" in dialog.words.toPlainText()
    assert dialog.intro.text().endswith(" 13 July to 20 September 2026.")


def test_days_without_anything_leave_a_way_to_others(qtbot: QtBot, journal: Journal, trends: TrendsPage) -> None:
    dialog = _shown(qtbot, trends)
    form = _form(trends)
    _choose(form, 2)
    assert form.choice.key == PERIOD
    _type(form, FIRST - timedelta(days=90), FIRST - timedelta(days=30))
    _show(trends)
    _settled(qtbot, trends)
    assert dialog.empty.isVisible()
    assert dialog.empty.sentence.text() == "Nothing was noted on these days that can be compared."
    assert not dialog.empty.action.isVisible()
    form = _form(trends)
    _choose(form, 0)
    assert form.choice.key == WHOLE
    _show(trends)
    _settled(qtbot, trends)
    assert dialog.board.isVisible()


def test_escape_leaves_what_is_shown(qtbot: QtBot, trends: TrendsPage) -> None:
    dialog = _shown(qtbot, trends)
    before = dialog.text
    _form(trends)
    assert trends.together.choosing is not None
    QTest.keyClick(trends.together.choosing, Qt.Key.Key_Escape)
    assert not trends.together.maker.is_busy
    assert dialog.text == before
