"""The axis of days under the trend charts: course weeks where there is a course, dates below them.

pyqtgraph's own date axis counts seconds and writes English months; this one counts days and asks QLocale.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import timedelta
from math import ceil, floor

import pyqtgraph as pg
from PySide6.QtCore import QLocale

from adtracker.domain.course import DAYS_A_WEEK
from adtracker.domain.plot import TrendPlot

WEEK_STEPS = (1, 2, 4, 8, 12, 24, 52, 104, 260, 520)
LABEL_WIDTH = 78


class DayAxis(pg.AxisItem):  # type: ignore[misc]
    """A bottom axis whose values are day indexes of a `TrendPlot`."""

    def __init__(self) -> None:
        super().__init__("bottom")
        self._plot: TrendPlot | None = None
        self._locale = QLocale()
        self.week_word = "week {}"
        self.enableAutoSIPrefix(False)

    def show_plot(self, plot: TrendPlot) -> None:
        """Count from another plot's first day on."""
        self._plot = plot
        self.picture = None
        self.update()

    def tickValues(self, minVal: float, maxVal: float, size: float) -> list[tuple[float, list[float]]]:
        """Day indexes of the ticks, as far apart as their labels need."""
        step = self._step(maxVal - minVal, size)
        origin = self._origin()
        first, last = ceil((minVal - origin) / step), floor((maxVal - origin) / step)
        return [(step, [float(origin + number * step) for number in range(first, last + 1)])]

    def tickStrings(self, values: Sequence[float], scale: float, spacing: float) -> list[str]:
        """The course week above the date; the date alone before the course and without one."""
        return [self._label(round(value)) for value in values]

    def _step(self, days: float, size: float) -> int:
        fitting = max(size / LABEL_WIDTH, 1.0)
        weeks = next((step for step in WEEK_STEPS if days / (step * DAYS_A_WEEK) <= fitting), WEEK_STEPS[-1])
        return 1 if days <= fitting else weeks * DAYS_A_WEEK

    def _origin(self) -> int:
        plot = self._plot
        return plot.period.index(plot.course.start) if plot and plot.course else 0

    def _label(self, index: int) -> str:
        if self._plot is None:
            return ""
        day = self._plot.period.first + timedelta(days=index)
        pattern = "d MMM" if self._plot.period.length <= 400 else "MMM yyyy"
        text = self._locale.toString(day, pattern)
        week = (index - self._origin()) / DAYS_A_WEEK
        if self._plot.course and week >= 0 and week.is_integer() and week <= self._plot.course.weeks:
            return f"{self.week_word.format(int(week))}\n{text}"
        return text
