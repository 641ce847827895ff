"""One panel of the trend charts: daily dots, the 7-day average, the baseline, and the marks of the course."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from html import escape

import numpy as np
import pyqtgraph as pg
from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGraphicsSceneWheelEvent

from adtracker.domain.course import STRONG_MILESTONES
from adtracker.domain.plot import Panel
from adtracker.ui.theme import Theme
from adtracker.ui.widgets.thinning import thin_dots, thin_line, thinning_step

# Room above and below the scale, as a share of it, so that dots on 0 and 10 are whole.
MARGIN = 0.06
# Level lines of a panel: the bottom, the middle and the top of its scale.
RULES = 3
# Heights of a panel at which dots are told apart when there are more of them than pixels.
GRAINS = 50


class DayBox(pg.ViewBox):  # type: ignore[misc]
    """A view that zooms and moves along the days only, and leaves the wheel to the page around it."""

    reset = Signal()

    def wheelEvent(self, event: QGraphicsSceneWheelEvent, axis: int | None = None) -> None:
        """Let the page scroll."""
        event.ignore()

    def mouseDoubleClickEvent(self, event: object) -> None:
        """Show everything again."""
        self.reset.emit()


@dataclass(frozen=True, slots=True)
class PanelWords:
    """What is written at a panel: the measure's name, its scale with direction, and the baseline's label."""

    name: str
    scale: str
    baseline: str


class Milestone(pg.InfiniteLine):  # type: ignore[misc]
    """The upright line at the end of a milestone week; weeks 12 and 24 are drawn stronger."""

    def __init__(self, index: int, week: int) -> None:
        super().__init__(pos=index, angle=90)
        self.strong = week in STRONG_MILESTONES

    def restyle(self, theme: Theme) -> None:
        """Take over the theme's colours."""
        style = Qt.PenStyle.DashLine if self.strong else Qt.PenStyle.DotLine
        self.setPen(pg.mkPen(theme.color("control" if self.strong else "line"), width=1, style=style))


class TrendPanel:
    """Draws a `Panel` into a plot; colours come from the theme, again after each change of it."""

    def __init__(self, theme: Theme, bottom: pg.AxisItem | None) -> None:
        self._theme = theme
        self.box = DayBox(enableMenu=False)
        self.plot = pg.PlotItem(viewBox=self.box, axisItems={} if bottom is None else {"bottom": bottom})
        self.plot.hideButtons()
        self.plot.setMouseEnabled(x=True, y=False)
        self.plot.getAxis("left").enableAutoSIPrefix(False)
        self.plot.getAxis("left").setStyle(tickLength=0)
        self.plot.getAxis("bottom").setStyle(tickLength=0)
        self.plot.showAxis("bottom", show=bottom is not None)
        self.name = pg.LabelItem(justify="left")
        self.scale = pg.LabelItem(justify="right")
        self._milestones: list[Milestone] = []
        self._rules = [pg.InfiniteLine(angle=0) for _ in range(RULES)]
        self._baseline = pg.InfiniteLine(angle=0)
        self._average = pg.PlotCurveItem(connect="finite")
        # Segments are drawn several times faster than a wide path; the ink is opaque, so joints do not show.
        self._average.setSegmentedLineMode("on")
        self._dots = pg.ScatterPlotItem(size=5, pen=None)
        self._level = pg.InfLineLabel(self._baseline, position=1, anchors=[(1, 1), (1, 1)])
        self._cursor = pg.InfiniteLine(angle=90)
        for item in (*self._rules, self._baseline, self._dots, self._average, self._cursor):
            self.plot.addItem(item, ignoreBounds=True)
        self._cursor.hide()

    def show_panel(self, panel: Panel, ticks: Sequence[tuple[int, int]], words: PanelWords) -> None:
        """Draw other data; the y range is the panel's own, the x range is the caller's."""
        self._colour = panel.measure.colour
        self._words = words
        days = np.arange(len(panel.values), dtype=np.float64)
        values = np.array(panel.values, dtype=np.float64)
        recorded = np.isfinite(values)
        self._recorded = days[recorded], values[recorded]
        self._averaged = days, np.array(panel.average, dtype=np.float64)
        self._grain = panel.top / GRAINS
        self._step = 0
        self._baseline.setVisible(panel.baseline is not None)
        self._baseline.setPos(panel.baseline or 0.0)
        self._level.setFormat(words.baseline)
        self._set_height(panel.top)
        self._set_milestones(ticks)
        self.restyle()

    def thin_for(self, days: float) -> None:
        """Draw as many marks as make sense with this many days in view."""
        step = thinning_step(days)
        if step == self._step:
            return
        self._step = step
        self._dots.setData(*thin_dots(*self._recorded, step, self._grain))
        self._average.setData(*thin_line(*self._averaged, step), antialias=step == 1)

    def show_cursor(self, index: int | None) -> None:
        """Mark a day, or none."""
        self._cursor.setVisible(index is not None)
        self._cursor.setPos(index or 0)

    def restyle(self) -> None:
        """Take over the theme's colours and the text size."""
        ink = self._theme.color(self._colour)
        self._dots.setBrush(pg.mkBrush(self._theme.color(f"{self._colour}_soft")))
        self._average.setPen(pg.mkPen(ink, width=2))
        self._baseline.setPen(pg.mkPen(ink, width=1, style=Qt.PenStyle.DashLine))
        self._cursor.setPen(pg.mkPen(self._theme.color("soft"), width=1))
        self._level.setColor(ink)
        self._level.setFont(self._theme.font(11.5))
        self._name_it()
        for milestone in self._milestones:
            milestone.restyle(self._theme)
        for rule in self._rules:
            rule.setPen(pg.mkPen(self._theme.color("line"), width=1))
        for side in ("left", "bottom"):
            axis = self.plot.getAxis(side)
            axis.setPen(None)
            axis.setTextPen(pg.mkPen(self._theme.color("soft")))
            axis.setStyle(tickFont=self._theme.font(11.5))
        self.plot.getAxis("left").setWidth(self._theme.px(34))

    def _name_it(self) -> None:
        # LabelItem takes HTML; a person's own words must stay words.
        ink, soft = (self._theme.color(token).name() for token in ("ink", "soft"))
        self.name.setText(escape(self._words.name), color=ink, bold=True, size=f"{self._theme.px(13)}px")
        self.scale.setText(escape(self._words.scale), color=soft, size=f"{self._theme.px(12)}px")

    def _set_height(self, top: float) -> None:
        room = top * MARGIN
        height = top + 2 * room
        self.box.setLimits(yMin=-room, yMax=top + room, minYRange=height, maxYRange=height)
        self.box.setYRange(-room, top + room, padding=0)
        heights = [top * step / (RULES - 1) for step in range(RULES)]
        for rule, value in zip(self._rules, heights, strict=True):
            rule.setPos(value)
        self.plot.getAxis("left").setTicks([[(value, f"{value:g}") for value in heights]])

    def _set_milestones(self, ticks: Sequence[tuple[int, int]]) -> None:
        for milestone in self._milestones:
            self.plot.removeItem(milestone)
        self._milestones = [Milestone(index, week) for index, week in ticks]
        for milestone in self._milestones:
            milestone.setZValue(-1)
            self.plot.addItem(milestone, ignoreBounds=True)
