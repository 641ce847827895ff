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


class NoMouse(QObject):
    """Refuses everything that a mouse does."""

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """A mouse does nothing."""
        return event.type() in _MOUSE or super().eventFilter(watched, event)


def heard_on(window: QWidget, keys: str) -> list[str]:
    """Press the keys, divided by gaps; what is in quotes is typed. Each has a line: where the keyboard is then."""
    lines: list[str] = []
    for key in keys.split():
        holder = QApplication.focusWidget()
        assert holder is not None, f"nothing has the keyboard before {key}"
        if key.startswith("'"):
            QTest.keyClicks(holder, key.strip("'"))
        else:
            pressed = QKeySequence(key)[0]  # type: ignore[index]  # the stubs lack it
            QTest.keyClick(holder, pressed.key(), pressed.keyboardModifiers())
        for _ in range(3):
            QApplication.processEvents()
        if QApplication.activeWindow() is None:  # as every desktop does when a window over another closes
            window.activateWindow()
            QApplication.processEvents()
        lines.append(f"{key}: {_said()}")
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
