"""A text with headings to be read: the keys scroll it, any part of it can be copied, Tab leaves it."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtGui import QFont, QTextBlockFormat, QTextCharFormat, QTextCursor
from PySide6.QtWidgets import QTextEdit

from adtracker.ui.core.theme import Theme

RIM, GAP = 8, 8


class ReadOnlyText(QTextEdit):
    """What a person named stands in it too, so it is put in letter by letter and never taken for markup."""

    def __init__(self, theme: Theme, name: str) -> None:
        super().__init__()
        self._theme = theme
        self.setAccessibleName(name)
        self.setReadOnly(True)
        self.setTabChangesFocus(True)
        self.setUndoRedoEnabled(False)

    def show_parts(self, parts: Iterable[tuple[str, Iterable[str]]]) -> None:
        """Show headings, each with its paragraphs."""
        self.clear()
        self.document().setDocumentMargin(self._theme.px(RIM))
        cursor = QTextCursor(self.document())
        strong = QTextCharFormat()
        strong.setFontWeight(QFont.Weight.DemiBold)
        for heading, paragraphs in parts:
            self._put(cursor, heading, strong, 2 * GAP)
            for paragraph in paragraphs:
                self._put(cursor, paragraph, QTextCharFormat(), GAP // 2)
        self.moveCursor(QTextCursor.MoveOperation.Start)

    def _put(self, cursor: QTextCursor, text: str, look: QTextCharFormat, gap: int) -> None:
        room = QTextBlockFormat()
        room.setTopMargin(0 if cursor.atStart() else self._theme.px(gap))
        if cursor.atStart():
            cursor.setBlockFormat(room)
            cursor.setCharFormat(look)
        else:
            cursor.insertBlock(room, look)
        cursor.insertText(text, look)
