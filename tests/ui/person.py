"""A person at the keyboard and the mouse: everything goes through the window, as from real hands."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QMouseEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QWidget
from pytestqt.qtbot import QtBot

from adtracker.ui.kit.fields.number_field import NumberField
from adtracker.ui.kit.fields.pickers import Choice, DayField
from adtracker.ui.records.rows_card import RowsCard
from adtracker.ui.records.triggers.card import TriggerCard
from adtracker.ui.shell.main_window import MainWindow
from adtracker.ui.today.page import TodayPage


def come_back(field: QWidget) -> None:
    """A list that was closed gives the keyboard back; without a screen, nobody but the test does so."""
    QApplication.processEvents()  # the list tells that it is gone,
    field.window().activateWindow()
    QApplication.processEvents()  # and the window that it is back
    assert QTest.qWaitForWindowActive(field.window())


class Person:
    """Sits before a window that is open on Today, and counts what it costs them."""

    def __init__(self, qtbot: QtBot, window: MainWindow) -> None:
        self.keys = 0
        self.clicks = 0
        self._clicked_at = 1_000_000  # milliseconds
        self._qtbot = qtbot
        self._window = window
        window.activateWindow()
        qtbot.waitUntil(window.isActiveWindow)
        qtbot.waitUntil(self._sees_all)

    @property
    def page(self) -> TodayPage:
        """The page they look at."""
        page = self._window.pages.currentWidget()
        assert isinstance(page, TodayPage)
        return page

    def _sees_all(self) -> bool:
        page = self._window.pages.currentWidget()
        if not isinstance(page, TodayPage):
            return True
        return page.parts.is_seen or page.back.card is not None or page.weekly.shows_week

    def is_at(self, widget: QWidget) -> bool:
        """Whether a widget, or something in it, has the keyboard."""
        focused = QApplication.focusWidget()
        return focused is not None and (focused is widget or widget.isAncestorOf(focused))

    def reads(self, widget: QWidget) -> str:
        """All that is written in a part of the window."""
        return "\n".join(found.text() for found in widget.findChildren(QLabel) if found.isVisible())

    def press(
        self, key: Qt.Key, modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier, times: int = 1
    ) -> None:
        """Press a key."""
        for _ in range(times):
            self.keys += 1
            QTest.keyClick(self._window.windowHandle(), key, modifier)

    def type(self, text: str) -> None:
        """Type letters and digits."""
        for letter in text:
            self.keys += 1
            QTest.keyClick(self._window.windowHandle(), letter)  # type: ignore[call-overload]

    def click(self, widget: QWidget, at: QPoint | None = None) -> None:
        """Click a widget with the left button."""
        if not widget.isVisible():
            self._reach(widget)
        assert widget.isVisible(), f"nobody can click {widget}"
        self.clicks += 1
        QTest.mouseClick(widget, Qt.MouseButton.LeftButton, pos=at or widget.rect().center())

    def click_twice(
        self, widget: QWidget, at: QPoint | None = None, *, apart: int = 200, aside: QPoint | None = None
    ) -> None:
        """Click twice, some milliseconds `apart` and some pixels `aside`: only on the spot is that a double click."""
        place = at or widget.rect().center()
        press, release = QEvent.Type.MouseButtonPress, QEvent.Type.MouseButtonRelease
        second = press if aside else QEvent.Type.MouseButtonDblClick
        for kind, after in ((press, 0), (release, 20), (second, apart), (release, apart + 20)):
            moved = place + aside if aside and after >= apart else place
            self._send(widget, kind, moved, self._clicked_at + after)
        self._clicked_at += 10_000

    def _send(self, widget: QWidget, kind: QEvent.Type, at: QPoint, when: int) -> None:
        left, none = Qt.MouseButton.LeftButton, Qt.MouseButton.NoButton
        held = none if kind is QEvent.Type.MouseButtonRelease else left
        place = QPointF(widget.mapToGlobal(at))
        event = QMouseEvent(kind, QPointF(at), place, left, held, Qt.KeyboardModifier.NoModifier)
        event.setTimestamp(when)
        QApplication.sendEvent(widget, event)

    def pick(self, field: DayField, day: date) -> None:
        """Type a day into its field."""
        field.setFocus()
        field.selectAll()
        QTest.keyClicks(field, f"{day:%d.%m.%Y}")
        QTest.keyClick(field, Qt.Key.Key_Tab)

    def give(self, field: NumberField, number: int) -> None:
        """Type a number into its field."""
        field.setFocus()
        field.selectAll()
        QTest.keyClicks(field, str(number))
        QTest.keyClick(field, Qt.Key.Key_Tab)

    def take(self, field: Choice, text: str) -> None:
        """Open a list by the letters of an entry, and pick it."""
        field.setFocus()
        QTest.keyClicks(field, text)
        QTest.keyClick(field.view(), Qt.Key.Key_Return)
        come_back(field)

    def open_day(self, day: date) -> None:
        """Go to a day of the strip."""
        self.click(self.page.header.strip.button(day))

    def unfold(self, part: str) -> None:
        """Unfold an optional part of the day by its button."""
        parts = self.page.parts
        if not parts.is_open(part):
            self.click(parts.row.button(part))
        QApplication.processEvents()

    def _reach(self, widget: QWidget) -> None:
        """Do what a person does to see something on Today that is folded: its part first, then more of its card."""
        part = next((part for part in self.page.parts.parts if part.is_built and part.card.isAncestorOf(widget)), None)
        if part is None:
            return
        self.unfold(part.key)
        if isinstance(part.card, RowsCard) and widget in (part.card.add, part.card.all, part.card.away):
            part.card.show_tools(True)
        elif isinstance(part.card, TriggerCard):
            self.click(part.card.more)
        QApplication.processEvents()

    def corner(self, part: str) -> QWidget:
        """The corner of an optional card, by which it is put away."""
        found = next(one.card for one in self.page.parts.parts if one.key == part).corner
        assert found is not None, "every optional card has one"
        return found

    def wait_until_typed(self) -> None:
        """Pause long enough for typed text to be saved."""
        self._qtbot.waitUntil(lambda: self.page.note.is_written)
