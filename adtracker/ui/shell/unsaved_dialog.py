"""Asks before somebody leaves what could not be saved; to keep everything open is the answer that costs nothing."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from adtracker.language import tr
from adtracker.ui.kit.basics import button, label
from adtracker.ui.kit.messages import announce
from adtracker.ui.kit.room.fitted_dialog import FittedDialog

_WIDTH = 460


class UnsavedDialog(FittedDialog):
    """To be shown by `open()`. It is accepted where the person lets go of what is not saved; Enter and Esc reject it.

    `again` asks for one more try; whoever makes it accepts the dialog or says with `show_unsaved` what is left.
    """

    again = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setProperty("kind", "diary")
        self.setWindowTitle(tr("Not everything is saved"))
        self.keep = button(tr("Keep open"), "primary")
        self.try_again = button(tr("Try again"))
        self.leave = button(tr("Close anyway"))
        self.keep.setDefault(True)
        self._what, self._why = label("", wrap=True), label("", "caution", wrap=True)
        self._build()
        self.keep.clicked.connect(self.reject)
        self.try_again.clicked.connect(self.again)
        self.leave.clicked.connect(self.accept)
        self.keep.setFocus()

    def _build(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 20, 24, 20)
        column.setSpacing(14)
        column.addWidget(label(self.windowTitle(), "heading", wrap=True))
        for part in (self._what, self._why):
            part.setMinimumWidth(_WIDTH)
            column.addWidget(part)
        row = QHBoxLayout()
        row.addWidget(self.leave)
        row.addStretch(1)
        row.addWidget(self.try_again)
        row.addWidget(self.keep)
        column.addLayout(row)

    @property
    def text(self) -> str:
        """All that it says."""
        return f"{self._what.text()}\n{self._why.text()}".strip()

    def show_unsaved(self, what: Sequence[str], why: str) -> None:
        """Say what is not saved, in words, and why not if there is more to say about that."""
        lines = [tr("If you close the diary now, this is not in it:"), *(f"•\u00a0{words}" for words in what)]
        self._what.setText("\n".join(lines))
        self._why.setText(why)
        self._why.setVisible(bool(why))
        self.adjustSize()
        announce(self, self.text)
