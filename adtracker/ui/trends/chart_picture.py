"""The charts as a file that a person can keep or send: with a title, the period, what lines mean and the disclaimer."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QRectF, QSizeF, Qt
from PySide6.QtGui import QFont, QFontMetricsF, QImage, QImageWriter, QPainter
from PySide6.QtSvg import QSvgGenerator

from adtracker.ui.charts.trend_chart import TrendChart
from adtracker.ui.core.theme import Theme

MARGIN = 24
GAP = 10
SCALE = 2
_WRAP = Qt.TextFlag.TextWordWrap | Qt.AlignmentFlag.AlignLeft
_ROOM = 10_000


@dataclass(frozen=True, slots=True)
class Caption:
    """The words around the charts."""

    title: str
    above: str
    below: str


class ChartSheet:
    """The charts as they stand, with words around them, to be drawn at any scale."""

    def __init__(self, chart: TrendChart, caption: Caption, theme: Theme) -> None:
        self._chart = chart
        self._theme = theme
        self._caption = caption
        self._lines: list[tuple[str, QFont, str]] = [
            (caption.title, theme.font(19, bold=True), "ink"),
            (caption.above, theme.font(14), "soft"),
            (caption.below, theme.font(12), "soft"),
        ]
        room = QRectF(0, 0, chart.width(), _ROOM)
        self._heights = [QFontMetricsF(font).boundingRect(room, _WRAP, text).height() for text, font, _ in self._lines]

    @property
    def size(self) -> QSizeF:
        """How large the sheet is, in pixels of the screen."""
        height = self._chart.height() + sum(self._heights) + 3 * GAP + 2 * MARGIN
        return QSizeF(self._chart.width() + 2 * MARGIN, height)

    def image(self) -> QImage:
        """The sheet at twice the size."""
        image = QImage((self.size * SCALE).toSize(), QImage.Format.Format_RGB32)
        image.setDevicePixelRatio(SCALE)
        image.fill(self._theme.color("card"))
        painter = QPainter(image)
        self._paint(painter, SCALE)
        painter.end()
        return image

    def svg(self) -> bytes:
        """The sheet as a drawing of lines and letters, that stays sharp at any size."""
        buffer = QBuffer()
        generator = QSvgGenerator()
        generator.setOutputDevice(buffer)
        # The axes are recorded for the screen, and would be scaled to any other resolution.
        generator.setResolution(self._chart.logicalDpiX())
        generator.setSize(self.size.toSize())
        generator.setViewBox(QRectF(0, 0, self.size.width(), self.size.height()))
        generator.setTitle(self._caption.title)
        generator.setDescription(self._caption.above)
        painter = QPainter(generator)
        self._paint(painter, 1)
        painter.end()
        return bytes(buffer.data().data())

    def _paint(self, painter: QPainter, scale: int) -> None:
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        size, top = self.size, MARGIN + self._heights[0] + self._heights[1] + GAP
        painter.fillRect(QRectF(0, 0, size.width(), size.height()), self._theme.color("card"))
        tops = [MARGIN, MARGIN + self._heights[0], size.height() - MARGIN - self._heights[2]]
        for (text, font, token), at, height in zip(self._lines, tops, self._heights, strict=True):
            painter.setFont(font)
            painter.setPen(self._theme.color(token))
            painter.drawText(QRectF(MARGIN, at, self._chart.width(), height), _WRAP, text)
        self._chart.draw(painter, QRectF(MARGIN, top, self._chart.width(), self._chart.height()), scale)


def png(image: QImage) -> bytes:
    """A picture as a PNG file. May run on any thread."""
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    QImageWriter(buffer, QByteArray(b"PNG")).write(image)
    return bytes(buffer.data().data())
