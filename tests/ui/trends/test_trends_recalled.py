"""Recalled weeks on Trends and the Timeline: marks and rows of their own, in words too, and in no line."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest
from PySide6.QtWidgets import QApplication

from adtracker.domain.records.course import Course
from adtracker.domain.records.day import DayEntry
from adtracker.domain.records.recall import Recall
from adtracker.storage.journal import Journal
from adtracker.ui.charts.recalled_marks import RecalledMarks
from adtracker.ui.core.context import Context
from adtracker.ui.shell.main_window import MainWindow
from adtracker.ui.trends.page import TrendsPage
from tests.ui.conftest import TODAY
from tests.ui.looking_back import open_timeline, open_trends

WEEK = timedelta(days=7)
RECALLS = (Recall(TODAY - 2 * WEEK, 8, 5, 3, 30), Recall(TODAY, worst_itch=6))


@pytest.fixture
def weekly(journal: Journal) -> Journal:
    """Somebody who writes once a week, in the third week of a course."""
    journal.save(replace(journal.profile(), weekly_on=7))
    journal.save(Course(TODAY - 3 * WEEK, "Amlitelimab"))
    for one in RECALLS:
        journal.save(one)
    return journal


def _marks(page: TrendsPage) -> list[RecalledMarks | None]:
    return [panel._recalled for panel in page.card.chart.stack.panels]  # what is drawn has no other name


def test_marks_stand_beside_and_the_line_has_none_of_them(weekly: Journal, window: MainWindow) -> None:
    page = open_trends(window)
    itch, sleep, skin = page.card.chart.stack.panels
    assert [panel._panel.rolling == (None,) * 28 for panel in (itch, sleep, skin)] == [True] * 3
    first, last = _marks(page)[0], _marks(page)[1]
    assert first is not None
    assert last is not None
    bars = first._bars.getData()
    assert [list(values) for values in bars] == [[7, 13, 7, 13, 21, 27], [8, 8, 5, 5, 6, 6]]
    assert [list(values) for values in first._plain.getData()] == [[10, 24], [8, 6]]
    assert [list(values) for values in first._average.getData()] == [[10], [5]]


def test_who_recalled_nothing_has_no_such_item(demo_journal: Journal, window: MainWindow) -> None:
    assert _marks(open_trends(window)) == [None] * 3


def test_what_they_are_is_said_below_the_charts_and_in_words(weekly: Journal, window: MainWindow) -> None:
    page = open_trends(window)
    assert "Open diamond with a bar: recalled, last 7 days" in page.card.hint.text()
    said = page.card.words.text()
    assert "9 to 15 November 2026: worst itch as recalled 8, average itch as recalled 5" in said
    assert "Weeks answered: 2 of 3." in said
    assert "nothing is recorded." in said
    assert "2 weekly answers stand beside." in page.card.answer.paragraphs[0]
    assert "Weeks answered: 2 of 3." in page.numbers.kept.accessibleName()


def test_the_day_of_an_answer_says_it(weekly: Journal, window: MainWindow) -> None:
    page = open_trends(window)
    words = page.card._shown.day(TODAY)  # type: ignore[union-attr]  # it is shown
    assert words.endswith("23 to 29 November 2026: worst itch as recalled 6.")


def test_all_of_a_diary_that_is_kept_once_a_week_is_in_reach(weekly: Journal, window: MainWindow) -> None:
    weekly.save(Recall(TODAY - 20 * WEEK, 9))
    page = open_trends(window)
    page.head.reaches.chip("all").click()
    QApplication.processEvents()
    assert page.card.chart.shown.first <= TODAY - 20 * WEEK - timedelta(days=6)


@pytest.mark.slow
def test_a_new_answer_is_seen_at_once_and_changes_no_number(
    demo_journal: Journal, window: MainWindow, context: Context
) -> None:
    page = open_trends(window)
    before = [card.accessibleName() for card in (*page.numbers.cards, page.numbers.kept)]
    assert context.writer.save(RECALLS[0])
    assert _marks(page)[0] is not None
    assert [card.accessibleName() for card in (*page.numbers.cards, page.numbers.kept)] == before
    assert context.writer.undo()
    marks = _marks(page)[0]
    assert marks is not None
    assert not len(marks._plain.getData()[0])


def test_the_weeks_of_the_course_have_rows_that_are_called_recalled(weekly: Journal, window: MainWindow) -> None:
    weekly.save(DayEntry(TODAY, itch=4))
    page = open_timeline(window)
    strip = page.weeks.strip
    view = strip._view
    assert view is not None
    names = [view.name(row) for row in range(view.rows)]
    assert names[3:] == [
        "Worst itch, recalled",
        "Average itch, recalled",
        "Sleep quality, recalled",
        "Skin affected, recalled",
    ]
    assert strip.sentence(3, 1) == "Week 1, 8 to 14 November 2026: worst itch as recalled 8"
    assert (
        strip.sentence(4, 4)
        == "Week 4 (not over), 29 November to 5 December 2026: average itch as recalled not answered"
    )
    assert strip.sentence(3, 5).endswith("not yet")
    assert strip.sentence(3, view.columns) == "Worst itch, recalled: no change to show"
    assert view.shapes[3].has_rule
    assert not view.is_bold(3)
    assert "recalled: the last 7 days from memory" in page.weeks.legend.text.text()
