"""Paints a cell of text with the words that were searched for made bold and underlined, and scrolled into view."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPointF, QRect
from PySide6.QtGui import QFont, QPainter, QTextCharFormat, QTextLayout
from PySide6.QtWidgets import QStyle, QStyleOptionViewItem, QWidget

from adtracker.domain.common.plain_search import excerpt, places
from adtracker.ui.core.theme import Theme
from adtracker.ui.kit.value_table import CellDelegate


class MatchDelegate(CellDelegate):
    """For the column that is searched; without words it paints like any other."""

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = theme
        self._words: Sequence[str] = ()

    def show_words(self, words: Sequence[str]) -> None:
        """Mark other words, folded as for a search."""
        self._words = words

    def drawn(self, words: str) -> str:
        """Begin the text shortly before the first word."""
        return excerpt(words, self._words)

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        """Paint the cell, then its text with the words marked (called by Qt)."""
        if not self._words:
            super().paint(painter, option, index)
            return
        shown = QStyleOptionViewItem(option)
        self.initStyleOption(shown, index)
        view = shown.widget
        style = view.style()
        place = style.subElementRect(QStyle.SubElement.SE_ItemViewItemText, shown, view)
        text = shown.text
        shown.text = ""
        style.drawControl(QStyle.ControlElement.CE_ItemViewItem, shown, painter, view)
        self._draw(painter, place, text, shown.font)

    def _draw(self, painter: QPainter, place: QRect, text: str, font: QFont) -> None:
        layout = QTextLayout(text, font)
        layout.setFormats([self._marked(text, start, end) for start, end in places(text, self._words)])
        layout.beginLayout()
        line = layout.createLine()
        layout.endLayout()
        painter.save()
        painter.setClipRect(place)
        painter.setPen(self._theme.color("ink"))
        layout.draw(painter, QPointF(place.left(), place.top() + (place.height() - line.height()) / 2))
        painter.restore()

    def _marked(self, text: str, start: int, end: int) -> QTextLayout.FormatRange:
        written = QTextCharFormat()
        written.setFontWeight(QFont.Weight.Bold)
        written.setFontUnderline(True)
        written.setForeground(self._theme.color("accent"))
        marked = QTextLayout.FormatRange()
        marked.start = _units(text[:start])
        marked.length = _units(text[start:end])
        marked.format = written
        return marked


def _units(text: str) -> int:
    """How long Qt takes a text to be, which counts most emoji twice."""
    return len(text.encode("utf-16-le", "surrogatepass")) // 2
