"""What the trend charts show, worked out once; the screen and the report are two plain drawers of this value."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta

from adtracker.domain.common.measure import EXTENT, MEASURES, Measure
from adtracker.domain.common.period import Period
from adtracker.domain.records.course import DAYS_A_WEEK, Course
from adtracker.domain.records.day import Valued
from adtracker.domain.records.recall import AVERAGE
from adtracker.domain.statistics.summary import MINIMUM_DAYS, Mean, Means

TICK_WEEKS = 4
_WHOLE_SCALE = 10  # up to here a scale is always shown whole
_PERCENT_TOPS = (20.0, 40.0, 60.0, 80.0, 100.0)
_COUNT_TOPS = tuple(float(step * 10**power) for power in range(1, 7) for step in (1, 2, 5))[:-2]
# Steps between dates on an axis, from the narrowest: days, then months.
_DAY_STEPS = (1, 2, 7, 14)
_MONTH_STEPS = (1, 2, 3, 6, 12, 24, 60, 120, 240, 1200, 12000)


@dataclass(frozen=True, slots=True)
class Line:
    """A measure over other days than those plotted, counted from their start; None is a gap."""

    values: tuple[float | None, ...]
    rolling: tuple[float | None, ...]


@dataclass(frozen=True, slots=True)
class RecalledMark:
    """What was remembered of the days with index `first` to `last`, also outside the plot; `asked` is the question."""

    asked: str
    first: int
    last: int
    value: float

    @property
    def is_average(self) -> bool:
        """Whether it is what the person thinks the average was."""
        return self.asked == AVERAGE


@dataclass(frozen=True, slots=True)
class Panel:
    """One measure over the plotted days.

    `values` and `rolling` have one item a day of the plot's period; None is a gap. `rolling` is the 7-day average (a
    rolling mean): that of the recorded days among the day itself and the six before it. `weekly` is the weekly average:
    (day index of the week's middle, mean) for the weeks asked for. `top` is the upper end of the axis, the lower end is
    0. `other` is what it is compared with. `recalled` stands beside all of these and is in none of them.
    `from_paper` has the indices of the days among the values that stood on paper first.
    """

    measure: Measure
    values: tuple[float | None, ...]
    rolling: tuple[float | None, ...]
    weekly: tuple[tuple[float, Mean], ...]
    baseline: float | None
    top: float
    other: Line | None = None
    recalled: tuple[RecalledMark, ...] = ()
    from_paper: frozenset[int] = frozenset()


@dataclass(frozen=True, slots=True)
class TrendPlot:
    """Panels over one axis of days; `ticks` are (day index, course week) pairs, empty without a course.

    Index 0 is the first day of `period`. A tick stands at the end of its week: week 4 is at day index 28 of a course.
    A course has a tick every `TICK_WEEKS`, which are the milestones of a course of 24 weeks. Where two periods are
    compared, `other` is the second one: both begin at index 0, and ticks count weeks from there.
    """

    period: Period
    panels: tuple[Panel, ...]
    course: Course | None
    ticks: tuple[tuple[int, int], ...]
    other: Period | None = None


def trend_plot(
    days: Mapping[date, Valued],
    period: Period,
    course: Course | None,
    baseline: Means | None,
    weeks: Sequence[Means] = (),
    minimum: int = MINIMUM_DAYS,
    today: date | None = None,
    measures: Sequence[Measure] = MEASURES,
) -> TrendPlot:
    """The charts for a period. `days` should reach six days further back, for the first 7-day averages.

    After `today` none is drawn, though the days before it would make one.
    """
    recorded = [days.get(day) for day in Period.ending(period.last, period.length + DAYS_A_WEEK - 1)]
    panels = tuple(_panel(measure, recorded, period, baseline, weeks, minimum) for measure in measures)
    if today is not None:
        begun = max(period.index(today) + 1, 0)
        panels = tuple(replace(panel, rolling=_cut(panel.rolling, begun)) for panel in panels)
    return TrendPlot(period, panels, course, _ticks(period, course))


def _cut(rolling: tuple[float | None, ...], begun: int) -> tuple[float | None, ...]:
    return rolling[:begun] + (None,) * len(rolling[begun:])


def _panel(
    measure: Measure,
    recorded: Sequence[Valued | None],
    period: Period,
    baseline: Means | None,
    weeks: Sequence[Means],
    minimum: int,
) -> Panel:
    """`recorded` begins six days before the period, for the first 7-day averages."""
    series = [None if entry is None else entry.value(measure) for entry in recorded]
    values = tuple(series[DAYS_A_WEEK - 1 :])
    level = baseline.of[measure.key].mean if baseline else None
    return Panel(
        measure=measure,
        values=values,
        rolling=rolling_mean(series, minimum)[DAYS_A_WEEK - 1 :],
        weekly=tuple(_weekly(measure, period, week) for week in weeks),
        baseline=level,
        top=axis_top(measure, [*values, level]),
    )


def _weekly(measure: Measure, period: Period, week: Means) -> tuple[float, Mean]:
    """Where a week's mean is drawn: in the middle of the week, as far as it is drawn at all."""
    first, last = max(period.index(week.period.first), 0), period.index(week.period.last)
    return (first + last) / 2, week.of[measure.key]


def rolling_mean(series: Sequence[float | None], minimum: int = MINIMUM_DAYS) -> tuple[float | None, ...]:
    """For each day the mean of what was recorded on it and the six days before, None below `minimum` of them."""
    means: list[float | None] = []
    total, count = 0.0, 0
    for index, value in enumerate(series):
        leaving = series[index - DAYS_A_WEEK] if index >= DAYS_A_WEEK else None
        total += (value or 0.0) - (leaving or 0.0)
        count += (value is not None) - (leaving is not None)
        means.append(total / count if count >= minimum else None)
    return tuple(means)


def axis_top(measure: Measure, values: Sequence[float | None]) -> float:
    """The upper end of a panel: the scale's own up to 10; for per cent the next multiple of 20 that holds all.

    For a count it is the next of 10, 20, 50, 100 and so on.
    """
    if measure.maximum <= _WHOLE_SCALE:
        return measure.maximum
    highest = max((value for value in values if value is not None), default=0.0)
    tops = _PERCENT_TOPS if measure.key == EXTENT.key else _COUNT_TOPS
    return next((top for top in tops if top >= highest), tops[-1])


def _ticks(period: Period, course: Course | None) -> tuple[tuple[int, int], ...]:
    if course is None:
        return ()
    marks = ((period.index(course.start) + week * DAYS_A_WEEK, week) for week in range(0, course.weeks + 1, TICK_WEEKS))
    return tuple(mark for mark in marks if 0 <= mark[0] <= period.length)


def date_ticks(period: Period, most: int, origin: date | None = None) -> tuple[date, ...]:
    """Evenly spaced dates to label an axis with, at most `most` (2 or more) of them.

    Short periods count in days from the first one, or from `origin` so that dates stay in place while a view moves over
    a longer period; longer ones name the first days of months.
    """
    before = (origin or period.first) - period.first
    for step in _DAY_STEPS:
        if period.length <= step * most:
            return tuple(period.first + timedelta(days=day) for day in range(before.days % step, period.length, step))
    return next(found for step in _MONTH_STEPS if len(found := _month_starts(period, step)) <= most)


def _month_starts(period: Period, months: int) -> tuple[date, ...]:
    """The first days of every so many months, counted from the first January of the calendar."""
    first, last = (12 * day.year + day.month - 1 for day in (period.first, period.last))
    first += period.first.day > 1
    return tuple(date(number // 12, number % 12 + 1, 1) for number in range(first + -first % months, last + 1, months))


@dataclass(frozen=True, slots=True)
class PanelFacts:
    """What a panel shows, for the sentence that stands for it: recorded days, range, first and last weekly average.

    All but `recorded` are None where there is nothing to say; `first` and `last` are the outermost of them.
    """

    recorded: int
    lowest: float | None
    highest: float | None
    first: float | None
    last: float | None


def panel_facts(panel: Panel) -> PanelFacts:
    """The text alternative of a panel, as numbers."""
    values = [value for value in panel.values if value is not None]
    weekly = [mean.mean for _, mean in panel.weekly if mean.mean is not None]
    return PanelFacts(
        recorded=len(values),
        lowest=min(values, default=None),
        highest=max(values, default=None),
        first=weekly[0] if weekly else None,
        last=weekly[-1] if weekly else None,
    )
