"""Takes pictures in, from files, by paste or drop, while the window stays free; then they go through the writer.

Loaded when a person wants to add one.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from functools import partial
from pathlib import Path
from typing import NamedTuple, cast

from PySide6.QtCore import QMimeData, QObject, QStandardPaths, Qt, Signal
from PySide6.QtWidgets import QFileDialog, QWidget

from adtracker.domain.records.photo import CleanPhoto
from adtracker.language import tr
from adtracker.photos.picture_file import clean_bytes, clean_file
from adtracker.ui.core.context import Context
from adtracker.ui.core.tasks import Task
from adtracker.ui.records.photos.payload import MOST_AT_ONCE, Payload, as_bytes, payloads
from adtracker.ui.words.day_words import day_words


class Taken(NamedTuple):
    """A picture that was taken in from its source, for a day, and whether it came alone."""

    source: Payload
    photo: CleanPhoto
    day: date
    is_single: bool


class PhotoIntake(QObject):
    """`busy` says whether pictures are on their way, `added` that one that came alone has become a photo of a day."""

    busy = Signal(bool)
    added = Signal(object)

    def __init__(self, context: Context, page: QWidget) -> None:
        super().__init__(page)
        self._context = context
        self._page = page
        self._day = context.today()
        self._folder = _pictures()
        self._under_way: dict[Task, date] = {}
        self._not_stored: list[Taken] = []

    def choose(self, day: date) -> None:
        """Let the person choose pictures from the disk, for a day."""
        self._day = day
        kinds = tr("Pictures") + " (*.jpg *.jpeg *.png *.webp *.heic *.heif *.hif)"
        dialog = QFileDialog(self._page, tr("Add photo"), self._folder)
        dialog.setNameFilters([kinds, tr("All files") + " (*)"])
        dialog.setFileMode(QFileDialog.FileMode.ExistingFiles)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.filesSelected.connect(self._on_chosen)
        dialog.open()

    def take(self, mime: QMimeData, day: date) -> None:
        """Add what was pasted or dropped to a day, a picture or files."""
        found = payloads(mime)
        if not found:
            self._context.events.hint.emit(tr("There is no picture in what you copied."))
        self._add(found, day)

    def flush(self) -> None:
        """Store what was taken in and could not be stored before, on the day it was taken in for."""
        with self._context.gate.ending():
            self._store_waiting()
        self._context.gate.look()

    def _store_waiting(self) -> None:
        waiting, self._not_stored = self._not_stored, []
        for number, taken in enumerate(waiting):
            if not self._context.writer.add_photo(taken.photo, taken.day):
                self._not_stored = waiting[number:]  # one that fails is enough: the next would wait as long
                return
            if taken.is_single:
                self.added.emit(taken.day)

    @property
    def unsaved(self) -> Sequence[str]:
        """The pictures that are not photos of a day yet, in words."""
        today = self._context.today()
        return [
            *(tr("A photo of {day}", day=day_words(taken.day, today)) for taken in self._not_stored),
            *(
                tr("A photo of {day} that is still being added", day=day_words(day, today))
                for day in self._under_way.values()
            ),
        ]

    def _on_chosen(self, files: list[str]) -> None:
        self._folder = str(Path(files[0]).parent)
        if self._context.gate.is_open():
            self._add([Path(file) for file in files], self._day)

    def _add(self, found: Sequence[Payload], day: date) -> None:
        """Make photos of a day of these pictures; what cannot be one is told by `events.failed`."""
        if len(found) > MOST_AT_ONCE:
            self._context.events.hint.emit(tr("Only the first {count} pictures are added.", count=MOST_AT_ONCE))
        # What is added once more is another try at it, not a second photo.
        self._not_stored = [taken for taken in self._not_stored if taken.day != day or taken.source not in found]
        for payload in found[:MOST_AT_ONCE]:
            work = partial(_take, payload, day, is_single=len(found) == 1)
            task = self._context.tasks.run(work, is_for_diary=True)
            task.done.connect(self._on_done)
            task.failed.connect(self._context.events.failed)
            task.finished.connect(self._on_finished)
            self._under_way[task] = day
            self.busy.emit(True)

    def _on_done(self, taken: Taken) -> None:
        self._not_stored.append(taken)
        self.flush()

    def _on_finished(self) -> None:
        del self._under_way[cast(Task, self.sender())]
        self.busy.emit(bool(self._under_way))


def _take(payload: Payload, day: date, *, is_single: bool) -> Taken:
    """Not on the window's thread: it takes about a second."""
    if isinstance(payload, Path):
        photo = clean_file(payload)
    else:
        photo = clean_bytes(payload if isinstance(payload, bytes) else as_bytes(payload))
    return Taken(payload, photo, day, is_single)


def _pictures() -> str:
    """The folder of pictures or, where a system has none, of the person: a name of no folder is taken for a file's."""
    kinds = (QStandardPaths.StandardLocation.PicturesLocation, QStandardPaths.StandardLocation.HomeLocation)
    places = [QStandardPaths.writableLocation(kind) for kind in kinds]
    return next((place for place in places if Path(place).is_dir()), "")
