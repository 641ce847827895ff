"""Draws each kind of block of a lesson in its own way."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from adtracker.domain.lessons.block import Block, Bullets, Figure, Heading, HelpCard, Note, Paragraph, Table
from adtracker.language import tr
from adtracker.ui.core.theme import Theme
from adtracker.ui.kit.basics import label
from adtracker.ui.learn.lesson_figure import LessonFigure
from adtracker.ui.learn.lesson_table import LessonTable
from adtracker.ui.learn.lesson_text import LessonText, paragraph, points


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
