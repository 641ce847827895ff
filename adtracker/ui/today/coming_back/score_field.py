"""A 0 to 10 score of a day that is remembered: typed in one key, or picked from a list; empty is always allowed."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QPoint, QSize, Qt
from PySide6.QtGui import QFontMetrics
from PySide6.QtWidgets import QMenu

from adtracker.language import tr
from adtracker.ui.kit.fields.unfolding import UnfoldingValue
from adtracker.ui.words.number_words import NOTHING

TOP, EMPTY = 10, -1
_ARROW_PX = 28


class ScoreField(UnfoldingValue[int]):
    """A whole number from 0 to 10, or `EMPTY` for what is not remembered. Up, Down and the arrow open the list."""

    def __init__(self, name: str) -> None:
        spoken = tr("{name}: open the list", name=name)
        super().__init__(name, EMPTY, spoken, _ARROW_PX)
        self.setPlaceholderText(NOTHING)
        self.setInputMethodHints(Qt.InputMethodHint.ImhDigitsOnly)

    @property
    def score(self) -> float | None:
        """The number that stands there, also before it counts; None for not remembered."""
        return None if self.written == EMPTY else float(self.written)

    def show_score(self, score: float | None) -> None:
        """Show what is stored, telling nobody."""
        self.show_value(EMPTY if score is None else round(score))

    def unfold(self) -> None:
        """Pop up the numbers below the field."""
        self.setFocus(Qt.FocusReason.OtherFocusReason)
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        for number in (EMPTY, *range(TOP + 1)):
            menu.addAction(self.write(number) or NOTHING).triggered.connect(partial(self._on_picked, number))
        menu.popup(self.mapToGlobal(QPoint(0, self.height())))

    def read(self, text: str) -> int | None:
        """A whole number up to 10; nothing, or a dash, is nothing remembered."""
        text = text.strip()
        if text in ("", "-", NOTHING):
            return EMPTY
        return int(text) if text.isdecimal() and len(text) <= len(str(TOP)) and int(text) <= TOP else None

    def write(self, value: int) -> str:
        """In digits; nothing where nothing is remembered."""
        return "" if value == EMPTY else str(value)

    def wanted(self) -> str:
        """Which numbers there are."""
        return tr("Please give a whole number from 0 to 10, or leave it empty.")

    def kept(self) -> str:
        """What counts."""
        if self.value == EMPTY:
            return tr("It is empty as before.")
        return tr("It is {number} as before.", number=self.value)

    def sizeHint(self) -> QSize:
        """As wide as its two digits and the arrow."""
        digits = QFontMetrics(self.font())
        spare = super().sizeHint().width() - 17 * digits.horizontalAdvance("x")
        return QSize(spare + 2 * digits.horizontalAdvance("0") + 8, super().sizeHint().height())

    def _on_picked(self, number: int) -> None:
        self.take(number)
