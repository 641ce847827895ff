"""The axes of the trend charts: levels at the left, and below course weeks where there is a course, else dates.

pyqtgraph's own date axis counts seconds and writes English months; this one counts days and asks QLocale.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta
from math import ceil, floor

import pyqtgraph as pg

from adtracker.domain.common.measure import Measure
from adtracker.domain.common.period import Period
from adtracker.domain.records.course import DAYS_A_WEEK
from adtracker.domain.views.plot import TrendPlot, date_ticks
from adtracker.language import digits, tr, tr_count
from adtracker.ui.core.theme import Theme
from adtracker.ui.words.day_words import brief_day, month_words

WEEK_STEPS = (1, 2, 4, 8, 12, 24, 52, 104, 208, 416)
LABEL_SIZE = 11.5
LEVEL_WIDTH, LABEL_WIDTH, LABEL_HEIGHT = 34, 72, 36
# A view this much longer than the course has dates alone; between the weeks of a short course they would crowd.
MOST_COURSES = 1.5
# What pyqtgraph is to take for the distance of ticks that are months apart, in days; only its order counts.
_MONTH = 30


def _take_look(axis: pg.AxisItem, theme: Theme) -> None:
    axis.setPen(None)
    axis.setTextPen(pg.mkPen(theme.color("soft")))
    axis.setStyle(tickFont=theme.font(LABEL_SIZE), tickLength=0, tickAlpha=0)


class LevelAxis(pg.AxisItem):  # type: ignore[misc]
    """The numbers at the level lines of a panel."""

    def __init__(self, box: pg.ViewBox) -> None:
        super().__init__("left", linkView=box)
        self.enableAutoSIPrefix(False)

    def show_levels(self, levels: Sequence[float], measure: Measure) -> None:
        """Label these values; shares of days in per cent."""
        self.setTicks([[(value, f"{value:.0%}" if measure.is_share else digits(value)) for value in levels]])

    def restyle(self, theme: Theme) -> None:
        """Take over the theme's colours and the text size."""
        _take_look(self, theme)


class DayAxis(pg.AxisItem):  # type: ignore[misc]
    """A bottom axis whose values are day indexes of a `TrendPlot`."""

    def __init__(self) -> None:
        super().__init__("bottom")
        self.enableAutoSIPrefix(False)
        self._label_width = LABEL_WIDTH
        self._plot: TrendPlot | None = None

    def show_plot(self, plot: TrendPlot) -> None:
        """Count from another plot's first day on."""
        self._plot = plot
        self.picture = None
        self.update()

    def restyle(self, theme: Theme) -> None:
        """Take over the theme's colours and the text size."""
        _take_look(self, theme)
        self._label_width = theme.px(LABEL_WIDTH)
        # A label at either end may reach this far beyond the panel.
        self.setStyle(hideOverlappingLabels=self._label_width // 2)
        self.setHeight(theme.px(LABEL_HEIGHT))

    @property
    def overhang(self) -> int:
        """How many pixels a label may reach beyond the ends of the axis."""
        return self._label_width // 2

    def tickValues(self, minVal: float, maxVal: float, size: float) -> list[tuple[float, list[float]]]:
        """Day indexes of the ticks, as far apart as their labels need."""
        if self._plot is None:
            return []
        plot, most = self._plot, max(int(size / self._label_width), 2)
        first, last = max(ceil(minVal), 0), min(floor(maxVal), plot.period.length)
        if plot.other is not None:
            return [(DAYS_A_WEEK, _week_ticks(0, (first, last), most))]
        if plot.course is not None and last - first <= MOST_COURSES * plot.course.period.length:
            return [(DAYS_A_WEEK, _week_ticks(plot.period.index(plot.course.start), (first, last), most))]
        view = Period(_day(plot, first), max(_day(plot, last), _day(plot, first)))
        ticks = date_ticks(view, most, origin=plot.period.first)
        spacing = _MONTH if all(day.day == 1 for day in ticks) else 1
        return [(spacing, [float(plot.period.index(day)) for day in ticks])]

    def tickStrings(self, values: Sequence[float], scale: float, spacing: float) -> list[str]:
        """The weeks that have gone above the date; the date alone before the course and without one.

        Of two periods that are compared the weeks alone: they have two dates.
        """
        return [self._label(round(value), spacing) for value in values]

    def _label(self, index: int, spacing: float) -> str:
        if self._plot is None:
            return ""
        if self._plot.other is not None:
            return elapsed_words(index // DAYS_A_WEEK)
        day = _day(self._plot, index)
        text = month_words(day) if spacing == _MONTH else brief_day(day)
        course = self._plot.course if spacing == DAYS_A_WEEK else None
        week = 0 if course is None else (index - self._plot.period.index(course.start)) // DAYS_A_WEEK
        if course is None or not 0 <= week <= course.weeks:
            return text
        return f"{elapsed_words(week)}\n{text}"


def elapsed_words(weeks: int) -> str:
    """How long after the start a point of time is: "week 12" would be the days before it."""
    if weeks == 0:
        return tr("start")
    return tr_count("1 week", "{count} weeks", weeks)


def _day(plot: TrendPlot, index: int) -> date:
    return plot.period.first + timedelta(days=index)


def _week_ticks(origin: int, view: tuple[int, int], most: int) -> list[float]:
    """Every so many weeks from the day of index `origin`, before and after it."""
    first, last = view
    step = next((step for step in WEEK_STEPS if (last - first) / (step * DAYS_A_WEEK) <= most), WEEK_STEPS[-1])
    apart = step * DAYS_A_WEEK
    numbers = range(ceil((first - origin) / apart), floor((last - origin) / apart) + 1)
    return [float(origin + number * apart) for number in numbers]
