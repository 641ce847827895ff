"""The mark "a bad day, no numbers": one press on a day on which answering is too much."""

from __future__ import annotations

from PySide6.QtCore import Signal

from adtracker.language import tr
from adtracker.ui.kit.chips import Chip

BAD_DAY, BAD_DAY_KEY = "bad_day", "Ctrl+B"


class BadDayChip(Chip):
    """`marked` carries True when a person marks the day, None when they take the mark back."""

    marked = Signal(object)

    def __init__(self) -> None:
        super().__init__(tr("Bad day, no numbers"))
        self.setProperty("kind", "mark")
        words = tr("The day counts as kept, and in no average. Key: {key}", key=BAD_DAY_KEY)
        self.setToolTip(words)
        self.setAccessibleDescription(words)
        self.clicked.connect(self._on_clicked)

    def show_value(self, value: bool | None) -> None:
        """Show whether the day is marked, telling nobody."""
        self.setChecked(value is True)

    def press(self) -> None:
        """Mark the day, or take the mark back."""
        self.setChecked(not self.isChecked())
        self._on_clicked()

    def _on_clicked(self) -> None:
        self.marked.emit(True if self.isChecked() else None)
