"""Asks which diary day it is before a letter comes into a text: what is begun in the morning is not the evening's."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QWidget

from adtracker.ui.shell.field_watch import FieldWatch, is_field
from adtracker.ui.shell.page_stack import PageStack

if TYPE_CHECKING:  # what days and records are comes after the first paint
    from adtracker.ui.core.context import Context

# Between two letters of a word that is written without looking.
FLOW = timedelta(seconds=1)


class TypingWatch(FieldWatch):
    """Where the page turns under somebody who writes, the rest of what they write in one go is no answer to a question.

    A text that is in full flow when the day turns goes on, and stays on its day.
    """

    def __init__(self, parent: QObject, pages: PageStack) -> None:
        super().__init__(parent)
        self._pages = pages
        self._dropped_at: datetime | None = None

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Drop what was meant for a page that has turned."""
        context = self._pages.context
        if context is None or not _writes(event):
            return super().eventFilter(watched, event)
        if self._is_rest(context) or (is_field(watched) and not context.gate.may_type()):
            self._drop(context)
            return True
        self._dropped_at = None
        return super().eventFilter(watched, event)

    def _is_rest(self, context: Context) -> bool:
        """Whether a letter comes on the heels of one that was dropped."""
        return self._dropped_at is not None and timedelta() <= context.now() - self._dropped_at < FLOW

    def _drop(self, context: Context) -> None:
        """Look also at what has the keyboard now, which is no text field."""
        self._dropped_at = context.now()
        focused = QApplication.focusWidget()
        if focused is not None:
            focused.installEventFilter(self)

    def _on_focus(self, before: QWidget | None, now: QWidget | None) -> None:
        super()._on_focus(before, now)
        if is_field(now) and self._pages.context is not None:
            self._pages.context.gate.look()


def _writes(event: QEvent) -> bool:
    """Whether something may come into a text by an event: Shift alone, or an arrow, writes nothing."""
    if event.type() is QEvent.Type.KeyPress:
        return isinstance(event, QKeyEvent) and bool(event.text())
    return event.type() in (QEvent.Type.InputMethod, QEvent.Type.ContextMenu)
