"""A day written in Tokyo is still there in Los Angeles: it is shown, put right and cleared like any other."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from adtracker.domain.common.period import ONE_DAY
from adtracker.domain.edits.edit import Change, Edit
from adtracker.domain.records.day import DayEntry
from adtracker.domain.scores.clinic_score import ClinicScore
from adtracker.storage.journal import Journal
from adtracker.ui.history.page import TABLE
from adtracker.ui.records.scores.score_form import ScoreForm
from adtracker.ui.shell.main_window import MainWindow
from tests.ui.conftest import TODAY, Clock
from tests.ui.history.conftest import open_history, opened_day
from tests.ui.person import Person

TOMORROW = TODAY + ONE_DAY
ALT, CONTROL = Qt.KeyboardModifier.AltModifier, Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def person(qtbot: QtBot, window: MainWindow, journal: Journal, now: Clock) -> Person:
    """Somebody who wrote itch 6 on the 30th, then flew west to where it is the 29th."""
    found = Person(qtbot, window)
    found.type("23")
    now.pass_days(1)
    found.press(Qt.Key.Key_6)  # the page turns; what was pressed is not taken
    found.type("65")
    assert journal.entry(TOMORROW).itch == 6
    now.pass_days(-1)
    found.press(Qt.Key.Key_7)
    assert found.page.day == TODAY
    assert (journal.entry(TODAY).itch, journal.entry(TOMORROW).itch) == (2, 6)
    return found


def test_today_shows_the_day_that_lies_ahead_and_takes_what_is_put_right(person: Person, journal: Journal) -> None:
    page = person.page
    assert page.header.next.isEnabled()
    person.press(Qt.Key.Key_Right, ALT)
    assert (page.day, page.itch.value, page.sleep.value) == (TOMORROW, 6, 5)
    assert "Not saved" not in page.saved.text
    assert "Mon 30 Nov lies ahead." in person.reads(page)
    assert not page.header.next.isEnabled()
    page.itch.take_focus()
    person.type("4")
    assert journal.entry(TOMORROW).itch == 4
    assert "Not saved" not in page.saved.text
    person.press(Qt.Key.Key_Z, CONTROL)
    assert journal.entry(TOMORROW).itch == 6


def test_what_belongs_to_the_day_is_taken_too_and_the_form_keeps_its_day(person: Person, journal: Journal) -> None:
    journal.save(ClinicScore(TOMORROW, "iga", 2))
    person.press(Qt.Key.Key_Right, ALT)
    scores = person.page.parts.scores.dialogs
    scores.show(journal.scores()[0])
    assert scores.form is not None
    form = scores.form.form
    assert isinstance(form, ScoreForm)
    assert form.day.day == TOMORROW
    form.note.setPlainText("by phone")
    person.click(scores.form.save)
    assert [(score.day, score.note) for score in journal.scores()] == [(TOMORROW, "by phone")]


def test_a_day_that_is_cleared_is_gone_and_cannot_be_reached_any_more(person: Person, journal: Journal) -> None:
    page = person.page
    person.press(Qt.Key.Key_Right, ALT)
    person.click(page.itch.number(6))
    person.click(page.sleep.number(5))
    assert journal.entry(TOMORROW).is_empty
    assert journal.days_ahead() == frozenset()
    person.press(Qt.Key.Key_Left, ALT)
    assert page.day == TODAY
    person.press(Qt.Key.Key_Right, ALT)
    assert page.day == TODAY


def test_from_a_day_of_a_wrong_clock_the_keys_lead_back_and_there_again(person: Person, journal: Journal) -> None:
    far = TODAY.replace(year=2036)
    journal.take_in(Edit((Change(None, DayEntry(far, itch=3)),)))
    page = person.page
    page.mark_stale()
    person.press(Qt.Key.Key_Right, ALT, times=2)
    assert page.day == far
    person.press(Qt.Key.Key_Left, ALT)
    assert page.day == TOMORROW
    person.press(Qt.Key.Key_Left, ALT)
    assert page.day == TODAY


def test_the_calendar_and_the_table_of_history_lead_to_it(qtbot: QtBot, person: Person, window: MainWindow) -> None:
    page = open_history(window, person, qtbot)
    calendar = page.card.calendar
    assert "worst itch 6" in calendar.button(TOMORROW).accessibleName()
    assert page.card.head.next.isEnabled() is False
    page.take_focus()
    person.press(Qt.Key.Key_Right)
    assert person.is_at(calendar.button(TOMORROW))
    person.press(Qt.Key.Key_Return)
    assert opened_day(window, person) == TOMORROW
    assert person.page.itch.value == 6
    page = open_history(window, person, qtbot)
    person.click(page.views.chip(TABLE))
    qtbot.waitUntil(lambda: not page.reader.is_reading)
    days = page.list.table.days
    assert [days.value(row).day for row in range(days.rowCount())] == [TOMORROW, TODAY]


def test_days_between_that_have_nothing_do_not_open(
    qtbot: QtBot, person: Person, window: MainWindow, journal: Journal
) -> None:
    (change,) = journal.save(replace(journal.entry(TOMORROW), itch=None, sleep_quality=None)).changes
    assert change.after is None
    page = open_history(window, person, qtbot)
    assert not page.card.calendar.button(TOMORROW).isEnabled()
