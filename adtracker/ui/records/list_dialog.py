"""A list in a window of its own: a heading, what there is to say about the list, the list, and a button that closes."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from adtracker.language import tr
from adtracker.ui.kit.basics import button, keep_end_free, label, scrolled, set_kind
from adtracker.ui.kit.messages import announce
from adtracker.ui.kit.room.fitted_dialog import FittedDialog
from adtracker.ui.kit.room.window_below import REDO, UNDO, take_actions


class ListDialog(FittedDialog):
    """To be shown by `open()`. Subclasses give it a title and put what they list into `lines`.

    `removed_wanted` asks for what was deleted. Undo and Redo have their keys here as in the window below.
    """

    stands_in_order = True
    removed_wanted = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        take_actions(self, UNDO, REDO)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setProperty("kind", "diary")
        heading = label("", "heading", wrap=True)
        self.windowTitleChanged.connect(heading.setText)
        self._said, self._told = label("", "soft", wrap=True), ""
        self.close_button = button(tr("Close"), "primary")
        self.close_button.setDefault(True)
        self.close_button.clicked.connect(self.accept)
        self.removed = button(tr("Recently deleted"))
        self.removed.clicked.connect(self.removed_wanted)
        content = QWidget()
        self.lines = QVBoxLayout(content)
        keep_end_free(self.lines, 8)
        self.lines.setSpacing(10)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 20, 24, 20)
        column.setSpacing(12)
        column.addWidget(heading)
        column.addWidget(self._said)
        column.addWidget(scrolled(content), 1)
        row = QHBoxLayout()
        row.addWidget(self.removed)
        row.addStretch(1)
        row.addWidget(self.close_button)
        column.addLayout(row)
        self._said.hide()
        self.removed.hide()

    @property
    def sentence(self) -> str:
        """What it says above the list."""
        return self._said.text()

    def say(self, sentence: str, kind: str = "soft") -> None:
        """Say something above the list, such as what is in it; what is "good" or "caution" is news, and read out."""
        set_kind(self._said, kind)
        self._said.setText(sentence)
        self._said.setVisible(bool(sentence))
        if kind != "soft":
            announce(self, sentence)

    def tell(self, sentence: str) -> None:
        """Say what was just done; the window below says it as well, and has it read out."""
        self.say(sentence)
        set_kind(self._said, "good")
        self._told = sentence

    def forget_told(self, *_edit: object) -> None:
        """Something was saved since: what was told before is old."""
        if self._told and self.sentence == self._told:
            self.say("")

    def tell_replayed(self, _edit: object, words: str) -> None:
        """Say what was undone or done again."""
        self.tell(words)

    def offer_removed(self, *, any_removed: bool) -> None:
        """Have a way to what was deleted, where there is something."""
        self.removed.setVisible(any_removed)
