"""When what is being typed is kept: in every pause, and every few seconds where there is none."""

from __future__ import annotations

from PySide6.QtCore import QObject, QTimer, Signal

PAUSE_MILLISECONDS = 800
LATEST_MILLISECONDS = 2000  # with the commit itself, and a machine that is busy, still within three seconds


class Pace(QObject):
    """Told of each key by `touch`. Asks with `due` for what was typed to be kept, with `paused` when it stands still.

    `due` comes at the latest two seconds after the first key that nobody kept yet, so that nothing older is ever lost.
    Nothing ticks while nobody types.
    """

    due = Signal()
    paused = Signal()

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._pause = QTimer(self, singleShot=True, interval=PAUSE_MILLISECONDS)
        self._latest = QTimer(self, singleShot=True, interval=LATEST_MILLISECONDS)
        self._pause.timeout.connect(self._on_pause)
        self._latest.timeout.connect(self.due)

    def touch(self) -> None:
        """Something was typed."""
        self._pause.start()
        if not self._latest.isActive():
            self._latest.start()

    def stop(self) -> None:
        """Everything was kept, and the typing is over."""
        self._pause.stop()
        self._latest.stop()

    def _on_pause(self) -> None:
        self._latest.stop()
        self.paused.emit()
