"""One page of paper on the screen: white in every theme, drawn pixel by pixel for the screen it is on."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF, QSize
from PySide6.QtGui import QImage, QPainter, QPaintEvent
from PySide6.QtWidgets import QLabel

_PNG_SIZE = slice(16, 24)  # where a PNG says its width and height, four bytes each


@dataclass(frozen=True, slots=True)
class PageImage:
    """One page: its picture as a PNG, what it is called and what it shows, in words."""

    png: bytes
    name: str
    description: str

    @property
    def pixels(self) -> QSize:
        """The size of the picture."""
        head = self.png[_PNG_SIZE]
        return QSize(int.from_bytes(head[:4]), int.from_bytes(head[4:]))

    @property
    def words(self) -> tuple[str, str]:
        """What a screen reader says."""
        return self.name, self.description


class PageImageLabel(QLabel):
    """Draws one page. The picture is unpacked while it is in sight, and only then."""

    def __init__(self, sheet: PageImage) -> None:
        super().__init__()
        self._image: QImage | None = None
        self.show_sheet(sheet)

    def show_sheet(self, sheet: PageImage) -> None:
        """Show another picture."""
        self.sheet = sheet
        self._image = None
        self.setAccessibleName(sheet.name)
        self.setAccessibleDescription(sheet.description)
        self.update()

    def show_width(self, width: int) -> None:
        """Be so wide, and as high as the paper then is."""
        pixels = self.sheet.pixels
        self.setFixedSize(width, round(width * pixels.height() / pixels.width()))

    def release(self) -> None:
        """Give up the unpacked picture until it is painted again."""
        self._image = None

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the picture pixel by pixel where it was made for this size, else scaled until the right one comes."""
        if self._image is None:
            self._image = QImage.fromData(self.sheet.png)
        ratio = self.devicePixelRatio()
        painter = QPainter(self)
        if abs(self._image.width() - self.width() * ratio) < 1:
            painter.drawImage(QRectF(self._corner(ratio), self._image.size().toSizeF() / ratio), self._image)
        else:
            painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
            painter.drawImage(QRectF(self.rect()), self._image)
        painter.end()

    def _corner(self, ratio: float) -> QPointF:
        """The nearest whole pixel: at ratios like 1.5 widgets may begin between two."""
        corner = QPointF(self.mapTo(self.window(), self.rect().topLeft())) * ratio
        return (QPointF(corner.toPoint()) - corner) / ratio
