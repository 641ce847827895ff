"""The 0 to 10 scale: eleven large buttons, chosen by a click or by typing the number."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from math import ceil, floor

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QPushButton

from adtracker.domain.common.measure import Measure
from adtracker.language import tr
from adtracker.ui.kit.basics import arrow_of, digit_of, label
from adtracker.ui.kit.clicks import OnceButton
from adtracker.ui.kit.diaries.diary_card import DiaryCard
from adtracker.ui.kit.messages import announce
from adtracker.ui.kit.room.flow_layout import FlowLayout
from adtracker.ui.words.number_words import not_recorded, value_words

TOP = 10
_STEPS = {
    Qt.Key.Key_Left: -1,
    Qt.Key.Key_Down: -1,
    Qt.Key.Key_Right: 1,
    Qt.Key.Key_Up: 1,
}


@dataclass(frozen=True, slots=True)
class ScaleWords:
    """What is written at a scale: the question, its two ends, and range with direction."""

    question: str
    low: str
    high: str
    scale: str

    @classmethod
    def of(cls, table: Mapping[str, str]) -> ScaleWords:
        """The words of a measure as the text catalogue has them."""
        return cls(table["question"], table["low"], table["high"], table["scale"])


class ScoreButton(OnceButton):
    """One number. A screen reader calls it a radio button; keys other than Space belong to the scale around it.

    `left` says that the keyboard went elsewhere.
    """

    left = Signal()

    def __init__(self, number: int, words: ScaleWords) -> None:
        super().__init__(str(number))
        self.setProperty("kind", "score")
        self.setCheckable(True)
        self.setAutoExclusive(True)  # makes the role a radio button; the scale itself keeps the choice single
        self.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        end = {0: words.low, TOP: words.high}.get(number)
        self.setAccessibleName(f"{number}, {end}" if end else str(number))
        self.setAccessibleDescription(f"{words.question} {words.scale}")

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Take Space, leave the rest to the scale."""
        if event.key() == Qt.Key.Key_Space:
            super().keyPressEvent(event)
        else:
            event.ignore()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Say that the keyboard went elsewhere."""
        super().focusOutEvent(event)
        self.left.emit()


class ScoreScale(DiaryCard):
    """One question answered by 0 to 10, or not.

    `chosen` carries the number as float, or None for "not recorded" again. `completed` says that an answer was typed
    and it is time for the next question; it carries a digit that was typed already and belongs there, or None.

    A typed 1 is chosen at once, and waits for a 0 that makes it 10: however long that takes, as long as nothing else is
    pressed and the keyboard stays here. Enter, Tab and the arrows go on without it.
    """

    chosen = Signal(object)
    completed = Signal(object)

    def __init__(self, measure: Measure, words: ScaleWords) -> None:
        super().__init__(words.question)
        self._measure = measure
        self._words = words
        self._value: float | None = None
        self.setAccessibleName(words.question)
        self._group = QButtonGroup(self)
        self._group.setExclusive(False)
        self._is_waiting = self._is_new = False
        self.goes_on = False  # whether what is chosen goes on with a 1 that was typed before
        self._build()
        self._group.idClicked.connect(self._on_clicked)
        self.show_value(None)

    def _build(self) -> None:
        # With more between them, Today at 1280 has no room for two columns beside a border and a scroll bar.
        row = FlowLayout(spacing=4, even=True)
        for number in range(TOP + 1):
            made = ScoreButton(number, self._words)
            made.setProperty("measure", self._measure.colour)
            made.left.connect(self._on_left)
            self._group.addButton(made, number)
            row.addWidget(made)
        self._ends = QHBoxLayout()
        self._recorded = label("", "small", wrap=True)
        sides = (Qt.AlignmentFlag.AlignLeft, Qt.AlignmentFlag.AlignHCenter, Qt.AlignmentFlag.AlignRight)
        low, high = (
            label(f"0 {self._words.low}", "small", wrap=True),
            label(f"{TOP} {self._words.high}", "small", wrap=True),
        )
        for words, side in zip((low, self._recorded, high), sides, strict=True):
            words.setAlignment(side | Qt.AlignmentFlag.AlignTop)
            self._ends.addWidget(words, 1)
        self.body.addLayout(row)
        self.body.addLayout(self._ends)

    @property
    def value(self) -> float | None:
        """What is shown: 0 to 10, None for not recorded."""
        return self._value

    def number(self, number: int) -> QPushButton:
        """The button of a number, 0 to 10."""
        found = self._group.button(number)
        assert isinstance(found, QPushButton)
        return found

    @property
    def is_waiting(self) -> bool:
        """Whether a typed 1 waits for a 0."""
        return self._is_waiting

    @property
    def hint(self) -> str:
        """What stands between the words at the two ends."""
        return self._recorded.text()

    def show_value(self, value: float | None, *, fresh: bool = False) -> None:
        """Show an answer; `fresh` says that it is another day's. One that lies between two numbers (from a file) is
        shown in words, no button is lit."""
        self._value = value
        self._is_waiting = self._is_waiting and value == 1 and not fresh
        for number in range(TOP + 1):
            self.number(number).setChecked(value == number)
        self._show_hint()
        self.setAccessibleDescription(self._in_words(value))
        self._set_tab_stop(int(value or 0))
        if self._has_keyboard():
            self.take_focus()

    def take_focus(self) -> None:
        """Put the keyboard on the number that is chosen, or on the first."""
        self.number(int(self._value or 0)).setFocus(Qt.FocusReason.TabFocusReason)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Digits choose, arrows move, Backspace and Delete take the answer back."""
        step = _STEPS.get(arrow_of(event, self))
        if not self._has_keyboard() or event.modifiers() & ~(
            Qt.KeyboardModifier.KeypadModifier | Qt.KeyboardModifier.ShiftModifier
        ):  # another question stands between the words at the two ends
            event.ignore()
        elif (digit := digit_of(event)) is not None:
            if not event.isAutoRepeat():  # a key that is held long answers one question, not the next ones too
                self.type_digit(digit)
        elif step and not self._is_waiting:
            self._move(step)
        elif event.key() in (Qt.Key.Key_Backspace, Qt.Key.Key_Delete):
            self._choose(None)
        elif step or event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._wait(False)
            self.completed.emit(None)
        else:
            event.ignore()

    def type_digit(self, digit: int) -> None:
        """A digit chooses; a 1 waits whether a 0 makes it 10, and any other digit then answers the next question."""
        waiting = self._is_waiting
        self._wait(False)
        if waiting and digit:
            self.completed.emit(digit)
            return
        number = TOP if waiting else digit
        is_new, self.goes_on = self._value != number, waiting and self._is_new
        self._choose(number)
        self._is_new, self.goes_on = is_new, False
        if self._value != number:  # it was not taken: another day is shown now
            return
        if number == 1:
            self._wait(True)
            announce(self, self.hint)
        else:
            self.completed.emit(None)

    def _wait(self, is_waiting: bool) -> None:
        self._is_waiting = is_waiting
        self._show_hint()

    def _show_hint(self) -> None:
        value = self._value
        if self._is_waiting:
            self._recorded.setText(tr("1, or 10 with 0"))
        else:
            self._recorded.setText("" if value is None or value.is_integer() else self._in_words(value))

    def _on_left(self) -> None:
        """The keyboard went to another question; not where the whole window was left for a while."""
        if self._is_waiting and not self._has_keyboard():
            self._wait(False)

    def _move(self, step: int) -> None:
        """The first arrow lights the first number, the next ones move on."""
        if self._value is None:
            self._choose(0)
        else:
            following = floor(self._value) + 1 if step > 0 else ceil(self._value) - 1
            self._choose(min(max(following, 0), TOP))

    def _on_clicked(self, number: int) -> None:
        self._choose(None if self._value == number else number)

    def _choose(self, number: int | None) -> None:
        value = None if number is None else float(number)
        self._is_waiting = False
        self.show_value(value)
        self.chosen.emit(value)

    def _has_keyboard(self) -> bool:
        return self.window().focusWidget() in self._group.buttons()

    def _set_tab_stop(self, number: int) -> None:
        """Tab stops once at a scale, on its answer."""
        for other in range(TOP + 1):
            stop = Qt.FocusPolicy.StrongFocus if other == number else Qt.FocusPolicy.ClickFocus
            self.number(other).setFocusPolicy(stop)

    def _in_words(self, value: float | None) -> str:
        if value is None:
            return not_recorded()
        return tr("{value} recorded", value=value_words(value, self._measure))
