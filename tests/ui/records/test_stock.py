"""What is left of a treatment: counted in a form, told in its window and under Coming up, undone with Ctrl+Z."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from adtracker.domain.common.period import ONE_DAY
from adtracker.domain.records.course import Course
from adtracker.domain.treatments.dose import DayDoses
from adtracker.storage.journal import Journal
from adtracker.ui.records.treatments.stock_form import StockForm
from adtracker.ui.shell.main_window import MainWindow
from adtracker.ui.timeline.page import TimelinePage
from tests.ui.conftest import TODAY, Clock
from tests.ui.treatments import INJECTION, START, Patient, only_one, stored


def _form(patient: Patient) -> StockForm:
    form = patient.part(StockForm)
    assert isinstance(form, StockForm)
    return form


def _coming(window: MainWindow) -> list[str]:
    page = window.show_page("timeline")
    assert isinstance(page, TimelinePage)
    return [line.words for line in page.coming.coming]


def test_a_count_is_stored_told_and_taken_back(patient: Patient, journal: Journal, window: MainWindow) -> None:
    injection = stored(journal, INJECTION)
    journal.save(Course(START, "Amlitelimab"))
    patient.page.mark_stale()
    details = patient.look_at("Amlitelimab")
    assert details.left.isHidden()
    patient.click(details.stock)
    form = _form(patient)
    patient.give(form.left, 3)
    patient.give(form.days, 10)
    patient.click(patient.form.save)
    # Counted after the dose of today: the last of three is that of 21 February.
    assert only_one(journal) == replace(injection, counted_on=TODAY, doses_left=3, order_days=10)
    QApplication.processEvents()
    assert details.left.text() == (
        "3 doses are left. The last is used on 21 Feb 2027. Your day to order is 11 Feb 2027."
    )
    patient.click(details.done_button)
    assert "11 Feb 2027: Amlitelimab: your day to order, 3 doses left, the last for 21 Feb 2027" in _coming(window)
    patient.come_back()
    patient.press(Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert only_one(journal) == injection
    assert not [words for words in _coming(window) if "order" in words]


def test_days_go_by_and_doses_without_a_record_are_told(patient: Patient, journal: Journal, now: Clock) -> None:
    stored(journal, replace(INJECTION, counted_on=date(2026, 11, 1), doses_left=1, order_days=5))
    patient.page.mark_stale()
    details = patient.look_at("Amlitelimab")
    assert details.left.text() == ("1 dose is left. The last is used on Sun 29 Nov. Your day to order is Tue 24 Nov.")
    patient.click(details.done_button)
    now.pass_days(2)
    patient.come_back()
    patient.page.mark_stale()
    details = patient.look_at("Amlitelimab")
    assert details.left.text() == (
        "No dose is left. Planned without a record since you counted, and taken off: 1 dose."
    )


def test_coming_up_says_since_when_and_that_none_is_left(journal: Journal, window: MainWindow) -> None:
    journal.save(Course(START, "Amlitelimab"))
    injection = stored(journal, replace(INJECTION, counted_on=date(2026, 11, 1), doses_left=1, order_days=5))
    assert "Since Tue 24 Nov: Amlitelimab: your day to order, 1 dose left, the last for Sun 29 Nov" in _coming(window)
    context = window.pages.context
    assert context is not None
    context.writer.save(DayDoses(injection.key or 0, TODAY, taken=1))
    assert "Today: Amlitelimab: no dose left" in _coming(window)
    context.writer.save(replace(only_one(journal), counted_on=TODAY, doses_left=1, order_days=None))
    assert "Sun 27 Dec: Amlitelimab: the last of 1 dose left" in _coming(window)


def test_the_count_can_be_given_up(patient: Patient, journal: Journal, qtbot: QtBot) -> None:
    stored(journal, replace(INJECTION, counted_on=TODAY - ONE_DAY, doses_left=0, order_days=None))
    patient.page.mark_stale()
    details = patient.look_at("Amlitelimab")
    patient.click(details.stock)
    form = _form(patient)
    assert (form.left.number, form.day.day, form.is_told.isChecked()) == (0, TODAY, False)
    patient.click(form.is_counted)
    assert not form.left.isVisible()
    patient.click(patient.form.save)
    assert (only_one(journal).doses_left, only_one(journal).counted_on) == (None, None)
    QApplication.processEvents()
    assert details.left.isHidden()
