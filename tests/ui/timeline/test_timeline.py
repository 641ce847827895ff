"""The timeline as a person uses it: the strip, the milestones, the dialog of the course, and what it says of itself."""

from datetime import date, timedelta

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel
from pytestqt.qtbot import QtBot

from adtracker.domain.common.measure import MEASURES
from adtracker.domain.records.course import Course
from adtracker.domain.records.day import DayEntry
from adtracker.domain.statistics.summary import Summary, summarise
from adtracker.storage.journal import Journal
from adtracker.ui.core.preferences import Preferences
from adtracker.ui.kit.value_table import ValueTable
from adtracker.ui.shell.main_window import MainWindow
from adtracker.ui.timeline.page import TimelinePage
from adtracker.ui.trends.page import TrendsPage
from adtracker.ui.words.number_words import mean_digits
from tests import reading_level
from tests.ui.conftest import COURSE_START, TODAY, Clock
from tests.ui.looking_back import click, come_back, open_timeline

LEFT, NONE = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier


@pytest.fixture
def timeline(demo_journal: Journal, window: MainWindow) -> TimelinePage:
    return open_timeline(window)


def _summary(page: TimelinePage) -> Summary:
    course = page.context.journal.course()
    assert course is not None
    return summarise(page.context.journal.entries(), course, TODAY)


def _rows(table: ValueTable) -> list[list[str]]:
    model = table.model()
    return [
        [model.index(row, column).data() for column in range(model.columnCount())] for row in range(model.rowCount())
    ]


def test_it_says_which_course_and_where_it_is(timeline: TimelinePage) -> None:
    assert timeline.head.title.text() == "Your 24-week course"
    assert timeline.head.facts.text() == "Started 2 August 2026 · week 18 of 24 · Amlitelimab 250 mg every 4 weeks"


def test_every_number_of_the_strip_is_one_of_the_summary(timeline: TimelinePage) -> None:
    summary = _summary(timeline)
    columns = [summary.baseline.means, *summary.weeks]
    for column, means in enumerate(columns):
        for row, measure in enumerate(MEASURES):
            mean = means.of[measure.key]
            sentence = timeline.weeks.strip.sentence(row, column)
            number = "too few days" if mean.mean is None else mean_digits(mean.mean, measure)
            assert f" {number}" in sentence
            assert sentence.endswith(f", {mean.n} of 7 days")
    assert timeline.weeks.strip.sentence(0, len(columns)).endswith("not yet")


def test_the_milestones_are_those_of_the_summary(timeline: TimelinePage) -> None:
    summary = _summary(timeline)
    rows = _rows(timeline.answer.table)
    assert [row[0] for row in rows] == ["Baseline (late)", *(f"Week {week}" for week in (4, 8, 12, 16, 20, 24))]
    before = summary.baseline.means.of["itch"].mean
    now = summary.weeks[3].of["itch"].mean
    assert before is not None
    assert now is not None
    arrow = "▼" if now < before else "▲"
    assert rows[1][1] == f"{now}\u00a0\u00a0{arrow}\u00a0{abs(now - before):.1f}"  # of 0 to 10 no per cent
    counts = [mean.n for mean in summary.weeks[3].of.values()]
    assert rows[1][4] == f"{min(counts)} to {max(counts)} of 7"
    assert rows[5][1:] == ["–", "–", "–", "from 13 Dec"]  # noqa: RUF001


def test_arrows_are_read_out_in_words(timeline: TimelinePage) -> None:
    model = timeline.answer.table.model()
    spoken = model.index(1, 2).data(Qt.ItemDataRole.AccessibleTextRole)
    assert spoken.endswith(" higher than baseline")
    assert "%" not in spoken  # of sleep quality
    assert model.index(1, 1).data(Qt.ItemDataRole.AccessibleTextRole).endswith(" lower than baseline")
    assert model.index(0, 0).data(Qt.ItemDataRole.AccessibleTextRole) == "Baseline (first days)"
    assert model.index(5, 1).data(Qt.ItemDataRole.AccessibleTextRole) == "not yet"


def test_a_click_on_a_week_opens_it_in_trends(timeline: TimelinePage, window: MainWindow) -> None:
    place = timeline.weeks.strip.rect_of(0, 5).center().toPoint()
    QTest.mouseClick(timeline.weeks.strip, LEFT, NONE, place)
    page = window.pages.currentWidget()
    assert isinstance(page, TrendsPage)


def test_a_milestone_opens_by_enter(timeline: TimelinePage, window: MainWindow) -> None:
    timeline.answer.table.setFocus()
    QTest.keyClick(timeline.answer.table, Qt.Key.Key_Down)
    timeline.answer.table.selectRow(2)
    QTest.keyClick(timeline.answer.table, Qt.Key.Key_Return)
    assert isinstance(window.pages.currentWidget(), TrendsPage)


def test_the_sentence_in_place_of_the_legend_follows_the_keyboard(qtbot: QtBot, timeline: TimelinePage) -> None:
    timeline.weeks.strip.setFocus()
    qtbot.waitUntil(timeline.weeks.strip.hasFocus)
    QTest.keyClick(timeline.weeks.strip, Qt.Key.Key_Home)
    assert timeline.weeks.words.label.text() == timeline.weeks.strip.sentence(0, 0)
    assert "first days" in timeline.weeks.words.label.text()
    assert not timeline.weeks.legend.isVisible()
    timeline.head.edit.setFocus()
    assert not timeline.weeks.words.label.isVisible()
    assert timeline.weeks.legend.isVisible()


def test_a_diary_without_a_course_offers_to_set_one(qtbot: QtBot, window: MainWindow, journal: Journal) -> None:
    page = open_timeline(window)
    assert page.empty.isVisible()
    click(page.empty.action)
    assert page.dialog is not None
    assert page.dialog.isVisible()
    QTest.keyClicks(page.dialog.form.treatment, "Dupilumab")
    QTest.keyClick(page.dialog.form.treatment, Qt.Key.Key_Return)
    assert journal.course() == Course(TODAY, "Dupilumab", key=journal.courses()[0].key)
    assert not page.empty.isVisible()
    assert page.head.facts.text() == "Started 29 November 2026 · week 1 of 24 · Dupilumab"
    page.context.writer.undo()
    assert page.empty.isVisible()


def test_a_course_is_edited_in_place_and_can_be_undone(timeline: TimelinePage) -> None:
    click(timeline.head.edit)
    dialog = timeline.dialog
    assert dialog is not None
    assert dialog.form.course == timeline.context.journal.course()
    dialog.form.start.show_day(COURSE_START - timedelta(days=7))
    click(dialog.save)
    assert "Started 26 July 2026 · week 19 of 24" in timeline.head.facts.text()
    timeline.context.writer.undo()
    assert "Started 2 August 2026" in timeline.head.facts.text()


def test_esc_changes_nothing(timeline: TimelinePage) -> None:
    before = timeline.context.journal.course()
    click(timeline.head.edit)
    assert timeline.dialog is not None
    timeline.dialog.form.treatment.setText("Something else")
    QTest.keyClick(timeline.dialog, Qt.Key.Key_Escape)
    assert timeline.context.journal.course() == before
    assert not timeline.context.writer.can_undo


def test_a_course_that_lies_ahead_says_when_it_starts(journal: Journal, window: MainWindow) -> None:
    journal.save(Course(TODAY + timedelta(days=3), "Tralokinumab"))
    journal.save(DayEntry(TODAY, itch=4))
    page = open_timeline(window)
    assert page.head.facts.text() == "Starts 2 December 2026 · Tralokinumab"
    assert page.weeks.strip.sentence(0, 1).endswith("not yet")
    assert page.weeks.strip.sentence(0, 0).endswith("worst itch too few days, 1 of 7 days")
    assert len(_rows(page.answer.table)) == 7


def test_a_finished_course_is_shown_whole(demo_journal: Journal, now: Clock, window: MainWindow) -> None:
    now.pass_days(200)
    page = open_timeline(window)
    assert page.head.facts.text().startswith("Started 2 August 2026 · ended 16 January 2027")
    assert page.weeks.strip.sentence(0, 24).endswith("worst itch too few days, 0 of 7 days")
    assert _rows(page.answer.table)[6][0] == "Week 24"


def test_a_treatment_with_markup_stays_text(journal: Journal, window: MainWindow) -> None:
    journal.save(Course(COURSE_START, "<b>bold</b><img src='x.png'>"))
    page = open_timeline(window)
    assert page.head.facts.text().endswith("<b>bold</b><img src='x.png'>")
    assert page.head.facts.textFormat() is Qt.TextFormat.PlainText


def test_it_explains_itself_in_plain_words_when_asked(timeline: TimelinePage) -> None:
    card = timeline.definitions
    assert not card.isVisible()
    click(timeline.banner.why)
    assert "first recorded days" in card.baseline.text()
    assert "has no change" in card.baseline.text()
    assert "2 to 9 August 2026" in card.baseline.text()  # the seventh recorded day
    click(card.toggle)
    texts = [label.text() for label in card.findChildren(QLabel)]
    assert any("needs 4 of the 7 days" in text for text in texts)
    for source in ("NCT03569293", "Riepe 2019", "PMC6635522", "Heads Up", "407617"):
        assert any(source in text for text in texts), source
    prose = " ".join(text for text in texts if "http" not in text and "(" not in text)
    assert reading_level.grade(prose) <= 8
    click(card.toggle)
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    assert len(card.findChildren(QLabel)) < len(texts)


def test_the_legend_does_not_rest_on_colour(timeline: TimelinePage) -> None:
    assert timeline.weeks.legend.better.isVisible()
    assert timeline.weeks.legend.worse.isVisible()
    assert timeline.weeks.legend.text.text() == (
        "base: the first recorded days around the first dose · 1/7: under 4 of 7 days, no average"
    )


def test_a_day_written_elsewhere_is_counted_at_once(timeline: TimelinePage) -> None:
    before = timeline.weeks.strip.sentence(0, 1)
    timeline.context.writer.save(DayEntry(COURSE_START + timedelta(days=3), itch=0))
    assert timeline.weeks.strip.sentence(0, 1) != before


@pytest.mark.parametrize("percent", [100, 150, 200])
@pytest.mark.parametrize("width", [760, 1280])
def test_nothing_is_cut_off_at_any_text_size(
    timeline: TimelinePage, window: MainWindow, preferences: Preferences, width: int, percent: int
) -> None:
    click(timeline.banner.why)
    window.resize(width, 800)
    preferences.change(text_percent=percent)
    for _ in range(5):  # what a narrower card, and a wider navigation, ask for is laid out afterwards
        QApplication.processEvents()
    for part in (
        timeline.weeks.strip,
        timeline.answer.table,
        timeline.head.edit,
        timeline.weeks.legend,
        timeline.definitions,
    ):
        assert part.mapTo(timeline, part.rect().topRight()).x() <= timeline.width(), part
    table = timeline.answer.table
    for column in range(table.model().columnCount()):
        assert table.columnWidth(column) >= table.sizeHintForColumn(column), "a number is cut"
    last = timeline.weeks.strip.rect_of(2, 24)
    assert last.right() <= timeline.weeks.strip.width()
    assert last.bottom() <= timeline.weeks.strip.height()


def test_the_day_it_is_moves_on(timeline: TimelinePage, now: Clock) -> None:
    assert timeline.context.today() == date(2026, 11, 29)
    now.pass_days(6)  # Saturday, still week 18
    come_back(timeline, Qt.Key.Key_3)
    assert "week 18 of 24" in timeline.head.facts.text()
    now.pass_days(1)
    come_back(timeline, Qt.Key.Key_3)
    assert "week 19 of 24" in timeline.head.facts.text()
