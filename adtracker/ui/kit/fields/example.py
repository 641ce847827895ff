"""What stands in a line while nothing is written there, such as "for example Skin pain"."""

from __future__ import annotations

from PySide6.QtWidgets import QLineEdit, QStyle, QStyleOptionFrame

_BESIDE_CURSOR = 2  # pixels on each side of what is written


class Example:
    """Of one line. Nobody can scroll to the rest of it, so it leaves the line where it has no room there."""

    def __init__(self, line: QLineEdit) -> None:
        self._line, self._words = line, line.placeholderText()

    def placed(self) -> str:
        """What has to be said below the line, as it is wide now; empty where the line says it."""
        if not self._words:
            return ""
        self._line.ensurePolished()
        has_room = self._line.fontMetrics().horizontalAdvance(self._words) <= self._room()
        self._line.setPlaceholderText(self._words if has_room else "")
        return "" if has_room else self._words

    def _room(self) -> int:
        option = QStyleOptionFrame()
        self._line.initStyleOption(option)
        inside = self._line.style().subElementRect(QStyle.SubElement.SE_LineEditContents, option, self._line)
        margins = self._line.textMargins()
        return inside.width() - margins.left() - margins.right() - 2 * _BESIDE_CURSOR
