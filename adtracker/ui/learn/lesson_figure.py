"""The figure of a lesson: boxes in a row and lines between them, in the colours of the theme."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QFont, QFontMetricsF, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from adtracker.domain.lessons.block import Box, Figure, Link
from adtracker.ui.core.theme import Theme

_PADDING, _GAP, _CROSS, _RADIUS, _ABOVE = 16, 96, 13, 12, 20
_BELOW = 56  # between boxes that stand below each other
_LEAST = 150  # of the whole figure, in pixels of plain text
_WRAPPED = Qt.AlignmentFlag.AlignHCenter | Qt.TextFlag.TextWordWrap


class LessonFigure(QWidget):
    """Draws a figure left to right, or top to bottom where the row would not fit."""

    def __init__(self, theme: Theme, figure: Figure) -> None:
        super().__init__()
        self._theme = theme
        self._figure = figure
        self.setAccessibleName(figure.caption)
        self.setAccessibleDescription(figure.alternative)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def sizeHint(self) -> QSize:
        """All boxes in a row."""
        width = self._row_width()
        return QSize(width, self.heightForWidth(width))

    def minimumSizeHint(self) -> QSize:
        """The boxes one below the other, their words in several lines."""
        return QSize(self._theme.px(_LEAST), 1)

    def hasHeightForWidth(self) -> bool:
        """Higher where the row does not fit."""
        return True

    def heightForWidth(self, width: int) -> int:
        """The height at a width."""
        places = self._places(width)
        return round(max(place.bottom() for place in places.values()) + self._theme.px(34))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw lines first, then the boxes and crosses over them."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        places = self._places(self.width())
        for link in self._figure.links:
            self._draw_link(painter, link, places)
        for box in self._figure.boxes:
            self._draw_box(painter, box, places[box.key])

    def _box_width(self) -> float:
        """With the words in one line."""
        bold, plain = QFontMetricsF(self._theme.font(14, bold=True)), QFontMetricsF(self._theme.font(13))
        widths = [
            max(bold.horizontalAdvance(box.label), plain.horizontalAdvance(box.detail)) for box in self._figure.boxes
        ]
        return max(widths) + 2 * self._theme.px(_PADDING)

    def _row_width(self) -> int:
        count = len(self._figure.boxes)
        return round(count * self._box_width() + (count - 1) * self._theme.px(_GAP)) + 2

    def _places(self, width: int) -> dict[str, QRectF]:
        """Where each box stands."""
        count, is_row = len(self._figure.boxes), width >= self._row_width()
        wide = self._box_width() if is_row else min(self._box_width(), width - 2.0)
        high = max(self._box_height(box, wide) for box in self._figure.boxes)
        if is_row:
            step = (width - 2 - wide) / max(count - 1, 1)
            corners = [QPointF(1 + index * step, 4) for index in range(count)]
        else:
            corners = [QPointF(1, 4 + index * (high + self._theme.px(_BELOW))) for index in range(count)]
        return {
            box.key: QRectF(corner.x(), corner.y(), wide, high)
            for box, corner in zip(self._figure.boxes, corners, strict=True)
        }

    def _box_height(self, box: Box, wide: float) -> float:
        heights = [self._words_height(words, font, wide) for words, font in self._words(box)]
        return max(sum(heights) + self._theme.px(_ABOVE), float(self._theme.px(58)))

    def _words(self, box: Box) -> tuple[tuple[str, QFont], tuple[str, QFont]]:
        return (box.label, self._theme.font(14, bold=True)), (box.detail, self._theme.font(13))

    def _words_height(self, words: str, font: QFont, wide: float) -> float:
        room = QRectF(0, 0, wide - self._theme.px(_PADDING), 10_000)
        return QFontMetricsF(font).boundingRect(room, _WRAPPED, words).height()

    def _draw_box(self, painter: QPainter, box: Box, place: QRectF) -> None:
        theme = self._theme
        painter.setPen(QPen(theme.color(box.colour), 1.5))
        painter.setBrush(theme.color("accent_ground" if box.filled else "card"))
        painter.drawRoundedRect(place, _RADIUS, _RADIUS)
        heights = [self._words_height(words, font, place.width()) for words, font in self._words(box)]
        top = place.center().y() - sum(heights) / 2
        side = theme.px(_PADDING) / 2
        for (words, font), height, ink in zip(self._words(box), heights, ("ink", "soft"), strict=True):
            painter.setFont(font)
            painter.setPen(theme.color(ink))
            painter.drawText(QRectF(place.left() + side, top, place.width() - 2 * side, height), _WRAPPED, words)
            top += height

    def _draw_link(self, painter: QPainter, link: Link, places: dict[str, QRectF]) -> None:
        start, end = _ends(places[link.start], places[link.end])
        middle = (start + end) / 2
        solid, dashed = QPen(self._theme.color("soft"), 1.6), QPen(self._theme.color("soft"), 1.6, Qt.PenStyle.DashLine)
        painter.setPen(dashed if link.quiet else solid)
        painter.drawLine(start, middle)
        painter.setPen(dashed if link.quiet or link.blocked else solid)
        painter.drawLine(middle, end)
        if link.blocked:
            self._draw_cross(painter, middle)
            self._draw_blocked(painter, middle, link.blocked, beside=abs(end.x() - start.x()) < 1)

    def _draw_cross(self, painter: QPainter, middle: QPointF) -> None:
        radius = self._theme.px(_CROSS)
        arm = radius * 0.42
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self._theme.color("accent"))
        painter.drawEllipse(middle, radius, radius)
        painter.setPen(QPen(self._theme.color("card"), 2.4))
        painter.drawLine(middle + QPointF(-arm, -arm), middle + QPointF(arm, arm))
        painter.drawLine(middle + QPointF(-arm, arm), middle + QPointF(arm, -arm))

    def _draw_blocked(self, painter: QPainter, middle: QPointF, words: str, *, beside: bool) -> None:
        """Write what the cross stands for below it, or beside it where the next box is below."""
        font, rim = self._theme.font(13), self._theme.px(_CROSS) + 6
        painter.setFont(font)
        painter.setPen(self._theme.color("accent"))
        if beside:
            high = float(self._theme.px(_BELOW - 4))
            place = QRectF(middle.x() + rim, middle.y() - high / 2, self.width() - middle.x() - rim, high)
            painter.drawText(place, Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextWordWrap, words)
            return
        width = QFontMetricsF(font).horizontalAdvance(words) + 4
        place = QRectF(middle.x() - width / 2, middle.y() + rim, width, self._theme.px(20))
        painter.drawText(place, Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignTop, words)


def _ends(start: QRectF, end: QRectF) -> tuple[QPointF, QPointF]:
    """Where a line leaves one box and reaches the other."""
    if abs(end.center().x() - start.center().x()) < 1:
        return QPointF(start.center().x(), start.bottom() + 4), QPointF(end.center().x(), end.top() - 4)
    return QPointF(start.right() + 4, start.center().y()), QPointF(end.left() - 4, end.center().y())
