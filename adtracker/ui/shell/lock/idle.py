"""Notices that nobody has used the program for some minutes, or that the computer slept meanwhile."""

from __future__ import annotations

import time
from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, QTimer, Signal
from PySide6.QtWidgets import QApplication

_USE = (
    QEvent.Type.KeyPress,
    QEvent.Type.MouseButtonPress,
    QEvent.Type.Wheel,
    QEvent.Type.TouchBegin,
    QEvent.Type.InputMethod,
)
_LOOK = 2_000  # milliseconds
SLEPT_SECONDS = 60


class Idle(QObject):
    """`passed` comes when there was no key, click or turn of the wheel for so long, or the computer slept. While the
    program `works` at something that the person waits for, the minutes wait too: they begin when it is done.

    While a computer sleeps its clock on the wall goes on, and the one that measures how long things take stands still;
    no system has to be asked for that. Where both go on (Windows), nobody looked at them for as long as it slept.
    Whatever woke it up, the first key does not come through any more.
    """

    passed = Signal()

    def __init__(
        self,
        parent: QObject,
        works: Callable[[], bool],
        wall: Callable[[], float] = time.time,
        steady: Callable[[], float] = time.monotonic,
    ) -> None:
        super().__init__(parent)
        self._works, self._wall, self._steady = works, wall, steady
        self._apart = 0.0
        self._looked = 0.0
        self.timer = QTimer(self)
        self.timer.timeout.connect(self._on_minutes)
        self.looking = QTimer(self, interval=_LOOK)
        self.looking.timeout.connect(self._look)

    def watch(self, minutes: int) -> None:
        """Begin to watch; 0 minutes is never, but for sleep."""
        if minutes:
            self.timer.start(minutes * 60_000)
        self._looked = self._steady()
        self._apart = self._wall() - self._looked
        self.looking.start()
        app = QApplication.instance()
        assert app is not None, "there is a window"
        app.installEventFilter(self)

    def stop(self) -> None:
        """Watch no longer."""
        self.timer.stop()
        self.looking.stop()
        app = QApplication.instance()
        if app is not None:
            app.removeEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Any use begins the minutes anew, and goes where it was going; unless the computer slept before it."""
        if event.type() not in _USE:
            return False
        if self._slept():
            return True
        self._begin_anew()
        return False

    def _begin_anew(self) -> None:
        if self.timer.isActive():
            self.timer.start()

    def _look(self) -> None:
        if not self._slept() and self._works():
            self._begin_anew()

    def _on_minutes(self) -> None:
        """Tell, and again after as many more: what was told may not have led to anything. Where the window's thread was
        held up, this comes before the look."""
        if not self._works():
            self.passed.emit()

    def _slept(self) -> bool:
        """Notice that it did, which is told once."""
        looked = self._steady()
        apart = self._wall() - looked
        has_slept = max(apart - self._apart, looked - self._looked) > SLEPT_SECONDS
        self._apart, self._looked = apart, looked
        if has_slept:
            self._begin_anew()
            self.passed.emit()
        return has_slept
