"""A way through the window by keys alone, and what a screen reader would say on it, line by line."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject
from PySide6.QtGui import QAccessible, QAccessibleInterface, QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from tests.ui.listening import accessible

_MOUSE = (
    QEvent.Type.MouseButtonPress,
    QEvent.Type.MouseButtonRelease,
    QEvent.Type.MouseButtonDblClick,
    QEvent.Type.Wheel,
)


class Beside:
    """Who sits beside a way and listens: nobody, so it only waits until Qt has done what a key asks for.

    `packaging/listening/beside.py` puts a screen reader here.
    """

    def begin(self, window: QWidget) -> None:
        """A way begins in this window."""

    def pressed(self) -> None:
        """A key was pressed; returns once it did what it does."""
        for _ in range(3):
            QApplication.processEvents()

    def written(self, line: str) -> None:
        """This would be heard after it."""


beside = Beside()


class NoMouse(QObject):
    """Refuses everything that a mouse does."""

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """A mouse does nothing."""
        return event.type() in _MOUSE or super().eventFilter(watched, event)


def heard_on(window: QWidget, keys: str) -> list[str]:
    """Press the keys, divided by gaps; what is in quotes is typed. Each has a line: where the keyboard is then."""
    lines: list[str] = []
    beside.begin(window)
    for key in keys.split():
        holder = QApplication.focusWidget()
        assert holder is not None, f"nothing has the keyboard before {key}"
        if key.startswith("'"):
            QTest.keyClicks(holder, key.strip("'"))
        else:
            pressed = QKeySequence(key)[0]  # type: ignore[index]  # the stubs lack it
            QTest.keyClick(holder, pressed.key(), pressed.keyboardModifiers())
        beside.pressed()
        if QApplication.activeWindow() is None:  # as every desktop does when a window over another closes
            window.activateWindow()
            QApplication.processEvents()
        lines.append(f"{key}: {_said()}")
        beside.written(lines[-1])
    return lines


def _said() -> str:
    holder = QApplication.focusWidget()
    if holder is None:
        return "nothing"
    whole = accessible(holder)
    return _words(next(filter(_is_there, (whole.focusChild(), whole))), whole)


def _is_there(one: QAccessibleInterface | None) -> bool:
    return one is not None and one.isValid()


def _words(one: QAccessibleInterface, whole: QAccessibleInterface) -> str:
    state = one.state()
    words = [one.text(QAccessible.Text.Name) or "(nameless)", one.role().name]
    if state.checkable:
        words.append("chosen" if state.checked else "not chosen")
    if state.expandable:
        words.append("open" if state.expanded else "closed")
    value = one.text(QAccessible.Text.Value)
    words += [f"“{value}”"] if value else []
    told = whole.text(QAccessible.Text.Description).strip()
    words += [f"({told})"] if told else []
    return " | ".join(words)
