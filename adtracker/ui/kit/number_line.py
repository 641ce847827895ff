"""A line to type a number into, with or without decimals, as people write it: 12.3 or 12,3."""

from __future__ import annotations

from PySide6.QtWidgets import QLineEdit, QSizePolicy

from adtracker.domain.common.problem import Problem
from adtracker.domain.common.typed_number import number_meant, number_problem
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
        return number_meant(self.text())

    def problem(self, name: str) -> Problem | None:
        """What is wrong with the field `name` if what stands here is no number; an empty line is none."""
        return number_problem(name, self.text()) if self.text().strip() and self.value is None else None
