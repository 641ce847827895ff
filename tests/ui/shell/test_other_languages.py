"""The whole window in a language from the right, made of Arabic letters, and in longer words."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QColor, QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QListWidget, QPushButton, QToolButton, QWidget
from pytestqt.qtbot import QtBot

from adtracker.resources import Texts
from adtracker.storage.journal import Journal
from adtracker.ui.core.preferences import Preferences
from adtracker.ui.core.theme import Theme
from adtracker.ui.history.month_day import MonthDay
from adtracker.ui.history.page import TABLE
from adtracker.ui.kit.basics import label
from adtracker.ui.kit.fields.pickers import DayField
from adtracker.ui.kit.fields.tick_box import TickBox
from adtracker.ui.kit.value_table import Column, ValueModel, ValueTable
from adtracker.ui.records.photos.compare import PhotoSide
from adtracker.ui.shell.help_dialog import HelpDialog
from adtracker.ui.shell.main_window import MainWindow
from adtracker.ui.shell.starting.application import _have_qt_speak
from adtracker.ui.shell.starting.startup import make_context
from adtracker.ui.today.body_map import BodyMap
from adtracker.ui.today.day_strip import DayStrip
from adtracker.ui.words.long_words import mark_place
from tests import pseudo
from tests.ui.conftest import TODAY, Clock

PAGES = ("today", "trends", "timeline", "history", "learn", "report", "settings")


@pytest.fixture
def turned(
    qtbot: QtBot, qapp: QApplication, demo_journal: Journal, preferences: Preferences, theme: Theme, now: Clock
) -> Iterator[MainWindow]:
    """The demonstration in a window that runs from right to left."""
    with pseudo.spoken(0, "ar"):
        qapp.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
        context = make_context(demo_journal, preferences, theme, Texts(), now)
        window = MainWindow(theme, preferences, context.texts)
        qtbot.addWidget(window)
        window.open(context)
        window.resize(1280, 800)
        window.show()
        qtbot.waitExposed(window)
        yield window
        context.tasks.wait()
        window.close()
        qapp.setLayoutDirection(Qt.LayoutDirection.LeftToRight)


def _x(widget: QWidget) -> int:
    return widget.mapToGlobal(QPoint()).x()


def test_scales_run_from_the_right_and_the_left_arrow_goes_up(turned: MainWindow) -> None:
    today = turned.pages.currentWidget()
    assert today is not None
    itch = today.itch  # type: ignore[attr-defined]
    assert _x(itch.number(0)) > _x(itch.number(1)) > _x(itch.number(10))
    itch.number(0).setFocus()
    QTest.keyClick(itch.number(0), Qt.Key.Key_4)
    itch.take_focus()
    QTest.keyClick(itch.number(4), Qt.Key.Key_Left)
    assert itch.value == 5
    QTest.keyClick(itch.number(5), Qt.Key.Key_Right)
    assert itch.value == 4


def test_days_run_from_the_right_and_a_body_keeps_its_sides(turned: MainWindow) -> None:
    strip = turned.findChild(DayStrip)
    assert strip is not None
    places = [_x(made) for made in strip.findChildren(QPushButton)]
    assert places == sorted(places, reverse=True)
    body = turned.findChild(BodyMap)
    assert body is not None
    assert not body.isRightToLeft()


def test_what_is_painted_begins_where_lines_begin(turned: MainWindow, theme: Theme) -> None:
    """The bar of a lesson, the number of a day: at the right."""
    learn = _shown_page(turned, "learn")
    lessons = learn.findChild(QListWidget)
    assert lessons is not None
    assert _middle(lessons.viewport(), theme.color("accent"), step=4) > lessons.width() / 2
    _shown_page(turned, "history")
    today = next(day for day in turned.findChildren(MonthDay) if day.day == TODAY)
    assert _middle(today, theme.color("accent")) > today.width() / 2


def _shown_page(window: MainWindow, page: str) -> QWidget:
    window.show_page(page)
    QApplication.processEvents()
    shown = window.pages.currentWidget()
    assert shown is not None
    return shown


def _middle(widget: QWidget, colour: QColor, step: int = 1) -> float:
    """Where, on the average, that which has a colour is drawn, from the left."""
    drawn = widget.grab().toImage()
    rows = range(0, drawn.height(), step)
    places = [x for x in range(drawn.width()) for y in rows if drawn.pixelColor(x, y) == colour]
    return sum(places) / len(places)


def test_the_row_that_a_table_stands_on_is_chosen(turned: MainWindow) -> None:
    page = _shown_page(turned, "history")
    page.views.chip(TABLE).click()  # type: ignore[attr-defined]
    QApplication.processEvents()
    table = page.list.table  # type: ignore[attr-defined]
    assert [index.row() for index in table.selectionModel().selectedRows()] == [0]


def test_an_earlier_photo_lies_where_its_arrow_points(turned: MainWindow, theme: Theme, qtbot: QtBot) -> None:
    side = PhotoSide("Left", lambda _: (None, ""), {}, theme)
    qtbot.addWidget(side)
    side.resize(400, 300)
    side.show()
    assert side.back.x() > side.on.x()
    for step, arrow in ((side.back, "chevron-right"), (side.on, "chevron-left")):
        drawn, meant = (icon.pixmap(18).toImage() for icon in (step.icon(), theme.icon(arrow, size=18)))
        assert drawn == meant


def test_a_tick_and_a_latin_name_stand_where_lines_begin(turned: MainWindow) -> None:
    made = TickBox("Hautschmerz")
    made.resize(300, 40)
    assert mark_place(made).left() > 250
    name = label("Mometasone 0.1 % ointment")
    assert name.alignment() & Qt.AlignmentFlag.AlignAbsolute
    assert name.alignment() & Qt.AlignmentFlag.AlignRight
    made.deleteLater()
    name.deleteLater()


def test_the_line_beside_the_pages_stands_between_them(turned: MainWindow, theme: Theme) -> None:
    side = turned.navigation.grab().toImage()
    edges = [side.pixelColor(x, side.height() // 2) for x in (0, side.width() - 1)]
    assert edges == [theme.color("line"), theme.color("ground")]


def test_a_note_in_a_table_keeps_its_full_stop_at_its_end(turned: MainWindow, theme: Theme, qtbot: QtBot) -> None:
    """A sentence in Latin letters is drawn as in a table from the left, the stop behind its last letter."""
    table = ValueTable(theme, ValueModel([Column("A", str), Column("B", str)]), 84)
    qtbot.addWidget(table)
    table.model().show_rows(["iii."])  # type: ignore[attr-defined]
    table.resize(400, 120)
    table.show()
    qtbot.waitExposed(table)
    place = table.visualRect(table.model().index(0, 1))
    drawn = table.viewport().grab(place.adjusted(2, 2, -2, -2)).toImage()
    low = [x for x in range(drawn.width()) for y in range(drawn.height()) if _is_ink(drawn, x, y)]
    high = [x for x in range(drawn.width()) for y in range(drawn.height() // 2) if _is_ink(drawn, x, y)]
    assert max(low) > max(high), "the stop is behind the letters"
    assert min(low) == min(high)


def _is_ink(drawn: QImage, x: int, y: int) -> bool:
    return drawn.pixelColor(x, y).lightness() < 128


def test_a_day_does_not_stand_under_the_arrow_that_opens_the_calendar(turned: MainWindow) -> None:
    """The arrow is at the left, where a day in Latin letters begins."""
    field = DayField("Day", TODAY)
    field.show()
    (arrow,) = field.findChildren(QToolButton)
    assert arrow.geometry().center().x() < field.width() / 2
    assert field.textMargins().left() > arrow.width() / 2
    assert field.textMargins().right() == 0
    field.close()
    field.deleteLater()


@pytest.mark.slow
@pytest.mark.parametrize("page", PAGES)
def test_no_words_stand_over_others(turned: MainWindow, qtbot: QtBot, page: str) -> None:
    turned.show_page(page)  # as its entry at the side does
    qtbot.wait_until(lambda: turned.pages.currentWidget() is not None)
    shown = turned.pages.currentWidget()
    assert shown is not None
    seen = [(one, one.rect().translated(one.mapTo(shown, QPoint()))) for one in shown.findChildren(QLabel)]
    seen = [(one, place) for one, place in seen if one.isVisible() and one.text()]
    over = [
        (one.text(), other.text())
        for index, (one, place) in enumerate(seen)
        for other, its in seen[index + 1 :]
        if place.adjusted(2, 2, -2, -2).intersects(its.adjusted(2, 2, -2, -2)) and not _is_within(one, other)
    ]
    assert over == []


def _is_within(one: QWidget, other: QWidget) -> bool:
    return one.isAncestorOf(other) or other.isAncestorOf(one)


def test_help_names_keys_as_the_menus_do(qtbot: QtBot, qapp: QApplication) -> None:
    with pseudo.spoken(40, "de"):
        _have_qt_speak(qapp)
        parent = QWidget()
        dialog = HelpDialog(parent, has_lessons=True)
    qtbot.addWidget(parent)
    _have_qt_speak(qapp)
    said = {made.text() for made in dialog.findChildren(QLabel)}
    assert {"Strg+Umschalt+Z", "Strg+1 … Strg+6", "Alt+←, Alt+→", "Rücktaste, Entf", "0 … 10"} <= said
