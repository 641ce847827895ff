"""The picture of the charts that a person can keep or send: with its title, its period and the disclaimer."""

from __future__ import annotations

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QRectF, QSizeF, Qt
from PySide6.QtGui import QFontMetricsF, QImage, QImageWriter, QPainter

from adtracker.ui.theme import Theme

MARGIN = 24
GAP = 10
_WRAP = Qt.TextFlag.TextWordWrap | Qt.AlignmentFlag.AlignLeft


def framed(chart: QImage, title: str, period: str, below: str, theme: Theme) -> QImage:
    """The charts with words around them, at the scale of `chart`."""
    scale = chart.devicePixelRatio()
    inner = chart.size().toSizeF() / scale
    lines = [
        (title, theme.font(19, bold=True), "ink"),
        (period, theme.font(14), "soft"),
        (below, theme.font(12), "soft"),
    ]
    heights = [
        QFontMetricsF(font).boundingRect(QRectF(0, 0, inner.width(), 10_000), _WRAP, text).height()
        for text, font, _ in lines
    ]
    size = QSizeF(inner.width() + 2 * MARGIN, inner.height() + sum(heights) + 3 * GAP + 2 * MARGIN)
    image = QImage((size * scale).toSize(), QImage.Format.Format_RGB32)
    image.setDevicePixelRatio(scale)
    image.fill(theme.color("card"))
    painter = QPainter(image)
    tops = [MARGIN, MARGIN + heights[0], size.height() - MARGIN - heights[2]]
    for (text, font, token), top, height in zip(lines, tops, heights, strict=True):
        painter.setFont(font)
        painter.setPen(theme.color(token))
        painter.drawText(QRectF(MARGIN, top, inner.width(), height), _WRAP, text)
    painter.drawImage(QRectF(MARGIN, tops[1] + heights[1] + GAP, inner.width(), inner.height()), chart)
    painter.end()
    return image


def png(image: QImage) -> bytes:
    """A picture as a PNG file. May run on any thread."""
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    QImageWriter(buffer, QByteArray(b"PNG")).write(image)
    return bytes(buffer.data().data())
