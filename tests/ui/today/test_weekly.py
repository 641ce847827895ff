"""Once a week instead of every day: Today asks about the last seven days until that is answered, by digits and Tab."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date, timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from adtracker.domain.common.period import ONE_DAY
from adtracker.domain.records.day import DayEntry
from adtracker.domain.records.recall import Recall
from adtracker.storage.journal import Journal
from adtracker.ui.core.context import Context
from adtracker.ui.records.recalls.form import RecallForm
from adtracker.ui.records.recalls.list import RecallList
from adtracker.ui.shell.main_window import MainWindow
from adtracker.ui.today.weekly_page import WeeklyPage
from tests.ui.conftest import TODAY, Clock
from tests.ui.person import Person
from tests.ui.recorder import in_front

SUNDAYS, CONTROL, ALT = 7, Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.AltModifier
SUNDAY = TODAY
assert SUNDAY.isoweekday() == SUNDAYS


@pytest.fixture
def person(qtbot: QtBot, window: MainWindow) -> Person:
    """Somebody who writes every day, on a Sunday."""
    return Person(qtbot, window)


def _write_weekly(context: Context, weekday: int | None = SUNDAYS) -> None:
    context.writer.save(replace(context.journal.profile(), weekly_on=weekday))


@pytest.fixture
def weekly(person: Person, context: Context) -> Person:
    """Somebody who writes on Sundays."""
    _write_weekly(context)
    person.page.take_focus()
    return person


def _recalls(journal: Journal) -> Sequence[Recall]:
    return journal.standing(Recall)


def _week(person: Person) -> WeeklyPage:
    return person.page.weekly.week


def test_who_writes_every_day_sees_nothing_of_it(person: Person, journal: Journal) -> None:
    assert not person.page.weekly.shows_week
    assert not person.page.weekly.to_week.isVisible()
    person.type("73")
    assert (journal.entry(TODAY).itch, journal.entry(TODAY).sleep_quality) == (7, 3)


def test_four_answers_by_keys_are_a_week_and_no_day(weekly: Person, journal: Journal) -> None:
    before = weekly.keys
    weekly.type("8456")
    weekly.press(Qt.Key.Key_Backspace)
    weekly.type("12")
    weekly.press(Qt.Key.Key_Return)
    assert _recalls(journal) == (Recall(SUNDAY, 8, 4, 5, 12, key=1),)
    assert journal.entries() == ()
    assert weekly.keys - before == 8
    assert "23 to 29 November 2026" in weekly.reads(_week(weekly))


def test_ten_and_one_are_typed_as_everywhere(weekly: Person, journal: Journal) -> None:
    weekly.type("1015")
    assert _recalls(journal)[0].answers == {"worst_itch": 10, "average_itch": 1, "sleep_quality": 5}


def test_each_answer_is_stored_at_once_and_undone_alone(weekly: Person, journal: Journal) -> None:
    weekly.type("84")
    weekly.press(Qt.Key.Key_Z, CONTROL)
    assert _recalls(journal)[0].answers == {"worst_itch": 8}
    assert _week(weekly).questions.scales["average_itch"].value is None
    weekly.press(Qt.Key.Key_Z, CONTROL)
    assert _recalls(journal) == ()
    weekly.press(Qt.Key.Key_Z, CONTROL | Qt.KeyboardModifier.ShiftModifier)
    assert _recalls(journal)[0].answers == {"worst_itch": 8}
    assert _week(weekly).questions.scales["worst_itch"].value == 8


def test_taking_back_the_only_answer_deletes_the_week_and_it_can_be_brought_back(
    weekly: Person, journal: Journal, window: MainWindow
) -> None:
    weekly.type("8")
    _week(weekly).questions.scales["worst_itch"].take_focus()
    weekly.press(Qt.Key.Key_Backspace)
    assert _recalls(journal) == ()
    assert "Ctrl+Z brings it back" in window.messages.text
    weekly.press(Qt.Key.Key_Z, CONTROL)
    assert _recalls(journal)[0].answers == {"worst_itch": 8}


def test_a_share_of_skin_that_is_none_stays_and_says_so(weekly: Person, journal: Journal) -> None:
    weekly.type("845")
    weekly.type("120")
    weekly.press(Qt.Key.Key_Return)
    assert _recalls(journal)[0].extent_percent is None
    assert "from 0 to 100" in weekly.reads(_week(weekly))
    assert weekly.page.unsaved == ["Answers about the last 7 days"]
    _week(weekly).questions.extent.line.selectAll()
    weekly.type("12.5")
    weekly.press(Qt.Key.Key_Return)
    assert _recalls(journal)[0].extent_percent == 12.5
    assert weekly.page.unsaved == []


def test_the_day_can_be_written_too_and_the_week_is_one_button_away(weekly: Person, journal: Journal) -> None:
    weekly.click(_week(weekly).write_day)
    assert weekly.page.itch.isVisible()
    weekly.type("73")
    assert (journal.entry(SUNDAY).itch, journal.entry(SUNDAY).sleep_quality) == (7, 3)
    assert _recalls(journal) == ()
    weekly.click(weekly.page.weekly.to_week)
    weekly.type("9")
    assert _recalls(journal)[0].answers == {"worst_itch": 9}
    assert journal.entry(SUNDAY).itch == 7


def test_it_asks_until_the_week_is_answered_and_then_says_when_it_asks_again(
    weekly: Person, journal: Journal, now: Clock, window: MainWindow
) -> None:
    now.pass_days(2)
    window.look_at_clock()
    tuesday = SUNDAY + 2 * ONE_DAY
    assert weekly.page.day == tuesday
    assert weekly.page.weekly.shows_week
    weekly.type("6")
    assert _recalls(journal) == (Recall(tuesday, 6, key=1),)
    assert "25 November to 1 December 2026" in weekly.reads(_week(weekly))
    now.pass_days(1)
    window.look_at_clock()
    words = weekly.reads(_week(weekly))
    assert "You answered on Tuesday 1 December. The next time is Sunday 6 December." in words
    assert not _week(weekly).questions.isVisible()
    weekly.type("3")  # there is no question that a digit could answer
    assert len(_recalls(journal)) == 1
    now.pass_days(4)
    window.look_at_clock()
    weekly.type("4")
    assert [(one.day, one.worst_itch) for one in _recalls(journal)] == [(tuesday, 6), (SUNDAY + 7 * ONE_DAY, 4)]


def test_what_was_answered_on_another_day_is_changed_on_that_day(
    weekly: Person, journal: Journal, now: Clock, window: MainWindow
) -> None:
    weekly.type("8")
    now.pass_days(1)
    window.look_at_clock()
    weekly.click(_week(weekly).change)
    assert weekly.page.day == SUNDAY
    assert weekly.page.weekly.shows_week
    _week(weekly).questions.scales["worst_itch"].take_focus()
    weekly.type("5")
    assert [(one.day, one.worst_itch) for one in _recalls(journal)] == [(SUNDAY, 5)]


def test_past_days_show_what_they_have(weekly: Person, journal: Journal, context: Context) -> None:
    context.writer.save(DayEntry(SUNDAY - ONE_DAY, itch=3))
    weekly.press(Qt.Key.Key_Left, ALT)
    assert not weekly.page.weekly.shows_week
    assert weekly.page.itch.value == 3
    assert weekly.page.weekly.to_week.isVisible()
    weekly.press(Qt.Key.Key_Right, ALT)
    assert weekly.page.weekly.shows_week


def test_what_is_typed_when_a_new_day_begins_stays_with_its_week(
    weekly: Person, journal: Journal, now: Clock, window: MainWindow
) -> None:
    weekly.type("84531")
    now.pass_days(1)
    window.look_at_clock()
    (found,) = _recalls(journal)
    assert (found.day, found.extent_percent) == (SUNDAY, 31)
    assert weekly.page.day == SUNDAY + ONE_DAY


def test_writing_every_day_again_brings_the_day_back_and_keeps_the_weeks(
    weekly: Person, journal: Journal, context: Context
) -> None:
    weekly.type("8")
    _write_weekly(context, None)
    assert not weekly.page.weekly.shows_week
    assert not weekly.page.weekly.to_week.isVisible()
    assert _recalls(journal)[0].worst_itch == 8


def test_the_command_asks_over_the_day_of_who_writes_every_day(
    person: Person, journal: Journal, window: MainWindow, qtbot: QtBot
) -> None:
    window.show_page("trends")
    window.commands.week.trigger()
    form = in_front(person.page.weekly.dialogs.form)
    assert isinstance(form.form, RecallForm)
    form.activateWindow()
    qtbot.waitUntil(form.isActiveWindow)
    for letter in "73520":
        QTest.keyClick(form.windowHandle(), letter)  # type: ignore[call-overload]  # the stubs know no str
    QTest.keyClick(form.windowHandle(), Qt.Key.Key_Return, CONTROL)
    assert _recalls(journal) == (Recall(SUNDAY, 7, 3, 5, 20, key=1),)
    window.commands.week.trigger()
    again = in_front(person.page.weekly.dialogs.form)
    assert isinstance(again.form, RecallForm)
    assert again.form.record == _recalls(journal)[0]


def test_a_form_without_an_answer_or_with_a_number_that_is_none_is_not_stored(
    person: Person, journal: Journal, window: MainWindow
) -> None:
    window.commands.week.trigger()
    form = in_front(person.page.weekly.dialogs.form)
    person.click(form.save)
    assert "Please answer at least one question." in person.reads(form)
    assert isinstance(form.form, RecallForm)
    form.form.questions.extent.line.setText("much")
    person.click(form.save)
    assert "“much” is not a number." in person.reads(form)
    assert _recalls(journal) == ()
    person.click(form.cancel)


def test_the_command_shows_the_week_in_its_place_for_who_writes_weekly(weekly: Person, window: MainWindow) -> None:
    weekly.click(_week(weekly).write_day)
    window.commands.week.trigger()
    assert weekly.page.weekly.shows_week
    assert weekly.page.weekly.dialogs.form is None


def test_four_weeks_are_four_answers_and_a_lapse_is_a_gap(
    weekly: Person, journal: Journal, now: Clock, window: MainWindow
) -> None:
    for number, answers in enumerate(("8753", "", "6464", "5373")):
        for letter in answers:
            weekly.type(letter)
        weekly.page.flush()
        assert len(_recalls(journal)) == (1, 1, 2, 3)[number]
        now.pass_days(7)
        window.look_at_clock()
    days = [SUNDAY + timedelta(days=days) for days in (0, 14, 21)]
    assert [(one.day, one.worst_itch, one.extent_percent) for one in _recalls(journal)] == [
        (day, worst, skin) for day, worst, skin in zip(days, (8, 6, 5), (3, 4, 3), strict=True)
    ]
    assert journal.entries() == ()


def test_history_shows_changes_and_deletes_weeks(person: Person, journal: Journal, window: MainWindow) -> None:
    journal.save(Recall(date(2026, 11, 22), 8, 4, extent_percent=12.5))
    page = window.show_page("history")
    person.click(page.weeks)  # type: ignore[attr-defined]  # a history page
    dialogs = page.dialogs  # type: ignore[attr-defined]  # the same
    shown = dialogs.list
    assert isinstance(shown, RecallList)
    model = shown.table.model()
    cells = [str(model.index(0, column).data()) for column in range(model.columnCount())]
    assert cells == [
        "Sun 22 Nov 2026",
        "16 to 22 November 2026",
        "worst itch 8, average itch 4, skin affected 12.5\xa0%",
    ]
    shown.opened.emit(_recalls(journal)[0])
    form = in_front(dialogs.form)
    assert isinstance(form.form, RecallForm)
    person.click(form.form.questions.scales["sleep_quality"].number(6))
    person.click(form.save)
    assert _recalls(journal)[0].sleep_quality == 6
    shown.opened.emit(_recalls(journal)[0])
    form = in_front(dialogs.form)
    person.click(form.delete)
    assert _recalls(journal) == ()
    assert [one.day for one in journal.removed() if isinstance(one, Recall)] == [date(2026, 11, 22)]
    shown.close()
