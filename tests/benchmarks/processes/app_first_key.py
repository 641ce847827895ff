"""The app with digits typed on Today, while the diary is looked through for damage and as many after it.

Prints how much longer the slow ones of the first took, two in a hundred, than those of the others.
"""

from __future__ import annotations

import adtracker.__main__  # noqa: F401 # isort: skip (first, as in `python -m adtracker`)

import sys
import time
from collections.abc import Iterator
from pathlib import Path
from statistics import median, quantiles
from threading import Event

from PySide6.QtCore import Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from adtracker.app import run_window
from adtracker.settings import Settings
from adtracker.storage.journal import Journal
from adtracker.ui.shell.main_window import MainWindow
from adtracker.ui.today.page import TodayPage

KEYS = (Qt.Key.Key_4, Qt.Key.Key_5)
PAUSE_MILLISECONDS = 23  # no multiple of what the look pauses for
over = Event()
look = Journal.look_for_damage


def noted(self: Journal) -> Iterator[bool]:
    """The look, which says when it is over."""
    yield from look(self)
    over.set()


def typed(window: MainWindow, number: int) -> float:
    """Seconds from a digit to the answer stored and shown."""
    focus: QWidget | None = window.focusWidget()
    begin = time.perf_counter()
    QTest.keyClick(window if focus is None else focus, KEYS[number % len(KEYS)])
    return time.perf_counter() - begin


def slow(taken: list[float]) -> float:
    """What 98 of 100 keys do not take longer than."""
    return quantiles(taken, n=50)[-1]


def type_on() -> None:
    """Type until the look is over, and as long again."""
    window = next(widget for widget in QApplication.topLevelWidgets() if isinstance(widget, MainWindow))
    page = window.pages.currentWidget()
    assert isinstance(page, TodayPage), "a window opens on it"
    context = window.pages.context
    assert context is not None, "a diary is open"
    during: list[float] = []
    while not over.is_set():
        during.append(typed(window, len(during)))
        QTest.qWait(PAUSE_MILLISECONDS)
    assert context.journal.entry(page.day).itch in (4, 5), "what was typed is stored"
    after = []
    for number in range(len(during)):
        after.append(typed(window, number))
        QTest.qWait(PAUSE_MILLISECONDS)
    sys.stdout.write(f"{len(during)} keys, {1e3 * median(during):.1f} and {1e3 * median(after):.1f} ms\n")
    sys.stdout.write(f"MARK delay {int(1e9 * max(0.0, slow(during) - slow(after)))}\n")
    QApplication.quit()


def tell(state: str) -> None:
    """Begin when Today stands."""
    if state == "usable":
        QTimer.singleShot(0, type_on)


Journal.look_for_damage = noted  # type: ignore[method-assign]  # to hear when it is over
sys.exit(run_window(Path(sys.argv[1]), Settings(), on_ready=tell))
