"""The small window as it is started at log-in: says when it is painted, when it has taken a digit, and when that digit
is stored."""

from __future__ import annotations

import adtracker.__main__  # noqa: F401 # isort: skip (first, as in `python -m adtracker`)

import sys
import time
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QEvent, Qt, QTimer
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication

from adtracker.clock import local_now
from adtracker.settings import Settings
from adtracker.ui.shell.quick.run import ask_quickly
from adtracker.ui.shell.quick.window import QuickWindow

DIGIT = 4


def say(mark: str) -> None:
    """Print the moment."""
    sys.stdout.write(f"MARK {mark} {time.monotonic_ns()}\n")


def type_digit(window: QuickWindow) -> None:
    """Type one as soon as the window is painted, and end once it is stored."""
    say("painted")
    focus = window.focusWidget()
    assert focus is not None, "a question has the keyboard"
    key = QKeyEvent(QEvent.Type.KeyPress, Qt.Key.Key_4, Qt.KeyboardModifier.NoModifier, str(DIGIT))
    QCoreApplication.sendEvent(focus, key)
    assert window.itch.value == DIGIT, "it is taken"
    say("usable")
    wait_until_stored(window, window.state.text())


def wait_until_stored(window: QuickWindow, before: str) -> None:
    """Look again until the line below the questions says something else."""
    if window.state.text() == before:
        QTimer.singleShot(1, lambda: wait_until_stored(window, before))
        return
    say("stored")
    QApplication.quit()


sys.exit(ask_quickly(Path(sys.argv[1]), Settings(), local_now, type_digit) is not None)
