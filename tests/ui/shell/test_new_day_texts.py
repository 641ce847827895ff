"""What is being typed when a new day begins stays on the day on which it was begun, and nothing else comes with it."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime, timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from adtracker.domain.common.period import Period
from adtracker.storage.journal import Journal
from adtracker.ui.core.context import Context
from adtracker.ui.records.questions.row import CountRow
from adtracker.ui.shell.main_window import MainWindow
from tests.ui.conftest import TODAY, Clock
from tests.ui.evening import MOMENTS, TOMORROW, export, fill_day, unfold_all
from tests.ui.person import Person

CONTROL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def person(qtbot: QtBot, context: Context, window: MainWindow) -> Person:
    fill_day(context)
    return unfold_all(Person(qtbot, window))


@pytest.mark.parametrize("moment", MOMENTS)
def test_a_text_stays_on_the_day_on_which_it_was_begun(
    person: Person, journal: Journal, now: Clock, moment: str
) -> None:
    person.click(person.page.note.field)
    person.type("Woke up at th")
    now.set(MOMENTS[moment][0])
    person.type("ree")
    person.click(person.page.woken.yes)
    entry = journal.entry(TODAY)
    assert entry.note == "Woke up at three"
    assert entry.woken is None
    assert entry.recorded_on == TODAY
    assert person.page.day == MOMENTS[moment][1]


def test_a_text_alone_is_not_called_filled_in_later(
    qtbot: QtBot, window: MainWindow, journal: Journal, now: Clock
) -> None:
    person = Person(qtbot, window)
    person.click(person.page.note.field)
    person.type("Bad night")
    now.pass_days(1)
    person.press(Qt.Key.Key_T, CONTROL)
    entry = journal.entry(TODAY)
    assert (entry.note, entry.recorded_on) == ("Bad night", TODAY)


def test_a_text_that_is_begun_in_the_morning_is_not_one_of_the_evening(
    person: Person, journal: Journal, now: Clock
) -> None:
    person.click(person.page.note.field)
    now.pass_days(1)
    person.type("x")
    person.wait_until_typed()
    assert journal.entry(TODAY).note == ""
    assert person.page.day == TOMORROW
    assert person.page.note.field.text() == ""


def _note(person: Person) -> QWidget:
    return person.page.note.field


def _steps(person: Person) -> QWidget:
    row = person.page.parts.questions.card.row("steps")
    assert isinstance(row, CountRow)
    return row.field


def _trigger_name(person: Person) -> QWidget:
    card = person.page.parts.triggers.card
    person.click(card.add)
    return card.field


def _palms_number(person: Person) -> QWidget:
    person.click(person.page.extent.ways.chip("palms"))
    return person.page.extent.palms.field


def _reason(person: Person) -> QWidget:
    row = person.page.parts.treatments.card.rows[0]
    person.click(row.skipped)
    assert row.panel is not None
    return row.panel.reason


# What is typed into each field, and how the export has it.
FIELDS: dict[str, tuple[Callable[[Person], QWidget], str, str]] = {
    "note": (_note, "Windy 3 days", '"note": "Windy 3 days"'),
    "number": (_steps, "5 000", '"steps": 5000'),
    "trigger": (_trigger_name, "Wool 3", '"name": "Wool 3"'),
    "palms": (_palms_number, "3", '"palms": 3'),
    "reason": (_reason, "Out for 3 days", '"reason": "Out for 3 days"'),
}


@pytest.mark.parametrize("field", FIELDS)
def test_what_stands_in_a_field_overnight_is_kept_on_its_day(
    person: Person, journal: Journal, now: Clock, field: str
) -> None:
    find, text, kept = FIELDS[field]
    person.click(find(person))
    person.type(text)
    assert kept not in export(journal)
    now.pass_days(1)
    person.click(person.page.parts.signs.card.chips.chip("dry"))
    assert kept in export(journal)
    assert journal.entry(TODAY).signs == ()
    assert journal.entry(TODAY).recorded_on == TODAY
    assert journal.entry(TOMORROW).is_empty
    assert journal.doses(Period(TOMORROW, TOMORROW)) == ()
    assert person.page.day == TOMORROW
    assert person.is_at(person.page.itch)
    assert "A new day has begun" in person.page.saved.text


@pytest.mark.parametrize("field", FIELDS)
def test_what_is_typed_first_in_the_morning_is_stored_nowhere(
    person: Person, journal: Journal, now: Clock, field: str
) -> None:
    find, text, _ = FIELDS[field]
    person.click(find(person))
    before = export(journal)
    now.pass_days(1)
    person.type(text)
    person.press(Qt.Key.Key_Return)
    assert export(journal) == before
    assert person.page.day == TOMORROW
    assert person.is_at(person.page.itch)
    now.set(now() + timedelta(seconds=2))
    person.type("36")
    assert (journal.entry(now.today()).itch, journal.entry(now.today()).sleep_quality) == (3, 6)


def test_a_text_in_full_flow_goes_on_past_four(
    qtbot: QtBot, person: Person, window: MainWindow, journal: Journal, now: Clock
) -> None:
    now.set(datetime(2026, 11, 30, 3, 59, 50, tzinfo=UTC))
    person.click(person.page.note.field)
    person.type("Woke at ")
    now.set(datetime(2026, 11, 30, 4, 0, 5, tzinfo=UTC))
    minutes: list[None] = []
    window._minute.timeout.connect(lambda: minutes.append(None))
    window._minute.start(1)
    person.wait_until_typed()
    qtbot.waitUntil(lambda: len(minutes) > 1)
    person.type("4")
    assert person.page.day == TODAY
    person.click(person.page.itch.number(9))
    assert (journal.entry(TODAY).note, journal.entry(TODAY).itch) == ("Woke at 4", 2)
    assert journal.entry(TOMORROW).is_empty
    assert person.page.day == TOMORROW
