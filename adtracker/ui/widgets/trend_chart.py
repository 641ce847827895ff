"""The trend charts: three panels, one below the other, over one axis of days. A plain drawer of `TrendPlot`."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta

# PySide6 first: pyqtgraph takes whichever Qt it finds loaded.
from PySide6.QtCore import QPointF, Qt, Signal
from PySide6.QtGui import QImage, QKeyEvent, QPainter, QWheelEvent

import pyqtgraph as pg  # isort: skip

from adtracker.domain.plot import TrendPlot
from adtracker.ui.theme import Theme
from adtracker.ui.widgets.trend_axes import DayAxis
from adtracker.ui.widgets.trend_panel import PanelWords, TrendPanel

NARROWEST_DAYS = 7
ZOOM_STEP = 0.7
PICTURE_SCALE = 2


class TrendChart(pg.GraphicsLayoutWidget):  # type: ignore[misc]
    """Shows a `TrendPlot`. `pointed` carries the day under the mouse or the keyboard cursor, None when it leaves.

    Keys: left and right move the cursor by a day, with Ctrl they move the view; plus and minus zoom; 0 or Home shows
    everything. A drag zooms to the days dragged over, a double click shows everything. The wheel is the page's.
    """

    pointed = Signal(object)

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._plot: TrendPlot | None = None
        self._cursor: int | None = None
        self._panels: list[TrendPanel] = []
        self.axis = DayAxis()
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.ci.setContentsMargins(0, 0, 0, 0)
        self.ci.setSpacing(0)
        self.scene().sigMouseMoved.connect(self._on_mouse_moved)

    def show_plot(self, plot: TrendPlot, words: Sequence[PanelWords]) -> None:
        """Draw a plot, all of it in view; `words` has one item for each panel."""
        if len(self._panels) != len(plot.panels):
            self._build(len(plot.panels))
        self._plot = plot
        self.axis.show_plot(plot)
        for drawn, panel, said in zip(self._panels, plot.panels, words, strict=True):
            drawn.show_panel(panel, plot.ticks, said)
        self.restyle()
        self.show_all()

    def restyle(self) -> None:
        """Take over the theme's colours and the text size."""
        self.setBackground(self._theme.color("card"))
        self.axis.restyle(self._theme)
        self.ci.setContentsMargins(0, 0, 2 * self.axis.overhang // 3, 0)
        for panel in self._panels:
            panel.restyle()

    def show_all(self) -> None:
        """Bring the whole period into view."""
        if self._plot is not None:
            self._set_view(-1.0, float(self._plot.period.length))

    def zoom(self, factor: float) -> None:
        """Show `factor` times as many days around the middle of the view, at least a week, at most everything."""
        first, last = self._panels[0].box.viewRange()[0]
        middle, half = (first + last) / 2, max((last - first) * factor, NARROWEST_DAYS) / 2
        self._set_view(middle - half, middle + half)

    def move(self, share: float) -> None:
        """Move the view by a share of its width, to the right if positive."""
        first, last = self._panels[0].box.viewRange()[0]
        step = (last - first) * share
        self._set_view(first + step, last + step)

    def point_at(self, index: int | None) -> None:
        """Put the cursor on a day of the plot, or take it away."""
        assert self._plot is not None, "a cursor needs a plot"
        self._cursor = index if index is None else min(max(index, 0), self._plot.period.length - 1)
        for panel in self._panels:
            panel.show_cursor(self._cursor)
        self.pointed.emit(self._day(self._cursor))

    def picture(self) -> QImage:
        """The charts as they stand, at twice the size, on the card's colour."""
        image = QImage(self.size() * PICTURE_SCALE, QImage.Format.Format_RGB32)
        image.setDevicePixelRatio(PICTURE_SCALE)
        image.fill(self._theme.color("card"))
        painter = QPainter(image)
        self.render(painter)
        painter.end()
        return image

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Let the page scroll."""
        event.ignore()

    def leaveEvent(self, event: object) -> None:
        """The mouse has left: no day is pointed at."""
        super().leaveEvent(event)
        if self._plot is not None:
            self.point_at(None)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Zoom, move and point by keys."""
        if self._plot is None or not self._on_key(event):
            super().keyPressEvent(event)

    def _on_key(self, event: QKeyEvent) -> bool:
        control = event.modifiers() & Qt.KeyboardModifier.ControlModifier
        direction = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}.get(Qt.Key(event.key()), 0)
        if direction and control:
            self.move(direction / 4)
        elif direction:
            self._step_cursor(direction)
        elif event.key() in (Qt.Key.Key_Plus, Qt.Key.Key_Equal) and not control:
            self.zoom(ZOOM_STEP)
        elif event.key() == Qt.Key.Key_Minus and not control:
            self.zoom(1 / ZOOM_STEP)
        elif event.key() in (Qt.Key.Key_0, Qt.Key.Key_Home) and not control:
            self.show_all()
        else:
            return False
        return True

    def _step_cursor(self, direction: int) -> None:
        start = self._last_recorded() + 1 if self._cursor is None else self._cursor
        self.point_at(start + direction)

    def _last_recorded(self) -> int:
        assert self._plot is not None
        lengths = (self._last(panel.values) for panel in self._plot.panels)
        return max(lengths, default=0)

    @staticmethod
    def _last(values: tuple[float | None, ...]) -> int:
        return max((index for index, value in enumerate(values) if value is not None), default=0)

    def _build(self, count: int) -> None:
        self.ci.clear()
        self._panels = []
        for number in range(count):
            panel = TrendPanel(self._theme)
            self._place(panel, 2 * number)
            panel.box.reset.connect(self.show_all)
            panel.box.sigRangeChangedManually.connect(self._thin)
            if self._panels:
                panel.box.setXLink(self._panels[0].box)
            self._panels.append(panel)
        self.axis.linkToView(self._panels[-1].box)
        self.addItem(self.axis, row=2 * count, col=1, colspan=2)

    def _place(self, panel: TrendPanel, row: int) -> None:
        self.addItem(panel.name, row=row, col=1)
        self.addItem(panel.scale, row=row, col=2)
        self.addItem(panel.levels, row=row + 1, col=0)
        self.addItem(panel.box, row=row + 1, col=1, colspan=2)
        self.ci.layout.setRowStretchFactor(row + 1, 1)

    def _set_view(self, first: float, last: float) -> None:
        assert self._plot is not None
        length = self._plot.period.length
        for panel in self._panels:
            panel.box.setLimits(xMin=-1.0, xMax=float(length), minXRange=min(NARROWEST_DAYS, length + 1))
        self._panels[0].box.setXRange(first, last, padding=0)
        self._thin()

    def _thin(self) -> None:
        first, last = self._panels[0].box.viewRange()[0]
        for panel in self._panels:
            panel.thin_for(last - first)

    def _on_mouse_moved(self, position: QPointF) -> None:
        if self._plot is None:
            return
        for panel in self._panels:
            if panel.box.sceneBoundingRect().contains(position):
                self.point_at(round(panel.box.mapSceneToView(position).x()))
                return

    def _day(self, index: int | None) -> date | None:
        if index is None or self._plot is None:
            return None
        return self._plot.period.first + timedelta(days=index)
