"""The app as a person starts it, on a diary: says when the window is painted and when Today is usable."""

from __future__ import annotations

import adtracker.__main__  # noqa: F401 # isort: skip (first, as in `python -m adtracker`)

import sys
import time
from pathlib import Path

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication

from adtracker.app import run_window
from adtracker.settings import Settings


def tell(state: str) -> None:
    """Print the moment; Today is usable at the end."""
    sys.stdout.write(f"MARK {state} {time.monotonic_ns()}\n")
    if state == "usable":
        QTimer.singleShot(0, QApplication.quit)


sys.exit(run_window(Path(sys.argv[1]), Settings(), on_ready=tell))
