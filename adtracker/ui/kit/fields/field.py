"""A question of a form: its name above the control, a word of explanation, and below what is wrong with the answer."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QLineEdit, QSizePolicy, QVBoxLayout, QWidget

from adtracker.ui.kit.basics import label, set_kind
from adtracker.ui.kit.fields.example import Example
from adtracker.ui.kit.fields.long_words import LongWords
from adtracker.ui.kit.fields.typed_value import TypedValue
from adtracker.ui.kit.heard.telling import describe_itself


class Field(QWidget):
    """A named control. Clicking the name, or its mnemonic, goes to the control.

    `key` is the field of the record that it fills, by which a form finds what a Problem is about. `beside` stands at
    the right of the control, such as a button that belongs to it. An example that has no room in a line stands below.
    """

    def __init__(
        self, name: str, control: QWidget, explanation: str = "", *, key: str = "", beside: QWidget | None = None
    ) -> None:
        super().__init__()
        if key:
            control.setObjectName(key)
        self.control = control
        self._explanation = explanation
        self._example, self._example_below = Example(control) if isinstance(control, QLineEdit) else None, ""
        self._name = label(name, "strong", wrap=True)
        self._name.setBuddy(control)
        self._below = label("", "small", wrap=True)
        control.setAccessibleName(name)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        fixed = control.sizePolicy().horizontalPolicy() is QSizePolicy.Policy.Fixed
        column.addWidget(self._name)
        if beside is None:
            column.addWidget(control, alignment=Qt.AlignmentFlag.AlignLeft if fixed else Qt.AlignmentFlag(0))
        else:
            column.addLayout(_row(control, beside))
        column.addWidget(self._below)
        column.addStretch(1)
        self.show_problem("")
        if isinstance(control, TypedValue):
            control.refused.connect(self.show_problem)

    @property
    def problem(self) -> str:
        """The sentence that says what is wrong, empty if nothing is."""
        return self._below.text() if self._below.property("kind") == "caution" else ""

    def rename(self, name: str) -> None:
        """Ask for something else in the same place."""
        self._name.setText(name)
        self.control.setAccessibleName(name)

    def show_problem(self, sentence: str) -> None:
        """Say below the control what is wrong with the answer; an empty sentence says that it is fine."""
        self._show_below(sentence)
        self.control.setAccessibleDescription(self._below.text())

    def _show_below(self, sentence: str) -> None:
        self._below.setText(sentence or "\n".join(filter(None, (self._explanation, self._example_below))))
        self._below.setVisible(bool(self._below.text()))
        set_kind(self._below, "caution" if sentence else "small")

    def resizeEvent(self, event: QResizeEvent) -> None:
        """See where the example has room; the control has its width already."""
        super().resizeEvent(event)
        self._place_example()

    def changeEvent(self, event: QEvent) -> None:
        """See it again with other letters."""
        super().changeEvent(event)
        if event.type() in {QEvent.Type.FontChange, QEvent.Type.StyleChange}:
            self._place_example()

    def _place_example(self) -> None:
        below = self._example.placed() if self._example is not None else ""
        if below != self._example_below:
            self._example_below = below
            self._show_below(self.problem)
            describe_itself(self.control, self._below.text())


def _row(control: QWidget, beside: QWidget) -> QHBoxLayout:
    row = QHBoxLayout()
    row.setSpacing(8)
    row.addWidget(control, 1)
    row.addWidget(beside)
    return row


def line_edit(placeholder: str = "", limit: int | None = None) -> QLineEdit:
    """A field for one line. With a `limit` it takes so many characters and no more."""
    made = QLineEdit()
    made.setPlaceholderText(placeholder)
    made.setClearButtonEnabled(False)
    if limit is not None:
        made.setMaxLength(limit)
    return made


def selectable(text: str) -> QLabel:
    """A label whose text can be marked and copied, such as the place of a file."""
    made = label(text, wrap=True, of=LongWords)
    made.setTextInteractionFlags(
        Qt.TextInteractionFlag.TextSelectableByMouse | Qt.TextInteractionFlag.TextSelectableByKeyboard
    )
    return made
