"""The way through the timeline by keys: Tab goes as eyes do, and what the keyboard is on is in sight."""

import pytest
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from adtracker.domain.records.question import Question
from adtracker.storage.journal import Journal
from adtracker.ui.core.preferences import Preferences
from adtracker.ui.shell.main_window import MainWindow
from adtracker.ui.timeline.page import TimelinePage
from tests.ui.conftest import COURSE_START
from tests.ui.looking_back import click, open_timeline


@pytest.fixture
def timeline(treated: Journal, window: MainWindow) -> TimelinePage:
    return open_timeline(window)


def _on_screen(widget: QWidget, place: QRect) -> QRect:
    return QRect(widget.mapToGlobal(place.topLeft()), place.size())


def _in_sight(page: TimelinePage, place: QRect) -> bool:
    view = page._area.viewport()
    return QRect(view.mapToGlobal(QPoint()), view.size()).contains(place.center())


def test_the_answer_is_in_sight_and_leads_to_what_it_rests_on(
    qtbot: QtBot, timeline: TimelinePage, window: MainWindow
) -> None:
    window.resize(1280, 800)
    QApplication.processEvents()
    line, card = timeline.banner, timeline.answer
    assert card.why.text().startswith(line.answer.text())
    assert _in_sight(timeline, QRect(line.answer.mapToGlobal(QPoint()), line.answer.size()))
    assert not card.table.isVisible()
    line.why.setFocus()
    QTest.keyClick(line.why, Qt.Key.Key_Return)
    assert _in_sight(timeline, QRect(card.why.mapToGlobal(QPoint()), card.why.size()))
    assert card.together.hasFocus()
    QTest.keyClick(card.together, Qt.Key.Key_Return)
    dialog = timeline.together.dialog
    assert dialog is not None
    assert dialog.isVisible()
    qtbot.waitUntil(lambda: not timeline.together.maker.is_busy)
    dialog.reject()


def test_tab_follows_the_eye_also_through_lines_that_came_later(timeline: TimelinePage, treated: Journal) -> None:
    treated.save(Question("Mood", "How was my mood?"))
    treated.save(treated.entry(COURSE_START).with_answer("Mood", 1))
    timeline.refresh()
    QApplication.processEvents()
    assert timeline.weeks.chips is not None
    click(timeline.head.rows)
    click(timeline.banner.why)
    QApplication.processEvents()
    [key] = timeline.weeks.chips._chips
    chip, card = timeline.weeks.chips.chip(key), timeline.answer
    lines = [line.action for line in timeline.coming.coming]
    wanted = [chip, timeline.weeks.strip, timeline.visit.report, *lines, card.together, card.table, timeline.past.add]
    timeline.take_focus()
    reached: list[QWidget] = []
    while (at := QApplication.focusWidget()) is not None and at not in reached:
        reached.append(at)
        QTest.keyClick(at, Qt.Key.Key_Tab)
    places = [reached.index(one) for one in wanted if one is not None]
    assert places == sorted(places)


def test_the_page_goes_with_the_keyboard_through_the_strip(
    timeline: TimelinePage, window: MainWindow, preferences: Preferences
) -> None:
    _leave_little_room(window, preferences)
    strip, words = timeline.weeks.strip, timeline.weeks.words.label
    strip.setFocus()
    stands_at = strip.y()
    for key in (*[Qt.Key.Key_Down] * 12, Qt.Key.Key_Home, Qt.Key.Key_End):
        QTest.keyClick(strip, key)
        cell = _on_screen(strip, strip.rect_of(*strip.current).toRect())
        assert _in_sight(timeline, cell)
        said = _on_screen(words, words.rect())
        assert _on_screen(timeline, timeline._area.geometry()).contains(said), "what the cell says is out of sight"
        assert not said.contains(cell.center()), "what the cell says lies over it"
        assert words.text() == strip.sentence(*strip.current)
    assert strip.y() == stands_at


def test_tab_goes_to_the_cell_and_not_to_the_middle_of_the_strip(
    timeline: TimelinePage, window: MainWindow, preferences: Preferences
) -> None:
    _leave_little_room(window, preferences)
    strip = timeline.weeks.strip
    for key in (Qt.Key.Key_Home, Qt.Key.Key_End):
        strip.setFocus()
        QTest.keyClick(strip, key)
        timeline.head.edit.setFocus()
        strip.setFocus()
        assert _in_sight(timeline, _on_screen(strip, strip.rect_of(*strip.current).toRect()))


def _leave_little_room(window: MainWindow, preferences: Preferences) -> None:
    preferences.change(text_percent=200)
    window.resize(900, 600)
    for _ in range(5):
        QApplication.processEvents()
