"""What tests of the pages that look back have in common: going there, and clicking what is seen."""

from __future__ import annotations

from typing import cast

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPushButton, QWidget

from adtracker.ui.shell.main_window import MainWindow
from adtracker.ui.timeline.page import TimelinePage
from adtracker.ui.trends.page import TrendsPage


def click(widget: QWidget) -> None:
    """Click the middle of what is visible."""
    assert widget.isVisible(), f"nobody can click {widget}"
    QTest.mouseClick(widget, Qt.MouseButton.LeftButton, pos=widget.rect().center())


def choose(opener: QPushButton, text: str) -> None:
    """Open the menu of a button and click the line that begins with a text."""
    assert opener.isVisible(), f"nobody can open {opener}"
    menu = opener.menu()
    menu.popup(opener.mapToGlobal(opener.rect().bottomLeft()))
    line = next(line for line in menu.actions() if line.isVisible() and line.text().startswith(text))
    QTest.mouseClick(menu, Qt.MouseButton.LeftButton, pos=menu.actionGeometry(line).center())


def open_trends(window: MainWindow) -> TrendsPage:
    """Go to Trends."""
    return cast(TrendsPage, _open(window, "trends"))


def open_timeline(window: MainWindow) -> TimelinePage:
    """Go to the timeline."""
    return cast(TimelinePage, _open(window, "timeline"))


def _open(window: MainWindow, key: str) -> QWidget:
    page = window.show_page(key)
    QApplication.processEvents()
    return page


def come_back(page: QWidget, key: Qt.Key) -> None:
    """Press the key of the page that is open, as somebody does who comes back to the window."""
    QTest.keyClick(page.window().windowHandle(), key, Qt.KeyboardModifier.ControlModifier)
    QApplication.processEvents()
