"""A field for a password: hidden unless somebody asks to see it, and it says when Caps Lock is on."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget

from adtracker.language import tr
from adtracker.ui.kit.basics import button, label
from adtracker.ui.kit.fields.field import Field

_HINTS = (
    Qt.InputMethodHint.ImhSensitiveData | Qt.InputMethodHint.ImhNoPredictiveText | Qt.InputMethodHint.ImhNoAutoUppercase
)


class SecretLine(QLineEdit):
    """Anything can be typed or pasted. `caps` says whether Caps Lock seems to be on, by the letter that came."""

    caps = Signal(bool)

    def __init__(self) -> None:
        super().__init__()
        self.show_text(is_shown=False)

    def show_text(self, *, is_shown: bool) -> None:
        """Show what is typed, or a dot for each letter; on-screen keyboards learn no word of it in either case."""
        self.setEchoMode(QLineEdit.EchoMode.Normal if is_shown else QLineEdit.EchoMode.Password)
        self.setInputMethodHints(_HINTS)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Large letters without Shift, or small ones with it, come from Caps Lock: Qt tells it in no other way."""
        text = event.text()
        if text.lower() != text.upper():
            has_shift = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
            self.caps.emit(text.isupper() != has_shift)
        super().keyPressEvent(event)


class SecretField(QWidget):
    """A named line with a button that shows what is in it, and in the line of a field that was `joined`."""

    def __init__(self, name: str, explanation: str = "", *, has_button: bool = True) -> None:
        super().__init__()
        self.line = SecretLine()
        self.shows = button(tr("Show"), name=tr("Show what is typed"))
        self.shows.setCheckable(True)
        self._field = Field(name, self.line, explanation, beside=self.shows if has_button else None)
        self._caps = label(tr("Caps Lock is on."), "caution")
        self._caps.hide()
        self._lines = [self.line]
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addWidget(self._field)
        column.addWidget(self._caps)
        self.shows.toggled.connect(self._on_show)
        self.line.caps.connect(self._caps.setVisible)

    @property
    def text(self) -> str:
        """What was typed, letter for letter."""
        return self.line.text()

    @property
    def problem(self) -> str:
        """What is said to be wrong with it, empty if nothing."""
        return self._field.problem

    def join(self, other: SecretField) -> None:
        """Have this field's button show the line of another one too."""
        self._lines.append(other.line)

    def rename(self, name: str) -> None:
        """Ask for something else in the same place."""
        self._field.rename(name)

    def show_problem(self, sentence: str) -> None:
        """Say what is wrong with it; nothing if the sentence is empty."""
        self._field.show_problem(sentence)

    def forget(self) -> None:
        """Take away what was typed."""
        self.line.clear()
        self._caps.hide()

    def take_focus(self) -> None:
        """Put the keyboard into the line, with all of its text marked."""
        self.line.selectAll()
        self.line.setFocus(Qt.FocusReason.OtherFocusReason)

    def _on_show(self, is_shown: bool) -> None:
        for line in self._lines:
            line.show_text(is_shown=is_shown)
