"""Looks for the last copy of a diary that is good, for a page that stands in for a diary which cannot be opened."""

from __future__ import annotations

from datetime import datetime
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from adtracker.errors import DiaryError
from adtracker.language import tr
from adtracker.ui.core.tasks import Tasks

if TYPE_CHECKING:
    from adtracker.storage.copies.contents import Contents
    from adtracker.storage.copies.copy_folder import Copy
    from adtracker.storage.copies.shelf import Shelf


class LastGoodCopy(QObject):
    """One search. `found` carries when the copy was made and how much is in it, in words; `copy` is None till then."""

    found = Signal(str, str)

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self.copy: Copy | None = None

    def begin(self, tasks: Tasks, shelf: Shelf, now: datetime) -> None:
        """Look for it, off the window's thread; where there is none nothing is said."""
        tasks.run(partial(_newest_good, shelf)).done.connect(partial(self._on_found, shelf, now))

    def _on_found(self, shelf: Shelf, now: datetime, found: tuple[Copy, Contents] | None) -> None:
        from adtracker.storage.header import looks_sealed  # noqa: PLC0415 -- hardly ever needed
        from adtracker.ui.words.copy_words import contents_words, made_words  # noqa: PLC0415 -- hardly ever needed

        if found is not None:
            self.copy, held = found
            holds = contents_words(held.days, held.last)
            if shelf.key is not None and not looks_sealed(self.copy.file):
                holds = tr("{held}, from before the password: the diary will have none", held=holds)
            self.found.emit(made_words(self.copy.name.made, now), holds)


def _newest_good(shelf: Shelf) -> tuple[Copy, Contents] | None:
    from adtracker.storage.copies.checking import look_into  # noqa: PLC0415 -- hardly ever needed

    try:
        copy = shelf.newest_good()
    except DiaryError:
        return None
    held = look_into(copy)
    return None if held is None else (copy, held)
