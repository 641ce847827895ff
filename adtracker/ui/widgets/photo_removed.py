"""Photos that were deleted in the last 30 days, each with a button that brings it back."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QPixmap
from PySide6.QtWidgets import QDialog, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from adtracker.domain.photo import Photo
from adtracker.domain.removal import goes_on
from adtracker.ui.widgets.basics import button, label, rule, scrolled
from adtracker.ui.widgets.day_words import date_words
from adtracker.ui.widgets.photo_words import RegionNames, photo_words

THUMBNAIL_PX = 96


class RemovedDialog(QDialog):
    """`restored` carries a Photo that shall come back."""

    restored = Signal(object)

    def __init__(self, parent: QWidget, names: RegionNames) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setProperty("kind", "diary")
        self.setWindowTitle(self.tr("Recently deleted photos"))
        self._names = names
        self.rows: list[QWidget] = []
        content = QWidget()
        self._column = QVBoxLayout(content)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.addStretch(1)
        self.done_button = button(self.tr("Done"), "primary")
        self.done_button.setDefault(True)
        self.done_button.clicked.connect(self.accept)
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 16, 20, 16)
        column.addWidget(label(self.tr("Recently deleted photos"), "title"))
        column.addWidget(scrolled(content), 1)
        column.addWidget(self.done_button, alignment=Qt.AlignmentFlag.AlignRight)

    def sizeHint(self) -> QSize:
        """Room for a few photos."""
        return QSize(620, 520)

    def show_photos(self, photos: Sequence[Photo], thumbnails: Mapping[str, bytes]) -> None:
        """Show what can be brought back now; `thumbnails` are by digest."""
        for row in self.rows:
            self._column.removeWidget(row)
            row.hide()
            row.deleteLater()
        self.rows = [self._row(photo, thumbnails.get(photo.digest)) for photo in photos]
        for index, row in enumerate(self.rows):
            self._column.insertWidget(index, row)

    def _row(self, photo: Photo, thumbnail: bytes | None) -> QWidget:
        words = photo_words(photo, self._names)
        back = button(self.tr("Put back"), name=self.tr("Put back: {}").format(words))
        back.setProperty("photo", photo)
        back.clicked.connect(self._on_back)
        made = QWidget()
        outer, row, texts = QVBoxLayout(made), QHBoxLayout(), QVBoxLayout()
        texts.addStretch(1)
        texts.addWidget(label(words, "strong", wrap=True))
        texts.addWidget(label(self._until(photo), "small", wrap=True))
        texts.addStretch(1)
        row.setSpacing(12)
        row.addWidget(_small(thumbnail))
        row.addLayout(texts, 1)
        row.addWidget(back)
        outer.addLayout(row)
        outer.addWidget(rule())
        return made

    def _until(self, photo: Photo) -> str:
        day = goes_on(photo)
        assert day is not None, "only deleted photos are shown here"
        return self.tr("Goes for good on {}.").format(date_words(day))

    def _on_back(self) -> None:
        self.restored.emit(self.sender().property("photo"))


def _small(jpeg: bytes | None) -> QLabel:
    made, found = QLabel(), QPixmap()
    made.setFixedSize(THUMBNAIL_PX, THUMBNAIL_PX)
    if jpeg is not None and found.loadFromData(jpeg):
        keep, smooth = Qt.AspectRatioMode.KeepAspectRatio, Qt.TransformationMode.SmoothTransformation
        made.setPixmap(found.scaled(THUMBNAIL_PX, THUMBNAIL_PX, keep, smooth))
    return made
