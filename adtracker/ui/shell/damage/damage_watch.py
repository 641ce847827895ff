"""Looks through the open diary for damage, a few milliseconds at a time, and hears of any that a page comes upon."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal

from adtracker.errors import DAMAGED, AdtrackerError

if TYPE_CHECKING:  # what days and records are comes after the first paint
    from adtracker.ui.core.context import Context

_FIRST, _PAUSE = 300, 5  # milliseconds: whoever opens the diary to type a number goes first


class DamageWatch(QObject):
    """Watches one diary. `found` comes once, at the first sign; the journal writes nothing more from then on.

    Each step is a piece of work for the thread of long work, so neither the window nor any other work waits for all.
    """

    found = Signal()
    finished = Signal()

    def __init__(self, context: Context) -> None:
        super().__init__()
        self.context = context
        self._steps: Iterator[bool] = context.journal.look_for_damage()
        self._timer = QTimer(self, singleShot=True, interval=_FIRST)
        self._timer.timeout.connect(self._go_on)
        context.events.failed.connect(self._on_failed)

    def start(self) -> None:
        """Begin to look, in a moment."""
        self._timer.start()

    def stop(self) -> None:
        """The diary is shown no longer."""
        self._timer.stop()
        self.context.events.failed.disconnect(self._on_failed)
        self.deleteLater()

    def _go_on(self) -> None:
        task = self.context.tasks.run(partial(next, self._steps, None))
        task.done.connect(self._on_step)
        task.failed.connect(self._on_failed)  # another failure than damage is said where it keeps a page from working

    def _on_step(self, is_sound: bool | None) -> None:
        if is_sound is None:
            self.finished.emit()
        elif not is_sound:
            self._tell()
        else:
            self._timer.start(_PAUSE)

    def _on_failed(self, error: AdtrackerError) -> None:
        if error.key == DAMAGED:
            self._tell()

    def _tell(self) -> None:
        self._timer.stop()
        self.found.emit()
