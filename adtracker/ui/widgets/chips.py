"""A row of round buttons of which one is chosen (ranges, grades, filters)."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QAbstractButton, QButtonGroup, QWidget

from adtracker.ui.widgets.basics import button
from adtracker.ui.widgets.flow_layout import FlowLayout


class Chips(QWidget):
    """One choice of several (key, text); `chosen` carries the key when a person chose it, not when it was set."""

    chosen = Signal(str)

    def __init__(self, name: str, choices: Sequence[tuple[str, str]]) -> None:
        super().__init__()
        self.setAccessibleName(name)
        self._group = QButtonGroup(self)
        self._keys = [key for key, _ in choices]
        row = FlowLayout(self)
        for index, (_, text) in enumerate(choices):
            chip = button(text, "chip")
            chip.setCheckable(True)
            chip.setAccessibleDescription(name)
            self._group.addButton(chip, index)
            row.addWidget(chip)
        self._group.idClicked.connect(self._on_clicked)

    @property
    def key(self) -> str | None:
        """The key that is chosen, None if none is."""
        index = self._group.checkedId()
        return self._keys[index] if index >= 0 else None

    def choose(self, key: str | None) -> None:
        """Show a choice; None shows that nothing is chosen."""
        self._group.setExclusive(False)
        for index, own in enumerate(self._keys):
            self._group.button(index).setChecked(own == key)
        self._group.setExclusive(True)

    def chip(self, key: str) -> QAbstractButton:
        """The button of a key."""
        return self._group.button(self._keys.index(key))

    def _on_clicked(self, index: int) -> None:
        self.chosen.emit(self._keys[index])
