"""A box to tick that is easy to see in both themes and to hit, and whose words go on in a second line."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPalette, QPen, QPolygonF
from PySide6.QtWidgets import QCheckBox, QSizePolicy

_GAP = 10
_PAD = 5
_RADIUS = 4
_TICK = ((0.24, 0.52), (0.43, 0.70), (0.77, 0.32))  # in shares of the box
_WORDS = Qt.TextFlag.TextWordWrap | Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter


class TickBox(QCheckBox):
    """A check box that paints itself: a style sheet could not give the tick a colour for each theme."""

    def __init__(self, text: str) -> None:
        super().__init__(text)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.setCursor(Qt.CursorShape.PointingHandCursor)

    def sizeHint(self) -> QSize:
        """As wide as the words in one line."""
        width = self._indent() + self.fontMetrics().horizontalAdvance(self.text()) + _PAD + 1
        return QSize(width, self.heightForWidth(width))

    def minimumSizeHint(self) -> QSize:
        """As wide as the longest word."""
        longest = max(map(self.fontMetrics().horizontalAdvance, self.text().split()), default=0)
        return QSize(self._indent() + longest + _PAD + 1, self._edge() + 2 * _PAD)

    def hasHeightForWidth(self) -> bool:
        """The narrower, the higher."""
        return True

    def heightForWidth(self, width: int) -> int:
        """The height of the words at a width."""
        room = QRect(0, 0, width - self._indent() - _PAD, 10_000)
        words = self.fontMetrics().boundingRect(room, _WORDS, self.text()).height()
        return max(words, round(1.3 * self._edge())) + 2 * _PAD

    def hitButton(self, pos: QPoint) -> bool:
        """The words are as good to click as the box."""
        return self.rect().contains(pos)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the box, its tick, the words, and a ring around them where the keyboard is."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._paint_box(painter)
        painter.setPen(self.palette().color(QPalette.ColorRole.WindowText))
        painter.drawText(self.rect().adjusted(self._indent(), 0, -_PAD, 0), _WORDS, self.text())
        if self.hasFocus():
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(self.palette().color(QPalette.ColorRole.Highlight), 2))
            painter.drawRoundedRect(QRectF(self.rect()).adjusted(1, 1, -1, -1), 6, 6)
        painter.end()

    def _paint_box(self, painter: QPainter) -> None:
        palette, edge = self.palette(), self._edge()
        box = QRectF(_PAD, (self.height() - edge) / 2, edge, edge).adjusted(0.5, 0.5, -0.5, -0.5)
        is_ticked = self.isChecked()
        border = QPalette.ColorRole.Highlight if is_ticked else QPalette.ColorRole.PlaceholderText
        painter.setPen(QPen(palette.color(border), 1.2))
        painter.setBrush(palette.color(QPalette.ColorRole.Highlight if is_ticked else QPalette.ColorRole.Base))
        painter.drawRoundedRect(box, _RADIUS, _RADIUS)
        if is_ticked:
            tick = QPolygonF([QPointF(box.x() + x * box.width(), box.y() + y * box.height()) for x, y in _TICK])
            painter.setPen(QPen(palette.color(QPalette.ColorRole.HighlightedText), edge / 9))
            painter.drawPolyline(tick)

    def _edge(self) -> int:
        return self.fontMetrics().height() + 1

    def _indent(self) -> int:
        return _PAD + self._edge() + _GAP
