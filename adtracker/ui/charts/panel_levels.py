"""What stands still in a panel of charts: the lines of its levels, and the baseline.

Plain items of Qt in the pixels of the box: they only change when it is resized, and cost a frame nothing.
"""

from __future__ import annotations

import pyqtgraph as pg
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGraphicsItem, QGraphicsLineItem

from adtracker.domain.views.plot import Panel
from adtracker.ui.charts.day_box import MARGIN, DayBox
from adtracker.ui.charts.decimation import Numbers
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


def height_of(value: float, top: float, height: float) -> int:
    """How many pixels a value lies below the upper edge of a panel of this height whose scale ends at `top`."""
    return int(height * (1 + MARGIN - value / top) / (1 + 2 * MARGIN))


class PanelLevels:
    """Draws the levels of a `Panel` into its box. Dashes are for the baseline alone."""

    def __init__(self, box: DayBox) -> None:
        self._box = box
        self._panel: Panel | None = None
        self._rules = [line_in(box, BEHIND) for _ in range(RULES)]
        self.baseline = line_in(box, BEHIND)
        box.resized.connect(self.place)

    def show_panel(self, panel: Panel) -> None:
        """Show the levels of a panel."""
        self._panel = panel
        self.place()

    @property
    def values(self) -> list[float]:
        """Where the level lines are."""
        return [] if self._panel is None else [self._panel.top * step / (RULES - 1) for step in range(RULES)]

    def restyle(self, theme: Theme, width: int) -> None:
        """Take over the theme's colours; the lines are so many pixels wide."""
        if self._panel is None:
            return
        ink = theme.color(self._panel.measure.colour)
        self.baseline.setPen(pg.mkPen(ink, width=width, style=Qt.PenStyle.DashLine))
        for rule in self._rules:
            rule.setPen(pg.mkPen(theme.color("line"), width=width))
        self.place()

    def place(self) -> None:
        """Put the lines where the size of the panel wants them."""
        if self._panel is None:
            return
        for rule, value in zip(self._rules, self.values, strict=True):
            self._level(rule, value)
        level = self._panel.baseline
        self.baseline.setVisible(level is not None)
        if level is not None:
            self._level(self.baseline, level)

    def _level(self, line: QGraphicsLineItem, value: float) -> None:
        assert self._panel is not None, "levels come with a panel"
        height = height_of(value, self._panel.top, self._box.height())
        line.setLine(0, height, self._box.width(), height)
