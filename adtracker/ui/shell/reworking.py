"""Closes the diary for something that is done to its file, such as encrypting it, and opens it again in any case."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Protocol

from PySide6.QtCore import QObject

from adtracker.errors import AdtrackerError
from adtracker.ui.shell.main_window import MainWindow
from adtracker.ui.shell.navigation import SETTINGS

if TYPE_CHECKING:
    from adtracker.ui.core.context import Context
    from adtracker.ui.core.rework import Rework

SAFETY = f"{SETTINGS}/safety"
NEW_PASSWORD = f"{SAFETY}/password"  # for somebody who opened the diary with the words


class Reopen(Protocol):
    """What opens a diary by its key; False if it cannot be, which is then said."""

    def __call__(self, place: Path, *, key: bytes | None = None) -> bool:
        """Open it."""


class Reworking(QObject):
    """`let_go` gives up the diary that is open, and `close` closes it; nothing of the window's may use it then."""

    def __init__(
        self, window: MainWindow, let_go: Callable[[], Context], close: Callable[[Context], None], reopen: Reopen
    ) -> None:
        super().__init__(window)
        self._window = window
        self._let_go = let_go
        self._close = close
        self._reopen = reopen

    def begin(self, rework: Rework) -> None:
        """Do it as soon as all that was written is stored."""
        self._window.leaving.leave(partial(self._begin, rework))

    def _begin(self, rework: Rework) -> None:
        from adtracker.ui.shell.meanwhile import Meanwhile, MeanwhilePage  # noqa: PLC0415 -- hardly ever needed

        context = self._let_go()
        place = context.journal.path
        self._window.show_alone(MeanwhilePage(rework.heading, rework.words))
        self._close(context)
        work = Meanwhile(self, rework.work)
        work.done.connect(partial(self._on_done, place, rework))
        work.failed.connect(partial(self._on_failed, place, rework))
        work.start()

    def _on_done(self, place: Path, rework: Rework, left: Sequence[Path]) -> None:
        if not self._open(place, rework.key):
            return
        if left:  # to be read in peace
            files = ", ".join(map(str, left))
            self._window.messages.error(f"{rework.done} {rework.left(files)}")
        else:
            self._window.messages.told(rework.done)

    def _on_failed(self, place: Path, rework: Rework, error: AdtrackerError) -> None:
        self._open(place, rework.spare)
        self._window.say_error(error)

    def _open(self, place: Path, key: bytes | None) -> bool:
        """Go back to where it was asked for."""
        is_open = self._reopen(place, key=key)
        if is_open and self._window.pages.context is not None:
            self._window.pages.context.events.open_page.emit(SAFETY)
        return is_open
