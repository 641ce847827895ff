"""The app after every page was visited, the report's preview among them: prints how much memory it holds."""

from __future__ import annotations

import adtracker.__main__  # noqa: F401 # isort: skip (first, as in `python -m adtracker`)

import sys
from pathlib import Path

from PySide6.QtCore import QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from adtracker.app import run_window
from adtracker.settings import Settings
from adtracker.ui.shell.main_window import MainWindow
from adtracker.ui.shell.navigation import PAGES, SETTINGS
from tests.benchmarks.resident import resident_bytes

# Longer than the preview waits for a pause in typing, and than what a page does after it is shown.
SETTLING_MILLISECONDS = 800


def visit() -> None:
    """Look at every page until nothing is under way."""
    window = next(widget for widget in QApplication.topLevelWidgets() if isinstance(widget, MainWindow))
    context = window.pages.context
    assert context is not None, "the diary is open"
    for page in (*PAGES, SETTINGS):
        window.show_page(page)
        QTest.qWait(SETTLING_MILLISECONDS)
        context.tasks.wait()
        QTest.qWait(SETTLING_MILLISECONDS)
        window.grab()
    sys.stdout.write(f"MARK memory {resident_bytes()}\n")
    QApplication.quit()


def tell(state: str) -> None:
    """Begin when Today stands."""
    if state == "usable":
        QTimer.singleShot(0, visit)


sys.exit(run_window(Path(sys.argv[1]), Settings(), on_ready=tell))
