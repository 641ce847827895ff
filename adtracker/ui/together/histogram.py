"""How many days had which worst itch: those with something above those without it, on one scale of 0 to 10."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen, QPolygonF
from PySide6.QtWidgets import QSizePolicy, QWidget

from adtracker.domain.statistics.association import SCORES, Association, Group
from adtracker.ui.core.theme import Theme

WIDTH, HEIGHT, HEAD = 300, 58, 18
FEWEST_WIDTH = 170
NUMBERS = (0, 5, 10)
BAR, LEAST, MARK = 0.76, 2, 4
COLOURS = ("itch", "itch_soft")  # of days with it, and without


class ScoreAxis(QWidget):
    """The numbers above the columns of all histograms below it."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        """As wide as a histogram, a line high."""
        return QSize(self._theme.px(WIDTH), self._theme.px(HEAD))

    def minimumSizeHint(self) -> QSize:
        """The numbers stay apart."""
        return QSize(self._theme.px(FEWEST_WIDTH), self._theme.px(HEAD))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Write 0, 5 and 10 over their columns."""
        painter = QPainter(self)
        painter.setClipRegion(event.region())
        painter.setFont(self._theme.font(12))
        painter.setPen(self._theme.color("soft"))
        step = self.width() / SCORES
        for number in NUMBERS:
            place = QRectF((number - 1) * step, 0, 3 * step, self.height())
            painter.drawText(place, Qt.AlignmentFlag.AlignCenter, str(number))


class Histogram(QWidget):
    """Two rows of bars with a mark at each average. What it shows stands in words beside it and in its own name."""

    def __init__(self, theme: Theme, look: Association, spoken: str) -> None:
        super().__init__()
        self._theme = theme
        self._groups = (look.with_it, look.without)
        self.setAccessibleName(spoken)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        """As it is drawn where there is room."""
        return QSize(self._theme.px(WIDTH), self._theme.px(HEIGHT))

    def minimumSizeHint(self) -> QSize:
        """Its columns may be narrower, not lower."""
        return QSize(self._theme.px(FEWEST_WIDTH), self._theme.px(HEIGHT))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw a hairline for each score, then both rows."""
        painter = QPainter(self)
        painter.setClipRegion(event.region())
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        step = self.width() / SCORES
        painter.setPen(QPen(self._theme.color("line"), 1))
        for number in range(SCORES):
            middle = round((number + 0.5) * step) + 0.5
            painter.drawLine(QPointF(middle, 0), QPointF(middle, self.height()))
        painter.setPen(Qt.PenStyle.NoPen)
        half = self.height() / 2
        for row, (group, colour) in enumerate(zip(self._groups, COLOURS, strict=True)):
            self._draw(painter, group, colour, QRectF(0, row * half, self.width(), half))

    def _draw(self, painter: QPainter, group: Group, colour: str, place: QRectF) -> None:
        """Bars as high as their share of the row's days, so that few and many days can be compared."""
        if group.mean is None:
            return
        step, mark = place.width() / SCORES, float(self._theme.px(MARK))
        floor, highest = place.bottom() - 2 * mark, max(group.counts)
        painter.setBrush(self._theme.color(colour))
        for number, count in enumerate(group.counts):
            if count:
                height = max(self._theme.px(LEAST), count / highest * (floor - place.top() - mark / 2))
                painter.drawRect(QRectF((number + (1 - BAR) / 2) * step, floor - height, BAR * step, height))
        middle = (group.mean + 0.5) * step
        below = [QPointF(middle - mark, floor + 2 * mark - 1), QPointF(middle + mark, floor + 2 * mark - 1)]
        painter.setBrush(self._theme.color("ink"))
        painter.drawPolygon(QPolygonF([QPointF(middle, floor + mark / 2), *below]))
