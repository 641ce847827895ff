"""Undo in text fields: first the field takes back its own typing, then Ctrl+Z reaches the diary.

Qt's fields keep Ctrl+Z for themselves even when they have nothing to take back.
"""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import QApplication, QLineEdit, QPlainTextEdit, QTextEdit, QWidget

Keys = QKeySequence.StandardKey


class TextUndo(QObject):
    """Looks at the one field that has the keyboard, no other."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        app = QApplication.instance()
        assert isinstance(app, QApplication), "fields need an application"
        app.focusChanged.connect(self._on_focus)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Hand Ctrl+Z and its opposite on to the window where the field has no use for them."""
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent):
            undo, redo = event.matches(Keys.Undo), event.matches(Keys.Redo)
            can_undo, can_redo = _abilities(watched) if undo or redo else (True, True)
            if (undo and not can_undo) or (redo and not can_redo):
                event.ignore()
                return True
        return super().eventFilter(watched, event)

    def _on_focus(self, before: QWidget | None, now: QWidget | None) -> None:
        if before is not None:
            before.removeEventFilter(self)
        if isinstance(now, QLineEdit | QPlainTextEdit | QTextEdit):
            now.installEventFilter(self)


def _abilities(field: QObject) -> tuple[bool, bool]:
    """Whether a field can undo and redo."""
    if isinstance(field, QLineEdit):
        return field.isUndoAvailable(), field.isRedoAvailable()
    if isinstance(field, QPlainTextEdit | QTextEdit):
        return field.document().isUndoAvailable(), field.document().isRedoAvailable()
    return False, False
