"""Whose diary is open: a round badge with a letter, and the words or the name beside it, as there is room for."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QFont, QFontMetrics, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from adtracker import paths
from adtracker.language import tr
from adtracker.ui.core.theme import Theme
from adtracker.ui.kit.room.mirrored import mirrored

BADGE, GAP, LETTER, WORDS = 16, 6, 10, 14


def owner_words(name: str, file: Path) -> str:
    """Such as "Nora's diary"; without a name what the file is called, and nothing for the file that everybody has."""
    if name.strip():
        return tr("{name}\N{RIGHT SINGLE QUOTATION MARK}s diary", name=name.strip())
    return "" if file.name == paths.default_diary().name else file.stem


def owner_name(name: str, file: Path) -> str:
    """The same without words around the name: in some languages it comes last."""
    return name.strip() or owner_words(name, file)


class WhoseDiary(QWidget):
    """Painted: where the words have no room the name stands alone, and a long one ends in dots.

    The whole of it is in the accessible name of what stands around it.
    """

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self.words = self.name = ""
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)

    def show_words(self, words: str, name: str) -> None:
        """Show whose it is, in words and by name; empty words show nothing."""
        self.words, self.name = words, name
        self.setVisible(bool(words))
        self.update()

    def sizeHint(self) -> QSize:
        """As high as a line, and as wide as the badge; it takes the width that others leave."""
        edge = self._theme.px(BADGE)
        return QSize(edge, max(QFontMetrics(self._font()).height(), edge))

    def minimumSizeHint(self) -> QSize:
        """The badge is never cut."""
        return self.sizeHint()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the badge and the words."""
        painter = QPainter(self)
        painter.setClipRegion(event.region())
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        edge = self._theme.px(BADGE)
        badge = self._turned(QRect(0, (self.height() - edge) // 2, edge, edge))
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self._theme.color("accent"))
        painter.drawEllipse(badge)
        painter.setPen(self._theme.color("card"))
        painter.setFont(self._theme.font(LETTER, bold=True))
        painter.drawText(badge, Qt.AlignmentFlag.AlignCenter, self.name[:1].upper())
        painter.setPen(self._theme.color("ink"))
        painter.setFont(self._font())
        room = self._turned(self.rect().adjusted(edge + self._theme.px(GAP), 0, 0, 0))
        painter.drawText(room, Qt.AlignmentFlag.AlignVCenter, self.fitting(room.width()))

    def _turned(self, place: QRect) -> QRect:
        return mirrored(self.layoutDirection(), self.rect(), place)

    def fitting(self, room: int) -> str:
        """What is written in a number of pixels."""
        metrics = QFontMetrics(self._font())
        if metrics.horizontalAdvance(self.words) <= room:
            return self.words
        return metrics.elidedText(self.name, Qt.TextElideMode.ElideRight, room)

    def _font(self) -> QFont:
        return self._theme.font(WORDS, bold=True)
