"""The days of a panel that stood on paper first: rings instead of dots, for nobody knows when they were written."""

from __future__ import annotations

import pyqtgraph as pg

from adtracker.ui.charts.day_box import DayBox
from adtracker.ui.charts.decimation import Numbers
from adtracker.ui.core.theme import Theme

STROKE = 1.2


class HollowDots:
    """An item of pyqtgraph, made for a panel that has such days."""

    def __init__(self, box: DayBox) -> None:
        self.item = pg.ScatterPlotItem(pxMode=True)
        self.item.setZValue(-1)  # the line goes over them
        box.addItem(self.item, ignoreBounds=True)

    def show_dots(self, days: Numbers, values: Numbers, size: int) -> None:
        """Show these."""
        self.item.setData(days, values, size=size)

    def restyle(self, theme: Theme, token: str) -> None:
        """Take over the theme's colours."""
        self.item.setPen(pg.mkPen(theme.color(token), width=STROKE))
        self.item.setBrush(pg.mkBrush(theme.color("card")))
