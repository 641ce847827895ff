"""The table of a lesson: rows under hairlines, with its words repeated in a row-by-row description."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QGridLayout

from adtracker.domain.lessons.block import Table
from adtracker.domain.lessons.text import plain
from adtracker.ui.core.theme import Theme
from adtracker.ui.kit.basics import label, rule
from adtracker.ui.learn.lesson_text import LessonText, paragraph


class LessonTable(QFrame):
    """Every cell wraps; columns share the width by how much they have to say."""

    term_chosen = Signal(str)

    def __init__(self, theme: Theme, table: Table) -> None:
        super().__init__()
        self.setAccessibleName(table.caption)
        self.setAccessibleDescription(_in_words(table))
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(14)
        self._grid.setVerticalSpacing(6)
        columns = len(table.columns)
        self._grid.addWidget(label(table.caption, "strong", wrap=True), 0, 0, 1, columns)
        for column, name in enumerate(table.columns):
            self._grid.addWidget(label(name, "small", wrap=True), 1, column, Qt.AlignmentFlag.AlignBottom)
            self._grid.setColumnStretch(column, _weight(table, column))
        for number, row in enumerate(table.rows):
            self._grid.addWidget(rule(), 2 * number + 2, 0, 1, columns)
            for column, cell in enumerate(row):
                self._add(LessonText(paragraph(theme, cell)), 2 * number + 3, column)

    def _add(self, cell: LessonText, row: int, column: int) -> None:
        cell.term_chosen.connect(self.term_chosen)
        self._grid.addWidget(cell, row, column, Qt.AlignmentFlag.AlignTop)


def _weight(table: Table, column: int) -> int:
    """A column's share of the width: its longest cell, within bounds, so that a short one is not squeezed."""
    longest = max(len(plain(row[column])) for row in table.rows)
    return min(max(longest, len(table.columns[column]), 8), 40)


def _in_words(table: Table) -> str:
    rows = ("; ".join(map("{}: {}".format, table.columns, map(plain, row))) for row in table.rows)
    return ". ".join(rows)
