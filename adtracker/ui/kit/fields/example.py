"""What stands in a line while nothing is written there, such as "for example Skin pain"."""

from __future__ import annotations

from PySide6.QtCore import QRect, QSize
from PySide6.QtWidgets import QLineEdit, QStyle, QStyleOptionFrame

_BESIDE_CURSOR = 2  # pixels on each side of what is written
_SOME = QRect(0, 0, 400, 100)  # the frame is as wide in any line


class Example:
    """Of one line. Nobody can scroll to the rest of it, so it leaves the line where it has no room there."""

    def __init__(self, line: QLineEdit) -> None:
        self._line, self._words = line, line.placeholderText()

    def placed(self) -> str:
        """What has to be said below the line, as it is wide now; empty where the line says it."""
        if not self._words:
            return ""
        has_room = _width_with(self._line, self._words) <= self._line.width()
        self._line.setPlaceholderText(self._words if has_room else "")
        return "" if has_room else self._words


class SearchLine(QLineEdit):
    """A line that is never narrower than the words that stand in it while nothing is searched for."""

    def __init__(self, words: str, least: int) -> None:
        super().__init__()
        self._words, self._least = words, least
        self.setPlaceholderText(words)
        self.setAccessibleName(words)

    def minimumSizeHint(self) -> QSize:
        """At least so wide, and more with large letters."""
        return super().minimumSizeHint().expandedTo(QSize(max(self._least, _width_with(self, self._words)), 0))

    def sizeHint(self) -> QSize:
        """No narrower than that."""
        return super().sizeHint().expandedTo(self.minimumSizeHint())


def _width_with(line: QLineEdit, words: str) -> int:
    """How wide a line is that shows all of its words."""
    line.ensurePolished()
    option = QStyleOptionFrame()
    line.initStyleOption(option)
    option.rect = _SOME
    inside = line.style().subElementRect(QStyle.SubElement.SE_LineEditContents, option, line)
    margins = line.textMargins()
    around = _SOME.width() - inside.width() + margins.left() + margins.right() + 2 * _BESIDE_CURSOR
    return line.fontMetrics().horizontalAdvance(words) + around
