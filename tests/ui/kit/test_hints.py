"""What a control says under the pointer can be pointed at, stays, and is put away with Esc and nothing else with it."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QEvent, QPoint, QRect, Qt
from PySide6.QtGui import QCursor, QHelpEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog, QHBoxLayout, QListWidget, QListWidgetItem, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from adtracker.ui.kit import hints
from adtracker.ui.kit.tooltips import plain_tooltip

WORDS = "Not <b>bold</b>, and long enough to be written in more lines than one, as some of them are"


@pytest.fixture
def said() -> Iterator[hints.Hints]:
    """The hints of this application, hidden again after the test."""
    found = hints.install()
    yield found
    found.hide()


@pytest.fixture
def dialog(qtbot: QtBot) -> QDialog:
    """A window with two controls that have something to say."""
    made = QDialog()
    qtbot.addWidget(made)
    row = QHBoxLayout(made)
    for name in ("one", "other"):
        pressed = QPushButton(name)
        pressed.setToolTip(plain_tooltip(f"{WORDS} ({name})"))
        row.addWidget(pressed)
    made.show()
    qtbot.waitExposed(made)
    made.activateWindow()
    return made


def _ask(widget: QWidget, point: QPoint | None = None) -> None:
    """Have the pointer rest there."""
    place = point or widget.rect().center()
    QCursor.setPos(widget.mapToGlobal(place))
    QApplication.sendEvent(widget, QHelpEvent(QEvent.Type.ToolTip, place, widget.mapToGlobal(place)))


def _button(dialog: QDialog, place: int = 0) -> QPushButton:
    return dialog.findChildren(QPushButton)[place]


def _go(qtbot: QtBot, widget: QWidget, place: QPoint) -> None:
    """Move the pointer; how it goes is looked at once the time to come over is up."""
    QCursor.setPos(place)
    QTest.mouseMove(widget, widget.mapFromGlobal(place))
    QApplication.sendEvent(widget, QEvent(QEvent.Type.Leave))
    grace = hints.install()._grace
    if grace.isActive():
        with qtbot.waitSignal(grace.timeout):
            pass


def _place(said: hints.Hints) -> QRect:
    assert said.shown is not None
    return said.shown.geometry()


def test_it_stays_while_the_pointer_is_on_it_and_goes_after(qtbot: QtBot, dialog: QDialog, said: hints.Hints) -> None:
    one = _button(dialog)
    _ask(one)
    place = _place(said)
    assert not place.intersects(QRect(one.mapToGlobal(QPoint()), one.size()))
    _go(qtbot, one, place.center())
    assert said.shown is not None
    _go(qtbot, dialog, place.bottomRight() + QPoint(90, 90))
    assert said.shown is None


def test_esc_puts_it_away_and_leaves_the_window(dialog: QDialog, said: hints.Hints) -> None:
    _ask(_button(dialog))
    QTest.keyClick(dialog, Qt.Key.Key_A)
    assert said.shown is not None
    QTest.keyClick(dialog, Qt.Key.Key_Escape)
    assert said.shown is None
    assert dialog.isVisible()
    QTest.keyClick(dialog, Qt.Key.Key_Escape)
    assert not dialog.isVisible()


def test_it_is_written_as_it_is_and_one_at_a_time(dialog: QDialog, said: hints.Hints) -> None:
    for place, name in enumerate(("one", "other")):
        _ask(_button(dialog, place))
        assert said.shown is not None
        assert said.shown.text() == f"{WORDS} ({name})"
        assert said.shown.textFormat() is Qt.TextFormat.PlainText
        assert said.shown.height() >= 2 * said.shown.fontMetrics().lineSpacing()
        shown = [one for one in QApplication.topLevelWidgets() if one.isVisible() and one is not dialog]
        assert shown == [said.shown]
    QTest.mousePress(_button(dialog), Qt.MouseButton.LeftButton)
    QTest.mouseRelease(_button(dialog), Qt.MouseButton.LeftButton)  # or it is down for all tests after this one
    assert said.shown is None


def test_it_stands_at_the_right_edge_of_what_runs_from_the_right(dialog: QDialog, said: hints.Hints) -> None:
    one = _button(dialog)
    dialog.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    dialog.move(500, 100)
    QApplication.processEvents()
    _ask(one)
    assert _place(said).right() == one.mapToGlobal(one.rect().topRight()).x()


def test_the_entry_of_a_list_says_its_own(qtbot: QtBot, said: hints.Hints) -> None:
    entries = QListWidget()
    qtbot.addWidget(entries)
    for name in ("first", "second"):
        entry = QListWidgetItem(name, entries)
        entry.setToolTip(f"All about the {name}")
    entries.show()
    place = entries.visualItemRect(entries.item(1))
    _ask(entries.viewport(), place.center())
    assert said.shown is not None
    assert said.shown.text() == "All about the second"
    _ask(entries.viewport(), QPoint(5, entries.viewport().height() - 2))
    assert entries.itemAt(5, entries.viewport().height() - 2) is None
