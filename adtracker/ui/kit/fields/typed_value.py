"""A line in which a value is typed, such as a day or a number: it has no steps that could be hit by chance."""

from __future__ import annotations

from typing import Generic, TypeVar

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QLineEdit, QSizePolicy, QWidget

from adtracker.ui.kit.messages import announce

T = TypeVar("T")


class TypedValue(QLineEdit, Generic[T]):
    """What is typed counts once the line is left or Enter is pressed: half of it is no answer.

    `picked` carries the value when a person changed it, not when it was set. What names no value goes, the one before
    stands there again, and `refused` carries the sentence that says so; an empty one once something else is typed.
    Until then `hold_refused` keeps what was refused from being passed over by a button that stores the rest.
    """

    picked = Signal(object)
    refused = Signal(str)

    def __init__(self, name: str, value: T) -> None:
        super().__init__()
        self.setAccessibleName(name)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self._value = value
        self._refused_text: str | None = None
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
        if value != self._value or not (self.isModified() or self.is_refused):
            self._value, self._refused_text = value, None
            self._write()

    def take(self, value: T) -> None:
        """Take a value from a person's hands, and tell if it is another one."""
        is_new, was_refused = value != self._value, self.is_refused
        self._value, self._refused_text = value, None
        self._write()
        if was_refused:
            self.refused.emit("")
        if is_new:
            self.picked.emit(value)

    @property
    def is_refused(self) -> bool:
        """Whether what was typed last was not taken, and nothing else was given since."""
        return self._refused_text is not None

    def settle(self) -> None:
        """Take what is typed, as if the line were left: not everywhere does a click on a button leave it."""
        if self.isModified():
            self._settle()

    def show_refused(self) -> None:
        """Show what was not taken once more, marked to be typed over, and what may stand in its place."""
        if self._refused_text is None:
            return
        self.setText(self._refused_text)
        self.setFocus(Qt.FocusReason.OtherFocusReason)
        self.selectAll()
        self._refuse(self.wanted())

    def read(self, text: str) -> T | None:
        """The value that a text names; None if it names none that may be chosen."""
        raise NotImplementedError

    def write(self, value: T) -> str:
        """The value as it stands there."""
        raise NotImplementedError

    def wanted(self) -> str:
        """The sentence that says what may be typed."""
        raise NotImplementedError

    def kept(self) -> str:
        """The sentence that says what stands there as before."""
        raise NotImplementedError

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Mark the value, so that what is typed takes its place."""
        super().focusInEvent(event)
        self.selectAll()
        if event.reason() == Qt.FocusReason.MouseFocusReason:
            QTimer.singleShot(0, self, self._mark)  # the click that follows puts the cursor somewhere

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter has the value taken, and marked for the next one."""
        super().keyPressEvent(event)
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.selectAll()

    def _mark(self) -> None:
        if not self.isModified():  # a key may have come first
            self.selectAll()

    def _settle(self) -> None:
        text = self.text()
        found = self.read(text)
        if found is None:
            self._write()
            self._refused_text = text
            self._refuse(f"{self.wanted()} {self.kept()}")
        elif not (self.is_refused and found == self._value):  # what was put back is not what the person gave
            self.take(found)

    def _refuse(self, sentence: str) -> None:
        self.refused.emit(sentence)
        announce(self, sentence)

    def _write(self) -> None:
        self.setText(self.write(self._value))
        self.setCursorPosition(0)

    def _on_edited(self) -> None:
        self._refused_text = None
        self.refused.emit("")


def hold_refused(within: QWidget) -> bool:
    """Whether something that was typed was not taken, in a field that can be seen: the keyboard is on the first such.

    To be asked by whatever stores several answers at a press, for it would store the value before in its place.
    """
    fields = [field for field in within.findChildren(TypedValue) if field.isVisible() and field.isEnabled()]
    for field in fields:
        field.settle()
    refused = next((field for field in fields if field.is_refused), None)
    if refused is not None:
        refused.show_refused()
    return refused is not None
