"""Follows the keyboard from text field to text field, for those who look at what is pressed in one."""

from __future__ import annotations

from typing import TypeGuard

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QApplication, QLineEdit, QPlainTextEdit, QTextEdit, QWidget


class FieldWatch(QObject):
    """An event filter on the one text field that has the keyboard, no other; subclasses filter."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        app = QApplication.instance()
        assert isinstance(app, QApplication), "fields need an application"
        app.focusChanged.connect(self._on_focus)

    def _on_focus(self, before: QWidget | None, now: QWidget | None) -> None:
        if before is not None:
            before.removeEventFilter(self)
        if is_field(now):
            now.installEventFilter(self)


def is_field(widget: QObject | None) -> TypeGuard[QWidget]:
    """Whether a widget is one to type into."""
    return isinstance(widget, QLineEdit | QPlainTextEdit | QTextEdit)
