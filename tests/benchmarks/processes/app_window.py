"""The app as a person starts it, on a diary: says when the window is painted and when Today is usable."""

from __future__ import annotations

import sys
import time
from pathlib import Path

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication

import adtracker.__main__  # what `python -m adtracker` loads before it opens the window
from adtracker.app import run_window
from adtracker.settings import Settings

assert adtracker.__main__.__name__


def tell(state: str) -> None:
    """Print the moment; Today is usable at the end."""
    sys.stdout.write(f"MARK {state} {time.monotonic_ns()}\n")
    if state == "usable":
        QTimer.singleShot(0, QApplication.quit)


sys.exit(run_window(Path(sys.argv[1]), Settings(), on_ready=tell))
