"""The two scores: the least a day needs, in six keys or five clicks."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta

import pytest
from PySide6.QtCore import QEvent, QPoint, Qt
from PySide6.QtGui import QAccessible, QKeyEvent
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from adtracker.domain.records.body import Grade
from adtracker.domain.records.day import DayEntry, Extent, ExtentMethod
from adtracker.domain.records.sign import Sign
from adtracker.storage.journal import Journal
from adtracker.ui.core.context import Context
from adtracker.ui.shell.main_window import MainWindow
from tests.ui.conftest import TODAY, Clock
from tests.ui.person import Person

NOW = Clock().value


@pytest.fixture
def person(qtbot: QtBot, window: MainWindow) -> Person:
    return Person(qtbot, window)


def test_a_day_is_kept_with_two_keys(person: Person, journal: Journal) -> None:
    person.type("76")
    entry = journal.entry(TODAY)
    assert (entry.itch, entry.sleep_quality) == (7, 6)
    assert person.keys <= 6
    assert entry.recorded_on == TODAY
    assert not entry.filled_in_later


def test_the_digits_of_another_script_answer_too(person: Person, journal: Journal) -> None:
    for digit in "\N{ARABIC-INDIC DIGIT SEVEN}\N{EXTENDED ARABIC-INDIC DIGIT SIX}":
        key = QKeyEvent(QEvent.Type.KeyPress, ord(digit), Qt.KeyboardModifier.NoModifier, digit)
        focused = QApplication.focusWidget()
        assert focused is not None
        QApplication.sendEvent(focused, key)
    entry = journal.entry(TODAY)
    assert (entry.itch, entry.sleep_quality) == (7, 6)


def test_a_day_is_kept_with_two_clicks(person: Person, journal: Journal) -> None:
    person.click(person.page.itch.number(3))
    person.click(person.page.sleep.number(10))
    entry = journal.entry(TODAY)
    assert (entry.itch, entry.sleep_quality) == (3, 10)
    assert person.clicks <= 5


def test_saved_is_said_after_the_commit_with_its_time(person: Person) -> None:
    assert "Saved" not in person.page.saved.text
    person.type("4")
    assert "✓ Itch 4 saved for Sun 29 Nov, 20:15" in person.page.saved.text


def test_undone_is_not_called_saved(person: Person, journal: Journal, now: Clock) -> None:
    person.type("4")
    person.press(Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert journal.entries() == ()
    assert person.page.saved.text == "Itch 4 is taken back on 29 Nov."
    person.page.itch.take_focus()
    now.set(now() + timedelta(minutes=5))
    person.type("3")
    assert person.page.saved.text == "✓ Itch 3 saved for Sun 29 Nov, 20:20 Changes save as you make them."


def test_what_is_undone_from_another_page_is_not_called_saved_either(
    person: Person, context: Context, window: MainWindow
) -> None:
    person.type("4")
    window.show_page("learn")
    assert context.writer.undo()
    window.show_page("today")
    assert person.page.saved.text == "Changes save as you make them."


def test_one_and_zero_make_ten_and_go_on_to_sleep(person: Person, journal: Journal) -> None:
    person.type("10")
    assert journal.entry(TODAY).itch == 10
    person.type("10")
    assert journal.entry(TODAY).sleep_quality == 10
    assert person.keys <= 6


def test_one_and_another_digit_are_two_answers(person: Person, journal: Journal) -> None:
    person.type("18")
    entry = journal.entry(TODAY)
    assert (entry.itch, entry.sleep_quality) == (1, 8)


@pytest.mark.parametrize("go_on", [Qt.Key.Key_Return, Qt.Key.Key_Tab, Qt.Key.Key_Right, Qt.Key.Key_Up])
def test_one_waits_for_a_zero_until_the_person_goes_on(person: Person, journal: Journal, go_on: Qt.Key) -> None:
    person.type("1")
    assert journal.entry(TODAY).itch == 1
    assert person.is_at(person.page.itch)
    assert person.page.itch.hint == "1, or 10 with 0"
    person.press(go_on)
    assert person.page.itch.hint == ""
    person.type("0")
    assert (journal.entry(TODAY).itch, journal.entry(TODAY).sleep_quality) == (1, 0)


def test_a_zero_makes_ten_however_late_it_comes(person: Person, journal: Journal, now: Clock) -> None:
    person.type("1")
    now.set(now() + timedelta(hours=1))
    person.type("0")
    assert journal.entry(TODAY).itch == 10
    assert person.is_at(person.page.sleep)


def test_ten_is_one_step_to_undo(person: Person, journal: Journal) -> None:
    person.type("710")
    assert person.page.saved.undo_button.text() == "Undo sleep 10"
    person.press(Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert (journal.entry(TODAY).itch, journal.entry(TODAY).sleep_quality) == (7, None)
    person.press(Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert journal.entry(TODAY).is_empty


def test_ten_after_a_one_that_stood_there_takes_back_nothing_else(person: Person, journal: Journal) -> None:
    journal.save(DayEntry(TODAY, sleep_quality=1))
    person.type("7")
    person.page.sleep.take_focus()
    person.type("10")
    person.press(Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert (journal.entry(TODAY).itch, journal.entry(TODAY).sleep_quality) == (7, 1)


def test_a_zero_belongs_to_a_one_only_while_nothing_else_was_pressed(person: Person, journal: Journal) -> None:
    person.type("1")
    person.click(person.page.note.field)
    person.page.itch.take_focus()
    person.type("0")
    assert (journal.entry(TODAY).itch, journal.entry(TODAY).sleep_quality) == (0, None)


@pytest.mark.parametrize("aside", [None, QPoint(12, 4)], ids=["on the spot", "a little aside"])
def test_two_clicks_in_a_moment_are_one(person: Person, journal: Journal, aside: QPoint | None) -> None:
    page = person.page
    person.unfold("signs")
    chosen = page.itch.number(4), page.woken.yes, page.parts.signs.card.chips.chip(Sign.DRY.value)
    for widget in chosen:
        person.click_twice(widget, aside=aside)
    entry = journal.entry(TODAY)
    assert (entry.itch, entry.woken, entry.signs) == (4, True, (Sign.DRY,))


def test_two_clicks_on_the_map_mark_a_region_once(person: Person, journal: Journal) -> None:
    body = person.page.extent.map
    person.click_twice(body, body.point_in("belly").toPoint())
    extent = journal.entry(TODAY).extent
    assert extent is not None
    assert extent.grades == (("belly", Grade.HALF),)


def test_a_second_click_after_half_a_second_takes_an_answer_back(person: Person, journal: Journal) -> None:
    person.click_twice(person.page.itch.number(4), apart=500, aside=QPoint(1, 0))
    assert journal.entry(TODAY).itch is None


def _hold(person: Person, key: Qt.Key, text: str) -> None:
    """Hold a key so long that it repeats."""
    person.press(key)
    for _ in range(4):
        for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
            held = QKeyEvent(kind, key, Qt.KeyboardModifier.NoModifier, text, autorep=True)
            focused = QApplication.focusWidget()
            assert focused is not None
            QApplication.sendEvent(focused, held)


def test_a_digit_that_is_held_long_answers_one_question(person: Person, journal: Journal) -> None:
    _hold(person, Qt.Key.Key_7, "7")
    assert journal.entry(TODAY) == DayEntry(TODAY, itch=7, recorded_at=NOW, recorded_on=TODAY)
    person.click(person.page.extent.none)
    _hold(person, Qt.Key.Key_1, "1")
    assert (journal.entry(TODAY).itch, journal.entry(TODAY).sleep_quality) == (7, 1)


def test_enter_that_is_held_long_presses_a_chip_once(person: Person, journal: Journal) -> None:
    person.page.woken.yes.setFocus()
    _hold(person, Qt.Key.Key_Return, "\r")
    assert journal.entry(TODAY).woken is True


def test_a_digit_that_the_map_has_no_use_for_answers_no_other_question(person: Person, journal: Journal) -> None:
    person.page.extent.map.setFocus()
    person.type("7")
    assert journal.entry(TODAY).is_empty
    person.click(person.page.extent.ways.chip("list"))
    person.page.extent.list.setFocus()
    person.type("7")
    assert journal.entry(TODAY).is_empty


def test_digits_answer_what_has_no_answer_after_a_click_that_chose_no_question(
    person: Person, journal: Journal
) -> None:
    person.click(person.page.woken.yes)
    person.type("7")
    assert journal.entry(TODAY).itch == 7
    person.click(person.page.extent.none)
    person.type("4")
    assert journal.entry(TODAY).sleep_quality == 4
    person.click(person.page.extent.none)
    person.type("9")
    assert (journal.entry(TODAY).itch, journal.entry(TODAY).sleep_quality) == (7, 4)


def _ground(person: Person) -> None:
    """Click between the cards and beside the figures."""
    page = person.page
    person.click(page, QPoint(page.itch.width() // 2, page.itch.mapTo(page, QPoint()).y() - 2))


def _heading(person: Person) -> None:
    person.click(person.page.sleep.heading)


def _beside_the_body(person: Person) -> None:
    person.click(person.page.extent.map, QPoint(1, person.page.extent.map.height() - 1))


def _rim(person: Person) -> None:
    person.click(person.page.itch, QPoint(2, 2))


@pytest.mark.parametrize("click", [_ground, _heading, _beside_the_body, _rim])
def test_a_click_that_chooses_no_question_leaves_none_with_the_keyboard(
    person: Person, journal: Journal, click: Callable[[Person], None]
) -> None:
    body = person.page.extent.map
    person.click(body, body.point_in("belly").toPoint())
    marked = journal.entry(TODAY).extent
    click(person)
    person.type("3")
    assert (journal.entry(TODAY).itch, journal.entry(TODAY).extent) == (3, marked)
    person.type("1")
    click(person)
    person.type("0")
    assert (journal.entry(TODAY).itch, journal.entry(TODAY).sleep_quality) == (3, 1)


def test_seven_four_the_day_before_six_five(person: Person, journal: Journal) -> None:
    person.type("74")
    person.press(Qt.Key.Key_Left, Qt.KeyboardModifier.AltModifier)
    person.type("65")
    yesterday = journal.entry(TODAY - timedelta(days=1))
    assert (yesterday.itch, yesterday.sleep_quality) == (6, 5)
    assert (journal.entry(TODAY).itch, journal.entry(TODAY).sleep_quality) == (7, 4)


def test_what_another_way_of_answering_replaced_is_said(person: Person, context: Context, journal: Journal) -> None:
    marked = Extent(8.1, ExtentMethod.REGIONS, (("front_neck", Grade.HALF),), "adult")
    context.writer.save(DayEntry(TODAY, extent=marked))
    person.click(person.page.extent.none)
    assert "The map of 8.1\u00a0% was replaced by “No skin affected”. Undo brings it back." in person.page.saved.text
    person.click(person.page.saved.undo_button)
    assert journal.entry(TODAY).extent == marked


def test_a_step_of_palms_says_that_it_replaced_the_map(person: Person, context: Context, journal: Journal) -> None:
    marked = Extent(8.1, ExtentMethod.REGIONS, (("front_neck", Grade.HALF),), "adult")
    context.writer.save(DayEntry(TODAY, extent=marked))
    person.click(person.page.extent.ways.chip("palms"))
    person.click(person.page.extent.palms.more)
    assert "The map of 8.1\u00a0% was replaced by 0.5 palms. Undo brings it back." in person.page.saved.text
    person.click(person.page.saved.undo_button)
    assert journal.entry(TODAY).extent == marked


def test_undo_says_what_is_back_and_the_button_what_it_takes_back(person: Person, journal: Journal) -> None:
    person.type("4")
    person.page.itch.take_focus()
    person.type("7")
    assert person.page.saved.undo_button.text() == "Undo itch 7"
    person.click(person.page.saved.undo_button)
    assert person.page.saved.text == "Itch 7 is 4 again on 29 Nov."
    assert journal.entry(TODAY).itch == 4


def test_arrows_move_the_answer_and_stop_at_the_ends(person: Person, journal: Journal) -> None:
    person.press(Qt.Key.Key_Right)
    assert journal.entry(TODAY).itch == 0
    person.press(Qt.Key.Key_Right, times=3)
    assert journal.entry(TODAY).itch == 3
    person.press(Qt.Key.Key_Left)
    assert journal.entry(TODAY).itch == 2
    person.press(Qt.Key.Key_Up, times=12)
    assert journal.entry(TODAY).itch == 10
    assert person.is_at(person.page.itch.number(10))


@pytest.mark.parametrize("key", [Qt.Key.Key_Backspace, Qt.Key.Key_Delete])
def test_an_answer_is_taken_back_by_key(person: Person, journal: Journal, key: Qt.Key) -> None:
    person.type("7")
    person.click(person.page.itch.number(5))
    person.press(key)
    assert journal.entry(TODAY) == DayEntry(TODAY)
    assert person.page.itch.value is None


def test_an_answer_is_taken_back_by_a_second_click(person: Person, journal: Journal) -> None:
    person.type("56")
    person.click(person.page.itch.number(5))
    entry = journal.entry(TODAY)
    assert entry.itch is None
    assert entry.sleep_quality == 6
    assert not any(person.page.itch.number(number).isChecked() for number in range(11))


def test_space_chooses_the_number_that_has_the_keyboard(person: Person, journal: Journal) -> None:
    person.press(Qt.Key.Key_Space)
    assert journal.entry(TODAY).itch == 0


def test_letters_and_chords_choose_nothing(person: Person, journal: Journal) -> None:
    person.type("x,")
    person.press(Qt.Key.Key_7, Qt.KeyboardModifier.AltModifier)
    assert journal.entry(TODAY) == DayEntry(TODAY)


def test_a_score_between_two_numbers_is_shown_as_it_is(person: Person, journal: Journal) -> None:
    day = TODAY - timedelta(days=2)
    journal.save(DayEntry(day, itch=7.5, note="from a file"))
    person.open_day(day)
    assert not any(person.page.itch.number(number).isChecked() for number in range(11))
    assert "7.5 recorded" in person.reads(person.page.itch)
    person.page.itch.take_focus()
    person.press(Qt.Key.Key_Left)
    assert journal.entry(day).itch == 7
    assert journal.entry(day).note == "from a file"


def test_a_score_keeps_everything_else_of_its_day(person: Person, journal: Journal) -> None:
    journal.save(DayEntry(TODAY, sleep_quality=2, note="Dry air."))
    person.type("9")
    assert journal.entry(TODAY).note == "Dry air."
    assert journal.entry(TODAY).sleep_quality == 2


def test_a_screen_reader_hears_radio_buttons_with_their_question(person: Person) -> None:
    person.type("4")
    four, zero = (QAccessible.queryAccessibleInterface(person.page.itch.number(number)) for number in (4, 0))
    assert four.role() is QAccessible.Role.RadioButton
    assert four.state().checked
    assert zero.text(QAccessible.Text.Name) == "0, no itch"
    assert "lower is better" in zero.text(QAccessible.Text.Description)
    assert person.page.itch.accessibleDescription() == "4 recorded"


def test_every_button_is_large_enough_for_a_sore_hand(person: Person) -> None:
    for scale in (person.page.itch, person.page.sleep):
        for number in range(11):
            size = scale.number(number).size()
            assert size.width() >= 44
            assert size.height() >= 44
