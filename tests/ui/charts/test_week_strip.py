"""The strip of weeks under the hands of a person: keys, pointer, tooltips, and what is painted."""

from collections.abc import Mapping
from datetime import date, timedelta

import pytest
from PySide6.QtCore import QEvent, QPoint, Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from adtracker.domain.common.period import Period
from adtracker.domain.records.course import Course
from adtracker.domain.records.day import DayEntry
from adtracker.domain.statistics.summary import summarise
from adtracker.domain.views.week_grid import WeekGrid, week_grid
from adtracker.resources import Texts
from adtracker.ui.charts.strip_view import StripNames, StripView
from adtracker.ui.charts.week_painter import SHADE_TOKENS
from adtracker.ui.charts.week_strip import WeekStrip
from adtracker.ui.core.preferences import Preferences
from adtracker.ui.core.theme import Theme
from tests.ui.listening import accessible, heard_now, heard_parts

START = date(2026, 8, 2)
TODAY = date(2026, 9, 8)  # day 38, in week 6
LEFT, NONE = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
WEEKS: Mapping[int, tuple[float, int]] = {0: (7, 7), 1: (9, 6), 2: (5, 7), 3: (3, 4), 4: (1, 7), 5: (4, 3), 6: (4, 2)}


NAMES = StripNames(Texts().measures(), Texts().events(), Texts().table("signs")["lines"])


def _grid(course: Course) -> WeekGrid:
    """Itch and recorded days as in `WEEKS`; week 5 is too thin, week 6 is running."""
    entries = [
        DayEntry(START + timedelta(days=7 * (week - 1) + day), itch=itch)
        for week, (itch, days) in WEEKS.items()
        for day in range(days)
    ]
    return week_grid(summarise(entries, course, TODAY), TODAY)


def _view(course: Course, *, began_late: bool = False) -> StripView:
    return StripView(_grid(course), NAMES, began_late)


@pytest.fixture
def strip(qtbot: QtBot, theme: Theme) -> WeekStrip:
    made = WeekStrip(theme)
    qtbot.addWidget(made)
    made.show_view(_view(Course(START)))
    made.resize(993, made.heightForWidth(993))
    made.show()
    made.activateWindow()
    made.setFocus()
    qtbot.waitUntil(made.hasFocus)
    return made


def _centre(strip: WeekStrip, row: int, column: int) -> QPoint:
    return strip.rect_of(row, column).center().toPoint()


@pytest.mark.parametrize(
    ("column", "expected"),
    [
        (0, "Baseline, 26 July to 1 August 2026: worst itch 7.0, 7 of 7 days"),
        (1, "Week 1, 2 to 8 August 2026: worst itch 9.0, 6 of 7 days"),
        (5, "Week 5, 30 August to 5 September 2026: worst itch too few days, 3 of 7 days"),
        (6, "Week 6 (not over), 6 to 12 September 2026: worst itch too few days, 2 of 7 days"),
        (7, "Week 7, 13 to 19 September 2026: not yet"),
    ],
)
def test_every_cell_has_its_sentence(strip: WeekStrip, column: int, expected: str) -> None:
    assert strip.sentence(0, column) == expected


def test_a_late_baseline_says_so(strip: WeekStrip) -> None:
    strip.show_view(_view(Course(START), began_late=True))
    assert strip.sentence(0, 0).startswith("Baseline (first days), ")


def test_the_keyboard_begins_at_the_newest_week_and_reaches_every_cell(strip: WeekStrip) -> None:
    assert strip.current == (0, 6)
    seen = set()
    QTest.keyClick(strip, Qt.Key.Key_Home)
    for row in range(3):
        for _ in range(24):
            seen.add(strip.current)
            assert heard_now(strip) == strip.sentence(*strip.current)
            QTest.keyClick(strip, Qt.Key.Key_Right)
        seen.add(strip.current)
        QTest.keyClick(strip, Qt.Key.Key_Right)  # there is no week 25: here stands the change
        QTest.keyClick(strip, Qt.Key.Key_Right)
        assert strip.current == (row, 25)
        assert heard_now(strip) == strip.sentence(row, 25)
        QTest.keyClick(strip, Qt.Key.Key_Home)
        QTest.keyClick(strip, Qt.Key.Key_Down)
    assert len(seen) == 75


def test_a_screen_reader_finds_every_cell(strip: WeekStrip) -> None:
    cells = [strip.sentence(row, column) for row in range(3) for column in range(26)]
    assert heard_parts(strip) == cells
    assert accessible(strip).role() is QAccessible.Role.List
    place = accessible(strip).child(26 + 4).rect()
    assert place == strip.rect_of(1, 4).toAlignedRect().translated(strip.mapToGlobal(QPoint()))
    found = accessible(strip).childAt(place.center().x(), place.center().y())
    assert found.text(QAccessible.Text.Name) == strip.sentence(1, 4)


def test_the_change_is_that_of_the_newest_week_with_an_average(strip: WeekStrip) -> None:
    assert strip.sentence(0, 25) == "Worst itch, week 4: 6.0 lower than baseline"
    assert strip.sentence(1, 25) == "Sleep quality: no change to show"
    opened: list[Period] = []
    strip.opened.connect(opened.append)
    QTest.mouseClick(strip, LEFT, NONE, _centre(strip, 0, 25))
    assert strip.current == (0, 25)
    assert opened == []


def test_down_goes_on_in_the_band_below(strip: WeekStrip) -> None:
    strip.resize(600, strip.heightForWidth(600))
    QTest.keyClick(strip, Qt.Key.Key_Home)
    QTest.keyClick(strip, Qt.Key.Key_Right)
    for _ in range(3):
        QTest.keyClick(strip, Qt.Key.Key_Down)
    assert strip.current == (0, 13)
    QTest.keyClick(strip, Qt.Key.Key_Up)
    assert strip.current == (2, 1)


def test_enter_and_a_click_open_a_week_but_not_one_to_come(strip: WeekStrip) -> None:
    opened: list[Period] = []
    strip.opened.connect(opened.append)
    QTest.keyClick(strip, Qt.Key.Key_Return)
    QTest.mouseClick(strip, LEFT, NONE, _centre(strip, 1, 2))
    QTest.mouseClick(strip, LEFT, NONE, _centre(strip, 1, 7))
    QTest.keyClick(strip, Qt.Key.Key_Return)
    assert [week.first for week in opened] == [date(2026, 9, 6), date(2026, 8, 9)]
    assert {week.length for week in opened} == {7}


def test_it_says_what_is_under_the_pointer_else_under_the_keyboard(qtbot: QtBot, strip: WeekStrip) -> None:
    said: list[str] = []
    strip.pointed.connect(said.append)
    strip.clearFocus()
    QTest.mouseMove(strip, _centre(strip, 0, 3))
    assert said[-1] == strip.sentence(0, 3)
    QApplication.sendEvent(strip, QEvent(QEvent.Type.Leave))
    assert said[-1] == ""
    strip.setFocus()
    qtbot.waitUntil(strip.hasFocus)
    assert said[-1] == strip.sentence(0, 6)


def test_a_hint_says_the_same(strip: WeekStrip) -> None:
    words, place = strip.hint_at(_centre(strip, 2, 4))
    assert words == strip.sentence(2, 4)
    assert place == strip.rect_of(2, 4).toRect()


def test_another_course_begins_anew_and_the_same_keeps_its_place(strip: WeekStrip) -> None:
    QTest.keyClick(strip, Qt.Key.Key_Home)
    strip.show_view(_view(Course(START)))
    assert strip.current == (0, 0)
    strip.show_view(_view(Course(START, weeks=3)))
    assert strip.current == (0, 3)


def _colours(strip: WeekStrip, row: int, column: int) -> list[str]:
    image = strip.grab().toImage()
    cell = strip.rect_of(row, column).toRect().adjusted(2, 2, -2, -2)
    return [
        image.pixelColor(x, y).name() for x in range(cell.left(), cell.right()) for y in (cell.top(), cell.bottom())
    ]


@pytest.mark.parametrize("look", ["light", "dark"])
def test_shades_go_from_the_better_end_to_the_worse(
    strip: WeekStrip, theme: Theme, preferences: Preferences, look: str
) -> None:
    preferences.change(theme=look)
    expected = {1: "shade_five", 2: "shade_three", 3: "shade_two", 4: "shade_one"}
    for column, token in expected.items():
        assert set(_colours(strip, 0, column)) == {theme.color(token).name()}


def test_weeks_without_a_number_have_no_shade(strip: WeekStrip, theme: Theme) -> None:
    shades = {theme.color(token).name() for token in SHADE_TOKENS}
    for column in (5, 6, 7):
        assert not shades & set(_colours(strip, 0, column))


def test_a_long_course_and_large_text_only_make_it_higher(strip: WeekStrip, preferences: Preferences) -> None:
    one = strip.heightForWidth(993)
    preferences.change(text_percent=200)
    assert strip.heightForWidth(993) > 2 * one
    strip.show_view(_view(Course(START, weeks=520)))
    strip.resize(993, strip.heightForWidth(993))
    assert strip.rect_of(2, 520).bottom() <= strip.height()
    strip.grab()
