"""What stands still in a panel of charts: the lines of its levels, and the baseline with its label.

Plain items of Qt in the pixels of the box: they only change when it is resized, and cost a frame nothing.
"""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
import pyqtgraph as pg
from PySide6.QtCore import QPointF, QRectF, QSizeF, Qt
from PySide6.QtWidgets import QGraphicsItem, QGraphicsLineItem, QGraphicsRectItem, QGraphicsSimpleTextItem

from adtracker.domain.views.plot import Panel
from adtracker.ui.charts.day_box import MARGIN, DayBox
from adtracker.ui.charts.decimation import Numbers
from adtracker.ui.charts.trend_axes import LABEL_SIZE
from adtracker.ui.core.theme import Theme

# Level lines of a panel: the bottom, the middle and the top of its scale.
RULES = 3
BEHIND, BEFORE = -1, 5
Points = tuple[Numbers, Numbers]


def line_in(parent: QGraphicsItem, height: float) -> QGraphicsLineItem:
    """A line in a panel; `height` is `BEHIND` or `BEFORE` what is recorded."""
    line = QGraphicsLineItem(parent)
    line.setZValue(height)
    return line


class PanelLevels:
    """Draws the levels of a `Panel` into its box. `label` is what stands at the baseline."""

    def __init__(self, box: DayBox) -> None:
        self._box = box
        self._panel: Panel | None = None
        self._marks: Sequence[Points] = ()
        self._rules = [line_in(box, BEHIND) for _ in range(RULES)]
        self._baseline = line_in(box, BEFORE)
        self._plate = QGraphicsRectItem(box)
        self._plate.setZValue(BEFORE)
        self._plate.setOpacity(0.85)
        self.label = QGraphicsSimpleTextItem(self._plate)
        self.label.setFlag(QGraphicsItem.GraphicsItemFlag.ItemDoesntPropagateOpacityToChildren)
        box.resized.connect(self.place)

    def show_panel(self, panel: Panel, baseline: str, marks: Sequence[Points]) -> None:
        """Show the levels of a panel; the label keeps out of the way of `marks`."""
        self._panel, self._marks = panel, marks
        self.label.setText(baseline)
        self.place()

    @property
    def values(self) -> list[float]:
        """Where the level lines are."""
        return [] if self._panel is None else [self._panel.top * step / (RULES - 1) for step in range(RULES)]

    def restyle(self, theme: Theme) -> None:
        """Take over the theme's colours and the text size."""
        if self._panel is None:
            return
        ink = theme.color(self._panel.measure.colour)
        self._baseline.setPen(pg.mkPen(ink, width=1, style=Qt.PenStyle.DashLine))
        self._plate.setBrush(theme.color("card"))
        self._plate.setPen(pg.mkPen(None))
        self.label.setBrush(ink)
        self.label.setFont(theme.font(LABEL_SIZE))
        for rule in self._rules:
            rule.setPen(pg.mkPen(theme.color("line"), width=1))
        self.place()

    def place(self) -> None:
        """Put the lines and the label where the size of the panel wants them."""
        if self._panel is None:
            return
        for rule, value in zip(self._rules, self.values, strict=True):
            self._level(rule, value)
        level = self._panel.baseline
        for item in (self._baseline, self._plate):
            item.setVisible(level is not None)
        if level is not None:
            self._level(self._baseline, level)
            self._place_label(self._panel.top, level)

    def _place_label(self, top: float, level: float) -> None:
        """Beside the line at that end, above or below, where the fewest marks are while all days are in view."""
        size, line = self.label.boundingRect(), self._height_of(top, level)
        self._plate.setRect(size)
        right = self._box.width() - size.width() - 4
        corners = [(x, y) for x in (right, 4.0) for y in (line - size.height() - 1, line + 1.0)]
        within = [corner for corner in corners if 0 <= corner[1] <= self._box.height() - size.height()]
        best = min(within or corners, key=lambda corner: self._marks_at(top, corner, size.size()))
        self._plate.setPos(*best)

    def _marks_at(self, top: float, corner: tuple[float, float], size: QSizeF) -> int:
        """How many dots and points of the average lie in a part of the box while all days are in view."""
        assert self._panel is not None, "marks come with a panel"
        pixels = QRectF(QPointF(*corner), size)
        width, height = max(self._box.width(), 1.0), max(self._box.height(), 1.0)
        across, up = (len(self._panel.values) + 1) / width, (1 + 2 * MARGIN) * top / height
        highest = (1 + MARGIN) * top
        lowest, upmost = highest - pixels.bottom() * up, highest - pixels.top() * up
        found = 0
        for days, values in self._marks:
            beside = (days >= pixels.left() * across - 1) & (days <= pixels.right() * across - 1)
            found += int(np.count_nonzero(beside & (values <= upmost) & (values >= lowest)))
        return found

    def _level(self, line: QGraphicsLineItem, value: float) -> None:
        assert self._panel is not None, "levels come with a panel"
        height = self._height_of(self._panel.top, value)
        line.setLine(0, height, self._box.width(), height)

    def _height_of(self, top: float, value: float) -> int:
        """How many pixels a value lies below the top of the box."""
        return int(self._box.height() * (1 + MARGIN - value / top) / (1 + 2 * MARGIN))
