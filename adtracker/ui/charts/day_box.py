"""The view of a panel of charts: along the days it zooms by dragging over them, up and down it stays as it is."""

from __future__ import annotations

import pyqtgraph as pg
from PySide6.QtCore import Signal
from PySide6.QtWidgets import QGraphicsSceneResizeEvent, QGraphicsSceneWheelEvent

# Room above and below the scale, as a share of it, so that dots on 0 and 10 are whole.
MARGIN = 0.06


class DayBox(pg.ViewBox):  # type: ignore[misc]
    """A view that zooms along the days only, by dragging over them, and leaves the wheel to the page around it."""

    resized = Signal()

    def __init__(self) -> None:
        super().__init__(enableMenu=False)
        self.setMouseMode(pg.ViewBox.RectMode)
        self.setMouseEnabled(x=True, y=False)
        self.disableAutoRange()

    def set_top(self, top: float) -> None:
        """Show the heights from 0 to `top`, at every zoom."""
        room = top * MARGIN
        height = top + 2 * room
        self.setLimits(yMin=-room, yMax=top + room, minYRange=height, maxYRange=height)
        self.setYRange(-room, top + room, padding=0)

    def wheelEvent(self, event: QGraphicsSceneWheelEvent, axis: int | None = None) -> None:
        """Let the page scroll."""
        event.ignore()

    def suggestPadding(self, axis: int) -> float:
        """Show just the days that were dragged over."""
        return 0.0

    def resizeEvent(self, event: QGraphicsSceneResizeEvent) -> None:
        """Tell what hangs on the size."""
        super().resizeEvent(event)
        self.resized.emit()
