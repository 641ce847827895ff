"""The trend charts: three panels, one below the other, over one axis of days. A plain drawer of `TrendPlot`."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta
from math import ceil, floor

# PySide6 first: pyqtgraph takes whichever Qt it finds loaded.
from PySide6.QtCore import QPointF, QRectF, Qt, Signal
from PySide6.QtGui import QImage, QKeyEvent, QPainter, QWheelEvent

import pyqtgraph as pg  # isort: skip
from pyqtgraph.GraphicsScene.mouseEvents import MouseClickEvent

from adtracker.domain.period import Period
from adtracker.domain.plot import TrendPlot
from adtracker.ui.theme import Theme
from adtracker.ui.widgets.trend_axes import DayAxis
from adtracker.ui.widgets.trend_panel import PanelWords, TrendPanel

NARROWEST_DAYS = 7
# Room at the ends, in days: for whole dots, and for the mark of a course's last week just after the last day.
BEFORE, AFTER = -1.0, 0.5
ZOOM_STEP = 0.7
PICTURE_SCALE = 2


class TrendChart(pg.GraphicsLayoutWidget):  # type: ignore[misc]
    """Shows a `TrendPlot`. `pointed` carries the day that the mouse or the keyboard chose, None before either did.
    `opened` carries a day to be opened.

    The mouse chooses by hovering; a click keeps the day, so that the way to a button beside the chart is free. A drag
    zooms to the days dragged over, a double click shows everything. Keys: left and right choose the day before and
    after, Enter opens it; with Ctrl they move the view; plus and minus zoom; 0 or Home shows everything. The wheel is
    the page's.
    """

    pointed = Signal(object)
    opened = Signal(object)

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._plot: TrendPlot | None = None
        self._cursor: int | None = None
        self._is_kept = False
        self._panels: list[TrendPanel] = []
        self.axis = DayAxis()
        self.setProperty("kind", "chart")
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.ci.setContentsMargins(0, 0, 0, 0)
        self.ci.setSpacing(0)
        self.scene().sigMouseMoved.connect(self._on_mouse_moved)
        self.scene().sigMouseClicked.connect(self._on_mouse_clicked)

    def show_plot(self, plot: TrendPlot, words: Sequence[PanelWords]) -> None:
        """Draw a plot; `words` has one item for each panel. View and cursor stay if it covers the same days."""
        if len(self._panels) != len(plot.panels):
            self._build(len(plot.panels))
        is_same = self._plot is not None and self._plot.period == plot.period
        self._plot = plot
        self.axis.show_plot(plot)
        for drawn, panel, said in zip(self._panels, plot.panels, words, strict=True):
            drawn.show_panel(panel, plot.ticks, said)
        self.restyle()
        if is_same:
            self._thin()
            self.pointed.emit(self.day)
        else:
            self.show_all()
            self.point_at(None)

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
            self._set_view(BEFORE, self._plot.period.length + AFTER)

    def zoom(self, factor: float) -> None:
        """Show `factor` times as many days around the cursor, or the middle if it is out of view.

        At least a week, at most everything.
        """
        first, last = self._view()
        middle = self._cursor if self._cursor is not None and first <= self._cursor <= last else (first + last) / 2
        half = max((last - first) * factor, NARROWEST_DAYS) / 2
        self._set_view(middle - half, middle + half)

    def move(self, share: float) -> None:
        """Move the view by a share of its width, to the right if positive."""
        first, last = self._view()
        step = (last - first) * share
        self._set_view(first + step, last + step)

    def point_at(self, index: int | None) -> None:
        """Put the cursor on a day of the plot, or take it away."""
        assert self._plot is not None, "a cursor needs a plot"
        self._is_kept = False
        self._cursor = index if index is None else min(max(index, 0), self._plot.period.length - 1)
        for panel in self._panels:
            panel.show_cursor(self._cursor)
        self.pointed.emit(self._day(self._cursor))

    @property
    def day(self) -> date | None:
        """The day that the cursor is on."""
        return self._day(self._cursor)

    @property
    def shown(self) -> Period:
        """The days that are in view."""
        assert self._plot is not None, "there is a view once there is a plot"
        days, (first, last) = self._plot.period, self._view()
        lowest, highest = max(ceil(first), 0), min(floor(last), days.length - 1)
        return Period(days.first + timedelta(days=lowest), days.first + timedelta(days=max(lowest, highest)))

    def picture(self) -> QImage:
        """The charts as they stand, without the cursor, at twice the size, on the card's colour."""
        image = QImage(self.size() * PICTURE_SCALE, QImage.Format.Format_RGB32)
        image.setDevicePixelRatio(PICTURE_SCALE)
        image.fill(self._theme.color("card"))
        for panel in self._panels:
            panel.show_cursor(None)
            panel.set_scale(PICTURE_SCALE)
        painter = QPainter(image)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self.render(painter, QRectF(QPointF(), self.size().toSizeF()), self.rect())
        painter.end()
        for panel in self._panels:
            panel.set_scale(1)
            panel.show_cursor(self._cursor)
        return image

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Let the page scroll."""
        event.ignore()

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
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self._cursor is not None:
            self.opened.emit(self.day)
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
        """One day on; without a cursor to the last recorded day. The view follows."""
        self.point_at(self._last_recorded() if self._cursor is None else self._cursor + direction)
        assert self._cursor is not None
        first, last = self._view()
        if self._cursor < first:
            self.move((self._cursor - 1 - first) / (last - first))
        elif self._cursor > last:
            self.move((self._cursor + 1 - last) / (last - first))

    def _last_recorded(self) -> int:
        assert self._plot is not None
        recorded = (i for panel in self._plot.panels for i, value in enumerate(panel.values) if value is not None)
        return max(recorded, default=0)

    def _build(self, count: int) -> None:
        self.ci.clear()
        self._panels = []
        for number in range(count):
            panel = TrendPanel(self._theme)
            self._place(panel, 2 * number)
            panel.box.sigRangeChangedManually.connect(self._thin)
            if self._panels:
                panel.box.setXLink(self._panels[0].box)
            self._panels.append(panel)
        self.axis.linkToView(self._panels[-1].box)
        self.addItem(self.axis, row=2 * count, col=1)

    def _place(self, panel: TrendPanel, row: int) -> None:
        self.addItem(panel.head, row=row, col=1)
        self.addItem(panel.levels, row=row + 1, col=0)
        self.addItem(panel.box, row=row + 1, col=1)
        self.ci.layout.setRowStretchFactor(row + 1, 1)

    def _view(self) -> tuple[float, float]:
        first, last = self._panels[0].box.viewRange()[0]
        return first, last

    def _set_view(self, first: float, last: float) -> None:
        assert self._plot is not None
        length = self._plot.period.length
        for panel in self._panels:
            panel.box.setLimits(xMin=BEFORE, xMax=length + AFTER, minXRange=min(NARROWEST_DAYS, length + 1))
        self._panels[0].box.setXRange(first, last, padding=0)
        self._thin()

    def _thin(self) -> None:
        first, last = self._view()
        for panel in self._panels:
            panel.thin_for(last - first)

    def _on_mouse_moved(self, position: QPointF) -> None:
        index = None if self._is_kept else self._index_at(position)
        if index is not None and index != self._cursor:
            self.point_at(index)

    def _on_mouse_clicked(self, event: MouseClickEvent) -> None:
        """Keep the day; a second click on it lets it go again, and if it comes at once, shows everything."""
        index = self._index_at(event.scenePos())
        if event.button() != Qt.MouseButton.LeftButton or index is None:
            return
        if event.double():
            self.show_all()
        keep = not (self._is_kept and index == self._cursor)
        self.point_at(index)
        self._is_kept = keep

    def _index_at(self, position: QPointF) -> int | None:
        """The day under a point of the scene, None beside the panels."""
        if self._plot is None:
            return None
        found = next((panel.box for panel in self._panels if panel.box.sceneBoundingRect().contains(position)), None)
        if found is None:
            return None
        day: float = found.mapSceneToView(position).x()
        return min(max(round(day), 0), self._plot.period.length - 1)

    def _day(self, index: int | None) -> date | None:
        if index is None or self._plot is None:
            return None
        return self._plot.period.first + timedelta(days=index)
