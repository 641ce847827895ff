"""The line at the foot of Today: the days before a visit, and what a young diary can say; facts, no praise."""

from __future__ import annotations

from datetime import timedelta

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from adtracker.domain.common.period import ONE_DAY
from adtracker.domain.records.day import DayEntry
from adtracker.domain.records.visit import Visit
from adtracker.storage.journal import Journal
from adtracker.ui.core.context import Context
from adtracker.ui.shell.main_window import MainWindow
from tests.ui.conftest import TODAY
from tests.ui.person import Person


def _write(journal: Journal, days: int) -> None:
    """So many days up to yesterday."""
    journal.save_all([DayEntry(TODAY - timedelta(days=back), itch=5) for back in range(1, days + 1)])


def test_once_a_visit_is_known_its_days_are_counted_as_they_are_written(
    qtbot: QtBot, window: MainWindow, journal: Journal, context: Context
) -> None:
    """By hand: the visit is in 11 days, so 18 of the 28 days before it have come, today among them; 2 are written."""
    person = Person(qtbot, window)
    assert not person.page.day_note.isVisible()
    _write(journal, 2)
    context.writer.save(Visit(TODAY + timedelta(days=11), "Dr. Weber"))
    line = person.page.day_note.sentence
    assert line.text() == "Visit on Thu 10 Dec. 2 of the 28 days before it are written."
    assert line.isVisible()
    assert not person.page.day_note.back.isVisible()
    person.page.take_focus()
    person.type("5")
    assert line.text() == "Visit on Thu 10 Dec. 3 of the 28 days before it are written."
    person.press(Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert line.text() == "Visit on Thu 10 Dec. 2 of the 28 days before it are written."


def test_of_a_visit_far_ahead_it_is_said_when_its_days_begin(
    qtbot: QtBot, window: MainWindow, context: Context
) -> None:
    person = Person(qtbot, window)
    context.writer.save(Visit(TODAY + timedelta(days=40)))
    assert person.page.day_note.sentence.text() == "Visit on 8 Jan 2027. The 28 days before it begin on Fri 11 Dec."


def test_in_large_letters_it_is_no_column_of_single_words(
    qtbot: QtBot, window: MainWindow, journal: Journal, context: Context
) -> None:
    person = Person(qtbot, window)
    context.preferences.change(text_percent=200)
    window.resize(1024, 640)
    _write(journal, 2)
    context.writer.save(Visit(TODAY + timedelta(days=11), "Dr. Weber"))
    person.open_day(TODAY - ONE_DAY)
    person.open_day(TODAY)
    line = person.page.day_note.sentence
    assert line.text().startswith("Visit on Thu 10 Dec.")
    assert "Changes save as you make them." in person.page.saved.text
    qtbot.waitUntil(lambda: line.height() < 2 * line.fontMetrics().lineSpacing(), timeout=2000)


@pytest.mark.parametrize(
    ("days", "line"),
    [
        (1, ""),
        (2, "3 days are written. An average needs 4 of 7 days. Whether itch changed cannot be said yet."),
        (3, "4 days are written, so this week has an average. Whether itch changed cannot be said yet."),
        (
            6,
            "7 days are written, so this week has an average. "
            "What itch did in 4 weeks needs 8 of 14 days at their beginning, and at their end.",
        ),
        (
            13,
            "14 days are written, so this week has an average. "
            "Trends says what itch did in 4 weeks, with 8 of 14 days at either end.",
        ),
        (27, ""),
    ],
)
def test_after_3_7_and_14_entries_it_is_said_what_can_be_said(
    qtbot: QtBot, window: MainWindow, journal: Journal, days: int, line: str
) -> None:
    """The days before are there, and today is answered now."""
    _write(journal, days)
    window.pages.page.mark_stale()  # type: ignore[union-attr]
    person = Person(qtbot, window)
    person.page.take_focus()
    person.type("5")
    assert (person.page.young.text(), person.page.young.isVisible()) == (line, bool(line))


def test_a_bad_day_is_a_day_written_and_in_no_average(qtbot: QtBot, window: MainWindow, journal: Journal) -> None:
    """Three days with a number and a bad one: four are written, and there is no average of four."""
    _write(journal, 3)
    window.pages.page.mark_stale()  # type: ignore[union-attr]
    person = Person(qtbot, window)
    person.click(person.page.bad_day)
    assert person.page.young.text().startswith("4 days are written. An average needs 4 of 7 days.")


def test_on_another_day_the_foot_leads_back_to_today(qtbot: QtBot, window: MainWindow, context: Context) -> None:
    context.writer.save(Visit(TODAY + timedelta(days=11)))
    person = Person(qtbot, window)
    person.open_day(TODAY - ONE_DAY)
    note = person.page.day_note
    assert note.sentence.text() == "You are filling in Sat 28 Nov later, and that is fine."
    person.click(note.back)
    assert note.sentence.text().startswith("Visit on Thu 10 Dec.")
