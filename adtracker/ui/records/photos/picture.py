"""One photo as large as there is room, or a sentence where it cannot be shown."""

from __future__ import annotations

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QImage, QPainter, QPaintEvent, QPixmap
from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget

from adtracker.ui.kit.basics import label


class PhotoPicture(QWidget):
    """Shows a JPEG whole, in the middle, never larger than it is."""

    def __init__(self) -> None:
        super().__init__()
        self._image = QImage()
        self._scaled = QPixmap()
        self.sentence = label("", "soft", wrap=True)
        self.sentence.setAlignment(Qt.AlignmentFlag.AlignCenter)
        column = QVBoxLayout(self)
        column.addWidget(self.sentence)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)

    @property
    def image(self) -> QImage:
        """The picture that is shown; null if there is none."""
        return self._image

    def show_picture(self, jpeg: bytes | None, name: str, instead: str) -> None:
        """Show a picture called `name`, or the sentence `instead` of one that is not there."""
        self._image = QImage() if jpeg is None else QImage.fromData(jpeg)
        self._scaled = QPixmap()
        self.sentence.setText(instead if self._image.isNull() else "")
        self.setAccessibleName(name)
        self.setAccessibleDescription(self.sentence.text())
        self.update()

    def sizeHint(self) -> QSize:
        """Room to see something."""
        return QSize(480, 400)

    def minimumSizeHint(self) -> QSize:
        """Small enough for a small screen."""
        return QSize(160, 160)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the picture at the screen's own resolution."""
        super().paintEvent(event)
        if self._image.isNull():
            return
        place = self._place()
        size = place.size() * self.devicePixelRatioF()
        if self._scaled.size() != size:
            keep, smooth = Qt.AspectRatioMode.IgnoreAspectRatio, Qt.TransformationMode.SmoothTransformation
            self._scaled = QPixmap.fromImage(self._image.scaled(size, keep, smooth))
        with QPainter(self) as painter:
            painter.drawPixmap(place, self._scaled)

    def _place(self) -> QRect:
        """Where the picture goes: all of it, in its own shape, in the middle."""
        size = self._image.size()
        if size.width() > self.width() or size.height() > self.height():
            size = size.scaled(self.size(), Qt.AspectRatioMode.KeepAspectRatio)
        place = QRect(0, 0, size.width(), size.height())
        place.moveCenter(self.rect().center())
        return place
