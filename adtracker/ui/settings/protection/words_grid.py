"""Shows the 24 words, numbered, in three columns as they stand on the sheet where there is room."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QGridLayout, QLabel

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
        self._columns = _COLUMNS
        self._parts: list[tuple[QLabel, QLabel]] = []

    def show_words(self, words: Sequence[str]) -> None:
        """Show these; none takes away those that stood there."""
        clear_layout(self._grid)
        self._parts = [(label(f"{number}", "small"), label(word, "strong")) for number, word in enumerate(words, 1)]
        self._arrange()
        read = ", ".join(f"{number} {word}" for number, word in enumerate(words, 1))
        self.setAccessibleName(tr("The 24 words: {words}", words=read) if words else "")

    def minimumSizeHint(self) -> QSize:
        """One column of words."""
        return QSize(self._width_of(1), super().minimumSizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Have as many columns as there is room for."""
        super().resizeEvent(event)
        columns = next((count for count in range(_COLUMNS, 1, -1) if self._width_of(count) <= self.width()), 1)
        if columns != self._columns:
            self._columns = columns
            self._arrange()
            self.updateGeometry()

    def _arrange(self) -> None:
        rows = -(-len(self._parts) // self._columns)
        for index, (number, word) in enumerate(self._parts):
            column, row = divmod(index, rows)
            self._grid.addWidget(number, row, 2 * column, Qt.AlignmentFlag.AlignRight)
            self._grid.addWidget(word, row, 2 * column + 1)
        for column in range(_COLUMNS):
            self._grid.setColumnStretch(2 * column + 1, 1 if column < self._columns else 0)

    def _width_of(self, columns: int) -> int:
        """What so many columns need."""
        margins, between = self._grid.contentsMargins(), self._grid.horizontalSpacing()
        rim = margins.left() + margins.right() + 2 * self.frameWidth()
        widest = [
            max((part.sizeHint().width() for part in parts), default=0) for parts in zip(*self._parts, strict=True)
        ]
        return rim + columns * (sum(widest) + 2 * between) - between
