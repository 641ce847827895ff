"""How the window says something to who cannot see it: at once, and again wherever the keyboard comes to stand.

Not every screen reader takes announcements. All of them read the description of what has the keyboard, so what is said
stands there too, until the keyboard goes elsewhere.
"""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent
from PySide6.QtWidgets import QApplication, QWidget
from shiboken6 import isValid

_OWN = "own description"


def tell(widget: QWidget, text: str) -> None:
    """Have a screen reader say something without moving the keyboard."""
    QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(widget, text))
    holder = _holder(widget)
    if holder is not None and text and holder.accessibleDescription() != text:
        describe(holder, text)
        _Leaving(holder)


def describe(widget: QWidget, text: str) -> None:
    """Have this heard with a widget, whatever was heard with it before; `describe_as_before` takes it back."""
    if widget.property(_OWN) is None:
        widget.setProperty(_OWN, widget.accessibleDescription())
    widget.setAccessibleDescription(text)


def describe_itself(widget: QWidget, text: str) -> None:
    """Have this heard with a widget wherever nothing else is told with it: now, or once that is taken back."""
    if widget.property(_OWN) is None:
        widget.setAccessibleDescription(text)
    else:
        widget.setProperty(_OWN, text)


def describe_as_before(widget: QWidget) -> None:
    """Have heard with a widget what was heard before something was told."""
    own = widget.property(_OWN)
    if own is not None:
        widget.setProperty(_OWN, None)
        widget.setAccessibleDescription(own)


def _holder(widget: QWidget) -> QWidget | None:
    """What has the keyboard, or will have it: what speaks may stand below a dialog that is closing."""
    now = QApplication.focusWidget()
    return now if now is not None and now.window() is widget.window() else widget.window().focusWidget()


class _Leaving(QObject):
    """Takes back what was told once the keyboard leaves."""

    def __init__(self, widget: QWidget) -> None:
        super().__init__(widget)
        self._widget, self._told = widget, widget.accessibleDescription()
        widget.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """The keyboard left; what was described otherwise meanwhile stays so."""
        if event.type() is QEvent.Type.FocusOut and isValid(self._widget):
            if self._widget.accessibleDescription() == self._told:
                describe_as_before(self._widget)
            else:
                self._widget.setProperty(_OWN, None)
            self._widget.removeEventFilter(self)
            self.deleteLater()
        return super().eventFilter(watched, event)
