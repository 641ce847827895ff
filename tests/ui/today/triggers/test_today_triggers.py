"""Triggers: ticked, added in place, renamed, hidden without losing a day, and taken back."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from adtracker.domain.common.period import ONE_DAY
from adtracker.domain.records.day import DayEntry
from adtracker.domain.records.trigger import Trigger
from adtracker.storage.journal import Journal
from adtracker.ui.core.context import Context
from adtracker.ui.records.form_dialog import FormDialog
from adtracker.ui.records.triggers.card import TriggerCard
from adtracker.ui.records.triggers.trigger_form import TriggerForm
from tests.storage.trouble import held_by_another
from tests.ui.conftest import TODAY
from tests.ui.person import Person

CONTROL = Qt.KeyboardModifier.ControlModifier
USUAL = [
    "Stress",
    "Heat or sweat",
    "Dry air",
    "Wool",
    "Soap",
    "Pollen or dust",
    "Pets",
    "Food",
    "Feeling unwell",
    "Period",
]


def _add(person: Person, card: TriggerCard, name: str) -> None:
    person.click(card.add)
    person.type(name)
    person.press(Qt.Key.Key_Return)


def _edit(person: Person, card: TriggerCard) -> tuple[FormDialog, TriggerForm]:
    """The form in which triggers are renamed and hidden, opened."""
    person.click(card.edit)
    dialog = person.page.parts.triggers.dialog
    assert dialog.window is not None
    assert dialog.form is not None
    dialog.window.activateWindow()
    assert QTest.qWaitForWindowActive(dialog.window)
    return dialog.window, dialog.form


def _write(person: Person, form: TriggerForm, key: str, name: str) -> None:
    person.click(form.names[key])
    form.names[key].selectAll()
    QTest.keyClicks(form.names[key], name)


def test_usual_ones_are_ticked_and_stored(person: Person, card: TriggerCard, journal: Journal) -> None:
    assert card.chips.texts() == USUAL
    person.click(card.chips.chip("dry_air"))
    person.click(card.chips.chip("stress"))
    assert journal.entry(TODAY).context == ("stress", "dry_air")
    person.click(card.chips.none)
    assert journal.entry(TODAY).context == ()
    person.click(card.chips.none)
    assert journal.entry(TODAY).context is None
    assert journal.triggers() == (), "what comes with the program is no record"


def test_an_own_one_is_added_in_place_and_ticked(person: Person, card: TriggerCard, journal: Journal) -> None:
    person.click(card.chips.chip("wool"))
    _add(person, card, " Chlorine ")
    assert journal.triggers() == (Trigger("Chlorine", "Chlorine"),)
    assert journal.entry(TODAY).context == ("wool", "Chlorine")
    assert card.chips.texts() == [*USUAL, "Chlorine"]
    assert person.is_at(card.chips.chip("Chlorine"))
    assert card.add.isVisible()
    assert not card.field.isVisible()


def test_adding_is_two_steps_back(person: Person, card: TriggerCard, journal: Journal) -> None:
    _add(person, card, "Chlorine")
    person.press(Qt.Key.Key_Z, CONTROL)
    assert journal.entry(TODAY).context is None
    assert "Chlorine" in card.chips.texts()
    person.press(Qt.Key.Key_Z, CONTROL)
    assert journal.triggers() == ()
    person.press(Qt.Key.Key_Z, CONTROL | Qt.KeyboardModifier.ShiftModifier, times=2)
    assert journal.entry(TODAY).context == ("Chlorine",)
    assert card.chips.chip("Chlorine").isChecked()


@pytest.mark.parametrize("name", ["Stress", " sTRESS"])
def test_a_name_that_is_there_already_is_ticked(person: Person, card: TriggerCard, journal: Journal, name: str) -> None:
    _add(person, card, name)
    assert journal.triggers() == ()
    assert journal.entry(TODAY).context == ("stress",)
    _add(person, card, name)
    assert journal.entry(TODAY).context == ("stress",)


def test_esc_and_an_empty_name_add_nothing(person: Person, card: TriggerCard, journal: Journal) -> None:
    person.click(card.add)
    person.type("Chl")
    person.press(Qt.Key.Key_Escape)
    assert person.is_at(card.add)
    _add(person, card, "  ")
    assert journal.triggers() == ()
    assert person.is_at(card.add)
    assert card.isVisible()


def test_what_was_typed_is_not_lost_when_the_person_goes_on(
    person: Person, card: TriggerCard, journal: Journal
) -> None:
    person.click(card.add)
    person.type("Chlorine")
    person.click(person.page.itch.number(4))
    assert journal.entry(TODAY).context == ("Chlorine",)
    assert journal.entry(TODAY).itch == 4
    person.click(card.add)
    person.type("Paint")
    person.open_day(TODAY - ONE_DAY)
    assert journal.entry(TODAY).context == ("Chlorine", "Paint")
    assert journal.entry(TODAY - ONE_DAY).context is None


def test_a_new_name_shows_on_old_days(person: Person, card: TriggerCard, journal: Journal, context: Context) -> None:
    _add(person, card, "Chlorine")
    window, form = _edit(person, card)
    _write(person, form, "Chlorine", "Swimming pool")
    _write(person, form, "unwell", "A cold")
    person.click(window.save)
    assert journal.triggers() == (Trigger("Chlorine", "Swimming pool"), Trigger("unwell", "A cold"))
    assert card.chips.chip("Chlorine").text() == "Swimming pool"
    assert card.chips.chip("unwell").text() == "A cold"
    assert journal.entry(TODAY).context == ("Chlorine",)
    context.writer.undo()
    assert card.chips.texts() == [*USUAL[:-2], "A cold", "Period", "Chlorine"]


def test_a_hidden_one_stays_on_the_days_that_have_it(person: Person, card: TriggerCard, journal: Journal) -> None:
    person.click(card.chips.chip("pets"))
    window, form = _edit(person, card)
    for key in ("pets", "period"):
        person.click(form.boxes[key])
    person.click(window.save)
    assert journal.triggers() == (Trigger("period", "Period", hidden=True), Trigger("pets", "Pets", hidden=True))
    shown = [name for name in USUAL if name != "Period"]
    assert card.chips.texts() == shown
    person.click(card.chips.chip("pets"))
    assert card.chips.texts() == shown, "it does not go from under the pointer"
    person.click(card.chips.chip("pets"))
    person.open_day(TODAY - ONE_DAY)
    assert card.chips.texts() == [name for name in shown if name != "Pets"]
    _add(person, card, "Period")
    assert Trigger("period", "Period") in journal.triggers(), "who asks for it by name is offered it again"
    assert journal.entry(TODAY - ONE_DAY).context == ("period",)


def test_names_that_cannot_be_are_said_and_nothing_is_stored(
    person: Person, card: TriggerCard, journal: Journal
) -> None:
    window, form = _edit(person, card)
    _write(person, form, "wool", "soap")
    person.click(window.save)
    assert window.problem == "Two triggers are called “soap”. Please change one of them."
    assert window.focusWidget() is form.names["wool"], "the one that was just renamed"
    _write(person, form, "wool", " ")
    person.click(window.save)
    assert window.problem == "Please write something here."
    person.click(window.cancel)
    assert journal.triggers() == ()


def test_a_key_from_elsewhere_is_shown_and_kept(person: Person, context: Context, journal: Journal) -> None:
    context.writer.save(DayEntry(TODAY, context=("Smoke", "stress")))
    card = person.page.parts.triggers.card
    assert card.chips.texts() == [*USUAL, "Smoke"]
    person.click(card.chips.chip("food"))
    assert journal.entry(TODAY).context == ("stress", "food", "Smoke")


def test_markup_in_a_name_is_only_letters(person: Person, card: TriggerCard, journal: Journal) -> None:
    _add(person, card, "<b>A & B</b>")
    assert journal.entry(TODAY).context == ("<b>A & B</b>",)
    chip = card.chips.chip("<b>A & B</b>")
    assert (chip.accessibleName(), chip.text()) == ("<b>A & B</b>", "<b>A && B</b>"), "Qt shows && as one &"
    assert chip.shortcut().isEmpty()


@pytest.mark.slow
def test_a_tick_that_cannot_be_stored_stays_and_is_tried_again(
    person: Person, card: TriggerCard, journal: Journal, context: Context
) -> None:
    with held_by_another(journal.path):
        person.click(card.chips.chip("stress"))
        assert "Another program is using the diary" in person.page.saved.text
        assert card.chips.chip("stress").isChecked()
    person.click(person.page.saved.again_button)
    assert journal.entry(TODAY).context == ("stress",)


def test_one_whose_adding_is_undone_is_offered_no_more(person: Person, card: TriggerCard, journal: Journal) -> None:
    _add(person, card, "Chlorine pool")
    assert "Chlorine pool" in card.chips.texts()
    person.press(Qt.Key.Key_Z, CONTROL, times=2)
    assert journal.triggers() == ()
    assert card.chips.texts() == USUAL
    person.press(Qt.Key.Key_Z, CONTROL | Qt.KeyboardModifier.ShiftModifier, times=2)
    assert card.chips.keys == (journal.triggers()[0].key,)
