"""Stands in for the diary when its file cannot be opened: what happened, that nothing was changed, what can be done."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from adtracker.language import tr
from adtracker.ui.kit.basics import Card, button, label
from adtracker.ui.kit.fields.field import selectable
from adtracker.ui.kit.messages import announce
from adtracker.ui.kit.room.flow_layout import FlowLayout

_WIDTH = 640


class RefusedPage(QWidget):
    """One sentence and the ways on from here; where there is no diary, one of them `begins` a new one there.

    `restore` asks for the last good copy, where there is one.
    """

    restore = Signal()
    again = Signal()
    other = Signal()
    begin = Signal()
    leave = Signal()

    def __init__(self, sentence: str, *, is_missing: bool = False) -> None:
        super().__init__()
        card = Card(tr("Your diary is not there") if is_missing else tr("Your diary could not be opened"))
        card.setMaximumWidth(_WIDTH)
        card.setAccessibleDescription(sentence)
        self.sentence = selectable(sentence)
        card.body.addWidget(self.sentence)
        self.copy = label("", wrap=True)
        self.copy.hide()
        card.body.addWidget(self.copy)
        card.body.addLayout(self._buttons())
        self.begin_here.setVisible(is_missing)
        self.go_back.hide()
        row = QHBoxLayout()
        row.addWidget(card)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addStretch(1)
        column.addLayout(row)
        column.addStretch(2)

    def take_focus(self) -> None:
        """Put the keyboard on the first way on, and say what happened."""
        self.try_again.setFocus(Qt.FocusReason.OtherFocusReason)
        announce(self, self.sentence.text())

    def show_copy(self, made: str, held: str) -> None:
        """Offer a copy that was checked: when it was made, and how much is in it."""
        self.copy.setText(
            tr("There is a copy, made {made} and checked just now: {held}. Nothing is deleted.", made=made, held=held)
        )
        self.copy.show()
        self.go_back.show()
        announce(self.copy, self.copy.text())

    def _buttons(self) -> FlowLayout:
        self.try_again = button(tr("Try again"), "primary")
        self.open_other = button(tr("Open another diary…"))
        self.begin_here = button(tr("Begin a new diary there…"))
        self.go_back = button(tr("Go back to the copy"))
        self.quit = button(tr("Quit"))
        ways = {
            self.try_again: self.again,
            self.go_back: self.restore,
            self.open_other: self.other,
            self.begin_here: self.begin,
            self.quit: self.leave,
        }
        row = FlowLayout()
        for made, signal in ways.items():
            made.clicked.connect(signal)
            row.addWidget(made)
        return row
