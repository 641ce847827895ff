"""Hears when the system asks the program to end, and says so in the window's own loop, where everything can be saved.

Qt's loop never lets Python look at signals. So Python writes a byte for each into a pipe, which Qt watches; where it
cannot watch one (Windows), the loop is woken a few times a second so that Python comes to look. Nothing is done in the
handler itself: it may come in the middle of a write.
"""

from __future__ import annotations

import os
import signal
import sys
from types import FrameType

from PySide6.QtCore import QObject, QSocketNotifier, QTimer, Signal

NAMES = ("SIGTERM", "SIGHUP", "SIGINT", "SIGBREAK")
LOOK_MILLISECONDS = 200
_MOST = 64  # bytes taken out of the pipe at a time
_BY_SIGNAL = 128


class StopSignals(QObject):
    """`asked` comes once, with the first signal; those that follow change nothing: the end is on its way."""

    asked = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._number = 0
        self._is_told = False
        self._before = {number: signal.signal(number, self._on_signal) for number in _numbers()}
        self._pipe: tuple[int, int] | None = None
        if sys.platform == "win32":
            tick = QTimer(self, interval=LOOK_MILLISECONDS)
            tick.timeout.connect(self._look)
            tick.start()
        else:
            self._watch_pipe()

    @property
    def exit_code(self) -> int | None:
        """What shells expect of a program that a signal ended; None if none did."""
        return _BY_SIGNAL + self._number if self._number else None

    def release(self) -> None:
        """Leave signals to the system again."""
        for number, handler in self._before.items():
            signal.signal(number, handler)
        if self._pipe is not None:
            signal.set_wakeup_fd(-1)
            self._watcher.setEnabled(False)
            for end in self._pipe:
                os.close(end)
            self._pipe = None

    def _watch_pipe(self) -> None:
        self._pipe = os.pipe()
        for end in self._pipe:
            os.set_blocking(end, False)
        signal.set_wakeup_fd(self._pipe[1], warn_on_full_buffer=False)
        self._watcher = QSocketNotifier(self._pipe[0], QSocketNotifier.Type.Read, self)
        self._watcher.activated.connect(self._on_written)

    def _on_written(self) -> None:
        if self._pipe is not None:
            os.read(self._pipe[0], _MOST)
            self._look()

    def _on_signal(self, number: int, _frame: FrameType | None) -> None:
        self._number = self._number or number

    def _look(self) -> None:
        if self._number and not self._is_told:
            self._is_told = True
            self.asked.emit()


def _numbers() -> list[int]:
    """Those that this system has; a hang-up that the person said to ignore (`nohup`) stays ignored."""
    there = [getattr(signal, name) for name in NAMES if hasattr(signal, name)]
    return [one for one in there if one == signal.SIGINT or signal.getsignal(one) is not signal.SIG_IGN]
