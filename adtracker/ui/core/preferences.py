"""The settings as the running window sees them: changed in one place, stored at once, told to whoever shows them."""

from __future__ import annotations

from contextlib import suppress
from dataclasses import replace
from pathlib import Path
from typing import Any

from PySide6.QtCore import QObject, Signal

from adtracker import paths, settings
from adtracker.settings import MOST_KNOWN, Settings

# The exit code of a window that closes to be opened again, as in another language; nobody outside ever sees it.
AGAIN = 75


class Preferences(QObject):
    """Holds the settings of this computer. `changed` says that any of them is new. Without a file nothing is kept."""

    changed = Signal()

    def __init__(self, file: Path | None, value: Settings) -> None:
        super().__init__()
        self._file = file
        self.value = value

    def note_known(self, diary: Path) -> None:
        """Have a diary among those to choose from."""
        known = self.value.known
        if str(diary) not in known:
            self.change(known=(*known, str(diary))[-MOST_KNOWN:])

    def remember(self, diary: Path) -> None:
        """Open this diary from now on."""
        self.change(diary=None if diary == paths.default_diary() else str(diary))

    def change(self, **values: Any) -> None:
        """Take over new values and store them; a folder that cannot be written costs only the memory of it."""
        changed = replace(self.value, **values)
        if changed == self.value:
            return
        self.value = changed
        if self._file is not None:
            with suppress(OSError):
                settings.store(self._file, changed)
        self.changed.emit()
