"""A row of round buttons of which any number can be chosen."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QAbstractButton, QWidget

from adtracker.ui.kit.chips import Chip
from adtracker.ui.kit.room.flow_layout import FlowLayout


class TickChips(QWidget):
    """Any of several (key, text); `changed` carries all chosen keys, sorted, when a person chose or unchose one."""

    changed = Signal(tuple)

    def __init__(self, name: str, choices: Sequence[tuple[str, str]]) -> None:
        super().__init__()
        self.setAccessibleName(name)
        self._chips: dict[str, QAbstractButton] = {}
        row = FlowLayout(self)
        for key, text in choices:
            chip = Chip(text)
            chip.setAccessibleDescription(name)
            chip.clicked.connect(self._on_clicked)
            self._chips[key] = chip
            row.addWidget(chip)

    @property
    def keys(self) -> tuple[str, ...]:
        """The keys that are chosen, sorted."""
        return tuple(sorted(key for key, chip in self._chips.items() if chip.isChecked()))

    def show_keys(self, keys: Collection[str]) -> None:
        """Show what is chosen, telling nobody."""
        for key, chip in self._chips.items():
            chip.setChecked(key in keys)

    def has(self, key: str) -> bool:
        """Whether there is a button for a key."""
        return key in self._chips

    def chip(self, key: str) -> QAbstractButton:
        """The button of a key."""
        return self._chips[key]

    def _on_clicked(self) -> None:
        self.changed.emit(self.keys)
