"""A whole number to type or to step with the arrow keys. The wheel scrolls the page."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QSpinBox

_TEXT_MARGIN = 9  # the stylesheet's padding does not reach the text


class NumberField(QSpinBox):
    """A number from 1 to `most`; half a typed number is no answer."""

    def __init__(self, name: str, most: int) -> None:
        super().__init__(minimum=1, maximum=most)
        self.setAccessibleName(name)
        self.setKeyboardTracking(False)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.lineEdit().setTextMargins(_TEXT_MARGIN, 0, 0, 0)

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Let the page scroll."""
        event.ignore()
