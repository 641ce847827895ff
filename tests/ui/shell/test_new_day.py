"""The computer slept, the clock was set, the traveller landed: what is pressed next is not written on the wrong day.

Nothing here tells the window that a day has turned: the clock moves, and the person does the next thing.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication, QImage
from pytestqt.qtbot import QtBot

from adtracker.storage.journal import Journal
from adtracker.ui.core.context import Context
from adtracker.ui.records.questions.row import ScaleRow
from adtracker.ui.shell.main_window import MainWindow
from tests.ui.conftest import TODAY, Clock
from tests.ui.evening import MOMENTS, TOMORROW, YESTERDAY, export, fill_day, unfold_all
from tests.ui.person import Person

CONTROL = Qt.KeyboardModifier.ControlModifier
Act = Callable[[Person], None]
FIRST, *OTHERS = MOMENTS


@pytest.fixture
def person(qtbot: QtBot, context: Context, window: MainWindow) -> Person:
    fill_day(context)
    return unfold_all(Person(qtbot, window))


def _digit(person: Person) -> None:
    person.page.itch.take_focus()
    person.type("7")


def _score(person: Person) -> None:
    person.click(person.page.itch.number(7))


def _arrow(person: Person) -> None:
    person.page.sleep.take_focus()
    person.press(Qt.Key.Key_Right)


def _sign(person: Person) -> None:
    person.click(person.page.parts.signs.card.chips.none)


def _trigger(person: Person) -> None:
    person.click(person.page.parts.triggers.card.chips.chip("stress"))


def _woken(person: Person) -> None:
    person.click(person.page.woken.yes)


def _own_question(person: Person) -> None:
    row = person.page.parts.questions.card.rows[0]
    assert isinstance(row, ScaleRow)
    person.click(row.scale.number(3))


def _taken(person: Person) -> None:
    person.click(person.page.parts.treatments.card.rows[0].taken)


def _no_skin(person: Person) -> None:
    person.click(person.page.extent.none)


def _region(person: Person) -> None:
    body = person.page.extent.map
    person.click(body, body.point_in("belly").toPoint())


def _palms(person: Person) -> None:
    person.click(person.page.extent.ways.chip("palms"))
    person.click(person.page.extent.palms.more)


def _undo(person: Person) -> None:
    person.press(Qt.Key.Key_Z, CONTROL)


def _undo_button(person: Person) -> None:
    person.click(person.page.saved.undo_button)


def _digit_on_no_question(person: Person) -> None:
    person.page.woken.no.setFocus()
    person.type("7")


def _paste(person: Person) -> None:
    QGuiApplication.clipboard().setImage(QImage(40, 30, QImage.Format.Format_RGB32))
    person.press(Qt.Key.Key_V, CONTROL)


ACTS: list[Act] = [
    _digit,
    _score,
    _arrow,
    _sign,
    _trigger,
    _woken,
    _own_question,
    _taken,
    _no_skin,
    _region,
    _palms,
    _undo,
    _undo_button,
    _digit_on_no_question,
    _paste,
]


@pytest.mark.parametrize("moment", [FIRST, *(pytest.param(one, marks=pytest.mark.slow) for one in OTHERS)])
@pytest.mark.parametrize("act", ACTS, ids=lambda act: act.__name__.strip("_"))
def test_what_is_pressed_first_is_not_stored_and_the_page_turns(
    person: Person, journal: Journal, now: Clock, act: Act, moment: str
) -> None:
    before = export(journal)
    when, today = MOMENTS[moment]
    now.set(when)
    act(person)
    assert export(journal) == before
    assert person.page.day == today
    assert ("A new day has begun: " if today > TODAY else " again ") in person.page.saved.text
    assert person.is_at(person.page.itch)
    assert person.page.itch.value == journal.entry(today).itch
    if journal.entry(today).is_empty:
        person.type("36")
        assert (journal.entry(today).itch, journal.entry(today).sleep_quality) == (3, 6)


def test_the_sentence_names_the_day(person: Person, now: Clock) -> None:
    now.pass_days(1)
    _digit(person)
    assert person.page.saved.text.startswith("A new day has begun: Monday 30 November")


def test_the_sentence_is_true_where_the_clock_was_put_back(
    person: Person, window: MainWindow, now: Clock, journal: Journal
) -> None:
    now.pass_days(-1)
    _digit(person)
    assert person.page.saved.text == "It is Saturday 28 November again What you pressed last was not saved."
    window.show_page("history")
    now.pass_days(1)
    window.look_at_clock()
    assert window.messages.text == "A new day has begun: Sunday 29 November"
    person.press(Qt.Key.Key_1, CONTROL)
    person.type("4")
    assert window.messages.text == "", "it goes with the next save"


def test_a_digit_turns_the_page_in_the_morning_of_a_day_that_was_filled_in_whole(
    person: Person, journal: Journal, now: Clock
) -> None:
    for question, value in ((person.page.itch, 4), (person.page.sleep, 6)):
        person.click(question.number(value))
    for scale in person.page.parts.scales:
        person.click(scale.number(2))
    before = export(journal)
    person.click(person.page.woken.yes)
    person.press(Qt.Key.Key_Z, CONTROL)
    assert export(journal) == before
    now.pass_days(1)
    person.type("7")
    assert export(journal) == before
    assert person.page.day == TOMORROW
    assert person.page.saved.text == "A new day has begun: Monday 30 November What you pressed last was not saved."
    person.type("73")
    assert (journal.entry(TOMORROW).itch, journal.entry(TOMORROW).sleep_quality) == (7, 3)


def test_two_keys_of_one_entry_never_lie_on_two_days(person: Person, journal: Journal, now: Clock) -> None:
    now.set(datetime(2026, 11, 30, 3, 59, tzinfo=UTC))
    person.page.itch.take_focus()
    person.type("6")
    now.set(datetime(2026, 11, 30, 4, 0, tzinfo=UTC))
    person.type("8")
    assert (journal.entry(TODAY).itch, journal.entry(TODAY).sleep_quality) == (6, 5)
    assert journal.entry(TOMORROW).is_empty


def test_a_one_does_not_wait_for_a_zero_of_another_day(person: Person, journal: Journal, now: Clock) -> None:
    person.page.itch.take_focus()
    person.type("1")
    now.pass_days(1)
    person.type("0")
    assert person.page.itch.hint == ""
    person.type("0")
    assert (journal.entry(TODAY).itch, journal.entry(TOMORROW).itch) == (1, 0)


def test_a_past_day_that_was_opened_on_purpose_stays_open(person: Person, journal: Journal, now: Clock) -> None:
    person.open_day(YESTERDAY)
    now.pass_days(1)
    person.click(person.page.itch.number(9))
    assert person.page.day == YESTERDAY
    assert journal.entry(YESTERDAY).itch is None
    assert person.page.itch.value is None
    person.click(person.page.itch.number(9))
    assert journal.entry(YESTERDAY).itch == 9


def test_a_minute_that_turns_the_page_says_nothing_of_what_was_pressed(
    qtbot: QtBot, person: Person, window: MainWindow, now: Clock
) -> None:
    now.pass_days(1)
    window._minute.start(1)
    qtbot.waitUntil(lambda: person.page.day == TOMORROW)
    assert person.page.saved.text == "A new day has begun: Monday 30 November"


def test_a_shortcut_that_is_pressed_in_a_text_takes_back_nothing_in_the_morning(
    person: Person, journal: Journal, now: Clock
) -> None:
    person.click(person.page.note.field)
    before = export(journal)
    now.pass_days(1)
    person.press(Qt.Key.Key_Control)
    person.press(Qt.Key.Key_Z, CONTROL)
    assert export(journal) == before
    assert person.page.day == TOMORROW


def test_going_to_today_says_which_day_has_begun(person: Person, now: Clock) -> None:
    now.pass_days(1)
    person.press(Qt.Key.Key_T, CONTROL)
    assert person.page.day == TOMORROW
    assert person.page.saved.text == "A new day has begun: Monday 30 November"
    person.type("4")
    assert "A new day" not in person.page.saved.text
