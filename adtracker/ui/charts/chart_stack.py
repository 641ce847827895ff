"""What the trend charts are made of, one below the other: panels with their heads, lanes, and the axis of days."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

import pyqtgraph as pg
from PySide6.QtCore import QObject, QPointF, Signal

from adtracker.domain.views.plot import TrendPlot
from adtracker.domain.views.trend_lanes import TrendLane
from adtracker.ui.charts.day_box import DayBox
from adtracker.ui.charts.lane_names import LaneNames
from adtracker.ui.charts.lane_strip import LaneStrip
from adtracker.ui.charts.trend_axes import LEVEL_WIDTH, DayAxis
from adtracker.ui.charts.trend_panel import PanelWords, TrendPanel
from adtracker.ui.core.theme import Theme


@dataclass(frozen=True, slots=True)
class ChartLanes:
    """What stands under the panels: lanes with their names, and the days that have something noted, in order."""

    lanes: Sequence[TrendLane] = ()
    names: Sequence[str] = ()
    days: Sequence[date] = ()

    def next_day(self, day: date, direction: int) -> date | None:
        """The nearest such day after a day (or before it, below 0), None past the last."""
        if direction > 0:
            return next(iter(self.days[bisect_right(self.days, day) :]), None)
        return next(reversed(self.days[: bisect_left(self.days, day)]), None)


NO_LANES = ChartLanes()


class ChartStack(QObject):
    """Fills a layout of pyqtgraph. `zoomed` says that a person dragged the view to other days, `resized` that the
    panels have another size.
    """

    zoomed = Signal()
    resized = Signal()

    def __init__(self, theme: Theme, layout: pg.GraphicsLayout) -> None:
        super().__init__()
        self._theme = theme
        self._layout = layout
        self._shape = (0, 0)
        self._is_drawn = False
        self.panels: list[TrendPanel] = []
        self.lanes = NO_LANES
        self.strip: LaneStrip | None = None
        self._names: LaneNames | None = None
        self.axis = DayAxis()
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)

    def show_plot(self, plot: TrendPlot, words: Sequence[PanelWords], lanes: ChartLanes) -> None:
        """Draw a plot and lanes; the x range is the caller's."""
        self.lanes = lanes
        self._is_drawn = False
        shape = len(plot.panels), int(bool(lanes.lanes))
        if shape != self._shape:
            self._build(*shape)
        self.axis.show_plot(plot)
        for drawn, panel, said in zip(self.panels, plot.panels, words, strict=True):
            drawn.show_panel(panel, plot.ticks, said)
        if self.strip is not None and self._names is not None:
            self.strip.show_lanes(lanes.lanes)
            self._names.show_names(lanes.names)
        self._is_drawn = True

    def restyle(self) -> None:
        """Take over the theme's colours and the text size."""
        self.axis.restyle(self._theme)
        for panel in self.panels:
            panel.restyle()
        if self.strip is not None and self._names is not None:
            self.strip.restyle()
            self._names.restyle()

    def fit(self, width: float) -> None:
        """Share the width of the charts, in pixels, between the names at the left, the panels and the labels."""
        left = self._theme.px(LEVEL_WIDTH)
        if self._names is not None:
            left = max(left, self._names.wanted(width))
        right = max((panel.label.wanted for panel in self.panels), default=0)
        for panel in self.panels:
            panel.fit(left, right)
        self._layout.setContentsMargins(0, 0, max(4 * self.axis.overhang // 5 - right, 0), 0)

    def show_cursor(self, index: int | None) -> None:
        """Mark a day everywhere, or none."""
        for panel in self.panels:
            panel.show_cursor(index)
        if self.strip is not None:
            self.strip.show_cursor(index)

    def begin_picture(self, scale: int) -> None:
        """Draw for a picture of so many times the size of the screen."""
        for panel in self.panels:
            panel.begin_picture(scale)
        if self.strip is not None:
            self.strip.set_export(is_picture=True)

    def end_picture(self) -> None:
        """Draw for the screen again."""
        for panel in self.panels:
            panel.end_picture()
        if self.strip is not None:
            self.strip.set_export(is_picture=False)

    def limit(self, first: float, last: float, narrowest: float) -> None:
        """Let the view not go beyond these days, nor below so many of them."""
        for box in self._boxes:
            box.setLimits(xMin=first, xMax=last, minXRange=narrowest)

    def thin_for(self, first: float, last: float) -> None:
        """Draw as many marks as make sense with these days in view."""
        for panel in self.panels:
            panel.thin_for(last - first)
        if self.strip is not None:
            self.strip.thin_for(first, last)

    @property
    def newest(self) -> tuple[int, int]:
        """The day of the newest number at a line, and the pixels that the numbers need right of it; 0, 0 without."""
        marks = [panel.newest for panel in self.panels]
        return max((mark.index or 0 for mark in marks), default=0), max((mark.wanted for mark in marks), default=0)

    @property
    def width(self) -> float:
        """That of the panels, in pixels."""
        return float(self.panels[0].box.width()) if self.panels else 0.0

    @property
    def _boxes(self) -> list[DayBox]:
        boxes = [panel.box for panel in self.panels]
        return boxes if self.strip is None else [*boxes, self.strip]

    def x_at(self, place: QPointF) -> float | None:
        """The day under a point of the scene, as a number of days; None beside the panels and lanes."""
        if not any(box.sceneBoundingRect().contains(place) for box in self._boxes):
            return None
        day: float = self.panels[0].box.mapSceneToView(place).x()
        return day

    def mark_at(self, place: QPointF) -> int | None:
        """The day of the mark in a lane under a point of the scene, None where there is none."""
        if self.strip is None or not self.strip.sceneBoundingRect().contains(place):
            return None
        return self.strip.mark_at(place)

    def _build(self, panels: int, lanes: int) -> None:
        self._layout.clear()
        self._shape, self.panels, self.strip, self._names = (panels, lanes), [], None, None
        for number in range(panels):
            self._add_panel(number)
        if lanes:
            self._add_lanes(2 * panels)
        self.axis.linkToView(self.panels[-1].box)
        self._layout.addItem(self.axis, row=2 * panels + 1, col=1)

    def _add_panel(self, number: int) -> None:
        panel, row = TrendPanel(self._theme), 2 * number
        panel.box.sigRangeChangedManually.connect(self._on_zoomed)
        if self.panels:
            panel.box.setXLink(self.panels[0].box)
        else:
            panel.box.resized.connect(self._on_resized)
        self.panels.append(panel)
        self._layout.addItem(panel.head, row=row, col=1, colspan=2)
        self._layout.addItem(panel.axis, row=row + 1, col=0)
        self._layout.addItem(panel.box, row=row + 1, col=1)
        self._layout.addItem(panel.label, row=row + 1, col=2)
        self._layout.layout.setRowStretchFactor(row + 1, 1)

    def _add_lanes(self, row: int) -> None:
        self.strip, self._names = LaneStrip(self._theme, self.panels[0].box), LaneNames(self._theme)
        self.strip.sigRangeChangedManually.connect(self._on_zoomed)
        self._layout.addItem(self._names, row=row, col=0)
        self._layout.addItem(self.strip, row=row, col=1)

    def _on_resized(self) -> None:
        if self._is_drawn:
            self.resized.emit()

    def _on_zoomed(self) -> None:
        self.zoomed.emit()
