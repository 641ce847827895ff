"""Opens the list of pictures that no day names. Loaded when a person wants it."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from adtracker.domain.records.photo import LoosePicture
from adtracker.errors import AdtrackerError
from adtracker.ui.core.context import Context
from adtracker.ui.records.list_opener import open_list
from adtracker.ui.records.photos.loose_dialog import LooseDialog

_SHARE = 0.7


class LooseDialogs(QObject):
    """The dialog over one page; `closed` comes after it. A picture put on a day is a new photo, to be undone as any."""

    closed = Signal()

    def __init__(self, context: Context, over: QWidget) -> None:
        super().__init__(over)
        self._context = context
        self._over = over
        self.dialog: LooseDialog | None = None
        context.events.changed.connect(self._fill)
        context.events.failed.connect(self._on_failed)

    def show(self) -> None:
        """Show the pictures that no day names."""
        self.dialog = LooseDialog(self._over)
        self.dialog.put_back.connect(self._on_put_back)
        self.dialog.deleted.connect(self._on_deleted)
        self.dialog.kept.connect(self._on_kept)
        self.dialog.finished.connect(self._on_closed)
        self._fill()
        open_list(self._context, self.dialog, self._over, _SHARE)

    def _fill(self) -> None:
        if self.dialog is None:
            return
        try:
            self.dialog.show_pictures(self._context.journal.album.loose(), self._context.today())
        except AdtrackerError as error:
            self._on_failed(error)

    def _on_put_back(self, picture: LoosePicture, day: date) -> None:
        from adtracker.photos.clean import take_back  # noqa: PLC0415 -- Pillow is loaded for pictures alone

        try:
            jpeg = self._context.journal.album.pixels.jpeg(picture.digest)
            pixels = None if jpeg is None else take_back(jpeg)
        except AdtrackerError as error:
            self._on_failed(error)
            return
        if pixels is not None and self._context.writer.put_back(picture, pixels, day):
            self._fill()

    def _on_deleted(self, picture: LoosePicture) -> None:
        journal = self._context.journal
        try:
            usage = journal.usage()
            journal.album.discard(picture, usage)
        except AdtrackerError as error:
            self._on_failed(error)
            return
        if self.dialog is not None:
            self.dialog.show_deleted(picture, usage.goes_on(usage.today))

    def _on_kept(self, picture: LoosePicture) -> None:
        journal = self._context.journal
        try:
            journal.album.keep(picture, journal.usage())
        except AdtrackerError as error:
            self._on_failed(error)
            return
        if self.dialog is not None:
            self.dialog.show_deleted(picture, None)

    def _on_failed(self, error: AdtrackerError) -> None:
        if self.dialog is not None:
            self.dialog.show_problem(self._context.texts.error(error))

    def _on_closed(self) -> None:
        self.dialog = None
        self.closed.emit()
