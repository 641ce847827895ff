"""The app left alone on every page, shown and then minimised: prints how much of a core the worst of them took."""

from __future__ import annotations

import adtracker.__main__  # noqa: F401 # isort: skip (first, as in `python -m adtracker`)

import sys
import time
from pathlib import Path

from PySide6.QtCore import QEventLoop, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from adtracker.app import run_window
from adtracker.settings import Settings
from adtracker.ui.shell.main_window import MainWindow
from adtracker.ui.shell.navigation import PAGES, SETTINGS

# Longer than the preview waits for a pause in typing, and than what a page does after it is shown.
SETTLING_MILLISECONDS = 800


def visit(milliseconds: int) -> None:
    """Look at every page until nothing is under way, then touch nothing for so long, and say which was the worst."""
    window = next(widget for widget in QApplication.topLevelWidgets() if isinstance(widget, MainWindow))
    context = window.pages.context
    assert context is not None, "the diary is open"
    taken = []
    for page in (*PAGES, SETTINGS):
        window.showNormal()
        window.show_page(page)
        QTest.qWait(SETTLING_MILLISECONDS)
        context.tasks.wait()
        QTest.qWait(SETTLING_MILLISECONDS)
        taken.append((left_alone(milliseconds), page, "shown"))
        window.showMinimized()
        QTest.qWait(SETTLING_MILLISECONDS)
        taken.append((left_alone(milliseconds), page, "minimised"))
    for spent, page, state in sorted(taken):
        sys.stdout.write(f"{spent / 1e6:.2f} ms on {page}, {state}\n")
    sys.stdout.write(f"MARK cpu {max(taken)[0]}\n")
    QApplication.quit()


def left_alone(milliseconds: int) -> int:
    """Nanoseconds of CPU that the whole process takes meanwhile, in an event loop like the app's own."""
    loop = QEventLoop()
    QTimer.singleShot(milliseconds, loop.quit)
    before = time.process_time_ns()
    loop.exec()
    return time.process_time_ns() - before


def tell(state: str) -> None:
    """Begin when Today stands."""
    if state == "usable":
        QTimer.singleShot(0, lambda: visit(int(sys.argv[2])))


sys.exit(run_window(Path(sys.argv[1]), Settings(), on_ready=tell))
