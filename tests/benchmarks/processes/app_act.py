"""One act in the open app, done as a person does it: prints how long it took until what it shows was painted.

It begins two seconds after Today stands: nobody who has just opened the window is at another page sooner. Meanwhile the
window is in an event loop like the app's own, in which other threads get on; in that of `QTest.qWait` they do not.
"""

from __future__ import annotations

import adtracker.__main__  # noqa: F401 # isort: skip (first, as in `python -m adtracker`)

import sys
import time
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QEventLoop, Qt, QTimer
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication

from adtracker.app import run_window
from adtracker.domain.views.review import Reach
from adtracker.settings import Settings
from adtracker.ui.shell.main_window import MainWindow

if TYPE_CHECKING:
    from adtracker.ui.history.page import HistoryPage
    from adtracker.ui.report.page import ReportPage

SETTLING_MILLISECONDS = 2000


def page(key: str) -> None:
    """Go to a page; for the report until its page one is there, which fills what is in sight."""
    window = shown_window()
    window.show_page(key)
    paint(window)
    if key == "report":
        while not report_page(window).preview.view.sheets:
            wait(1)
        paint(window)


def report_whole(window: MainWindow) -> None:
    """Go to the report, until all its pages are there."""
    window.show_page("report")
    wait_for_pages(window)


def everything(window: MainWindow) -> None:
    """Press "All" on Trends."""
    from adtracker.ui.trends.page import TrendsPage  # noqa: PLC0415 -- loaded by the app, when it loads it

    trends = window.pages.currentWidget()
    assert isinstance(trends, TrendsPage), "it is the page that was shown before"
    trends.head.reaches.chip(Reach.ALL.value).click()
    paint(window)


def tick(window: MainWindow) -> None:
    """Tick a part of the report, until its pages are there."""
    report_page(window).form.include.weekly_table.click()
    wait_for_pages(window)


def digit(window: MainWindow) -> None:
    """Type a digit on Today, until it is shown and stored."""
    focus = window.focusWidget()
    assert focus is not None, "a question has the keyboard"
    QApplication.sendEvent(focus, QKeyEvent(QEvent.Type.KeyPress, Qt.Key.Key_5, Qt.KeyboardModifier.NoModifier, "5"))
    paint(window)


def month_before(window: MainWindow) -> None:
    """Look at the month before in History."""
    history_page(window).card.head.previous.click()
    paint(window)


def table_of_days(window: MainWindow) -> None:
    """Look at the days as a table, with the keyboard in its search."""
    history_page(window).views.chip("table").click()
    history_page(window).list.search.setFocus()
    paint(window)


def searched(window: MainWindow) -> None:
    """Type a letter of what is searched for."""
    history_page(window).list.search.insert("w")
    paint(window)


def history_page(window: MainWindow) -> HistoryPage:
    """The page, which is shown."""
    from adtracker.ui.history.page import HistoryPage  # noqa: PLC0415 -- loaded by the app, when it loads it

    history = window.pages.currentWidget()
    assert isinstance(history, HistoryPage), "it is the page that was shown before"
    return history


def wait_for_pages(window: MainWindow) -> None:
    """Until the report shows what is chosen."""
    report = report_page(window)
    while not report.is_settled:
        wait(1)
    paint(window)


def report_page(window: MainWindow) -> ReportPage:
    """The page, which is shown."""
    from adtracker.ui.report.page import ReportPage  # noqa: PLC0415 -- as above

    report = window.pages.currentWidget()
    assert isinstance(report, ReportPage), "it was shown"
    return report


def wait(milliseconds: int) -> None:
    """Leave the window alone for so long."""
    loop = QEventLoop()
    QTimer.singleShot(milliseconds, loop.quit)
    loop.exec()


def paint(window: MainWindow) -> None:
    """Have everything laid out and painted that waits for it."""
    QApplication.processEvents()
    window.repaint()


def shown_window() -> MainWindow:
    """The window."""
    return next(widget for widget in QApplication.topLevelWidgets() if isinstance(widget, MainWindow))


def act(name: str) -> None:
    """Do it and print how long it took, in nanoseconds."""
    wait(SETTLING_MILLISECONDS)
    window = shown_window()
    before, done = ACTS[name]
    for step in before:
        step(window)
        wait(SETTLING_MILLISECONDS)
    start = time.perf_counter_ns()
    done(window)
    sys.stdout.write(f"MARK {name} {time.perf_counter_ns() - start}\n")


def first(key: str) -> Callable[[MainWindow], None]:
    """The act of going to a page."""
    return lambda _: page(key)


PAGES = ("trends", "timeline", "history", "learn", "report", "settings")
Step = Callable[[MainWindow], None]
ACTS: dict[str, tuple[Sequence[Step], Step]] = {
    **{key: ((), first(key)) for key in PAGES},
    "whole": ((), report_whole),
    "digit": ((), digit),
    "again": ((first("trends"), first("today")), first("trends")),
    "month": ((first("history"),), month_before),
    "search": ((first("history"), table_of_days), searched),
    "all": ((first("trends"),), everything),
    "tick": ((first("report"),), tick),
}


def tell(state: str) -> None:
    """Begin when Today stands."""
    if state == "usable":
        QTimer.singleShot(0, begin)


def begin() -> None:
    """Do the act and leave; one that cannot be done has no mark."""
    try:
        act(sys.argv[2])
    finally:
        QApplication.quit()


sys.exit(run_window(Path(sys.argv[1]), Settings(), on_ready=tell))
