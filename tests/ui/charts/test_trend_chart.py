"""The charts under the hands of a person: keys, pointer, zoom, the ends of the axis, and what painting costs."""

import gc
import sys
from dataclasses import replace
from datetime import date, timedelta
from itertools import pairwise

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from adtracker.domain.common.period import Period
from adtracker.domain.records.course import Course
from adtracker.domain.records.day import DayEntry
from adtracker.domain.views.plot import Panel, TrendPlot
from adtracker.domain.views.review import Reach, picture, review
from adtracker.ui.charts.trend_chart import TrendChart
from adtracker.ui.charts.trend_panel import PanelWords
from adtracker.ui.core.preferences import Preferences
from adtracker.ui.core.theme import Theme

TODAY = date(2026, 11, 29)
LEFT, NONE = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
WORDS = [PanelWords(name, "0 to 10", "baseline 5.0") for name in ("Itch", "Sleep", "Skin")]


def _plot(length: int, course: Course | None = None, reach: Reach = Reach.ALL) -> TrendPlot:
    """As many days up to today, the itch going up and down."""
    days = Period.ending(TODAY, length)
    entries = [DayEntry(day, itch=number % 11) for number, day in enumerate(days)]
    return picture(review(entries, TODAY, reach, course, days))


@pytest.fixture
def chart(qtbot: QtBot, theme: Theme) -> TrendChart:
    made = TrendChart(theme)
    qtbot.addWidget(made)
    made.resize(800, 600)
    made.show_plot(_plot(112), WORDS)
    made.show()
    qtbot.waitExposed(made)
    QApplication.processEvents()
    return made


def _place(chart: TrendChart, index: float, panel: int = 0) -> QPoint:
    """Where a day is on the screen, in the middle of a panel."""
    box = chart.stack.panels[panel].box
    middle = sum(box.viewRange()[1]) / 2
    place: QPoint = chart.mapFromScene(box.mapViewToScene(QPointF(index, middle)))
    return place


def _hover(qtbot: QtBot, chart: TrendChart, at: QPoint) -> None:
    qtbot.wait(15)  # the scene takes a hundred moves a second, no more
    QTest.mouseMove(chart.viewport(), at)


def test_the_arrow_keys_walk_from_the_last_day_and_stop_at_both_ends(chart: TrendChart) -> None:
    QTest.keyClick(chart, Qt.Key.Key_Left)
    assert chart.day == TODAY
    QTest.keyClick(chart, Qt.Key.Key_Left)
    assert chart.day == TODAY - timedelta(days=1)
    for _ in range(3):
        QTest.keyClick(chart, Qt.Key.Key_Right)
    assert chart.day == TODAY
    for _ in range(120):
        QTest.keyClick(chart, Qt.Key.Key_Left)
    assert chart.day == TODAY - timedelta(days=111)


def test_enter_opens_the_day_of_the_cursor_and_nothing_without_one(chart: TrendChart) -> None:
    opened: list[date] = []
    chart.opened.connect(opened.append)
    QTest.keyClick(chart, Qt.Key.Key_Return)
    QTest.keyClick(chart, Qt.Key.Key_Left)
    QTest.keyClick(chart, Qt.Key.Key_Return)
    assert opened == [TODAY]


@pytest.mark.parametrize("panel", [0, 1, 2])
@pytest.mark.parametrize(("at", "expected"), [(0, 0), (57, 57), (111, 111), (-0.9, 0), (111.9, 111)])
def test_the_day_under_the_pointer_is_right_in_every_panel_and_at_both_ends(
    qtbot: QtBot, chart: TrendChart, panel: int, at: float, expected: int
) -> None:
    _hover(qtbot, chart, _place(chart, at, panel))
    assert chart.day == TODAY - timedelta(days=111 - expected)


def test_beside_the_panels_no_day_is_under_the_pointer(qtbot: QtBot, chart: TrendChart) -> None:
    _hover(qtbot, chart, QPoint(5, 300))
    assert chart.day is None


def test_a_click_keeps_the_day_while_the_pointer_goes_to_a_button(qtbot: QtBot, chart: TrendChart) -> None:
    place = _place(chart, 50)
    _hover(qtbot, chart, place)
    QTest.mouseClick(chart.viewport(), LEFT, NONE, place)
    kept = chart.day
    _hover(qtbot, chart, _place(chart, 80))
    assert chart.day == kept
    QTest.mouseClick(chart.viewport(), LEFT, NONE, place)
    _hover(qtbot, chart, _place(chart, 90))
    assert chart.day != kept


def _drag(qtbot: QtBot, chart: TrendChart, first: float, last: float) -> None:
    """Slowly, as the scene takes a hundred moves a second."""
    start, end = _place(chart, first), _place(chart, last)
    QTest.mousePress(chart.viewport(), LEFT, NONE, start)
    for step in range(1, 6):
        qtbot.wait(15)
        QTest.mouseMove(chart.viewport(), start + (end - start) * step / 5)
    QTest.mouseRelease(chart.viewport(), LEFT, NONE, end)


def test_a_drag_zooms_to_its_days_in_all_panels_and_a_double_click_shows_everything(
    qtbot: QtBot, chart: TrendChart
) -> None:
    chart.show_plot(_plot(2000), WORDS)
    QApplication.processEvents()
    thinned = chart.stack.panels[1]._step
    _drag(qtbot, chart, 400, 600)
    assert chart.shown.length == pytest.approx(200, abs=3)
    assert [panel.box.viewRange()[0] for panel in chart.stack.panels] == [chart.stack.panels[0].box.viewRange()[0]] * 3
    assert chart.stack.panels[0].box.viewRange()[1] == pytest.approx([-0.6, 10.6])  # heights stay
    assert thinned > chart.stack.panels[1]._step == 1  # as many dots as days again
    QTest.mouseDClick(chart.viewport(), LEFT, NONE, _place(chart, 500))
    QTest.mouseRelease(chart.viewport(), LEFT, NONE, _place(chart, 500))
    assert chart.shown.length == 2000


def test_the_view_follows_a_cursor_that_leaves_it(qtbot: QtBot, chart: TrendChart) -> None:
    _drag(qtbot, chart, 20, 40)
    for _ in range(10):
        QTest.keyClick(chart, Qt.Key.Key_Right)
    assert chart.day == TODAY - timedelta(days=61)  # from day 40 of 0 to 111
    assert TODAY - timedelta(days=61) in chart.shown
    assert chart.shown.length == pytest.approx(21, abs=1)


def test_keys_zoom_around_the_cursor_and_show_everything_again(chart: TrendChart) -> None:
    chart.point_at(30)
    for _ in range(20):
        QTest.keyClick(chart, Qt.Key.Key_Plus)
    assert chart.shown.length in (7, 8)
    assert TODAY - timedelta(days=81) in chart.shown  # day 30 of 0 to 111
    before = chart.shown
    QTest.keyClick(chart, Qt.Key.Key_Right, Qt.KeyboardModifier.ControlModifier)
    assert chart.shown.first > before.first
    QTest.keyClick(chart, Qt.Key.Key_Minus)
    assert chart.shown.length > 8
    QTest.keyClick(chart, Qt.Key.Key_0)
    assert chart.shown.length == 112


def test_a_diary_of_one_day_is_drawn(qtbot: QtBot, theme: Theme) -> None:
    chart = TrendChart(theme)
    qtbot.addWidget(chart)
    plot = TrendPlot(Period(TODAY, TODAY), tuple(_one_day(panel) for panel in _plot(28).panels), None, ())
    chart.show_plot(plot, WORDS)
    chart.show()
    qtbot.waitExposed(chart)
    chart.zoom(0.5)
    QTest.keyClick(chart, Qt.Key.Key_Left)
    assert (chart.day, chart.shown) == (TODAY, Period(TODAY, TODAY))


def _one_day(panel: Panel) -> Panel:
    return replace(panel, values=(5.0,), rolling=(None,), weekly=())


def test_the_wheel_is_left_to_the_page(chart: TrendChart) -> None:
    view, place = chart.stack.panels[0].box.viewRange(), QPointF(_place(chart, 50))
    there = chart.viewport().mapToGlobal(place)
    turn, phase = QPoint(0, -240), Qt.ScrollPhase.NoScrollPhase
    wheel = QWheelEvent(place, there, QPoint(), turn, Qt.MouseButton.NoButton, NONE, phase, False)
    QApplication.sendEvent(chart.viewport(), wheel)
    assert not wheel.isAccepted()
    assert chart.stack.panels[0].box.viewRange() == view


def test_other_days_are_shown_whole_and_the_same_days_stay_as_they_are(chart: TrendChart) -> None:
    chart.point_at(40)
    chart.zoom(0.3)
    view = chart.shown
    chart.show_plot(_plot(112), WORDS)
    assert (chart.shown, chart.day) == (view, TODAY - timedelta(days=71))
    chart.show_plot(_plot(200), WORDS)
    assert (chart.shown.length, chart.day) == (200, None)


def _labels(chart: TrendChart, length: float, pixels: float) -> list[str]:
    ((spacing, values),) = chart.stack.axis.tickValues(-1, length, pixels)
    return chart.stack.axis.tickStrings(values, 1, spacing)


def test_a_course_is_labelled_with_its_weeks_and_their_dates(chart: TrendChart) -> None:
    chart.show_plot(_plot(119, Course(date(2026, 8, 2)), Reach.COURSE), WORDS)
    assert _labels(chart, 175, 720) == [
        "start\n2 Aug",
        "4 weeks\n30 Aug",
        "8 weeks\n27 Sept",
        "12 weeks\n25 Oct",
        "16 weeks\n22 Nov",
        "20 weeks\n20 Dec",
        "24 weeks\n17 Jan",
    ]


def test_ten_years_are_labelled_with_months_and_years_also_around_a_course(chart: TrendChart) -> None:
    chart.show_plot(_plot(3650, Course(date(2026, 8, 2))), WORDS)
    labels = _labels(chart, 3650, 720)
    assert labels == [f"Jan {year}" for year in range(2017, 2027)]


@pytest.mark.parametrize("percent", [100, 150, 200])
@pytest.mark.parametrize("length", [28, 84, 175, 800, 3650])
def test_labels_never_touch(chart: TrendChart, preferences: Preferences, percent: int, length: int) -> None:
    preferences.change(text_percent=percent)
    chart.show_plot(_plot(length), WORDS)
    chart.restyle()
    ((_, values),) = chart.stack.axis.tickValues(-1, length, 700)
    apart = [(after - before) * 700 / (length + 1) for before, after in pairwise(values)]
    assert len(values) > 1
    assert min(apart) >= 78 * percent / 100 - 3


def test_a_change_of_theme_is_drawn_with_the_new_colours(
    qtbot: QtBot, chart: TrendChart, theme: Theme, preferences: Preferences
) -> None:
    def colours() -> set[str]:
        image = chart.grab().toImage()
        return {image.pixelColor(x, y).name() for x in range(0, 800, 3) for y in range(0, 600, 3)}

    light = {theme.color(token).name() for token in ("card", "itch")}
    assert light <= colours()
    preferences.change(theme="dark")
    chart.restyle()
    dark = {theme.color(token).name() for token in ("card", "itch")}
    assert dark <= colours()
    assert not light & colours()


@pytest.mark.skipif(sys.version_info >= (3, 12), reason="from Python 3.12 on None is never counted")
def test_frames_give_up_no_references_to_none(chart: TrendChart) -> None:
    """PySide6 6.12 gave up dozens at every paint, which ends in a crash; it is excluded for that."""
    chart.viewport().repaint()
    gc.collect()  # what earlier tests left behind has references to None too
    gc.disable()
    try:
        before = sys.getrefcount(None)
        for frame in range(50):
            chart._set_view(frame / 10, 112 - frame / 10)
            chart.viewport().repaint()
        assert sys.getrefcount(None) > before - 50
    finally:
        gc.enable()
