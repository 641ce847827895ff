"""A field for several lines in a form."""

from __future__ import annotations

from PySide6.QtCore import QSize

from adtracker.ui.kit.fields.text_card import TextField


class LongText(TextField):
    """A `TextField` that Tab leaves and that shows a text from its beginning."""

    def __init__(self, name: str, limit: int, text: str) -> None:
        super().__init__(name, limit)
        self.setTabChangesFocus(True)
        self.setPlainText(text)

    def sizeHint(self) -> QSize:
        """Wide enough for a sentence."""
        return QSize(25 * self.fontMetrics().averageCharWidth(), super().sizeHint().height())
