"""One panel of the trend charts: daily dots, the line, the line it is compared with, and the marks of the course.

Only dots and lines are items of pyqtgraph. All that stands still or merely moves along (levels, milestones, the
cursor) are plain items of Qt, which draws them without asking Python at every frame.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import pyqtgraph as pg
from PySide6.QtCore import Qt
from PySide6.QtGui import QPen
from PySide6.QtWidgets import QGraphicsLineItem

from adtracker.domain.records.course import STRONG_MILESTONES
from adtracker.domain.views.plot import Panel
from adtracker.ui.charts.baseline_label import BaselineLabel
from adtracker.ui.charts.day_box import DayBox
from adtracker.ui.charts.decimation import thin_dots, thin_line, thinning_step
from adtracker.ui.charts.hollow_dots import HollowDots
from adtracker.ui.charts.newest_mark import NewestMark
from adtracker.ui.charts.panel_head import PanelHead
from adtracker.ui.charts.panel_levels import BEFORE, BEHIND, PanelLevels, Points, line_in
from adtracker.ui.charts.recalled_marks import RecalledMarks
from adtracker.ui.charts.trend_axes import LevelAxis
from adtracker.ui.core.theme import Theme

# Heights of a panel at which dots are told apart when there are more of them than pixels.
GRAINS = 50
# Dots in pixels: of single days, and where many days stand close together.
DOT, THIN_DOT = 5, 3
LINE = 2
# Strokes and gaps of the second of two lines, in widths of the line.
DASHES = (4.0, 2.5)


@dataclass(frozen=True, slots=True)
class PanelWords:
    """What is written at a panel: the measure's name, its scale with direction, the baseline, where the line ends."""

    name: str
    scale: str
    baseline: str
    newest: str = ""


class TrendPanel:
    """Draws a `Panel`; colours come from the theme, again after each change of it.

    `box` is the view with `axis` as its axis, `head` above it and `label` at its right. Not a PlotItem: that brings
    four axes and a menu along, which cost half of the first drawing and a third of every frame.
    """

    def __init__(self, theme: Theme) -> None:
        self._theme = theme
        self._weeks: Sequence[int] = ()
        self._step = 0
        self._other: pg.PlotCurveItem | None = None
        self._recalled: RecalledMarks | None = None
        self._hollow: HollowDots | None = None
        self.box = DayBox()
        self.axis = LevelAxis(self.box)
        self.head = PanelHead(theme)
        self.label = BaselineLabel(theme)
        self.levels = PanelLevels(self.box)
        self.newest = NewestMark(self.box.childGroup)
        self.box.resized.connect(self._place_newest)
        self._rolling_line = pg.PlotCurveItem(connect="finite")
        self._dots = pg.ScatterPlotItem(size=DOT, pen=None)
        for item in (self._dots, self._rolling_line):
            self.box.addItem(item, ignoreBounds=True)
        # In the days of the view, so that they move with it; their pens keep their width.
        self._cursor = line_in(self.box.childGroup, BEFORE)
        self._cursor.hide()
        self._milestones: list[QGraphicsLineItem] = []

    def show_panel(self, panel: Panel, ticks: Sequence[tuple[int, int]], words: PanelWords) -> None:
        """Draw other data; the y range is the panel's own, the x range is the caller's."""
        self._panel = panel
        self.head.show_words(words.name, words.scale)
        days, values = _points(panel.values)
        # Dots of two periods on one another could not be told apart: compared are the lines.
        recorded = np.isfinite(values) if panel.other is None else np.zeros(len(values), dtype=bool)
        on_paper = np.isin(days, list(panel.from_paper))
        self._recorded = days[recorded & ~on_paper], values[recorded & ~on_paper]
        self._on_paper = days[recorded & on_paper], values[recorded & on_paper]
        self._rolling = _points(panel.rolling)
        self._compared = None if panel.other is None else _points(panel.other.rolling)
        self._set_other()
        self._set_recalled(panel)
        if self._hollow is None and panel.from_paper:
            self._hollow = HollowDots(self.box)
        self._step = 0
        self.box.set_top(panel.top)
        self._set_milestones(ticks)
        self.levels.show_panel(panel)
        self.label.show_panel(panel, words.baseline)
        self.newest.show_panel(panel, words.newest)
        self.axis.show_levels(self.levels.values, panel.measure)

    def _set_other(self) -> None:
        """Make the second line when there is something to compare with, and not before."""
        if self._other is None and self._compared is not None:
            self._other = pg.PlotCurveItem(connect="finite")
            self.box.addItem(self._other, ignoreBounds=True)
        if self._other is not None:
            self._other.setVisible(self._compared is not None)

    def _set_recalled(self, panel: Panel) -> None:
        """Make the marks of recalled weeks when there are any, and not before."""
        if self._recalled is None and panel.recalled:
            self._recalled = RecalledMarks(self.box)
        if self._recalled is not None:
            self._recalled.show_marks(panel.recalled)

    def thin_for(self, days: float) -> None:
        """Draw as many marks as make sense with this many days in view."""
        if self._recalled is not None:
            self._recalled.thin_for(days)
        step = thinning_step(days)
        if step == self._step:
            return
        self._step = step
        is_whole, grain = step == 1, self._panel.top / GRAINS
        self._dots.setData(*thin_dots(*self._recorded, step, grain), size=DOT if is_whole else THIN_DOT)
        if self._hollow is not None:
            size = DOT + 2 if is_whole else THIN_DOT + 1
            self._hollow.show_dots(*thin_dots(*self._on_paper, step, grain), size)
        # As loose segments without smoothing a dense line is drawn three times as fast, and looks the same.
        self._rolling_line.setSegmentedLineMode("off" if is_whole else "on")
        self._rolling_line.setData(*thin_line(*self._rolling, step), antialias=is_whole)
        if self._other is not None and self._compared is not None:
            self._other.setData(*thin_line(*self._compared, step), antialias=True)

    def show_cursor(self, index: int | None) -> None:
        """Mark a day, or none."""
        self._cursor.setVisible(index is not None)
        if index is not None:
            self._upright(self._cursor, index)

    def begin_picture(self, scale: int) -> None:
        """Draw for a picture of so many times the size: dots as circles instead of copies of one small picture."""
        self._set_export(scale, is_picture=True)

    def end_picture(self) -> None:
        """Draw for the screen again."""
        self._set_export(1, is_picture=False)

    def _set_export(self, scale: int, *, is_picture: bool) -> None:
        hollow = None if self._hollow is None else self._hollow.item
        for item in filter(None, (self._dots, hollow, self._rolling_line, self._other)):
            item.setExportMode(is_picture, {"antialias": True, "resolutionScale": 1.0})
        if self._recalled is not None:
            self._recalled.set_export(scale, is_picture=is_picture)
        self._style_lines(scale)
        self.head.set_apart(is_picture)

    def fit(self, left: int, right: int) -> None:
        """Give the levels at the left and the label at the right these widths, in pixels."""
        self.axis.setWidth(left)
        self.label.fit(right)

    def restyle(self) -> None:
        """Take over the theme's colours and the text size."""
        self._dots.setBrush(pg.mkBrush(self._theme.color(f"{self._panel.measure.colour}_soft")))
        if self._hollow is not None:
            self._hollow.restyle(self._theme, self._panel.measure.colour)
        self._cursor.setPen(pg.mkPen(self._theme.color("ink"), width=1))
        if self._recalled is not None:
            self._recalled.restyle(self._theme, self._panel.measure.colour)
        self._style_lines()
        self.head.restyle()
        self.axis.restyle(self._theme)
        self.label.update()
        self.newest.restyle(self._theme, self._panel.measure.colour)
        self._place_newest()

    def _style_lines(self, scale: int = 1) -> None:
        width = LINE * scale
        self._rolling_line.setPen(self._line_pen(self._panel.measure.colour, width))
        self._style_milestones(scale)
        self.levels.restyle(self._theme, scale)
        if self._other is not None:
            pen = self._line_pen("ink", width)
            pen.setDashPattern(DASHES)
            self._other.setPen(pen)

    def _line_pen(self, token: str, width: int) -> QPen:
        pen = QPen(self._theme.color(token), width)
        pen.setCosmetic(True)
        pen.setCapStyle(Qt.PenCapStyle.FlatCap)
        pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
        return pen

    def _place_newest(self) -> None:
        if self.levels.values:
            level = self._panel.baseline
            lines = self.levels.values if level is None else [*self.levels.values, level]
            self.newest.place(self._panel.top, self.box.height(), lines)

    def _style_milestones(self, width: int) -> None:
        """Solid where the course begins, dotted at its milestones: dashes are the baseline's."""
        for line, week in zip(self._milestones, self._weeks, strict=True):
            style = Qt.PenStyle.DotLine if week else Qt.PenStyle.SolidLine
            line.setPen(pg.mkPen(self._theme.color("control"), width=width, style=style))

    def _set_milestones(self, ticks: Sequence[tuple[int, int]]) -> None:
        for line in self._milestones:
            self.box.scene().removeItem(line)
        shown = [tick for tick in ticks if tick[1] in (0, *STRONG_MILESTONES)] if self._compared is None else []
        self._weeks = [week for _, week in shown]
        self._milestones = [line_in(self.box.childGroup, BEHIND) for _ in shown]
        for line, (index, _) in zip(self._milestones, shown, strict=True):
            self._upright(line, index)

    def _upright(self, line: QGraphicsLineItem, index: int) -> None:
        bottom, top = self.box.state["targetRange"][1]
        line.setLine(index, bottom, index, top)


def _points(values: Sequence[float | None]) -> Points:
    return np.arange(len(values), dtype=np.float64), np.array(values, dtype=np.float64)
