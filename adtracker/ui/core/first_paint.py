"""Tells when a widget stands on the screen for the first time, so that slow work can wait until something is seen."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtWidgets import QWidget


class FirstPaint(QObject):
    """`seen` comes once, after the first paint of a widget was handed to the screen."""

    seen = Signal()
    _painting = Signal()

    def __init__(self, widget: QWidget) -> None:
        super().__init__(widget)
        self._widget = widget
        self._painting.connect(self._tell, Qt.ConnectionType.QueuedConnection)
        widget.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Wait for the first paint, then look no longer."""
        if event.type() == QEvent.Type.Paint:
            self._widget.removeEventFilter(self)
            self._painting.emit()
        return super().eventFilter(watched, event)

    def _tell(self) -> None:
        self.seen.emit()
