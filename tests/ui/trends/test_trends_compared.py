"""Two periods on one axis: chosen by a person, told apart by dash and word, with the days behind each."""

from datetime import timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from adtracker.domain.records.course import Course
from adtracker.domain.records.day import DayEntry
from adtracker.domain.records.sign import Sign
from adtracker.storage.journal import Journal
from adtracker.ui.records.span_choice import PERIOD
from adtracker.ui.shell.main_window import MainWindow
from adtracker.ui.trends.comparison_form import ComparisonForm
from adtracker.ui.trends.page import TrendsPage
from tests.ui.conftest import COURSE_START, TODAY
from tests.ui.looking_back import choose, click, open_trends

EARLIER = COURSE_START - timedelta(days=300)


@pytest.fixture
def trends(demo_journal: Journal, window: MainWindow) -> TrendsPage:
    """A diary with an earlier course, kept every other day with an itch of 9."""
    demo_journal.save(Course(EARLIER, "Tablets", weeks=10))
    demo_journal.save_all([DayEntry(EARLIER + timedelta(days=day), itch=9) for day in range(0, 70, 2)])
    return open_trends(window)


def _form(page: TrendsPage) -> ComparisonForm:
    choose(page.head.more, "Compare two periods")
    form = page.dialogs.comparison
    assert form is not None
    return form


def _show(page: TrendsPage) -> None:
    assert page.dialogs.dialog is not None
    click(page.dialogs.dialog.save)
    QApplication.processEvents()


def test_this_course_stands_beside_the_earlier_one_at_once(trends: TrendsPage) -> None:
    form = _form(trends)
    assert form.solid.choice.currentText() == "Amlitelimab 250 mg every 4 weeks, from 2 August 2026"
    assert form.dashed.choice.currentText() == "Tablets, from 6 October 2025"
    _show(trends)
    assert trends.head.reaches.key == "compare"
    assert trends.card.legend.text() == (
        "Solid line: Amlitelimab 250 mg every 4 weeks, from 2 August 2026. Dashed line: Tablets, from 6 October 2025."
    )
    panel = trends.card.chart.stack.panels[0]
    assert panel._other is not None
    assert panel._other.opts["pen"].dashPattern() != panel._rolling_line.opts["pen"].dashPattern()
    assert panel._dots.getData()[0].size == 0
    itches = sum(e.itch is not None for e in trends.context.journal.entries() if e.day >= COURSE_START)
    assert panel.head._scale.text() == f"{itches} and 35 days · 0 to 10, lower is better"


def test_the_table_has_the_weeks_of_both_with_their_counts(trends: TrendsPage) -> None:
    _form(trends)
    _show(trends)
    click(trends.head.views.chip("table"))
    model = trends.card.table.model()
    heads = [model.headerData(column, Qt.Orientation.Horizontal) for column in range(3)]
    assert heads == ["Week", "Worst itch, solid line", "Worst itch, dashed line"]
    # Days 0, 2, 4 and 6 of week 1, days 8, 10 and 12 of week 2: too few for a mean.
    assert [model.index(row, 2).data() for row in range(2)] == ["9.0 (4/7)", "– (3/7)"]  # noqa: RUF001
    assert model.rowCount() == 18  # weeks of this course that have begun


def test_no_cell_of_four_measures_is_cut(trends: TrendsPage) -> None:
    trends.context.preferences.change(trends="itch sleep_quality extent_percent sign_days")
    _form(trends)
    _show(trends)
    click(trends.head.views.chip("table"))
    QApplication.processEvents()
    table = trends.card.table
    columns = range(table.model().columnCount())
    assert len(columns) == 9
    assert [column for column in columns if table.columnWidth(column) < table.sizeHintForColumn(column)] == []
    assert table.horizontalHeader().length() >= table.viewport().width()


def test_days_with_signs_are_compared_by_the_week_and_what_is_left_out_is_said(trends: TrendsPage) -> None:
    journal = trends.context.journal
    for day in range(7):
        signs = (Sign.DRY, Sign.FLAKING) if day < 3 else (Sign.DRY,)
        journal.save(DayEntry(EARLIER + timedelta(days=day), itch=9, woken=False, signs=signs))
    trends.context.preferences.change(trends="sign_days itch")
    _form(trends)
    _show(trends)
    assert [words.name for words in trends.card._shown.panels] == ["Days with signs", "Worst itch"]  # type: ignore[union-attr]
    assert "Treatments, visits and notes are left out here." in trends.card.hint.text()
    trends.card.chart.point_at(6)
    assert "12 October 2025: days with signs 10, worst itch 9.0." in trends.card.hint.text()
    click(trends.head.views.chip("table"))
    model = trends.card.table.model()
    assert model.headerData(2, Qt.Orientation.Horizontal) == "Days with signs, dashed line"
    # Itch and dry on 7 days (4 and 4), flaking on 3 (2); of week 2 no day has signs.
    assert [model.index(row, 2).data() for row in range(2)] == ["10 (7/7)", "–"]  # noqa: RUF001
    click(trends.head.views.chip("words"))
    assert "Dashed line: no 7 days with all answers." not in trends.card.words.text()
    assert "Treatments, visits and notes are left out here." in trends.card.words.text()
    assert "The sum needs all answers on all 7 days." in trends.card.words.text()


def test_the_day_that_is_pointed_at_is_said_of_both(trends: TrendsPage) -> None:
    _form(trends)
    _show(trends)
    trends.card.chart.point_at(6)
    said = trends.card.hint.text()
    assert said.startswith("Week 1, 7-day averages. 8 August 2026: worst itch ")
    assert "12 October 2025: worst itch 9.0, sleep quality too few days" in said


def test_a_period_of_ones_own_is_compared_and_wrong_dates_are_said(trends: TrendsPage) -> None:
    form = _form(trends)
    form.dashed.choice.choose(PERIOD)
    form.dashed.choice.chosen.emit(PERIOD)
    form.dashed.first.show_day(TODAY)
    form.dashed.last.show_day(TODAY - timedelta(days=9))
    dialog = trends.dialogs.dialog
    assert dialog is not None
    click(dialog.save)
    assert dialog.problem == "The first day lies after the last day."
    assert dialog.focusWidget() is form.dashed.last
    form.dashed.first.show_day(TODAY - timedelta(days=29))
    _show(trends)
    assert trends.card.legend.text().endswith("Dashed line: 31 October to 20 November 2026.")
    click(trends.head.views.chip("words"))
    assert "The lines show how they went, and not why." in trends.card.words.text()


def test_letting_it_be_keeps_what_was_shown_and_another_range_ends_it(trends: TrendsPage) -> None:
    _form(trends)
    assert trends.dialogs.dialog is not None
    QTest.keyClick(trends.dialogs.dialog, Qt.Key.Key_Escape)
    assert trends.head.reaches.key == "course"
    assert not trends.card.legend.isVisible()
    _form(trends)
    _show(trends)
    click(trends.head.reaches.chip("4w"))
    assert not trends.card.legend.isVisible()
    assert trends.card.chart.stack.panels[0]._dots.getData()[0].size > 0
    assert trends.card.chart.shown.length == 28


def test_without_a_course_two_months_are_offered(journal: Journal, window: MainWindow) -> None:
    journal.save_all([DayEntry(TODAY - timedelta(days=back), itch=back % 5) for back in range(60)])
    page = open_trends(window)
    form = _form(page)
    assert (form.solid.key, form.dashed.key) == (PERIOD, PERIOD)
    _show(page)
    assert page.card.legend.text() == ("Solid line: 2 to 29 November 2026. Dashed line: 5 October to 1 November 2026.")
