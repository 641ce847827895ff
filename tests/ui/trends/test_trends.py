"""Trends as a person uses it: ranges, the chosen day, the table, the words, the numbers beside the charts."""

from datetime import date, timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from adtracker.domain.common.measure import MEASURES, SLEEP
from adtracker.domain.records.course import Course
from adtracker.domain.records.day import DayEntry
from adtracker.domain.records.profile import Profile
from adtracker.domain.scores.clinic_score import ClinicScore
from adtracker.domain.statistics.summary import summarise
from adtracker.domain.views.review import Reach
from adtracker.queries.review import read_review
from adtracker.storage.journal import Journal
from adtracker.ui.core.context import Context
from adtracker.ui.core.preferences import Preferences
from adtracker.ui.shell.main_window import MainWindow
from adtracker.ui.timeline.page import TimelinePage
from adtracker.ui.today.page import TodayPage
from adtracker.ui.trends.page import TrendsPage
from adtracker.ui.words.number_words import mean_words
from tests.transactions import transactions
from tests.ui.conftest import COURSE_START, TODAY, Clock
from tests.ui.listening import accessible, heard_now
from tests.ui.looking_back import choose, click, open_trends


@pytest.fixture
def trends(demo_journal: Journal, window: MainWindow) -> TrendsPage:
    return open_trends(window)


def test_an_empty_diary_is_told_how_the_chart_begins(qtbot: QtBot, window: MainWindow) -> None:
    page = open_trends(window)
    assert page.empty.isVisible()
    assert not page.card.isVisible()
    click(page.empty.action)
    qtbot.waitUntil(lambda: isinstance(window.pages.currentWidget(), TodayPage))


def test_the_course_is_shown_first_and_named_by_its_length(trends: TrendsPage) -> None:
    chip = trends.head.reaches.chip("course")
    assert (trends.head.reaches.key, chip.text(), chip.isVisible()) == ("course", "24-week course", True)
    assert trends.card.chart.shown.first == COURSE_START - timedelta(days=7)
    assert trends.card.chart.shown.length == 175


def test_a_range_is_read_and_drawn_once(trends: TrendsPage, context: Context) -> None:
    once = transactions(trends.refresh)
    assert transactions(trends.head.reaches.chip("4w").click) == once
    assert transactions(lambda: context.preferences.change(known=("another.diary",))) == 0
    assert transactions(lambda: context.preferences.change(minimum_days=6)) == once


def test_without_a_course_there_is_no_chip_for_one(journal: Journal, window: MainWindow) -> None:
    journal.save(DayEntry(TODAY, itch=5))
    page = open_trends(window)
    assert not page.head.reaches.chip("course").isVisible()
    assert page.head.reaches.key == "4w"
    assert page.card.chart.shown.length == 28


@pytest.mark.parametrize(("reach", "days"), [("4w", 28), ("12w", 84), ("course", 175), ("all", 120)])
def test_a_range_is_chosen_by_a_click_and_remembered(
    qtbot: QtBot, trends: TrendsPage, window: MainWindow, reach: str, days: int
) -> None:
    click(trends.head.reaches.chip(reach))
    assert trends.card.chart.shown.length == days
    window.show_page("today")
    assert open_trends(window).head.reaches.key == reach
    later = TrendsPage(trends.context)  # as after the next start
    qtbot.addWidget(later)
    later.refresh()
    assert later.head.reaches.key == reach


def test_a_course_that_lies_ahead_is_not_opened_on_though_one_was_chosen_before(
    journal: Journal, window: MainWindow, context: Context
) -> None:
    context.preferences.change(reach="course")
    journal.save(Course(TODAY + timedelta(days=7)))
    journal.save(DayEntry(TODAY, itch=5))
    assert open_trends(window).head.reaches.key == "4w"


@pytest.mark.parametrize(("begun", "reach"), [(-9, "4w"), (20, "4w"), (40, "12w"), (100, "course")])
def test_a_young_course_is_not_lost_in_an_empty_chart(
    journal: Journal, window: MainWindow, begun: int, reach: str
) -> None:
    journal.save(Course(TODAY - timedelta(days=begun)))
    journal.save(DayEntry(TODAY, itch=5))
    assert open_trends(window).head.reaches.key == reach


def test_the_cards_show_the_numbers_of_the_summary(trends: TrendsPage, context: Context) -> None:
    entries = context.journal.entries()
    summary = summarise(entries, Course(COURSE_START), TODAY)
    look = read_review(context.journal, TODAY, Reach.COURSE)
    recent = [entry for entry in entries if entry.day > TODAY - timedelta(days=7)]
    for card, measure in zip(trends.numbers.cards, MEASURES, strict=True):
        values = [value for entry in recent if (value := entry.value(measure)) is not None]
        mean = round(sum(values) / len(values) + 1e-9, 1)
        assert card.number.text() == mean_words(mean, measure)
        base = summary.baseline.means.of[measure.key].mean
        assert base is not None
        assert f"{abs(round(mean - base, 1))}" in card.change.text()
        word = "below" if mean < base else "above"
        assert f" {word} baseline {base:g}" in card.change.text()
        assert f"{len(values)} of 7 {'nights' if measure == SLEEP else 'days'}." in card.rest.text()
    kept = summary.completeness
    assert look.summary is not None
    assert look.summary.completeness == kept
    assert (trends.numbers.kept.number.text(), trends.numbers.kept.beside.text()) == (
        str(kept.kept),
        f"of {kept.elapsed} days",
    )
    assert trends.numbers.kept.change.text() == f"Longest gap {kept.longest_gap} day"


def test_a_baseline_that_began_late_says_so_everywhere(trends: TrendsPage) -> None:
    for card in trends.numbers.cards:
        assert "(first days)" in card.change.text()
    assert "(first days)" in trends.card.chart.stack.panels[0].label.text
    assert "(first days)" in trends.card.words.text()


def test_the_published_range_is_a_fact_with_its_source_and_stands_at_the_itch_alone(trends: TrendsPage) -> None:
    click(trends.head.views.chip("words"))
    published = [words for words in trends.card.words.text().split("\n\n") if "Riepe 2019" in words]
    assert len(published) == 1
    assert published[0].startswith("Worst itch, 0 to 10, lower is better:")
    assert "2 to 4 points" in published[0]


def test_too_few_days_make_no_number(journal: Journal, window: MainWindow) -> None:
    for back in range(3):
        journal.save(DayEntry(TODAY - timedelta(days=back), itch=5))
    page = open_trends(window)
    card = page.numbers.cards[0]
    assert not card.number.isVisible()
    assert card.beside.text() == "too few days"
    assert card.rest.text() == "3 of 7 days. 4 days are needed."
    assert card.accessibleName() == "Itch, last 7 days: too few days. 3 of 7 days. 4 days are needed."


def test_the_chosen_day_is_put_into_words_and_opened(qtbot: QtBot, trends: TrendsPage, window: MainWindow) -> None:
    card = trends.card
    assert card.hint.text().startswith("Dots are days")
    assert not card.open.isEnabled()
    card.chart.setFocus()
    QTest.keyClick(card.chart, Qt.Key.Key_Left)
    QTest.keyClick(card.chart, Qt.Key.Key_Left)
    entry = trends.context.journal.entry(TODAY - timedelta(days=1))
    assert entry.extent is not None
    assert card.hint.text() == (
        f"Saturday 28 November: worst itch {entry.itch:g}, sleep quality {entry.sleep_quality:g}, "
        f"skin affected {entry.extent.percent:g}\u00a0%"
    )
    click(card.open)
    page = window.pages.currentWidget()
    assert isinstance(page, TodayPage)
    assert page.day == TODAY - timedelta(days=1)


def test_gaps_and_later_entries_are_said(trends: TrendsPage, now: Clock) -> None:
    gap = COURSE_START + timedelta(days=3)
    chart = trends.card.chart
    chart.point_at(7 + 3)
    assert trends.card.hint.text() == "Wednesday 5 August: not recorded"
    trends.context.journal.save(DayEntry(gap, itch=6))
    trends.refresh()
    assert trends.card.hint.text() == (
        "Wednesday 5 August: worst itch 6, sleep quality not recorded, skin affected not recorded, filled in later"
    )


def test_the_table_has_the_same_numbers_newest_first_and_works_by_keyboard(
    trends: TrendsPage, window: MainWindow
) -> None:
    click(trends.head.views.chip("table"))
    table = trends.card.table
    model = table.model()
    texts = [[model.index(row, column).data() for column in range(model.columnCount())] for row in range(20)]
    assert model.rowCount() == 120  # from the start of the course to today
    for row, texts_of_row in enumerate(texts):
        day = TODAY - timedelta(days=row)
        entry = trends.context.journal.entry(day)
        assert texts_of_row[0] == day.strftime("%a ") + f"{day.day} {day:%b}"
        assert texts_of_row[1] == ("–" if entry.itch is None else f"{entry.itch:g}")  # noqa: RUF001
    assert texts[0][2] == trends.numbers.cards[0].number.text()
    table.setFocus()
    QTest.keyClick(table, Qt.Key.Key_Down)
    QTest.keyClick(table, Qt.Key.Key_Down)
    chosen = table.day
    assert chosen is not None
    assert trends.card.hint.text().startswith(f"{chosen:%A} {chosen.day} ")
    QTest.keyClick(table, Qt.Key.Key_Return)
    page = window.pages.currentWidget()
    assert isinstance(page, TodayPage)
    assert page.day == chosen


def test_a_missing_answer_is_read_out_as_not_recorded(trends: TrendsPage) -> None:
    click(trends.head.views.chip("table"))
    model = trends.card.table.model()
    row = (TODAY - (COURSE_START + timedelta(days=3))).days
    assert model.index(row, 1).data(Qt.ItemDataRole.AccessibleTextRole) == "not recorded"


def test_the_words_say_what_the_charts_show(trends: TrendsPage) -> None:
    click(trends.head.views.chip("words"))
    words = trends.card.words.text()
    assert trends.card.words.isVisible()
    assert words.startswith("Itch fell by ")
    assert "\n\nThe charts show 26 July 2026 to 16 January 2027.\n\n" in words
    itches = [entry.itch for entry in trends.context.journal.entries() if entry.itch is not None]
    assert f"{len(itches)} days recorded, from {min(itches):g} to {max(itches):g}." in words
    assert trends.numbers.cards[0].number.text() in words  # where the line ends
    assert "Enter opens it" in trends.card.chart.accessibleDescription()
    trends.head.reaches.chip("course").setFocus()
    QTest.keyClick(trends.head.reaches.chip("course"), Qt.Key.Key_Tab)
    assert trends.head.views.chip("words").hasFocus()
    assert [_tab() for _ in range(3)] == [trends.head.together, trends.head.more, trends.card.words]


def _tab() -> QWidget | None:
    """Where the keyboard is after Tab."""
    here = QApplication.focusWidget()
    assert here is not None
    QTest.keyClick(here, Qt.Key.Key_Tab)
    return QApplication.focusWidget()


def test_the_arrow_keys_speak_the_day_and_nothing_else(trends: TrendsPage) -> None:
    chart = trends.card.chart
    chart.setFocus()
    QTest.keyClick(chart, Qt.Key.Key_Left)
    assert heard_now(chart) == trends.card.hint.text()
    before = heard_now(chart)
    QTest.keyClick(chart, Qt.Key.Key_Left)
    assert before != heard_now(chart) == trends.card.hint.text()
    assert accessible(chart).role() is QAccessible.Role.Chart
    assert len(accessible(chart).text(QAccessible.Text.Description).split()) < 50


def test_the_words_count_beside_published_definitions_in_the_range_that_is_shown(trends: TrendsPage) -> None:
    journal = trends.context.journal
    for number in range(84, 98):  # weeks 13 and 14 of the course; today is in week 18
        journal.save(DayEntry(COURSE_START + timedelta(days=number), itch=number % 2))
    journal.save(ClinicScore(COURSE_START + timedelta(days=90), "easi", 0.6))
    trends.refresh()
    assert "beside published" not in trends.card.words.text()  # counted for those who read it
    click(trends.head.views.chip("words"))
    words = trends.card.words.text()
    assert "They say nothing about a treatment." in words
    assert "longest run 2 weeks, 25 October to 7 November 2026; EASI 0.6 on 31 October 2026. AHEAD aims" in words
    assert "Worst and average itch of the last 7 days: worst" in words
    click(trends.head.reaches.chip("4w"))
    four_weeks = trends.card.words.text()  # 2 to 29 November: the week from 1 November is not wholly in it
    assert "Weeks with itch 0 or 1 on every day: 0 of " in four_weeks
    assert "longest run" not in four_weeks


def test_buttons_do_what_the_keys_do(trends: TrendsPage) -> None:
    card = trends.card
    click(card.nearer)
    assert card.chart.shown.length < 130
    click(card.farther)
    assert card.chart.shown.length > 160
    click(card.nearer)
    click(card.whole)
    assert card.chart.shown.length == 175
    for made in (card.nearer, card.farther, card.whole, card.open, trends.head.more):
        assert made.accessibleName() or made.text()
        assert min(made.width(), made.height()) >= 32


def test_it_shows_what_was_just_written_and_leaves_the_profile_alone(trends: TrendsPage) -> None:
    writer = trends.context.writer
    before = trends.numbers.cards[0].number.text()
    for back in range(7):
        writer.save(DayEntry(TODAY - timedelta(days=back), itch=10))
    assert before != trends.numbers.cards[0].number.text() == "10.0"
    trends.card.chart.zoom(0.5)
    view = trends.card.chart.shown
    writer.save(Profile("Somebody else"))
    writer.save(DayEntry(TODAY, itch=9))
    assert trends.card.chart.shown == view  # the same days: nobody is thrown out of a view


@pytest.mark.parametrize("percent", [100, 150, 200])
@pytest.mark.parametrize("width", [760, 1280])
def test_nothing_is_cut_off_at_any_text_size(
    trends: TrendsPage, window: MainWindow, preferences: Preferences, width: int, percent: int
) -> None:
    window.resize(width, 800)
    preferences.change(text_percent=percent)
    QApplication.processEvents()
    room = trends.width()
    for part in (trends.card, *trends.numbers.cards, trends.numbers.kept, trends.head.more, trends.head.reaches):
        right = part.mapTo(trends, part.rect().topRight()).x()
        assert right <= room, part


def test_a_course_that_was_removed_takes_its_range_with_it(trends: TrendsPage) -> None:
    course = trends.context.journal.course()
    assert course is not None
    trends.context.writer.remove(course)
    assert trends.head.reaches.key == "4w"
    assert not trends.head.reaches.chip("course").isVisible()
    assert trends.numbers.cards[0].change.text() == ""
    trends.context.writer.undo()
    assert trends.head.reaches.key == "course"


def test_one_single_day_is_a_trend_too(journal: Journal, window: MainWindow) -> None:
    journal.save(DayEntry(TODAY, itch=5, recorded_on=date(2026, 11, 29)))
    page = open_trends(window)
    click(page.head.reaches.chip("all"))
    assert page.numbers.kept.number.text() == "1"
    assert page.numbers.kept.beside.text() == "of 1 day"


def test_what_itch_did_stands_above_the_charts_in_the_words_of_the_timeline(
    trends: TrendsPage, window: MainWindow
) -> None:
    line = trends.card.answer
    assert line.answer.text().startswith("Itch fell by ")
    assert line.basis.text().endswith(" of 120 days.")
    assert not line.detail.isVisible()
    choose(trends.head.more, "How sure is the answer?")
    assert line.detail.isVisible()
    assert line.detail.text().startswith("The fall was likely between ")
    choose(trends.head.more, "How sure is the answer?")
    assert not line.detail.isVisible()
    said = line.answer.text()
    for reach in ("4w", "12w", "all"):  # it is of the course, whichever days the charts show
        click(trends.head.reaches.chip(reach))
        assert line.answer.text() == said
    window.show_page("timeline")
    timeline = window.pages.currentWidget()
    assert isinstance(timeline, TimelinePage)
    assert said.startswith(timeline.banner.answer.text())


def test_too_few_days_say_how_many_it_takes(journal: Journal, window: MainWindow) -> None:
    journal.save(DayEntry(TODAY, itch=5))
    page = open_trends(window)
    assert page.card.answer.answer.text() == (
        "Whether itch changed cannot be told: itch was recorded on 1 of the last 14 days, and it takes 8."
    )
    assert page.card.answer.basis.text() == "1 of 56 days."
    assert "too few days for a likely range" in page.card.answer.detail.text()
