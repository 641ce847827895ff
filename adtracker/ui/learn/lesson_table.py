"""A table of a lesson: columns beside each other where they have room, else the cells of a row below each other."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import chain

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QGridLayout, QWidget

from adtracker.domain.lessons.block import Table
from adtracker.domain.lessons.text import plain
from adtracker.ui.core.theme import Theme
from adtracker.ui.kit.basics import label, rule
from adtracker.ui.learn.lesson_text import LessonText, paragraph

_SPACING = 14  # between columns


class LessonTable(QFrame):
    """Every cell wraps; columns share the width by how much they have to say.

    Where the longest words of a row have no room beside each other, each cell stands below the name of its column.
    """

    term_chosen = Signal(str)

    def __init__(self, theme: Theme, table: Table) -> None:
        super().__init__()
        self.setAccessibleName(table.caption)
        self.setAccessibleDescription(_in_words(table))
        self._weights = [_weight(table, column) for column in range(len(table.columns))]
        self._caption = label(table.caption, "strong", wrap=True)
        self._rows = [[LessonText(paragraph(theme, cell)) for cell in row] for row in table.rows]
        self._rules = [rule() for _ in table.rows]
        # One name above each column, or one above each cell: those of the first row are both.
        self._names = [[label(name, "small", wrap=True) for name in table.columns] for _ in table.rows]
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(_SPACING)
        self._grid.setVerticalSpacing(6)
        for cell in (cell for row in self._rows for cell in row):
            cell.term_chosen.connect(self.term_chosen)
            cell.setAlignment(Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignLeading)  # all of a row begin there
        self.is_stacked = False
        self._lay()

    def minimumSizeHint(self) -> QSize:
        """As wide as the widest of its words."""
        return QSize(max(map(_least, self._all())), super().minimumSizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """See whether the columns have room."""
        super().resizeEvent(event)
        is_stacked = self.width() < self._needed()
        if is_stacked is not self.is_stacked:
            self.is_stacked = is_stacked
            self._lay()
            self.updateGeometry()

    def _needed(self) -> int:
        """What the columns need beside each other."""
        columns = zip(self._names[0], *self._rows, strict=True)
        widest = [max(map(_least, column)) for column in columns]
        return sum(widest) + _SPACING * (len(widest) - 1)

    def _all(self) -> list[QWidget]:
        rows: Iterable[Iterable[QWidget]] = (*self._names, *self._rows)
        return [self._caption, *chain.from_iterable(rows)]

    def _lay(self) -> None:
        while self._grid.takeAt(0) is not None:
            pass
        for column, weight in enumerate(self._weights):
            self._grid.setColumnStretch(column, 0 if self.is_stacked else weight)
        self._put(self._caption, 0, 0, over=len(self._weights))
        if self.is_stacked:
            self._lay_below()
        else:
            self._lay_beside()
        for number, row in enumerate(self._names):
            for name in row:
                name.setVisible(self.is_stacked or number == 0)

    def _lay_beside(self) -> None:
        columns = len(self._weights)
        for column, name in enumerate(self._names[0]):
            self._grid.addWidget(name, 1, column, Qt.AlignmentFlag.AlignBottom)
        for number, (line, row) in enumerate(zip(self._rules, self._rows, strict=True)):
            self._put(line, 2 * number + 2, 0, over=columns)
            for column, cell in enumerate(row):
                self._grid.addWidget(cell, 2 * number + 3, column, Qt.AlignmentFlag.AlignTop)

    def _lay_below(self) -> None:
        line = 1
        for parting, names, row in zip(self._rules, self._names, self._rows, strict=True):
            for made in (parting, *(part for pair in zip(names, row, strict=True) for part in pair)):
                self._put(made, line, 0)
                line += 1

    def _put(self, made: QWidget, line: int, column: int, over: int = 1) -> None:
        self._grid.addWidget(made, line, column, 1, over)


def _least(made: QWidget) -> int:
    return made.minimumSizeHint().width()


def _weight(table: Table, column: int) -> int:
    """A column's share of the width: its longest cell, within bounds, so that a short one is not squeezed."""
    longest = max(len(plain(row[column])) for row in table.rows)
    return min(max(longest, len(table.columns[column]), 8), 40)


def _in_words(table: Table) -> str:
    rows = ("; ".join(map("{}: {}".format, table.columns, map(plain, row))) for row in table.rows)
    return ". ".join(rows)
