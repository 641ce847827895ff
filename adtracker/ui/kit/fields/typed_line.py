"""A line of text that is stored while it is written, in forms that need no button for it."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLineEdit

from adtracker.ui.kit.fields.pace import Pace


class TypedLine(QLineEdit):
    """`written` comes in every pause, every two seconds of typing on, and when the line is left or Enter is pressed."""

    written = Signal()

    def __init__(self, placeholder: str = "", limit: int | None = None) -> None:
        super().__init__()
        self.setPlaceholderText(placeholder)
        if limit is not None:
            self.setMaxLength(limit)
        self._pace = Pace(self)
        self._pace.due.connect(self.written)
        self._pace.paused.connect(self.written)
        self.textEdited.connect(self._pace.touch)
        self.editingFinished.connect(self._on_left)

    def show_text(self, text: str) -> None:
        """Show what is stored from its beginning; what stands there already, but for spaces around it, stays."""
        if text not in (self.text(), self.text().strip()):
            self.setText(text)
            self.setCursorPosition(0)

    def _on_left(self) -> None:
        self._pace.stop()
        self.written.emit()
