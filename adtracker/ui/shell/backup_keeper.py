"""Makes copies of the open diary by itself, off the window's thread: soon after it was opened, and every 24 hours.

On closing it is the end of the program that makes one, when the window is gone already.
"""

from __future__ import annotations

import logging
from collections.abc import Callable
from datetime import datetime, timedelta
from functools import partial
from typing import NamedTuple

from PySide6.QtCore import QObject, QTimer

from adtracker.errors import AdtrackerError
from adtracker.storage.copies.shelf import BackedUp
from adtracker.storage.header import looks_sealed
from adtracker.ui.core.context import Context
from adtracker.ui.core.copies import (
    backing_up,
    is_second_late,
    is_time_for_archive,
    note_backed_up,
    own_shelf,
    second_since,
)
from adtracker.ui.words.copy_words import archive_words, backed_up_words, second_words

SOON, DAILY = 60_000, 24 * 60 * 60_000  # milliseconds
_DAY = timedelta(days=1)
_log = logging.getLogger(__name__)


class _Told(NamedTuple):
    """When the last copy was made, and whether an archive is to be offered."""

    made: datetime | None = None
    is_time_for_archive: bool = False


class BackupKeeper(QObject):
    """Keeps the copies of one open diary; `show` is told what to say of them at the side of the window."""

    def __init__(self, context: Context, show: Callable[[str], None]) -> None:
        super().__init__()
        self._context = context
        self._show = show
        self._soon = QTimer(self, singleShot=True, interval=SOON)
        self._daily = QTimer(self, interval=DAILY)
        for timer in (self._soon, self._daily):
            timer.timeout.connect(self.back_up)
            timer.start()
        context.events.backed_up.connect(self.tell)
        context.events.day_turned.connect(self.tell)
        self.tell()

    def stop(self) -> None:
        """The diary is shown no longer."""
        self._soon.stop()
        self._daily.stop()
        self._show("")
        self.deleteLater()

    def back_up(self) -> None:
        """Make a copy if anything is new."""
        if self._context.journal.read_only:
            return
        task = self._context.tasks.run(backing_up(self._context))
        task.done.connect(self._on_done)
        task.failed.connect(self._context.events.failed)

    def back_up_if_due(self) -> None:
        """The same, now, before a lock, if the last copy is a day old or from before the password."""
        self._context.tasks.wait()
        try:
            last = next(iter(own_shelf(self._context).folder.copies()), None)
        except AdtrackerError:
            last = None
        is_plain = last is not None and self._context.journal.key is not None and not looks_sealed(last.file)
        if last is None or is_plain or self._context.now() - last.name.made > _DAY:
            self.back_up_at_the_end()

    def back_up_at_the_end(self) -> None:
        """The same, now, for nobody looks any more; what failed is in the log."""
        if self._context.journal.read_only:
            return
        try:
            note_backed_up(self._context, backing_up(self._context)())
        except AdtrackerError as error:
            _log.warning("no copy could be made on closing: %s", error.key)

    def tell(self) -> None:
        """Say when the last copy was made."""
        task = self._context.tasks.run(partial(_look, self._context))
        task.done.connect(self._on_told)
        task.failed.connect(partial(self._on_told, _Told()))

    def _on_done(self, done: BackedUp) -> None:
        note_backed_up(self._context, done)
        self._context.events.backed_up.emit()

    def _on_told(self, told: _Told, *_error: object) -> None:
        now, settings = self._context.now(), self._context.preferences.value
        words = [backed_up_words(told.made, now)]
        if is_second_late(settings, now.date()):
            words.append(second_words(second_since(settings)))
        if told.is_time_for_archive:
            words.append(archive_words())
        self._show("\n".join(words))


def _look(context: Context) -> _Told:
    shelf = own_shelf(context)
    made = next((copy.name.made for copy in shelf.folder.copies()), None)
    return _Told(made, is_time_for_archive(context))
