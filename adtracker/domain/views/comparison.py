"""Two periods over one axis of weeks since their start, such as this course and an earlier one.

They are only put beside each other. How often was written down stands with each, and nothing says why they differ.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import date, timedelta
from itertools import zip_longest

from adtracker.domain.common.measure import Measure
from adtracker.domain.common.period import Period
from adtracker.domain.records.course import DAYS_A_WEEK
from adtracker.domain.records.day import DayEntry, Valued
from adtracker.domain.statistics.summary import MINIMUM_DAYS, Mean, Means, means
from adtracker.domain.views.measure_selection import SIGN_SUM
from adtracker.domain.views.plot import TICK_WEEKS, Line, Panel, TrendPlot, trend_plot
from adtracker.domain.views.sign_sum import averaged, sum_of, sum_panel


@dataclass(frozen=True, slots=True)
class WeekPair:
    """The same week of two periods, 1 for the first; None where a period has no such whole week."""

    number: int
    first: Means | None
    second: Means | None


@dataclass(frozen=True, slots=True)
class Comparison:
    """Two periods, and the days of both with six more before each, for the first averages; `minimum` as elsewhere.

    `entries` are the same days whole, for days with signs: needed where `SIGN_SUM` is among the measures. It counts
    with `itch_from`.
    """

    first: Period
    second: Period
    days: Mapping[date, Valued]
    today: date
    measures: tuple[Measure, ...]
    minimum: int = MINIMUM_DAYS
    entries: Mapping[date, DayEntry] = field(default_factory=dict)
    itch_from: int = 2

    def rolling(self, measure: Measure, day: date) -> Mean:
        """The 7-day average of a day, rounded as it is shown."""
        return self.week(Period.ending(day, DAYS_A_WEEK)).of[measure.key]

    def week(self, days: Period) -> Means:
        """The means of seven days, and their sum of days with signs."""
        found = means(self.days, days, self.minimum, averaged(self.measures))
        if SIGN_SUM not in self.measures:
            return found
        return Means(days, {**found.of, SIGN_SUM.key: sum_of(self.entries, days, self.itch_from)})


def to_read(period: Period, today: date) -> Period:
    """The days that a side of a comparison is worked out from."""
    return Period(period.first - timedelta(days=DAYS_A_WEEK - 1), max(min(period.last, today), period.first))


def comparison_plot(comparison: Comparison) -> TrendPlot:
    """Both periods from index 0 on, over an axis as long as the longer one."""
    longer = max(comparison.first.length, comparison.second.length)
    mine, other = _plot(comparison, comparison.first), _plot(comparison, comparison.second)
    panels = [_beside(*pair, longer) for pair in zip(mine.panels, other.panels, strict=True)]
    step = TICK_WEEKS * DAYS_A_WEEK
    ticks = tuple((index, index // DAYS_A_WEEK) for index in range(0, longer + 1, step))
    return TrendPlot(Period.starting(comparison.first.first, longer), tuple(panels), None, ticks, comparison.second)


def _plot(comparison: Comparison, period: Period) -> TrendPlot:
    days, today, measures = comparison.days, comparison.today, averaged(comparison.measures)
    plot = trend_plot(days, period, None, None, (), comparison.minimum, today, measures)
    panels = {panel.measure: panel for panel in plot.panels}
    if SIGN_SUM in comparison.measures:
        panels[SIGN_SUM] = sum_panel(comparison.entries, period, comparison.itch_from)
    return replace(plot, panels=tuple(panels[measure] for measure in comparison.measures))


def _beside(mine: Panel, other: Panel, length: int) -> Panel:
    gaps = (None,) * (length - len(mine.values))
    return replace(
        mine,
        values=mine.values + gaps,
        rolling=mine.rolling + gaps,
        top=max(mine.top, other.top),
        other=Line(other.values, other.rolling),
    )


def week_pairs(comparison: Comparison) -> tuple[WeekPair, ...]:
    """The whole weeks of both periods that have begun, side by side: the points at which the lines end each week."""
    sides = zip_longest(_weeks(comparison, comparison.first), _weeks(comparison, comparison.second))
    return tuple(WeekPair(number, first, second) for number, (first, second) in enumerate(sides, 1))


def _weeks(comparison: Comparison, period: Period) -> list[Means]:
    firsts = (period.first + timedelta(days=day) for day in range(0, period.length - DAYS_A_WEEK + 1, DAYS_A_WEEK))
    weeks = [Period.starting(first, DAYS_A_WEEK) for first in firsts if first <= comparison.today]
    return [comparison.week(week) for week in weeks]
