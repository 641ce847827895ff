"""Goes on from a file that cannot be opened as a diary: tries it again, or goes back to the last good copy of it."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from adtracker.errors import AdtrackerError
from adtracker.ui.core.tasks import Tasks
from adtracker.ui.shell.damage.last_good_copy import LastGoodCopy
from adtracker.ui.shell.refused_page import RefusedPage

if TYPE_CHECKING:
    from adtracker.storage.copies.shelf import Shelf

_MISSING = "diary.missing"
# What a copy helps against: the diary itself is not what it was. Other files are locked, newer, or not to be read now.
_LOST = frozenset({"diary.not_a_diary", "diary.empty", _MISSING})


class RefusedDiary(QObject):
    """One such file and the page about it. `go_back` carries the last good Copy, where the person goes back to that."""

    go_back = Signal(object)

    def __init__(self, parent: QObject, file: Path, error: AdtrackerError, sentence: str) -> None:
        super().__init__(parent)
        # Where the folder is not there either, the stick that it is on is not in.
        self._is_lost = error.key in _LOST and file.parent.is_dir()
        self._tasks = Tasks()
        self._copy = LastGoodCopy(self)
        self.page = RefusedPage(sentence, is_missing=error.key == _MISSING)
        self._copy.found.connect(self.page.show_copy)
        self.page.restore.connect(self._on_restore)

    def begin(self, shelf: Shelf, now: datetime) -> None:
        """Look for the last good copy, where one helps."""
        if self._is_lost:
            self._copy.begin(self._tasks, shelf, now)

    def stop(self) -> None:
        """The page is gone."""
        self._tasks.wait()
        self.deleteLater()

    def _on_restore(self) -> None:
        self.go_back.emit(self._copy.copy)
