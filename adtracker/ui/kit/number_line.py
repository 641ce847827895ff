"""A line to type a number into, with or without decimals, as people write it: 12.3 or 12,3."""

from __future__ import annotations

from PySide6.QtCore import QLocale
from PySide6.QtWidgets import QLineEdit, QSizePolicy

from adtracker.ui.words.score_words import number_text

_LONGEST = 14
_TARGET = 44


class NumberLine(QLineEdit):
    """Empty is no answer; what is no number stays, for whoever asks to say so."""

    def __init__(self, name: str, value: float | None = None) -> None:
        super().__init__("" if value is None else number_text(value))
        self.setAccessibleName(name)
        self.setMaxLength(_LONGEST)
        self.setMinimumHeight(_TARGET)
        self.setProperty("kind", "figure")
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    @property
    def value(self) -> float | None:
        """The number; None if there is none."""
        value, is_number = QLocale.c().toDouble(self.text().strip().replace(",", "."))
        return value + 0.0 if is_number else None

    @property
    def is_number(self) -> bool:
        """Whether what stands here, if anything, is a number."""
        return not self.text().strip() or self.value is not None
