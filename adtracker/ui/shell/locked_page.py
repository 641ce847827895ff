"""Asks for the password of a diary, or for its 24 words; says what was wrong, and waits a little longer each time."""

from __future__ import annotations

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from adtracker.ui.kit.basics import Card, button, label
from adtracker.ui.kit.fields.field import Field, line_edit
from adtracker.ui.kit.flow_layout import FlowLayout

_WIDTH = 448
LONGEST_WAIT = 10


class LockedPage(QWidget):
    """`tried` carries what was typed; whoever listens answers with `refuse`, or takes the page away."""

    tried = Signal(str)
    other = Signal()

    def __init__(self, name: str, *, is_locked: bool = False) -> None:
        super().__init__()
        self._wrong = 0
        self.asks_for_words = False
        self._waiting = QTimer(self)
        self._waiting.setSingleShot(True)
        self._waiting.timeout.connect(self._on_waited)
        card = Card(self.tr("Locked. All you wrote is saved.") if is_locked else self.tr("This diary has a password"))
        card.setMaximumWidth(_WIDTH)
        self.line = line_edit()
        self.line.setEchoMode(QLineEdit.EchoMode.Password)
        self.line.returnPressed.connect(self._on_enter)
        self._field = Field(self.tr("Password"), self.line, name)
        card.body.addWidget(self._field)
        self.shows = button(self.tr("Show"))
        self.shows.setCheckable(True)
        self.shows.toggled.connect(self._on_show)
        self.open = button(self.tr("Open the diary"), "primary")
        self.open.clicked.connect(self._on_enter)
        self.words = button(self.tr("Use my 24 words"))
        self.words.clicked.connect(self._on_words)
        self.choose = button(self.tr("Open another diary…"))
        self.choose.clicked.connect(self.other)
        row = FlowLayout()
        for made in (self.open, self.shows, self.words, self.choose):
            row.addWidget(made)
        card.body.addLayout(row)
        said = self.tr("Enter opens. Wrong tries wait a little longer each time; nothing is ever wiped.")
        card.body.addWidget(label(said, "small", wrap=True))
        self._lay_out(card)

    def take_focus(self) -> None:
        """Put the keyboard where the password goes."""
        self.line.setFocus(Qt.FocusReason.OtherFocusReason)

    def refuse(self, sentence: str, *, is_wrong: bool) -> None:
        """Say what was wrong; after a wrong password, and only then, the next try has to wait."""
        self._field.show_problem(sentence)
        self._wrong += is_wrong
        self.line.setEnabled(True)
        self.line.selectAll()
        self.take_focus()
        self._waiting.start(1000 * wait_seconds(self._wrong) if is_wrong else 0)

    def forget(self) -> None:
        """Take what was typed out of the field."""
        self.line.clear()

    def _lay_out(self, card: Card) -> None:
        row = QHBoxLayout()
        row.addWidget(card)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addStretch(1)
        column.addLayout(row)
        column.addStretch(2)

    def _on_enter(self) -> None:
        if self.open.isEnabled() and self.line.text():
            self.open.setEnabled(False)
            self.line.setEnabled(False)
            self._field.show_problem("")
            self.tried.emit(self.line.text())

    def _on_waited(self) -> None:
        self.open.setEnabled(True)

    def _on_show(self, is_shown: bool) -> None:
        self.line.setEchoMode(QLineEdit.EchoMode.Normal if is_shown else QLineEdit.EchoMode.Password)

    def _on_words(self) -> None:
        """Go from the password to the words, or back."""
        self.asks_for_words = not self.asks_for_words
        name = self.tr("The 24 words of your sheet") if self.asks_for_words else self.tr("Password")
        self._field.rename(name)
        self.words.setText(self.tr("Use my password") if self.asks_for_words else self.tr("Use my 24 words"))
        self._field.show_problem("")
        self.forget()
        self.shows.setChecked(self.asks_for_words)
        self.take_focus()


def wait_seconds(wrong: int) -> int:
    """How long the next try waits after so many wrong ones: 1 second, twice as long each time, never over 10."""
    return min(LONGEST_WAIT, 1 << min(wrong - 1, LONGEST_WAIT)) if wrong > 0 else 0
