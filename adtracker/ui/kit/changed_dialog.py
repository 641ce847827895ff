"""Asks what to do when another program changed the file of the open diary: nothing was written, both ways keep all."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from adtracker.language import tr
from adtracker.ui.kit.basics import button, label
from adtracker.ui.kit.messages import announce
from adtracker.ui.kit.room.fitted_dialog import FittedDialog

_WIDTH = 520


class ChangedDialog(FittedDialog):
    """To be shown by `open()`. `join` and `keep` say which way the person goes; Esc leaves it for later.

    It comes by itself, often while somebody types: the keyboard is on what it says, so that no letter, blank or Enter
    of theirs chooses a way; Tab goes on to the buttons.
    """

    join = Signal()
    keep = Signal()

    def __init__(self, parent: QWidget, file: str) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setProperty("kind", "diary")
        self.setWindowTitle(tr("Another program changed your diary"))
        self.join_button = button(tr("Open the file as it is now and put my answers in"), "primary")
        self.keep_button = button(tr("Keep mine as another file"))
        self.later_button = button(tr("Decide later"))
        self._words = label(self._text(file), "words", wrap=True)
        self._words.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self._build()
        self.join_button.clicked.connect(self._on_join)
        self.keep_button.clicked.connect(self._on_keep)
        self.later_button.clicked.connect(self.reject)
        for way in (self.join_button, self.keep_button, self.later_button):
            way.setAutoDefault(False)  # Enter would press it from anywhere in the dialog
        self._words.setFocus()
        announce(self, self.text)

    @property
    def text(self) -> str:
        """All that it says."""
        return self._words.text()

    def _text(self, file: str) -> str:
        what = tr(
            "The file {file} is not as this window left it: a sync program or a backup may have put another copy "
            "there. Nothing was written to it.",
            file=file,
        )
        mine = tr(
            "What you wrote in this window is safe. It can go into the file, answer by answer: where the file says "
            "something else, that stays, and you are told. Or it is kept in another file beside this one, which then "
            "stays as it is."
        )
        return f"{what}\n\n{mine}"

    def _build(self) -> None:
        rows = QVBoxLayout(self)
        rows.setContentsMargins(24, 20, 24, 20)
        rows.setSpacing(14)
        rows.addWidget(label(self.windowTitle(), "heading", wrap=True))
        self._words.setMinimumWidth(_WIDTH)
        for part in (self._words, self.join_button, self.keep_button, self.later_button):
            rows.addWidget(part)

    def _on_join(self) -> None:
        self.accept()
        self.join.emit()

    def _on_keep(self) -> None:
        self.accept()
        self.keep.emit()
