"""Shows the 24 words, numbered, in three columns as they stand on the sheet."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QGridLayout

from adtracker.language import tr
from adtracker.ui.kit.basics import clear_layout, label

_COLUMNS = 3


class WordsGrid(QFrame):
    """One stop for the keyboard, at which a screen reader reads all of them; nothing can be copied from it."""

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("kind", "words")
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(8, 8, 8, 8)
        self._grid.setHorizontalSpacing(10)
        self._grid.setVerticalSpacing(6)
        for column in range(_COLUMNS):
            self._grid.setColumnStretch(2 * column + 1, 1)

    def show_words(self, words: Sequence[str]) -> None:
        """Show these; none takes away those that stood there."""
        clear_layout(self._grid)
        rows = -(-len(words) // _COLUMNS)
        for index, word in enumerate(words):
            column, row = divmod(index, rows)
            number = label(f"{index + 1}", "small")
            self._grid.addWidget(number, row, 2 * column, Qt.AlignmentFlag.AlignRight)
            self._grid.addWidget(label(word, "strong"), row, 2 * column + 1)
        read = ", ".join(f"{number} {word}" for number, word in enumerate(words, 1))
        self.setAccessibleName(tr("The 24 words: {words}", words=read) if words else "")
