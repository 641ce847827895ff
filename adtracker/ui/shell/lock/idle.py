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
    """`passed` comes when there was no key, click or turn of the wheel for so long, or the computer slept.

    While a computer sleeps its clock on the wall goes on, and the one that measures how long things take stands still;
    no system has to be asked for that. Where both go on (Windows), nobody looked at them for as long as it slept.
    Whatever woke it up, the first key does not come through any more.
    """

    passed = Signal()

    def __init__(
        self,
        parent: QObject,
        wall: Callable[[], float] = time.time,
        steady: Callable[[], float] = time.monotonic,
    ) -> None:
        super().__init__(parent)
        self._wall, self._steady = wall, steady
        self._apart = 0.0
        self._looked = 0.0
        self.timer = QTimer(self)
        self.timer.setSingleShot(True)
        self.timer.timeout.connect(self._pass)
        self.looking = QTimer(self, interval=_LOOK)
        self.looking.timeout.connect(self._slept)

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
        if self.timer.isActive():
            self.timer.start()
        return False

    def _slept(self) -> bool:
        """Notice that it did, which is told once."""
        looked = self._steady()
        apart = self._wall() - looked
        has_slept = max(apart - self._apart, looked - self._looked) > SLEPT_SECONDS
        self._apart, self._looked = apart, looked
        if has_slept:
            self._pass()
        return has_slept

    def _pass(self) -> None:
        self.timer.stop()
        self.passed.emit()
