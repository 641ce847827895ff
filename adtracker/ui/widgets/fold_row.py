"""One line of buttons for what can be added to a day; each shows or folds away one part below."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QAbstractButton, QWidget

from adtracker.ui.widgets.basics import label
from adtracker.ui.widgets.chips import Chip
from adtracker.ui.widgets.flow_layout import FlowLayout

_TARGET = 44


class FoldRow(QWidget):
    """`pressed` carries the key of the part whose button a person pressed.

    A button stays where it is when it is pressed, lit while its part is unfolded: none moves under the pointer.
    """

    pressed = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self._buttons: dict[str, Chip] = {}
        self._row = FlowLayout(self, 6)
        self._lead = label(self.tr("Add to this day:"), "soft")
        self._lead.setMinimumHeight(_TARGET)
        self._row.addWidget(self._lead)
        self.setAccessibleName(self._lead.text())

    def add(self, key: str, text: str) -> None:
        """Offer a part by a button that says `text`."""
        made = Chip(text)
        made.setAccessibleDescription(self.tr("Shows this part of the day, or folds it away while it is empty"))
        made.setProperty("part", key)
        made.clicked.connect(self._on_clicked)
        self._buttons[key] = made
        self._row.addWidget(made)

    def show_part(self, key: str, *, is_offered: bool, is_open: bool) -> None:
        """Whether a part has a button here, and whether it is unfolded. With no button there is no line."""
        self._buttons[key].setVisible(is_offered)
        self._buttons[key].setChecked(is_open)
        self.setVisible(any(not made.isHidden() for made in self._buttons.values()))

    def is_offered(self, key: str) -> bool:
        """Whether a part has a button now."""
        return not self._buttons[key].isHidden()

    def button(self, key: str) -> QAbstractButton:
        """The button of a part."""
        return self._buttons[key]

    def _on_clicked(self) -> None:
        self.pressed.emit(self.sender().property("part"))
