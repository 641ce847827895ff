"""One photo large, with what is recorded about it, to be put right or deleted."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from adtracker.domain.records.photo import NOTE_LIMIT, Photo
from adtracker.language import tr
from adtracker.ui.kit.basics import button
from adtracker.ui.kit.chips import Chips
from adtracker.ui.kit.fields.field import Field
from adtracker.ui.kit.fields.pickers import Choice, DayField
from adtracker.ui.kit.fields.typed_line import TypedLine
from adtracker.ui.kit.room.fitted_dialog import FittedDialog
from adtracker.ui.records.photos.picture import PhotoPicture
from adtracker.ui.words.photo_words import RegionNames, photo_words, region_words

NO_REGION = ""


class PhotoDialog(FittedDialog):
    """Shows a photo. `changed` carries it as the person wants it to be, `removed` the one to be deleted."""

    changed = Signal(object)
    removed = Signal(object)

    def __init__(self, parent: QWidget, photo: Photo, names: RegionNames, recent: Sequence[str], today: date) -> None:
        """`recent` are the regions that were photographed last: they can be had with one click."""
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setProperty("kind", "diary")
        self._photo = photo
        self._names = names
        self._build(recent, today)
        self.region.chosen.connect(self._on_region)
        self.recent.chosen.connect(self._on_region)
        self.day.picked.connect(self._on_day)
        self.note.written.connect(self._on_note)
        self.delete.clicked.connect(self._on_delete)
        self.done_button.clicked.connect(self.accept)

    def _build(self, recent: Sequence[str], today: date) -> None:
        self.picture = PhotoPicture()
        self.region = Choice(tr("Place"), self._choices(recent))
        self.recent = Chips(tr("Places of the last photos"), [(key, self._name(key)) for key in recent])
        self.day = DayField(tr("Day"), self._photo.day, today)
        self.note = TypedLine(limit=NOTE_LIMIT)
        self.delete = button(tr("Delete photo"))
        self.done_button = button(tr("Done"), "primary")
        self.done_button.setDefault(True)
        row = QHBoxLayout(self)
        row.setContentsMargins(20, 16, 20, 16)
        row.setSpacing(20)
        row.addWidget(self.picture, 1)
        row.addLayout(self._beside())
        self.recent.setVisible(bool(recent))

    def _beside(self) -> QVBoxLayout:
        column = QVBoxLayout()
        column.setSpacing(10)
        column.addWidget(Field(tr("Place"), self.region))
        column.addWidget(self.recent)
        column.addWidget(Field(tr("Day"), self.day))
        column.addWidget(Field(tr("Note"), self.note))
        column.addStretch(1)
        column.addWidget(self.delete)
        column.addWidget(self.done_button)
        return column

    def show_photo(self, photo: Photo, jpeg: bytes | None, instead: str) -> None:
        """Show what is stored now; `instead` is said where the picture is not there."""
        words = photo_words(photo, self._names)
        self._photo = photo
        self.setWindowTitle(words)
        self.picture.show_picture(jpeg, words, instead)
        self.region.choose(photo.region or NO_REGION)
        self.recent.choose(photo.region)
        self.day.show_day(photo.day)
        self.note.show_text(photo.note)

    def done(self, result: int) -> None:
        """Close; a note that was being typed is kept, also with Esc."""
        self._on_note()
        super().done(result)

    def _choices(self, recent: Sequence[str]) -> list[tuple[str, str]]:
        """Recent places first, then all others from head to toe, and one that this map does not have."""
        own = [] if self._photo.region is None else [self._photo.region]
        keys = dict.fromkeys([*recent, *self._names, *own])
        return [(NO_REGION, region_words(None, self._names)), *((key, self._name(key)) for key in keys)]

    def _name(self, region: str) -> str:
        return region_words(region, self._names)

    def _change(self, photo: Photo) -> None:
        if photo != self._photo:
            self.changed.emit(photo)

    def _on_region(self, key: str) -> None:
        self._change(replace(self._photo, region=key or None))

    def _on_day(self, day: date) -> None:
        self._change(replace(self._photo, day=day))

    def _on_note(self) -> None:
        self._change(replace(self._photo, note=self.note.text()))

    def _on_delete(self) -> None:
        self.removed.emit(self._photo)
