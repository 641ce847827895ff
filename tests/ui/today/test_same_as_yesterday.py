"""One click for what was the same on the day before: the same words everywhere, one step to take it back."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from adtracker.domain.common.period import ONE_DAY, Period
from adtracker.domain.records.day import DayEntry
from adtracker.domain.records.extent import from_palms
from adtracker.domain.treatments.dose import DayDoses
from adtracker.storage.journal import Journal
from adtracker.ui.core.context import Context
from adtracker.ui.shell.main_window import MainWindow
from tests.ui.conftest import TODAY
from tests.ui.treatments import INJECTION, MOISTURISER, STEROID, Patient, recorded, stored

YESTERDAY = TODAY - ONE_DAY


@pytest.fixture
def before(journal: Journal, context: Context) -> None:
    """The day before has palms, triggers, an injection, one cream and two times the moisturiser."""
    entry = DayEntry(YESTERDAY, itch=5, note="Away", extent=from_palms(context.body, 4), context=("wool", "dry_air"))
    journal.save(entry)
    for treatment, count in ((INJECTION, 1), (MOISTURISER, 2), (STEROID, 1)):
        recorded(journal, stored(journal, treatment), YESTERDAY, count)


@pytest.fixture
def patient(qtbot: QtBot, window: MainWindow) -> Patient:
    return Patient(qtbot, window)


def _doses(journal: Journal) -> dict[int, int]:
    return {doses.treatment: doses.taken for doses in journal.doses(Period(TODAY, TODAY))}


def test_it_is_called_the_same_everywhere(before: None, patient: Patient) -> None:
    parts = patient.page.parts
    patient.unfold("triggers")
    buttons = (patient.page.extent.same, parts.triggers.card.same, parts.treatments.card.same)
    assert {(made.text(), made.isEnabled()) for made in buttons} == {("Same as yesterday", True)}
    patient.open_day(YESTERDAY)
    assert {(made.text(), made.isEnabled()) for made in buttons} == {("As the day before", False)}
    assert all(made.toolTip() and made.toolTip() == made.accessibleDescription() for made in buttons)


def test_creams_are_taken_over_in_one_step_and_an_injection_is_not(
    before: None, patient: Patient, journal: Journal
) -> None:
    injection, moisturiser, steroid = (patient.row(name).due.treatment.key for name in patient.names)
    patient.click(patient.page.parts.treatments.card.same)
    assert _doses(journal) == {moisturiser: 2, steroid: 1}
    assert all(doses.recorded_on == TODAY for doses in journal.doses(Period(TODAY, TODAY)))
    assert patient.row("Amlitelimab").due.doses.treatment == injection
    patient.press(Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert _doses(journal) == {}
    assert not patient.row("Mometasone").taken.isChecked()


def test_what_the_day_has_already_stays(before: None, patient: Patient, journal: Journal) -> None:
    patient.click(patient.row("Blue cream").taken)
    patient.click(patient.row("Mometasone").skipped)
    wanted = journal.doses(Period(TODAY, TODAY))
    patient.click(patient.page.parts.treatments.card.same)
    assert journal.doses(Period(TODAY, TODAY)) == wanted


def test_triggers_are_added_to_those_that_are_ticked(before: None, patient: Patient, journal: Journal) -> None:
    patient.unfold("triggers")
    card = patient.page.parts.triggers.card
    patient.click(card.chips.chip("stress"))
    patient.click(card.same)
    assert journal.entry(TODAY).context == ("stress", "wool", "dry_air")
    assert card.chips.chip("wool").isChecked()
    patient.click(card.same)
    patient.press(Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert journal.entry(TODAY).context == ("stress",), "one click, one step; a second one had nothing to do"


def test_none_of_these_is_taken_over_too(patient: Patient, journal: Journal) -> None:
    journal.save(DayEntry(YESTERDAY, context=()))
    patient.page.mark_stale()
    patient.unfold("triggers")
    patient.click(patient.page.parts.triggers.card.same)
    assert journal.entry(TODAY).context == ()
    assert patient.page.parts.triggers.card.chips.none.isChecked()


def test_only_what_it_stands_beside_is_taken_over(before: None, patient: Patient, journal: Journal) -> None:
    patient.click(patient.page.extent.same)
    entry = journal.entry(TODAY)
    assert entry.extent == journal.entry(YESTERDAY).extent
    assert (entry.itch, entry.note, entry.context) == (None, "", None)
    assert _doses(journal) == {}


def test_a_day_filled_in_later_takes_over_from_its_own_day_before(
    before: None, patient: Patient, journal: Journal, context: Context
) -> None:
    ago = TODAY - 2 * ONE_DAY
    steroid = patient.row("Mometasone").due.treatment.key
    assert steroid is not None
    context.writer.save(DayDoses(steroid, ago, 1))
    context.writer.save(replace(journal.entry(ago), itch=3, context=("soap",)))
    patient.open_day(YESTERDAY)
    patient.unfold("triggers")
    patient.click(patient.page.parts.triggers.card.same)
    assert journal.entry(YESTERDAY).context == ("wool", "dry_air", "soap")


def test_more_shows_all_triggers_and_what_can_be_done_with_them(patient: Patient) -> None:
    patient.unfold("triggers")
    card = patient.page.parts.triggers.card
    seen = [key for key in card.chips.offered if card.chips.chip(key).isVisible()]
    assert len(seen) == 6
    card.more.setFocus()
    patient.press(Qt.Key.Key_Return)
    assert all(card.chips.chip(key).isVisible() for key in card.chips.offered)
    assert card.add.isVisible()
    assert card.edit.isVisible()
    assert not card.more.isVisible()
    assert patient.is_at(card.chips.chip(card.chips.offered[6]))


def test_those_that_are_ticked_or_used_lately_are_in_sight(patient: Patient, context: Context) -> None:
    context.writer.save(DayEntry(YESTERDAY, context=("period",)))
    context.writer.save(DayEntry(TODAY, context=("unwell",)))
    patient.open_day(YESTERDAY)
    patient.open_day(TODAY)
    card = patient.page.parts.triggers.card
    assert card.chips.chip("period").isVisible()
    assert card.chips.chip("unwell").isVisible()
    patient.click(card.chips.chip("unwell"))
    assert card.chips.chip("unwell").isVisible(), "no chip goes from under the pointer"
