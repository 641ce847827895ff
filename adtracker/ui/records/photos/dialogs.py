"""Opens the windows in which photos are looked at: one large, two side by side.

Loaded when a person wants one of them.
"""

from __future__ import annotations

from itertools import islice

from PySide6.QtCore import QObject, QSize
from PySide6.QtWidgets import QDialog, QWidget

from adtracker.domain.records.photo import Photo, comparable
from adtracker.language import tr
from adtracker.ui.core.context import Context
from adtracker.ui.records.photos.compare import CompareDialog
from adtracker.ui.records.photos.dialog import PhotoDialog
from adtracker.ui.records.photos.reader import PhotoReader

RECENT_REGIONS = 3
_SHARE = 0.9


class PhotoDialogs(QObject):
    """The dialogs over one window; each is shown by `open()`, so the window goes on."""

    def __init__(self, context: Context, over: QWidget) -> None:
        super().__init__(over)
        self._context = context
        self._over = over
        self._names = context.texts.table("body")["regions"]
        self.reader = PhotoReader(context)
        self._photo: PhotoDialog | None = None

    def show_photo(self, photo: Photo) -> None:
        """Show one photo large, with what is recorded about it."""
        dialog = PhotoDialog(self._over, photo, self._names, self._recent(), self._context.today())
        dialog.changed.connect(self._on_changed)
        dialog.removed.connect(self._on_removed)
        dialog.show_photo(photo, *self.reader(photo))
        self._photo = dialog
        self._open(dialog)

    def compare(self) -> None:
        """Show two photos of a place side by side, or say what is needed for that."""
        found = self._context.read(self._context.journal.photos)
        if found is None:
            return
        if photos := comparable(found):
            self._open(CompareDialog(self._over, photos, self.reader, self._names, self._context.theme))
        else:
            hint = tr("To compare, name the same place on photos of two days.")
            self._context.events.hint.emit(hint)

    def _open(self, dialog: QDialog) -> None:
        room: QSize = self._over.window().size() * _SHARE
        dialog.resize(room)
        dialog.open()

    def _recent(self) -> list[str]:
        """The places that were photographed last, the last first."""
        newest_first = sorted(self._context.journal.photos(), key=_by_key, reverse=True)
        regions = dict.fromkeys(photo.region for photo in newest_first if photo.region is not None)
        return list(islice(regions, RECENT_REGIONS))

    def _on_changed(self, photo: Photo) -> None:
        if self._context.writer.save_typed(photo) and self._photo is not None:
            self._photo.show_photo(photo, *self.reader(photo))

    def _on_removed(self, photo: Photo) -> None:
        if self._context.writer.remove(photo) and self._photo is not None:
            self._photo.accept()


def _by_key(photo: Photo) -> int:
    return photo.key or 0
