"""Says that a form is filled in as it was left the last time, with a button that begins it afresh."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from adtracker.language import tr
from adtracker.ui.kit.basics import button, label
from adtracker.ui.kit.messages import announce


class UnfinishedLine(QWidget):
    """`afresh` says that the person wants the form as it was before they wrote in it."""

    afresh = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._words = label("", "soft", wrap=True)
        self.button = button(tr("Start afresh"))
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(12)
        row.addWidget(self._words, 1)
        row.addWidget(self.button)
        self.button.clicked.connect(self.afresh)

    @property
    def text(self) -> str:
        """What it says, empty if it is not there."""
        return "" if self.isHidden() else self._words.text()

    def show_sentence(self, sentence: str) -> None:
        """Say it, also to a screen reader."""
        self._words.setText(sentence)
        self.button.setAccessibleDescription(sentence)
        self.show()
        announce(self, sentence)
