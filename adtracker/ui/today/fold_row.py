"""One line of buttons for what can be added to a day; each shows or folds away one part below."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QAbstractButton, QWidget

from adtracker.language import tr
from adtracker.ui.kit.basics import label
from adtracker.ui.kit.chips import Chip
from adtracker.ui.kit.room.flow_layout import FlowLayout

_TARGET = 44


class FoldRow(QWidget):
    """`pressed` carries the key of the part whose button a person pressed.

    A button stays where it is when it is pressed, lit while its part is unfolded: none moves under the pointer.
    """

    pressed = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self._buttons: dict[str, Chip] = {}
        self._words: dict[str, tuple[str, str]] = {}
        self._row = FlowLayout(self, 6)
        self._lead = label(tr("Add to this day:"), "soft")
        self._lead.setMinimumHeight(_TARGET)
        self._row.addWidget(self._lead)
        self.setAccessibleName(self._lead.text())

    def add(self, key: str, text: str, spoken: str) -> None:
        """Offer a part by a button that says `text`; a screen reader says `spoken`."""
        made = Chip(text)
        self._words[key] = text, spoken
        made.setProperty("part", key)
        made.clicked.connect(self._on_clicked)
        self._buttons[key] = made
        self._row.addWidget(made)

    def show_part(self, key: str, *, is_offered: bool, is_open: bool, has_any: bool) -> None:
        """Whether a part has a button here, whether it is unfolded, and whether the day has anything of it."""
        made, (text, spoken) = self._buttons[key], self._words[key]
        is_away = has_any and not is_open
        made.setText(f"\N{BULLET} {text}" if is_away else text)
        made.setAccessibleName(tr("{part}, has something on this day", part=spoken) if is_away else spoken)
        made.setAccessibleDescription(tr("Puts this part away") if is_open else tr("Shows this part"))
        made.setVisible(is_offered)
        made.setChecked(is_open)
        self.setVisible(any(not other.isHidden() for other in self._buttons.values()))

    def is_offered(self, key: str) -> bool:
        """Whether a part has a button now."""
        return not self._buttons[key].isHidden()

    def button(self, key: str) -> QAbstractButton:
        """The button of a part."""
        return self._buttons[key]

    def _on_clicked(self) -> None:
        self.pressed.emit(self.sender().property("part"))
