"""Draws each kind of block of a lesson in its own way."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QGridLayout, QVBoxLayout, QWidget

from adtracker.domain.lessons.block import Block, Bullets, Figure, Heading, HelpCard, Note, Paragraph, Table
from adtracker.domain.lessons.text import plain
from adtracker.language import tr
from adtracker.ui.core.theme import Theme
from adtracker.ui.kit.basics import label, rule
from adtracker.ui.learn.lesson_figure import LessonFigure
from adtracker.ui.learn.lesson_text import LessonText, paragraph, points


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


class LessonBlocks(QWidget):
    """Blocks one below the other; `term_chosen` carries the words of a glossary link that was followed."""

    term_chosen = Signal(str)

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(12)

    def add(self, block: Block) -> None:
        """Draw one more block."""
        match block:
            case Paragraph():
                self.add_markup(paragraph(self._theme, block.text, block.sources))
            case Heading():
                self.add_heading(block.title)
            case Bullets():
                self.add_markup(points(self._theme, block.items, block.sources))
            case Note():
                self._add_note(block)
            case Table():
                self._add_table(block)
            case Figure():
                self._add_figure(block)
            case HelpCard():
                self._add_help(block)

    def add_heading(self, title: str) -> None:
        """Draw a title above what follows."""
        made = label(title, "heading", wrap=True)
        made.setContentsMargins(0, 8, 0, 0)
        self._column.addWidget(made)

    def add_markup(self, markup: str, into: QVBoxLayout | None = None) -> None:
        """Draw running text made by `lesson_text`."""
        made = LessonText(markup)
        made.term_chosen.connect(self.term_chosen)
        (into or self._column).addWidget(made)

    def _add_note(self, block: Note) -> None:
        inside = self._box()
        inside.addWidget(label(block.title, "strong", wrap=True))
        self.add_markup(paragraph(self._theme, block.text, block.sources), inside)

    def _add_table(self, block: Table) -> None:
        made = LessonTable(self._theme, block)
        made.term_chosen.connect(self.term_chosen)
        self._column.addWidget(made)

    def _add_figure(self, block: Figure) -> None:
        self._column.addSpacing(10)
        self._column.addWidget(LessonFigure(self._theme, block))
        self._column.addWidget(label(block.caption, "small", wrap=True))

    def _add_help(self, block: HelpCard) -> None:
        inside = self._box()
        inside.addWidget(label(block.title, "strong", wrap=True))
        self.add_markup(points(self._theme, block.signs), inside)
        inside.addWidget(label(tr("What to do"), "strong", wrap=True))
        self.add_markup(points(self._theme, block.steps, block.sources, numbered=True), inside)

    def _box(self) -> QVBoxLayout:
        box = QFrame()
        box.setProperty("kind", "caution")
        inside = QVBoxLayout(box)
        inside.setContentsMargins(16, 12, 16, 12)
        inside.setSpacing(6)
        self._column.addWidget(box)
        return inside
