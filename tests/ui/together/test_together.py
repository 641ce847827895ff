"""What happened together, as a person sees it: opened from Trends, read, sorted, copied, cancelled."""

import sys
from datetime import timedelta
from typing import cast

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel
from pytestqt.qtbot import QtBot

from adtracker.domain.records.day import DayEntry
from adtracker.domain.records.question import AnswerKind, Question
from adtracker.domain.records.trigger import Trigger
from adtracker.domain.treatments.dose import DayDoses
from adtracker.resources import Texts
from adtracker.storage.journal import Journal
from adtracker.ui.core.context import Context
from adtracker.ui.core.theme import Theme
from adtracker.ui.shell.main_window import MainWindow
from adtracker.ui.today.page import TodayPage
from adtracker.ui.together.dialog import TogetherDialog
from adtracker.ui.together.histogram import Histogram
from adtracker.ui.trends.page import TrendsPage
from tests.reading_level import grade
from tests.ui.conftest import TODAY
from tests.ui.looking_back import click, open_trends
from tests.ui.treatments import MOISTURISER, stored

DAYS = 70
ANGLED = "Wool <b>scarf</b>"


def _fill(journal: Journal) -> None:
    """Ten weeks. On days with stress itch is 3 higher; the scarf does nothing and was ticked three times; pets are on
    every third day; the question is answered alike on all days; the moisturiser was used on each."""
    journal.save(Trigger("scarf", ANGLED))
    journal.save(Question("swam", "Did I swim?", AnswerKind.YES_NO))
    treatment = stored(journal, MOISTURISER)
    assert treatment.key is not None
    records: list[DayEntry | DayDoses] = []
    for number in range(DAYS):
        day = TODAY - timedelta(days=DAYS - 1 - number)
        stress, pets, scarf = number * 5 % 13 < 4, number % 3 == 0, number in (5, 6, 30)
        ticked = tuple(key for key, was in (("stress", stress), ("pets", pets), ("scarf", scarf)) if was)
        itch = float(3 + 3 * stress + number % 2)
        records.append(DayEntry(day, itch=itch, context=ticked, answers=(("swam", 0.0),)))
        records.append(DayDoses(treatment.key, day, 1))
    journal.save_all(records)


@pytest.fixture
def trends(journal: Journal, window: MainWindow) -> TrendsPage:
    _fill(journal)
    page = open_trends(window)
    page.mark_stale()
    return page


def _opened(page: TrendsPage) -> TogetherDialog:
    page.head.together.setFocus()
    QTest.keyClick(page.head.together, Qt.Key.Key_Return)
    assert page.together.dialog is not None
    return page.together.dialog


def _shown(qtbot: QtBot, page: TrendsPage) -> TogetherDialog:
    dialog = _opened(page)
    assert dialog.cancel.isVisible()
    qtbot.waitUntil(lambda: not page.together.maker.is_busy)
    dialog.activateWindow()
    QApplication.processEvents()
    return dialog


def test_it_says_what_went_together_with_counts_and_never_why(qtbot: QtBot, trends: TrendsPage) -> None:
    dialog = _shown(qtbot, trends)
    said = dialog.words.toPlainText()
    # Of the 70 days the first has no day before; it is a day with stress: 0 * 5 % 13 = 0.
    # 5 n mod 13 is below 4 on 4 of 13 days: on 20 of the first 65, and of n = 65 to 69 (0, 5, 10, 2, 7) on 2.
    assert "Stress and more itch the same day happened together more often (21 days with, 48 without)" in said
    assert "This can be chance." in said
    # 3 was put in; itch of even and odd days, by turns 1 lower and higher, is told apart from it.
    assert "On like days it was 3.0 higher with it (95 % range: " in said
    assert f"{ANGLED}: 3 days with, 61 without." in said  # known since it was first ticked: 70 - 5, less 1
    assert "needs 10 days with and 10 without" in said
    assert "Treatments are not compared" in said
    assert "Blue cream" not in said
    assert "“Did I swim?” yes: on none of the 70 days that are known." in said
    assert said.index("No difference that stands out") < said.index("Pets: ") < said.index("Too few days so far")
    for word in ("cause", "p-value", "significan", "predict"):
        assert word not in dialog.text.casefold()


@pytest.mark.slow
def test_the_table_has_a_row_for_each_lag_and_is_sorted_by_name_or_by_size(qtbot: QtBot, trends: TrendsPage) -> None:
    dialog = _shown(qtbot, trends)
    click(dialog.views.chip("table"))
    table, model = dialog.table.table, dialog.table.rows
    assert table.isVisible()

    def column(place: int) -> list[str]:
        return [cast(str, model.data(model.index(row, place))) for row in range(model.rowCount())]

    assert column(0) == ["Pets", "Pets", "Stress", "Stress"]
    assert column(1) == ["Same day", "Next morning"] * 2
    assert (column(2)[2], column(3)[2], column(6)[2], column(8)[2]) == ("21", "48", "3.0\u00a0higher", "yes")
    # Stress days had 6 or 7, others 3 or 4.
    assert 6 <= float(column(4)[2]) <= 7
    assert 3 <= float(column(5)[2]) <= 4
    assert all(" to " in text for text in column(7))
    click(dialog.table.order.chip("size"))
    assert column(0) == ["Stress", "Stress", "Pets", "Pets"]
    assert [table.columnWidth(place) >= table.sizeHintForColumn(place) for place in range(1, 9)] == [True] * 8


def _labels(dialog: TogetherDialog) -> list[str]:
    """What can be read on the drawn page, from top to bottom as it was put there."""
    return [label.text() for label in dialog.board.findChildren(QLabel) if label.isVisibleTo(dialog.board)]


@pytest.mark.slow
def test_it_is_drawn_first_and_the_chips_change_between_the_same_day_and_the_next_morning(
    qtbot: QtBot, trends: TrendsPage, theme: Theme
) -> None:
    dialog = _shown(qtbot, trends)
    assert dialog.board.isVisible()
    same_day = _labels(dialog)
    assert same_day.index("Stress") < same_day.index("No difference that stood out") < same_day.index("Pets")
    assert "21 days with" in same_day
    assert "“Did I swim?” yes: on none of the 70 days that are known. There is no day with." in same_day
    drawn = [one.accessibleName() for one in dialog.board.findChildren(Histogram)]
    # Of the days with stress those with an even number have 6, the others 7: 10 and 11 of the 21 that are compared.
    assert any(name.startswith("Stress. Days with it: itch 6 on 10 days, itch 7 on 11 days.") for name in drawn)
    stress = next(one for one in dialog.board.findChildren(Histogram) if one.accessibleName().startswith("Stress"))
    bars = stress.grab().toImage()
    seen = {bars.pixelColor(x, y).name() for x in range(bars.width()) for y in range(bars.height())}
    assert {theme.color(token).name() for token in ("itch", "itch_soft")} <= seen, "days with it, and without"
    click(dialog.lags.chip("NEXT_MORNING"))
    QApplication.processEvents()
    morning = _labels(dialog)
    assert any(text.startswith("Nothing. Days that are mixed up at random") for text in morning)
    assert dialog.summary.text() == "2 things were looked at, 1 stood out."
    QTest.keyClick(dialog.board.how, Qt.Key.Key_Return)
    assert dialog.how.isVisible()
    assert not dialog.lags.isVisible()


@pytest.mark.slow
def test_with_large_letters_nothing_of_its_head_stands_outside(
    qtbot: QtBot, trends: TrendsPage, context: Context, window: MainWindow
) -> None:
    context.preferences.change(text_percent=200)
    window.resize(1024, 640)
    dialog = _shown(qtbot, trends)
    for wide in (880, 940, 1000):
        dialog.resize(wide, 616)
        QApplication.processEvents()
        chips = [dialog.lags.chip(key) for key in ("SAME_DAY", "NEXT_MORNING")]
        tops = [chip.mapTo(dialog, QPoint(0, 0)).y() for chip in chips]
        assert min(tops) >= 0
        assert tops[0] == tops[1]  # below the name they have all of the width


@pytest.mark.slow
def test_with_large_letters_what_was_counted_is_no_column_of_words(
    qtbot: QtBot, trends: TrendsPage, context: Context, window: MainWindow
) -> None:
    context.preferences.change(text_percent=200)
    window.resize(1024, 640)
    dialog = _shown(qtbot, trends)
    dialog.resize(880, 616)
    QApplication.processEvents()
    lines = dialog.summary.height() / dialog.summary.fontMetrics().lineSpacing()
    assert lines < 3
    buttons = [made.mapTo(dialog, QPoint(0, 0)).y() for made in (dialog.span, dialog.copy, dialog.close_button)]
    assert len(set(buttons)) == 1


def test_everything_can_be_reached_and_copied_by_keys(qtbot: QtBot, trends: TrendsPage) -> None:
    dialog = _shown(qtbot, trends)
    assert dialog.board.hasFocus()
    QTest.keyClick(dialog, Qt.Key.Key_Tab)
    assert dialog.board.how.hasFocus()
    QTest.keyClick(dialog.board.how, Qt.Key.Key_Tab)
    assert dialog.span.hasFocus()
    QTest.keyClick(dialog.span, Qt.Key.Key_Tab)
    assert dialog.copy.hasFocus()
    QTest.keyClick(dialog.copy, Qt.Key.Key_Return)
    copied = QApplication.clipboard().text()
    assert copied.startswith("What happened together\n")
    assert Texts().say("disclaimer.short") in copied
    assert "Stress\tSame day\t21\t48\t" in copied
    assert dialog.said.text() == "Copied."
    QTest.keyClick(dialog, Qt.Key.Key_Escape)
    qtbot.waitUntil(lambda: trends.together.dialog is None)


def test_it_tells_how_it_is_worked_out_in_plain_words_with_sources(qtbot: QtBot, trends: TrendsPage) -> None:
    dialog = _shown(qtbot, trends)
    click(dialog.views.chip("how"))
    how = dialog.how.toPlainText()
    for source in ("PMC6087468", "PMC8099209", "Benjamini and Hochberg 1995", "14 days", "at least 10"):
        assert source.casefold() in how.casefold()
    assert grade(how) <= 8


def test_cancel_ends_the_work_and_it_can_be_begun_again(qtbot: QtBot, trends: TrendsPage, context: Context) -> None:
    dialog = _opened(trends)
    QApplication.processEvents()
    QTest.mouseClick(dialog.cancel, Qt.MouseButton.LeftButton, pos=QPoint(5, 5))
    assert trends.together.dialog is None
    assert not trends.together.maker.is_busy
    context.tasks.wait()
    QApplication.processEvents()
    assert "Stress" in _shown(qtbot, trends).words.toPlainText()


def test_the_end_of_the_program_does_not_wait_for_it(trends: TrendsPage, context: Context, qapp: QApplication) -> None:
    _opened(trends)
    qapp.aboutToQuit.emit()
    assert not trends.together.maker.is_busy
    context.tasks.wait()


def test_nothing_to_compare_leads_to_today(qtbot: QtBot, journal: Journal, window: MainWindow) -> None:
    journal.save(DayEntry(TODAY, itch=5, context=()))
    dialog = _shown(qtbot, open_trends(window))
    assert dialog.empty.isVisible()
    assert not dialog.copy.isVisible()
    assert dialog.empty.action.hasFocus()
    QTest.keyClick(dialog.empty.action, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: isinstance(window.pages.currentWidget(), TodayPage))


def test_with_few_days_it_says_what_is_missing(qtbot: QtBot, journal: Journal, window: MainWindow) -> None:
    days = [DayEntry(TODAY - timedelta(days=ago), itch=5, context=("wool",) * (ago % 2)) for ago in range(6)]
    journal.save_all(days)
    dialog = _shown(qtbot, open_trends(window))
    # The first day, with wool, has no day before.
    assert "Wool: 2 days with, 3 without." in dialog.words.toPlainText()
    assert not dialog.views.chip("table").isVisible()


def test_what_fails_is_said_in_the_window(qtbot: QtBot, trends: TrendsPage, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "executable", "/there/is/no/python")
    dialog = _shown(qtbot, trends)
    assert dialog.intro.text().startswith("What happened together could not be worked out. Your diary is as it was.")
    assert dialog.close_button.isVisible()
    assert not dialog.cancel.isVisible()
