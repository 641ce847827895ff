"""Run as a program of its own: opens a window, says what happens to it, and does what it is told on its input."""

from __future__ import annotations

import sys
from pathlib import Path

from PySide6.QtCore import QObject, QTimer
from PySide6.QtWidgets import QApplication

from adtracker.app import run_window
from adtracker.settings import Settings
from adtracker.ui.shell.main_window import MainWindow


class Watch(QObject):
    """Puts the window away once it can be used, says when it comes forward again, and then closes it."""

    def __init__(self) -> None:
        super().__init__()
        self._timer = QTimer(self)
        self._timer.timeout.connect(self._look)

    def ready(self, what: str) -> None:
        """What `run_window` tells."""
        _say(what)
        if what == "usable":
            self._window().showMinimized()
            self._timer.start(20)

    def _look(self) -> None:
        if not self._window().isMinimized():
            _say("forward")
            self._timer.stop()
            self._window().close()

    def _window(self) -> MainWindow:
        return next(window for window in QApplication.topLevelWidgets() if isinstance(window, MainWindow))


def _say(word: str) -> None:
    sys.stdout.write(f"{word}\n")
    sys.stdout.flush()


if __name__ == "__main__":
    watch = Watch()
    sys.exit(run_window(Path(sys.argv[1]), Settings(), watch.ready))
