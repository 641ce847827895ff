"""Signs of the skin and nights that itch disturbed: by hand and by keys, as stored, and the days counted from them."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from adtracker.domain.common.period import ONE_DAY
from adtracker.domain.records.day import DayEntry
from adtracker.domain.records.extent import from_palms
from adtracker.domain.records.sign import Sign
from adtracker.storage.journal import Journal
from adtracker.ui.core.context import Context
from adtracker.ui.records.signs.card import SignCard
from adtracker.ui.shell.main_window import MainWindow
from tests.ui.conftest import TODAY
from tests.ui.person import Person

CONTROL = Qt.KeyboardModifier.ControlModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier


@pytest.fixture
def person(qtbot: QtBot, window: MainWindow) -> Person:
    return Person(qtbot, window)


@pytest.fixture
def card(person: Person) -> SignCard:
    person.unfold("signs")
    return person.page.parts.signs.card


def test_signs_are_stored_as_they_are_ticked_in_their_order(person: Person, card: SignCard, journal: Journal) -> None:
    for sign in ("bleeding", "dry", "cracked"):
        person.click(card.chips.chip(sign))
    assert journal.entry(TODAY).signs == (Sign.DRY, Sign.CRACKED, Sign.BLEEDING)
    assert "✓ Skin signs saved for Sun 29 Nov, 20:15" in person.page.saved.text
    person.click(card.chips.chip("cracked"))
    assert journal.entry(TODAY).signs == (Sign.DRY, Sign.BLEEDING)


def test_none_of_these_is_an_answer_and_nothing_pressed_is_none(
    person: Person, card: SignCard, journal: Journal
) -> None:
    person.click(card.chips.chip("dry"))
    person.click(card.chips.none)
    assert journal.entry(TODAY).signs == ()
    assert not card.chips.chip("dry").isChecked()
    person.click(card.chips.chip("flaking"))
    assert journal.entry(TODAY).signs == (Sign.FLAKING,)
    assert not card.chips.none.isChecked()
    person.click(card.chips.chip("flaking"))
    assert journal.entry(TODAY).signs is None
    person.click(card.chips.none)
    person.click(card.chips.none)
    assert journal.entry(TODAY).signs is None
    assert journal.span() is None, "a day without any answer is not in the diary"


def test_by_keyboard_alone(person: Person, card: SignCard, journal: Journal) -> None:
    assert person.is_at(card.chips.chip("dry"))
    person.press(Qt.Key.Key_Space)
    person.press(Qt.Key.Key_Right, times=2)
    person.press(Qt.Key.Key_Return)
    assert journal.entry(TODAY).signs == (Sign.DRY, Sign.CRACKED)
    assert person.is_at(card.chips.chip("cracked"))
    person.press(Qt.Key.Key_Right, times=9)
    assert person.is_at(card.chips.none)
    person.press(Qt.Key.Key_Left)
    assert person.is_at(card.chips.chip("bleeding"))


def test_tab_stops_once_and_goes_on_to_the_note(person: Person, card: SignCard) -> None:
    person.unfold("note")
    card.chips.chip("dry").setFocus()
    person.press(Qt.Key.Key_Tab)
    assert person.is_at(person.corner("signs"))
    person.press(Qt.Key.Key_Tab)
    assert person.is_at(person.page.note)
    person.press(Qt.Key.Key_Tab, SHIFT, times=2)
    assert person.is_at(card.chips.chip("dry"))
    person.press(Qt.Key.Key_Tab, SHIFT)
    assert person.is_at(person.page.woken)


def test_undo_and_redo_reach_signs(person: Person, card: SignCard, journal: Journal) -> None:
    person.click(card.chips.chip("dry"))
    person.click(card.chips.chip("weeping"))
    person.press(Qt.Key.Key_Z, CONTROL)
    assert journal.entry(TODAY).signs == (Sign.DRY,)
    assert not card.chips.chip("weeping").isChecked()
    person.press(Qt.Key.Key_Z, CONTROL)
    assert journal.entry(TODAY).signs is None
    assert card.isVisible(), "nothing folds while the day is open"
    person.press(Qt.Key.Key_Z, CONTROL | SHIFT)
    assert card.chips.chip("dry").isChecked()


def test_same_as_yesterday_is_about_the_map_alone(person: Person, context: Context, journal: Journal) -> None:
    extent = from_palms(context.body, 2)
    before = DayEntry(TODAY - ONE_DAY, extent=extent, signs=(Sign.DRY,), woken=True, context=("stress",))
    context.writer.save(before)
    person.click(person.page.extent.same)
    entry = journal.entry(TODAY)
    assert (entry.extent, entry.signs, entry.woken, entry.context) == (extent, None, None, None)


def test_who_ticked_signs_lately_finds_them_unfolded(person: Person, context: Context) -> None:
    context.writer.save(DayEntry(TODAY - 13 * ONE_DAY, signs=()))
    context.writer.save(DayEntry(TODAY - 40 * ONE_DAY, signs=()))
    parts = person.page.parts
    person.open_day(TODAY - ONE_DAY)
    assert parts.signs.card.isVisible()
    assert parts.row.button("signs").isChecked()
    person.page.open_day(TODAY - 20 * ONE_DAY)
    assert not parts.signs.card.isVisible()
    person.page.open_day(TODAY - 40 * ONE_DAY)
    assert parts.signs.card.chips.none.isChecked()
    assert not parts.row.button("signs").isVisible()


def test_the_last_seven_days_are_counted_for_who_asks(person: Person, card: SignCard, context: Context) -> None:
    assert card.accessibleDescription() == "Tick what you see. Your days are counted week by week."
    for ago, signs in ((1, (Sign.DRY,)), (2, ()), (6, (Sign.DRY, Sign.CRACKED)), (7, (Sign.BLEEDING,))):
        context.writer.save(DayEntry(TODAY - ago * ONE_DAY, itch=ago, signs=signs))
    person.click(card.chips.chip("dry"))
    said = card.accessibleDescription()
    assert said == "Days with signs, this day and the 6 before it: itch 2 of 3, cracked 1 of 4, dry 3 of 4."
    assert card.heading.toolTip() == said
    context.preferences.change(itch_counts_from=3)
    person.click(card.chips.chip("flaking"))
    assert "itch 1 of 3, cracked 1 of 4, flaking 1 of 4, dry 3 of 4" in card.accessibleDescription()


def test_no_chip_moves_when_one_is_pressed(person: Person, card: SignCard) -> None:
    chips = [card.chips.chip(sign.value) for sign in Sign]
    before = [chip.mapTo(person.page, chip.rect().center()) for chip in chips]
    person.click(chips[1])
    person.click(chips[3])
    assert [chip.mapTo(person.page, chip.rect().center()) for chip in chips] == before


def test_what_a_screen_reader_says(card: SignCard, person: Person) -> None:
    said = QAccessible.queryAccessibleInterface(card.chips.chip("weeping"))
    assert said.text(QAccessible.Text.Name) == "Weeping or crusted"
    assert said.text(QAccessible.Text.Description) == "What did your skin look like?"
    assert said.state().checkable
    assert person.page.woken.yes.accessibleName() == "Itch kept me awake or woke me: Yes"


def test_a_disturbed_night_is_yes_no_or_not_said(person: Person, journal: Journal) -> None:
    woken = person.page.woken
    person.click(woken.yes)
    assert journal.entry(TODAY).woken is True
    person.click(woken.no)
    assert journal.entry(TODAY).woken is False
    assert (woken.no.isChecked(), woken.yes.isChecked()) == (True, False)
    person.click(woken.no)
    assert journal.entry(TODAY).woken is None
    person.press(Qt.Key.Key_Z, CONTROL)
    assert woken.value is False
    person.open_day(TODAY - ONE_DAY)
    assert woken.value is None


def test_a_disturbed_night_by_keyboard_leaves_sleep_alone(person: Person, journal: Journal) -> None:
    person.type("76")
    person.press(Qt.Key.Key_Tab)
    woken = person.page.woken
    assert person.is_at(woken.no)
    person.press(Qt.Key.Key_Right)
    assert person.is_at(woken.yes)
    person.type("3")
    entry = journal.entry(TODAY)
    assert (entry.itch, entry.sleep_quality, entry.woken) == (7, 6, True)
    person.press(Qt.Key.Key_Backspace)
    entry = journal.entry(TODAY)
    assert (entry.sleep_quality, entry.woken) == (6, None)
    person.press(Qt.Key.Key_Space)
    assert journal.entry(TODAY).woken is not None
    assert person.is_at(woken)


@pytest.mark.parametrize("percent", [100, 150, 200])
def test_all_is_large_enough_and_in_its_card(person: Person, context: Context, percent: int) -> None:
    context.preferences.change(text_percent=percent)
    person.unfold("signs")
    person.unfold("triggers")
    parts = person.page.parts
    person.click(parts.triggers.card.more)
    QApplication.processEvents()
    made = [person.page.woken.no, person.page.woken.yes, parts.signs.card.chips.none, parts.triggers.card.add]
    assert all(min(one.width(), one.height()) >= 44 for one in made)
    for one, around in zip(
        made, (person.page.sleep, person.page.sleep, parts.signs.card, parts.triggers.card), strict=True
    ):
        assert around.rect().contains(one.mapTo(around, one.rect().bottomRight()))
