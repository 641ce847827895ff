"""A slider as high as a finger, which the wheel leaves where it is."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QSlider  # noqa: TID251 -- guarded here

_TARGET = 44


class Slider(QSlider):
    """Goes sideways, step by step."""

    def __init__(self, name: str) -> None:
        super().__init__(Qt.Orientation.Horizontal)
        self.setAccessibleName(name)
        self.setPageStep(1)

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Let the page scroll."""
        event.ignore()

    def sizeHint(self) -> QSize:
        """As high as a finger."""
        return QSize(super().sizeHint().width(), _TARGET)

    def minimumSizeHint(self) -> QSize:
        """The same."""
        return QSize(super().minimumSizeHint().width(), _TARGET)
