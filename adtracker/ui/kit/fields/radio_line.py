"""One of several answers below each other: easy to hit, its words go on in a second line."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPalette, QPen
from PySide6.QtWidgets import QRadioButton, QSizePolicy

from adtracker.ui.words import long_words

_TARGET = 44
_DOT = 0.25  # of the ring, from each side


class RadioLine(QRadioButton):
    """A radio button that paints itself, as `TickBox` does, at least 44 px high."""

    def __init__(self, text: str) -> None:
        super().__init__(text)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.setMinimumHeight(_TARGET)
        self.setCursor(Qt.CursorShape.PointingHandCursor)

    def sizeHint(self) -> QSize:
        """As wide as the words in one line."""
        width = long_words.one_line(self)
        return QSize(width, self.heightForWidth(width))

    def minimumSizeHint(self) -> QSize:
        """As wide as the longest word."""
        return long_words.least_size(self).expandedTo(QSize(0, _TARGET))

    def hasHeightForWidth(self) -> bool:
        """The narrower, the higher."""
        return True

    def heightForWidth(self, width: int) -> int:
        """The height of the words at a width."""
        return max(long_words.height_at(self, width), _TARGET)

    def hitButton(self, pos: QPoint) -> bool:
        """The words are as good to click as the ring."""
        return self.rect().contains(pos)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the ring, its dot, the words, and a frame around them where the keyboard is."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        palette, ring = self.palette(), long_words.mark_place(self)
        on = self.isChecked()
        border = QPalette.ColorRole.Highlight if on else QPalette.ColorRole.PlaceholderText
        painter.setPen(QPen(palette.color(border), 1.5))
        painter.setBrush(palette.color(QPalette.ColorRole.Base))
        painter.drawEllipse(ring)
        if on:
            inset = _DOT * ring.width()
            painter.setBrush(palette.color(QPalette.ColorRole.Highlight))
            painter.drawEllipse(ring.adjusted(inset, inset, -inset, -inset))
        long_words.paint_words(self, painter)
        painter.end()
