"""A box to tick that is easy to see in both themes and to hit, and whose words go on in a second line."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QPoint, QPointF, QSize, Qt
from PySide6.QtGui import QMouseEvent, QPainter, QPaintEvent, QPalette, QPen, QPolygonF
from PySide6.QtWidgets import QCheckBox, QSizePolicy

from adtracker.ui.words import long_words

_RADIUS = 4
_TICK = ((0.24, 0.52), (0.43, 0.70), (0.77, 0.32))  # in shares of the box


class TickBox(QCheckBox):
    """A check box that paints itself: a style sheet could not give the tick a colour for each theme."""

    def __init__(self, text: str) -> None:
        super().__init__(text)
        self._heights: dict[tuple[str, int], int] = {}  # a form of boxes asks each of them a hundred times
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.setCursor(Qt.CursorShape.PointingHandCursor)

    def sizeHint(self) -> QSize:
        """As wide as the words in one line."""
        width = long_words.one_line(self)
        return QSize(width, self.heightForWidth(width))

    def minimumSizeHint(self) -> QSize:
        """As wide as the longest word."""
        return long_words.least_size(self)

    def hasHeightForWidth(self) -> bool:
        """The narrower, the higher."""
        return True

    def heightForWidth(self, width: int) -> int:
        """The height of the words at a width."""
        asked = self.text(), width
        if asked not in self._heights:
            self._heights[asked] = long_words.height_at(self, width)
        return self._heights[asked]

    def changeEvent(self, event: QEvent) -> None:
        """In another font or style the words have another height."""
        self._heights.clear()
        super().changeEvent(event)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """The second half of a double click is no second answer: it would take the first one back."""
        event.accept()

    def hitButton(self, pos: QPoint) -> bool:
        """The words are as good to click as the box."""
        return self.rect().contains(pos)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the box, its tick, the words, and a ring around them where the keyboard is."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._paint_box(painter)
        long_words.paint_words(self, painter)
        painter.end()

    def _paint_box(self, painter: QPainter) -> None:
        palette, box = self.palette(), long_words.mark_place(self)
        is_ticked = self.isChecked()
        border = QPalette.ColorRole.Highlight if is_ticked else QPalette.ColorRole.PlaceholderText
        painter.setPen(QPen(palette.color(border), 1.2))
        painter.setBrush(palette.color(QPalette.ColorRole.Highlight if is_ticked else QPalette.ColorRole.Base))
        painter.drawRoundedRect(box, _RADIUS, _RADIUS)
        if is_ticked:
            tick = QPolygonF([QPointF(box.x() + x * box.width(), box.y() + y * box.height()) for x, y in _TICK])
            painter.setPen(QPen(palette.color(QPalette.ColorRole.HighlightedText), long_words.mark_edge(self) / 9))
            painter.drawPolyline(tick)
