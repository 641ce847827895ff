"""Hears the key that locks the diary while a dialog is open: the keys of the window do not reach it then."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QTimer, Signal
from PySide6.QtGui import QAction, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QApplication

_EXACT = QKeySequence.SequenceMatch.ExactMatch


class LockKey(QObject):
    """`pressed` comes once the key itself is done with: the dialog in which it was pressed is closed by locking."""

    pressed = Signal()

    def __init__(self, parent: QObject, lock: QAction) -> None:
        super().__init__(parent)
        self._lock = lock

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Take that key from a dialog; everything else goes where it was going."""
        if event.type() != QEvent.Type.KeyPress or not self._locks(event):
            return False
        QTimer.singleShot(0, self, self.pressed.emit)
        return True

    def _locks(self, event: QEvent) -> bool:
        if QApplication.activeModalWidget() is None or not self._lock.isEnabled():
            return False
        assert isinstance(event, QKeyEvent)
        return self._lock.shortcut().matches(QKeySequence(event.keyCombination())) == _EXACT
