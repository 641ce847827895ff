"""What Today itself has stored it shows without asking the diary for it, and shows the same as if it had asked."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from adtracker.domain.common.period import ONE_DAY
from adtracker.domain.records.course import Course
from adtracker.domain.records.day import DayEntry
from adtracker.domain.records.question import Question
from adtracker.domain.records.sign import Sign
from adtracker.domain.records.visit import Visit
from adtracker.storage.journal import Journal
from adtracker.ui.core.context import Context
from adtracker.ui.records.questions.row import ScaleRow
from adtracker.ui.shell.main_window import MainWindow
from tests.storage.trouble import held_by_another
from tests.transactions import transactions
from tests.ui.conftest import TODAY
from tests.ui.treatments import MOISTURISER, Patient, stored

YESTERDAY = TODAY - ONE_DAY
MOST = 3
BEFORE = DayEntry(YESTERDAY, itch=7, sleep_quality=4, signs=(Sign.DRY,), context=("wool",), answers=(("Pain", 5.0),))


@pytest.fixture
def person(journal: Journal, qtbot: QtBot, window: MainWindow) -> Patient:
    """They use every part of a day, and today has nothing yet."""
    journal.save(Course(TODAY - 119 * ONE_DAY))
    journal.save(Question("Pain", "Pain"))
    journal.save(Visit(TODAY, "Skin clinic"))
    stored(journal, MOISTURISER)
    journal.save(BEFORE)
    person = Patient(qtbot, window)
    person.page.mark_stale()
    for part in person.page.parts.parts:
        person.unfold(part.key)
    return person


def _picture(person: Patient) -> QImage:
    """The page as it stands; where the keyboard is does not matter."""
    person.page.setFocus()
    for _ in range(3):
        QApplication.processEvents()
    return person.page.grab().toImage()


def _answer_own_question(person: Patient) -> None:
    (row,) = person.page.parts.questions.card.rows
    assert isinstance(row, ScaleRow)
    person.click(row.scale.number(3))


ANSWERS: dict[str, Callable[[Patient], object]] = {
    "itch": lambda person: person.click(person.page.itch.number(7)),
    "sleep": lambda person: person.click(person.page.sleep.number(2)),
    "skin": lambda person: person.click(person.page.extent.none),
    "own question": _answer_own_question,
    "sign": lambda person: person.click(person.page.parts.signs.card.chips.chip("dry")),
    "trigger": lambda person: person.click(person.page.parts.triggers.card.chips.chip("wool")),
}


def test_one_digit_takes_at_most_three_transactions(person: Patient) -> None:
    person.page.itch.take_focus()
    assert 0 < transactions(lambda: person.type("7")) <= MOST
    assert 0 < transactions(lambda: person.type("4")) <= MOST, "the next question has the keyboard"
    assert (person.page.itch.value, person.page.sleep.value) == (7, 4)


@pytest.mark.slow
@pytest.mark.parametrize("answer", ANSWERS)
def test_no_answer_takes_more_and_all_stand_as_the_diary_has_them(person: Patient, answer: str) -> None:
    assert transactions(lambda: ANSWERS[answer](person)) <= MOST
    taken_over = _picture(person)
    person.page.mark_stale()
    assert _picture(person) == taken_over


def test_a_dose_reads_the_treatments_and_nothing_else(person: Patient) -> None:
    row = person.row(MOISTURISER.name)
    assert transactions(lambda: person.click(row.taken)) <= 1 + MOST, "stored, and three that read"
    taken_over = _picture(person)
    person.page.mark_stale()
    assert _picture(person) == taken_over


def test_what_is_taken_over_can_be_taken_back(person: Patient, journal: Journal) -> None:
    before = _picture(person)
    person.click(person.page.itch.number(7))
    assert _picture(person) != before
    person.press(Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert person.page.itch.value is None
    assert "not recorded" in person.page.header.strip.button(TODAY).accessibleName()


def test_what_another_window_wrote_on_the_day_stands_there_with_the_next_answer(
    person: Patient, journal: Journal
) -> None:
    journal.save(DayEntry(TODAY, sleep_quality=9, signs=(Sign.CRACKED,)))
    person.click(person.page.itch.number(7))
    assert person.page.sleep.value == 9
    assert person.page.parts.signs.card.chips.chip("cracked").isChecked()


def test_after_a_failure_all_is_read_again(person: Patient, journal: Journal, diary_path: Path) -> None:
    two_days_ago = TODAY - 2 * ONE_DAY
    journal.save(DayEntry(two_days_ago, itch=1))
    button = person.page.header.strip.button(two_days_ago)
    person.click(person.page.itch.number(7))
    assert "not recorded" in button.accessibleName(), "nobody told the page"
    with held_by_another(diary_path):
        person.click(person.page.sleep.number(2))
    person.click(person.page.saved.again_button)
    assert "not recorded" not in button.accessibleName()


def test_an_edit_of_another_page_is_read(person: Patient, context: Context, journal: Journal) -> None:
    entry = replace(journal.entry(YESTERDAY), note="From elsewhere.")
    assert transactions(lambda: context.writer.save(entry)) > MOST
    assert transactions(lambda: context.writer.save(replace(entry, note="Again."), object())) > MOST
