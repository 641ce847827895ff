"""A line in which something new is named, in place."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QLineEdit

from adtracker.domain.records.trigger import NAME_LIMIT

_ELSEWHERE = (Qt.FocusReason.ActiveWindowFocusReason, Qt.FocusReason.PopupFocusReason)
_LETTERS = 18  # that can be seen at a time


class NewName(QLineEdit):
    """One line to name something. `named` carries the name on Enter, or when the person goes on to something else.

    `closed` says that the field has done its work: what it handed on was taken, or it was emptied, or left with Esc.
    Whoever could not store a name writes it back with `put_back` before `named` returns.
    """

    named = Signal(str)
    closed = Signal()

    def __init__(self, name: str) -> None:
        super().__init__()
        self.setMaxLength(NAME_LIMIT)
        self.setAccessibleName(name)
        self.setPlaceholderText(name)

    def flush(self) -> None:
        """Hand on what was typed."""
        name = self.text().strip()
        self.clear()
        if name:
            self.named.emit(name)
        if not self.text():
            self.closed.emit()

    def put_back(self, name: str) -> None:
        """Show a name that could not be stored; it is handed on again with the next `flush`."""
        self.setText(name)
        self.setModified(True)

    def sizeHint(self) -> QSize:
        """Room for a short name."""
        hint = super().sizeHint()
        return QSize(self.fontMetrics().averageCharWidth() * _LETTERS + hint.height(), hint.height())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Take Enter and Esc."""
        if event.key() == Qt.Key.Key_Escape:
            self.clear()
            self.closed.emit()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.flush()
        else:
            super().keyPressEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Hand on what stands here when the person goes on; another window is no going on."""
        super().focusOutEvent(event)
        if event.reason() not in _ELSEWHERE and not self.isHidden():
            self.flush()
