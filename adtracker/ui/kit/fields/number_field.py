"""A whole number to type."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QFontMetrics

from adtracker.language import tr
from adtracker.ui.kit.fields.typed_value import TypedValue

_FEWEST_DIGITS = 6  # what the field is wide enough for


class NumberField(TypedValue[int]):
    """A number from `least` to `most`."""

    def __init__(self, name: str, most: int, number: int = 1, *, least: int = 1) -> None:
        self._least, self._most = least, most
        super().__init__(name, number)
        self.setInputMethodHints(Qt.InputMethodHint.ImhDigitsOnly)

    @property
    def number(self) -> int:
        """The number that counts."""
        return self.value

    def show_number(self, number: int) -> None:
        """Show another number without telling anybody."""
        self.show_value(number)

    def show_most(self, most: int) -> None:
        """Take none above this one; a greater one that is shown becomes it, without telling anybody."""
        self._most = most
        self.show_value(min(self.value, most))

    def read(self, text: str) -> int | None:
        """Digits, and no more than may be."""
        text = text.strip()
        if not text.isdecimal() or len(text.lstrip("0")) > len(str(self._most)):
            return None
        number = int(text)
        return number if self._least <= number <= self._most else None

    def write(self, value: int) -> str:
        """In digits."""
        return str(value)

    def wanted(self) -> str:
        """Which numbers there are."""
        return tr("Please give a whole number from {least} to {most}.", least=self._least, most=self._most)

    def kept(self) -> str:
        """The number that counts."""
        return tr("It is {number} as before.", number=self.value)

    def sizeHint(self) -> QSize:
        """As wide as its digits."""
        digits = max(len(str(self._most)), _FEWEST_DIGITS)
        spare = super().sizeHint().width() - 17 * QFontMetrics(self.font()).horizontalAdvance("x")
        return QSize(spare + digits * QFontMetrics(self.font()).horizontalAdvance("0"), super().sizeHint().height())

    def minimumSizeHint(self) -> QSize:
        """It does not shrink."""
        return self.sizeHint()
