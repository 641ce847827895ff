"""A line in which a value is typed, such as a day or a number: it has no steps that could be hit by chance."""

from __future__ import annotations

from typing import Generic, TypeVar

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QLineEdit, QSizePolicy

from adtracker.ui.kit.messages import announce

T = TypeVar("T")


class TypedValue(QLineEdit, Generic[T]):
    """What is typed counts once the line is left or Enter is pressed: half of it is no answer.

    `picked` carries the value when a person changed it, not when it was set. What names no value goes, the one before
    stands there again, and `refused` carries the sentence that says so; an empty one once something else is typed.
    """

    picked = Signal(object)
    refused = Signal(str)

    def __init__(self, name: str, value: T) -> None:
        super().__init__()
        self.setAccessibleName(name)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self._value = value
        self._write()
        self.textEdited.connect(self._on_edited)
        self.editingFinished.connect(self._settle)

    @property
    def value(self) -> T:
        """What counts."""
        return self._value

    @property
    def written(self) -> T:
        """What stands there, also before it counts; what counts where it names nothing."""
        found = self.read(self.text())
        return self._value if found is None else found

    def show_value(self, value: T) -> None:
        """Show a value without telling anybody. What is being typed stays, unless the value is another one."""
        if value != self._value or not self.isModified():
            self._value = value
            self._write()

    def take(self, value: T) -> None:
        """Take a value from a person's hands, and tell if it is another one."""
        is_new = value != self._value
        self._value = value
        self._write()
        if is_new:
            self.picked.emit(value)

    def read(self, text: str) -> T | None:
        """The value that a text names; None if it names none that may be chosen."""
        raise NotImplementedError

    def write(self, value: T) -> str:
        """The value as it stands there."""
        raise NotImplementedError

    def refusal(self, text: str) -> str:
        """Why a text was not taken."""
        raise NotImplementedError

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Mark the value, so that what is typed takes its place."""
        super().focusInEvent(event)
        self.selectAll()
        if event.reason() == Qt.FocusReason.MouseFocusReason:
            QTimer.singleShot(0, self.selectAll)  # the click that follows puts the cursor somewhere

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter has the value taken, and marked for the next one."""
        super().keyPressEvent(event)
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.selectAll()

    def _settle(self) -> None:
        text = self.text()
        found = self.read(text)
        if found is not None:
            self.take(found)
            return
        self._write()
        sentence = self.refusal(text)
        self.refused.emit(sentence)
        announce(self, sentence)

    def _write(self) -> None:
        self.setText(self.write(self._value))
        self.setCursorPosition(0)

    def _on_edited(self) -> None:
        self.refused.emit("")
