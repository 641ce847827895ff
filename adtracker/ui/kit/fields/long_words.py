"""A label whose long words, such as the place of a file or an address, go on in the next line where they are cut off.

Qt breaks lines between words alone. A mark that is not seen says where else it may; what is copied has none of them.
"""

from __future__ import annotations

import re

from PySide6.QtCore import Qt
from PySide6.QtGui import QContextMenuEvent, QGuiApplication, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QLabel

_BREAK = "\u200b"
_MOST = 10  # letters that always fit into a line
_AFTER = re.compile(r"(?<=[/\\?&=_.%-])(?=\S)")
_LONG = re.compile(rf"[^\s{_BREAK}]{{{_MOST + 1},}}")


class LongWords(QLabel):
    """`text` is what was set."""

    def setText(self, text: str) -> None:
        """Show a text, with the places where long words may break."""
        super().setText(" ".join(_broken(word) for word in text.split(" ")))
        self.setAccessibleName(text)

    def text(self) -> str:
        """What was set, without the marks."""
        return super().text().replace(_BREAK, "")

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Copy without the marks."""
        super().keyPressEvent(event)
        if event.matches(QKeySequence.StandardKey.Copy):
            self._clean()

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """What is copied from the menu has no marks either."""
        QGuiApplication.clipboard().dataChanged.connect(self._clean, Qt.ConnectionType.SingleShotConnection)
        super().contextMenuEvent(event)

    def _clean(self) -> None:
        board = QGuiApplication.clipboard()
        if _BREAK in board.text():
            board.setText(board.text().replace(_BREAK, ""))


def _broken(word: str) -> str:
    if len(word) <= _MOST or not _AFTER.search(word):
        return word
    return _LONG.sub(_cut, _AFTER.sub(_BREAK, word))


def _cut(found: re.Match[str]) -> str:
    word = found.group()
    return _BREAK.join(word[place : place + _MOST] for place in range(0, len(word), _MOST))
