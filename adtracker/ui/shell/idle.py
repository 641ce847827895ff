"""Notices that nobody has used the program for some minutes."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QTimer, Signal
from PySide6.QtWidgets import QApplication

_USE = (
    QEvent.Type.KeyPress,
    QEvent.Type.MouseButtonPress,
    QEvent.Type.Wheel,
    QEvent.Type.TouchBegin,
    QEvent.Type.InputMethod,
)


class Idle(QObject):
    """`passed` comes when there was no key, click or turn of the wheel for so long, once until the next one."""

    passed = Signal()

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self.timer = QTimer(self)
        self.timer.setSingleShot(True)
        self.timer.timeout.connect(self.passed)

    def watch(self, minutes: int) -> None:
        """Begin to watch; 0 minutes is never."""
        if not minutes:
            return
        self.timer.start(minutes * 60_000)
        app = QApplication.instance()
        assert app is not None, "there is a window"
        app.installEventFilter(self)

    def stop(self) -> None:
        """Watch no longer."""
        self.timer.stop()
        app = QApplication.instance()
        if app is not None:
            app.removeEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Any use begins the minutes anew, and goes where it was going."""
        if event.type() in _USE:
            self.timer.start()
        return False
