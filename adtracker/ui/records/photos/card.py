"""The photos of a day, small, with a button to add one; a single line until the first is added."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from PySide6.QtCore import QSize, QTimer, Signal
from PySide6.QtGui import QIcon, QPixmap
from PySide6.QtWidgets import QPushButton, QWidget

from adtracker.domain.records.photo import Photo
from adtracker.language import tr
from adtracker.ui.core.theme import Theme
from adtracker.ui.kit.basics import button, label, set_kind
from adtracker.ui.kit.diaries.diary_card import DiaryCard
from adtracker.ui.kit.room.flow_layout import FlowLayout
from adtracker.ui.words.photo_words import RegionNames, photo_words

THUMBNAIL_PX = 64
BUSY_AFTER_MILLISECONDS = 500


class PhotoCard(DiaryCard):
    """`opened` carries a Photo that the person wants to see large; the other signals say which button was pressed."""

    opened = Signal(object)
    add_wanted = Signal()
    compare_wanted = Signal()
    removed_wanted = Signal()

    def __init__(self, theme: Theme, names: RegionNames) -> None:
        super().__init__(tr("Photos"))
        self._theme = theme
        self._names = names
        self.buttons: list[QPushButton] = []
        self.setAccessibleName(tr("Photos"))
        self._build()
        self._busy = QTimer(self, singleShot=True, interval=BUSY_AFTER_MILLISECONDS)
        self._busy.timeout.connect(self.progress.show)
        self.add.clicked.connect(self.add_wanted)
        self.compare.clicked.connect(self.compare_wanted)
        self.removed.clicked.connect(self.removed_wanted)

    def _build(self) -> None:
        self.add = button(tr("Add photo"))
        self.add.setToolTip(tr("Or drop a picture here, or paste one with Ctrl+V"))
        self.compare = button(tr("Compare photos"))
        self.removed = button(tr("Recently deleted"))
        self._shelf = QWidget()
        self._row = FlowLayout(self._shelf)
        self._problem = label("", "caution", wrap=True)
        self.progress = label(tr("Adding the photo…"), "soft")
        self.put_beside(self.removed, self.compare, self.add)
        self.body.addWidget(self._shelf)
        self.body.addWidget(self._problem)
        self.body.addWidget(self.progress)
        self.progress.hide()

    def show_photos(self, photos: Sequence[Photo], thumbnails: Mapping[str, bytes], problem: str = "") -> None:
        """Show a day's photos; `thumbnails` are by digest, and `problem` says why some of them are not there."""
        focused = next((index for index, made in enumerate(self.buttons) if made.hasFocus()), None)
        self._clear()
        for number, photo in enumerate(photos, 1):
            self._put(photo, number, len(photos), thumbnails.get(photo.digest))
        self._shelf.setVisible(bool(photos))
        self._problem.setText(problem)
        self._problem.setVisible(bool(problem))
        if focused is not None:
            (self.buttons[min(focused, len(self.buttons) - 1)] if self.buttons else self.add).setFocus()

    def show_reach(self, *, can_compare: bool, any_removed: bool) -> None:
        """Whether there is anything to compare, or to bring back."""
        self.compare.setVisible(can_compare)
        self.removed.setVisible(any_removed)

    def show_adding(self, is_adding: bool) -> None:
        """Whether a photo is on its way; said if it takes longer than half a second."""
        if is_adding:
            self._busy.start()
        else:
            self._busy.stop()
            self.progress.hide()

    def _put(self, photo: Photo, number: int, count: int, thumbnail: bytes | None) -> None:
        made = button(
            "",
            name=tr(
                "Photo {number} of {count}: {words}", number=number, count=count, words=photo_words(photo, self._names)
            ),
        )
        set_kind(made, "photo")
        edge = self._theme.px(THUMBNAIL_PX)
        made.setIconSize(QSize(edge, edge))
        made.setIcon(QIcon(_square(thumbnail)))
        made.setText("" if thumbnail else "?")
        made.setProperty("photo", photo)
        made.clicked.connect(self._on_clicked)
        self.buttons.append(made)
        self._row.addWidget(made)

    def _clear(self) -> None:
        for made in self.buttons:
            self._row.removeWidget(made)
            made.hide()
            made.deleteLater()
        self.buttons = []

    def _on_clicked(self) -> None:
        self.opened.emit(self.sender().property("photo"))


def _square(jpeg: bytes | None) -> QPixmap:
    """The middle of a picture."""
    found = QPixmap()
    if jpeg is None or not found.loadFromData(jpeg):
        return found
    edge = min(found.width(), found.height())
    return found.copy((found.width() - edge) // 2, (found.height() - edge) // 2, edge, edge)
