"""One panel of the trend charts: daily dots, the 7-day average, the baseline, and the marks of the course.

Only the dots and the average are items of pyqtgraph. All that stands still or merely moves along (levels, milestones,
the cursor, the baseline with its label) are plain items of Qt, which draws them without asking Python at every frame.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import pyqtgraph as pg
from PySide6.QtCore import QPointF, QRectF, Qt, Signal
from PySide6.QtGui import QPen
from PySide6.QtWidgets import (
    QGraphicsItem,
    QGraphicsLineItem,
    QGraphicsRectItem,
    QGraphicsSceneResizeEvent,
    QGraphicsSceneWheelEvent,
    QGraphicsSimpleTextItem,
)

from adtracker.domain.course import STRONG_MILESTONES
from adtracker.domain.plot import Panel
from adtracker.ui.theme import Theme
from adtracker.ui.widgets.panel_head import PanelHead
from adtracker.ui.widgets.thinning import thin_dots, thin_line, thinning_step
from adtracker.ui.widgets.trend_axes import LABEL_SIZE, LevelAxis

# Room above and below the scale, as a share of it, so that dots on 0 and 10 are whole.
MARGIN = 0.06
# Level lines of a panel: the bottom, the middle and the top of its scale.
RULES = 3
# Heights of a panel at which dots are told apart when there are more of them than pixels.
GRAINS = 50
# Dots in pixels: of single days, and where many days stand close together.
DOT, THIN_DOT = 5, 3
LINE = 2
_BEHIND, _BEFORE = -1, 5


class DayBox(pg.ViewBox):  # type: ignore[misc]
    """A view that zooms along the days only, by dragging over them, and leaves the wheel to the page around it."""

    resized = Signal()

    def __init__(self) -> None:
        super().__init__(enableMenu=False)
        self.setMouseMode(pg.ViewBox.RectMode)
        self.setMouseEnabled(x=True, y=False)
        self.disableAutoRange()

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


@dataclass(frozen=True, slots=True)
class PanelWords:
    """What is written at a panel: the measure's name, its scale with direction, and the baseline's label."""

    name: str
    scale: str
    baseline: str


class TrendPanel:
    """Draws a `Panel`; colours come from the theme, again after each change of it.

    `box` is the view with `levels` as its axis and `head` above it. Not a PlotItem: that brings
    four axes and a menu along, which cost half of the first drawing and a third of every frame.
    """

    def __init__(self, theme: Theme) -> None:
        self._theme = theme
        self._words = PanelWords("", "", "")
        self._ticks: Sequence[tuple[int, int]] = ()
        self._step = 0
        self.box = DayBox()
        self.levels = LevelAxis(self.box)
        self.head = PanelHead(theme)
        self._add_items()
        self.box.resized.connect(self._on_resized)

    def _add_items(self) -> None:
        self._average = pg.PlotCurveItem(connect="finite")
        self._dots = pg.ScatterPlotItem(size=DOT, pen=None)
        for item in (self._dots, self._average):
            self.box.addItem(item, ignoreBounds=True)
        # In the days of the view, so that they move with it; their pens keep their width.
        self._cursor = self._line(self.box.childGroup, _BEFORE)
        self._cursor.hide()
        self._milestones: list[QGraphicsLineItem] = []
        # In the pixels of the box, for they only change when it is resized.
        self._rules = [self._line(self.box, _BEHIND) for _ in range(RULES)]
        self._baseline = self._line(self.box, _BEFORE)
        self._plate = QGraphicsRectItem(self.box)
        self._plate.setZValue(_BEFORE)
        self._plate.setOpacity(0.85)
        self._label = QGraphicsSimpleTextItem(self._plate)
        self._label.setFlag(QGraphicsItem.GraphicsItemFlag.ItemDoesntPropagateOpacityToChildren)

    @staticmethod
    def _line(parent: QGraphicsItem, height: float) -> QGraphicsLineItem:
        line = QGraphicsLineItem(parent)
        line.setZValue(height)
        return line

    def show_panel(self, panel: Panel, ticks: Sequence[tuple[int, int]], words: PanelWords) -> None:
        """Draw other data; the y range is the panel's own, the x range is the caller's."""
        self._panel, self._words = panel, words
        self.head.show_words(words.name, words.scale)
        days = np.arange(len(panel.values), dtype=np.float64)
        values = np.array(panel.values, dtype=np.float64)
        recorded = np.isfinite(values)
        self._recorded = days[recorded], values[recorded]
        self._averaged = days, np.array(panel.average, dtype=np.float64)
        self._step = 0
        self._set_height(panel.top)
        self._set_milestones(ticks)
        self._place_levels()

    def thin_for(self, days: float) -> None:
        """Draw as many marks as make sense with this many days in view."""
        step = thinning_step(days)
        if step == self._step:
            return
        self._step = step
        is_whole = step == 1
        dots = thin_dots(*self._recorded, step, self._panel.top / GRAINS)
        self._dots.setData(*dots, size=DOT if is_whole else THIN_DOT)
        # As loose segments without smoothing a dense line is drawn three times as fast, and looks the same.
        self._average.setSegmentedLineMode("off" if is_whole else "on")
        self._average.setData(*thin_line(*self._averaged, step), antialias=is_whole)

    def show_cursor(self, index: int | None) -> None:
        """Mark a day, or none."""
        self._cursor.setVisible(index is not None)
        if index is not None:
            self._upright(self._cursor, index)

    def set_scale(self, scale: int) -> None:
        """Draw for a picture of so many times the size: dots as circles instead of copies of one small picture."""
        for item in (self._dots, self._average):
            item.setExportMode(scale != 1, {"antialias": True, "resolutionScale": 1.0})
        self._average.setPen(self._line_pen(LINE * scale))

    def restyle(self) -> None:
        """Take over the theme's colours and the text size."""
        ink = self._theme.color(self._panel.measure.colour)
        self._dots.setBrush(pg.mkBrush(self._theme.color(f"{self._panel.measure.colour}_soft")))
        self._average.setPen(self._line_pen(LINE))
        self._baseline.setPen(pg.mkPen(ink, width=1, style=Qt.PenStyle.DashLine))
        self._cursor.setPen(pg.mkPen(self._theme.color("ink"), width=1))
        self._plate.setBrush(self._theme.color("card"))
        self._plate.setPen(pg.mkPen(None))
        self._label.setBrush(ink)
        self._label.setFont(self._theme.font(LABEL_SIZE))
        for rule in self._rules:
            rule.setPen(pg.mkPen(self._theme.color("line"), width=1))
        self._style_milestones()
        self.head.restyle()
        self.levels.restyle(self._theme)
        self._place_levels()

    def _line_pen(self, width: int) -> QPen:
        pen = QPen(self._theme.color(self._panel.measure.colour), width)
        pen.setCosmetic(True)
        pen.setCapStyle(Qt.PenCapStyle.FlatCap)
        pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
        return pen

    def _style_milestones(self) -> None:
        for line, (_, week) in zip(self._milestones, self._ticks, strict=True):
            strong = week in STRONG_MILESTONES
            style = Qt.PenStyle.DashLine if strong else Qt.PenStyle.DotLine
            line.setPen(pg.mkPen(self._theme.color("control" if strong else "line"), width=1, style=style))

    def _set_height(self, top: float) -> None:
        room = top * MARGIN
        height = top + 2 * room
        self.box.setLimits(yMin=-room, yMax=top + room, minYRange=height, maxYRange=height)
        self.box.setYRange(-room, top + room, padding=0)
        self.levels.show_levels(self._levels())

    def _levels(self) -> list[float]:
        return [self._panel.top * step / (RULES - 1) for step in range(RULES)]

    def _set_milestones(self, ticks: Sequence[tuple[int, int]]) -> None:
        for line in self._milestones:
            self.box.scene().removeItem(line)
        self._ticks = ticks
        self._milestones = [self._line(self.box.childGroup, _BEHIND) for _ in ticks]
        for line, (index, _) in zip(self._milestones, ticks, strict=True):
            self._upright(line, index)

    def _upright(self, line: QGraphicsLineItem, index: int) -> None:
        bottom, top = self.box.state["targetRange"][1]
        line.setLine(index, bottom, index, top)

    def _on_resized(self) -> None:
        if self._words.name:
            self._place_levels()

    def _place_levels(self) -> None:
        """Put the level lines and the baseline with its label where the size of the panel wants them."""
        for rule, value in zip(self._rules, self._levels(), strict=True):
            self._level(rule, value)
        level = self._panel.baseline
        for item in (self._baseline, self._plate):
            item.setVisible(level is not None)
        if level is not None:
            self._level(self._baseline, level)
            self._place_label(level)

    def _place_label(self, level: float) -> None:
        """Beside the line at that end, above or below, where the fewest marks are while all days are in view."""
        self._label.setText(self._words.baseline)
        size, line = self._label.boundingRect(), self._height_of(level)
        self._plate.setRect(size)
        right = self.box.width() - size.width() - 4
        corners = [(x, y) for x in (right, 4.0) for y in (line - size.height() - 1, line + 1.0)]
        within = [corner for corner in corners if 0 <= corner[1] <= self.box.height() - size.height()]
        best = min(within or corners, key=lambda corner: self._marks_in(QRectF(QPointF(*corner), size.size())))
        self._plate.setPos(*best)

    def _marks_in(self, pixels: QRectF) -> int:
        """How many dots and points of the average lie in a part of the box while all days are in view."""
        width, height = max(self.box.width(), 1.0), max(self.box.height(), 1.0)
        across, up = (len(self._panel.values) + 1) / width, (1 + 2 * MARGIN) * self._panel.top / height
        top = (1 + MARGIN) * self._panel.top
        found = 0
        for days, values in (self._recorded, self._averaged):
            beside = (days >= pixels.left() * across - 1) & (days <= pixels.right() * across - 1)
            found += int(
                np.count_nonzero(beside & (values <= top - pixels.top() * up) & (values >= top - pixels.bottom() * up))
            )
        return found

    def _level(self, line: QGraphicsLineItem, value: float) -> None:
        height = self._height_of(value)
        line.setLine(0, height, self.box.width(), height)

    def _height_of(self, value: float) -> int:
        """How many pixels a value lies below the top of the box."""
        return int(self.box.height() * (1 + MARGIN - value / self._panel.top) / (1 + 2 * MARGIN))
