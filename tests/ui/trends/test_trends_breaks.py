"""Breaks and bad days where one looks back: hatched bars and crosses in a lane, counts apart from the days kept."""

from __future__ import annotations

from datetime import timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QImage, QPainter
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from adtracker.domain.common.event_kind import EventKind
from adtracker.domain.common.period import Period
from adtracker.domain.records.day import DayEntry
from adtracker.domain.records.diary_break import BreakReason, DiaryBreak
from adtracker.domain.views.event import Surroundings, events
from adtracker.resources import Texts
from adtracker.storage.journal import Journal
from adtracker.ui.charts.lane_marks import bar_look
from adtracker.ui.core.theme import Theme
from adtracker.ui.history.page import HistoryPage
from adtracker.ui.shell.main_window import MainWindow
from adtracker.ui.timeline.page import TimelinePage
from adtracker.ui.trends.page import TrendsPage
from adtracker.ui.words.event_words import detail_words, title_words
from tests.ui.conftest import TODAY

SEA = DiaryBreak(TODAY - timedelta(days=9), TODAY - timedelta(days=3), BreakReason.HOLIDAY, "By the sea")


@pytest.fixture
def away(demo_journal: Journal) -> Journal:
    """A week by the sea without an entry, and a bad day after it."""
    journal = demo_journal
    for entry in journal.entries(Period(SEA.first, TODAY)):
        journal.save(DayEntry(entry.day))
    journal.save_each([SEA, DayEntry(TODAY - timedelta(days=1), bad_day=True)])
    return journal


def test_trends_counts_them_apart_and_names_what_is_drawn(away: Journal, window: MainWindow) -> None:
    page = window.show_page("trends")
    assert isinstance(page, TrendsPage)
    rest = page.numbers.kept.rest.text()
    assert "7 in breaks (holiday 7). 1 bad day without numbers." in rest
    assert "Breaks, bad days" in page.card.chart.stack.lanes.names
    assert page.card.hint.text().endswith("Hatched: a break. ×: a bad day.")  # noqa: RUF001


def test_a_day_of_a_break_says_why_it_is_empty(away: Journal, window: MainWindow) -> None:
    page = window.show_page("trends")
    assert isinstance(page, TrendsPage)
    words = page.card._shown
    assert words is not None
    assert words.day(SEA.first) == "Friday 20 November: not recorded, Break: holiday"
    assert words.day(TODAY - timedelta(days=1)).startswith("Saturday 28 November: bad day, no numbers, worst itch not")


def test_the_timeline_has_a_lane_for_them_with_a_legend(away: Journal, window: MainWindow) -> None:
    page = window.show_page("timeline")
    assert isinstance(page, TimelinePage)
    QApplication.processEvents()
    view = page.weeks.strip._view
    assert view is not None
    assert EventKind.BREAK in [lane.kind for lane in view.lanes]
    assert page.weeks.legend.text.text().endswith("hatched: a break from the diary")


def test_the_calendar_hatches_the_days_and_says_why(away: Journal, window: MainWindow) -> None:
    page = window.show_page("history")
    assert isinstance(page, HistoryPage)
    QApplication.processEvents()
    assert page.card.legend.text.text().endswith("Hatched: a break.")
    page.card.calendar.take_focus()
    for _ in range(3):
        QTest.keyClick(window.windowHandle(), Qt.Key.Key_Left)
    assert page.card.pointed.text() == "Thursday 26 November: not recorded, in a break: holiday, week 17 of the course"
    page.context.writer.remove(away.breaks()[0])
    assert not page.card.legend.text.text().endswith("Hatched: a break.")


def test_a_break_is_hatched_so_that_it_is_told_from_other_bars_without_colour(theme: Theme) -> None:
    """Drawn and made grey: a bar of use has one shade within, a break has lines on its ground."""

    def shades(kind: EventKind | None) -> int:
        image = QImage(60, 20, QImage.Format.Format_RGB32)
        image.fill(theme.color("card"))
        painter = QPainter(image)
        pen, brush = bar_look(theme, kind)
        painter.setPen(pen)
        painter.setBrush(brush)
        painter.drawRect(2, 2, 50, 14)
        painter.end()
        grey = image.convertToFormat(QImage.Format.Format_Grayscale8)
        return len({grey.pixelColor(x, y).lightness() for x in range(6, 48) for y in range(5, 13)})

    assert shades(None) == shades(EventKind.SIDE_EFFECT) == 1
    assert shades(EventKind.BREAK) >= 2
    assert bar_look(theme, EventKind.BREAK)[1].style() is Qt.BrushStyle.BDiagPattern


def test_a_break_in_words() -> None:
    (one,) = events(Surroundings(breaks=(SEA,)), SEA.period)
    names = Texts().events()
    assert title_words(one, names) == "Break: holiday"
    assert detail_words(one, names) == "20 to 26 November 2026 · By the sea"
