"""Goes back to a copy in the window: the diary is closed, replaced and opened again, and what it then lacks offered.

All that takes long is done off the window's thread (`meanwhile`).
"""

from __future__ import annotations

from collections.abc import Callable
from contextlib import closing
from dataclasses import dataclass
from datetime import datetime
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from adtracker.domain.edits.edit import Edit
from adtracker.domain.records.day import DayEntry
from adtracker.domain.records.photo import CleanPhoto, Photo
from adtracker.errors import AdtrackerError
from adtracker.exchange.set_aside import lacked
from adtracker.language import tr
from adtracker.storage.copies.copy_folder import Copy
from adtracker.storage.copies.restoring import Restored
from adtracker.storage.copies.shelf import Shelf, opened_aside
from adtracker.ui.core.context import Context
from adtracker.ui.kit.basics import button, label
from adtracker.ui.kit.room.fitted_dialog import FittedDialog
from adtracker.ui.shell.meanwhile import Meanwhile, MeanwhilePage
from adtracker.ui.words.copy_words import restored_words

_WIDTH = 520


@dataclass(frozen=True, slots=True)
class Offer:
    """What only the diary has that was set aside: the edit that brings it in, and the pictures that go with it."""

    edit: Edit
    pictures: tuple[CleanPhoto, ...] = ()

    @property
    def days(self) -> int:
        """How many days it has."""
        return sum(isinstance(change.after, DayEntry) for change in self.edit.changes)


def going_back(parent: QObject, shelf: Shelf, copy: Copy, now: datetime) -> Meanwhile:
    """The way back to a copy, to be started; what it gives is a Restored."""
    return Meanwhile(parent, partial(shelf.restore, copy, now))


def going_page() -> MeanwhilePage:
    """What stands in the window while it is done."""
    heading = tr("Going back to the copy")
    words = tr("One moment. Nothing of today's diary is deleted.")
    return MeanwhilePage(heading, words)


class OfferDialog(FittedDialog):
    """Asks whether what the copy lacks is taken over. To be shown by `open()`."""

    def __init__(self, parent: QWidget, restored: Restored, offer: Offer) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setProperty("kind", "diary")
        self.setWindowTitle(tr("Newer entries"))
        self.words = label(
            tr(
                "The diary that was set aside has entries that the copy lacks: days {days}, all kinds together {all}. "
                "Shall they be taken over? What the copy has stays as it is. You can undo it.",
                days=offer.days,
                all=len(offer.edit.changes),
            ),
            wrap=True,
        )
        self.words.setMinimumWidth(_WIDTH)
        self.take = button(tr("Take them over"), "primary")
        self.leave = button(tr("Leave them aside"))
        rows = QVBoxLayout(self)
        rows.setContentsMargins(24, 20, 24, 20)
        rows.setSpacing(14)
        rows.addWidget(label(self.windowTitle(), "heading"))
        said = restored_words(restored.contents.days, restored.contents.last, str(restored.aside), restored.lacking)
        rows.addWidget(label(said, wrap=True))
        rows.addWidget(self.words)
        buttons = QHBoxLayout()
        buttons.addWidget(self.leave)
        buttons.addStretch(1)
        buttons.addWidget(self.take)
        rows.addLayout(buttons)
        self.take.clicked.connect(self.accept)
        self.leave.clicked.connect(self.reject)


def read_offer(context: Context, aside: Path) -> Offer:
    """What can be offered of the diary that was set aside; nothing where it cannot be read."""
    try:
        with closing(opened_aside(aside, context.today, context.journal.key)) as journal:
            edit = lacked(context.journal, journal)
            photos = [change.after for change in edit.changes if isinstance(change.after, Photo)]
            small = journal.thumbnails(photos)
            pictures = ((photo, journal.picture(photo), small.get(photo.digest)) for photo in photos)
            return Offer(
                edit,
                tuple(
                    CleanPhoto(jpeg, photo.width, photo.height, thumbnail, photo.digest)
                    for photo, jpeg, thumbnail in pictures
                    if jpeg is not None and thumbnail is not None
                ),
            )
    except AdtrackerError:
        return Offer(Edit())


def offer(window: QWidget, context: Context, restored: Restored, say: Callable[[str], None]) -> None:
    """Say what became of the diary, and offer what it lacks now if there is anything."""
    held = restored.contents
    say(restored_words(held.days, held.last, str(restored.aside), restored.lacking))
    aside = restored.aside / context.journal.path.name

    def ask(found: Offer) -> None:
        if found.edit:
            dialog = OfferDialog(window, restored, found)
            dialog.accepted.connect(partial(_take, context, found))
            dialog.open()

    context.tasks.run(partial(read_offer, context, aside)).done.connect(ask)


def _take(context: Context, found: Offer) -> None:
    if context.attempt(partial(context.journal.keep_pixels, found.pictures)):
        context.writer.take_in(found.edit)
