"""One window for one diary: a second start asks the first to come forward, and never gets in its way.

A lock file beside the diary says who has it; a request file, which the first window watches for and takes away, is how
it is asked. Files and no local socket, for the app has no network code. A lock that a crash left behind, or whose
owner does not answer, is taken over: SQLite keeps two writers apart by itself, so nobody is ever locked out.
"""

from __future__ import annotations

import time
from contextlib import suppress
from pathlib import Path

from PySide6.QtCore import QFileSystemWatcher, QLockFile, QObject, Signal

from adtracker.files import PRIVATE

PATIENCE_SECONDS = 5.0
_PAUSE_SECONDS = 0.02


class SingleInstance(QObject):
    """The right to be the only window on one diary; `asked` says that somebody started a second one."""

    asked = Signal()

    def __init__(self, diary: Path) -> None:
        super().__init__()
        self.diary = diary.absolute()
        self._real = diary.resolve()
        self._request = self._real.with_name(f".{self._real.name}.show")
        self._lock = QLockFile(str(self._real.with_name(f".{self._real.name}.lock")))
        self._lock.setStaleLockTime(0)  # a window may stay open for days; only a dead owner makes a lock stale
        self._watcher: QFileSystemWatcher | None = None

    def is_for(self, diary: Path) -> bool:
        """Whether this is about the same file, by whatever way it is named."""
        return diary.resolve() == self._real

    def or_of(self, diary: Path) -> SingleInstance | None:
        """The right to a diary: this one if it is about that, else a new one; None if another window has it."""
        if self.is_for(diary):
            return self
        other = SingleInstance(diary)
        return other if other.take() else None

    def take(self, patience: float = PATIENCE_SECONDS) -> bool:
        """Take the right. False if another window has it; that window was asked to come forward, and answered.

        In a folder that cannot be written, or is not there yet, nobody can be told apart, and the answer is True: a
        diary there is only read.
        """
        if self._is_free():
            return True
        try:
            if self._ask(patience):
                return False
            Path(self._lock.fileName()).unlink(missing_ok=True)
        except OSError:  # nothing can be written here, so the lock may be one that a crash left
            return True
        return self._is_free()

    def watch(self) -> None:
        """From now on notice other starts, if not before. Needs a running application."""
        if self._watcher is not None or not self._hold():
            return
        self._watcher = QFileSystemWatcher([str(self._request.parent)], self)
        self._watcher.directoryChanged.connect(self._look)
        self._look()

    def release(self) -> None:
        """Let another window have the diary."""
        if self._watcher is not None:
            self._watcher.deleteLater()
            self._watcher = None
        self._lock.unlock()

    def _is_free(self) -> bool:
        return self._hold() or self._lock.error() is not QLockFile.LockError.LockFailedError

    def _hold(self) -> bool:
        if self._lock.isLocked():
            return True
        if not self._lock.tryLock(0):
            return False
        with suppress(OSError):  # Qt leaves it readable for everybody
            Path(self._lock.fileName()).chmod(PRIVATE)
        return True

    def _ask(self, patience: float) -> bool:
        """Whether the owner took the request away within `patience` seconds. Raises OSError."""
        self._request.touch(mode=PRIVATE)
        until = time.monotonic() + patience
        while self._request.exists():
            if time.monotonic() > until:
                self._request.unlink(missing_ok=True)
                return False
            time.sleep(_PAUSE_SECONDS)
        return True

    def _look(self) -> None:
        try:
            self._request.unlink()
        except OSError:
            return
        self.asked.emit()
