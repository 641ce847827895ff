"""Loads the modules of all pages while the person looks at the first: each then opens in half the time or less."""

from __future__ import annotations

from threading import Event

from PySide6.QtCore import QObject, QTimer

from adtracker.ui.core.tasks import Tasks
from adtracker.ui.shell.page_classes import PAGE_KEYS, page_class

# After the first page stands: what comes first of all is the key or the click that the window was opened for.
PAUSE_MILLISECONDS = 300


class PageLoading(QObject):
    """Begins once, a moment after the window is usable. The window answers meanwhile."""

    def __init__(self) -> None:
        super().__init__()
        self._tasks = Tasks()
        self._is_given_up = Event()
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(PAUSE_MILLISECONDS)
        self._pause.timeout.connect(self._on_pause)
        self._has_begun = False

    def begin(self) -> None:
        """Load in a moment, unless that was said before."""
        if not self._has_begun:
            self._has_begun = True
            self._pause.start()

    def stop(self) -> None:
        """Load nothing more, at the end of the program, and wait for what is being loaded."""
        self._pause.stop()
        self._is_given_up.set()
        self._tasks.wait()

    def _on_pause(self) -> None:
        self._tasks.run(self._load)

    def _load(self) -> None:
        for key in PAGE_KEYS:
            if self._is_given_up.is_set():
                return
            page_class(key)
