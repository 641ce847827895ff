"""What was recalled of seven days, in a panel: an open diamond in the middle of a bar over these days.

The average of a week has a stroke in its diamond. Both stand apart from dots and lines: none of them is in an average.
"""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
import pyqtgraph as pg
from PySide6.QtGui import QPainterPath

from adtracker.domain.views.plot import RecalledMark
from adtracker.ui.charts.day_box import DayBox
from adtracker.ui.core.theme import Theme

# In pixels: the diamond, and the strokes of diamond and bar.
SIZE, STROKE = 11, 1.5
# With more days in view than this the bars alone would be a grey field.
MOST_DAYS = 400


class RecalledMarks:
    """Three items of pyqtgraph, made for a panel that has any of it."""

    def __init__(self, box: DayBox) -> None:
        self._bars = pg.PlotCurveItem(connect="pairs", antialias=True)
        self._plain = pg.ScatterPlotItem(symbol=_diamond(has_stroke=False), size=SIZE)
        self._average = pg.ScatterPlotItem(symbol=_diamond(has_stroke=True), size=SIZE)
        for height, item in enumerate(self._items, start=1):
            item.setZValue(height)
            box.addItem(item, ignoreBounds=True)

    def show_marks(self, marks: Sequence[RecalledMark]) -> None:
        """Show others."""
        ends = [end for mark in marks for end in (mark.first, mark.last)]
        levels = [mark.value for mark in marks for _ in range(2)]
        self._bars.setData(np.array(ends, dtype=np.float64), np.array(levels, dtype=np.float64))
        for item, is_average in ((self._plain, False), (self._average, True)):
            shown = [mark for mark in marks if mark.is_average is is_average]
            item.setData([(mark.first + mark.last) / 2 for mark in shown], [mark.value for mark in shown])

    def thin_for(self, days: float) -> None:
        """Leave out the bars where so many days are in view that they are shorter than their diamonds."""
        self._bars.setVisible(days <= MOST_DAYS)

    def set_export(self, scale: int, *, is_picture: bool) -> None:
        """Draw for a picture of so many times the size, or for the screen again."""
        for item in self._items:
            item.setExportMode(is_picture, {"antialias": True, "resolutionScale": 1.0})
        self._bars.setPen(pg.mkPen(self._bars.opts["pen"].color(), width=STROKE * scale))

    def restyle(self, theme: Theme, token: str) -> None:
        """Take over the theme's colours."""
        pen = pg.mkPen(theme.color(token), width=STROKE)
        self._bars.setPen(pen)
        for item in (self._plain, self._average):
            item.setPen(pen)
            item.setBrush(pg.mkBrush(theme.color("card")))

    @property
    def _items(self) -> tuple[pg.PlotCurveItem | pg.ScatterPlotItem, ...]:
        return self._bars, self._plain, self._average


def _diamond(*, has_stroke: bool) -> QPainterPath:
    """In a square of one around the middle."""
    path = QPainterPath()
    path.moveTo(0, -0.5)
    for x, y in ((0.5, 0), (0, 0.5), (-0.5, 0), (0, -0.5)):
        path.lineTo(x, y)
    path.closeSubpath()
    if has_stroke:
        path.moveTo(-0.5, 0)
        path.lineTo(0.5, 0)
    return path
