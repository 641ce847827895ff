"""What the charts show: every day in its place, gaps as gaps, averages with enough days, ticks where weeks end."""

from collections.abc import Sequence
from datetime import date, timedelta
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from adtracker.domain.common.measure import EXTENT, ITCH, MEASURES, SLEEP
from adtracker.domain.common.period import Period
from adtracker.domain.records.course import Course
from adtracker.domain.records.day import DayEntry, Extent, ExtentMethod
from adtracker.domain.statistics.summary import MINIMUM_DAYS, Mean, summarise
from adtracker.domain.views.plot import (
    PanelFacts,
    TrendPlot,
    axis_top,
    date_ticks,
    panel_facts,
    rolling_mean,
    trend_plot,
)

START = date(2026, 8, 2)
COURSE = Course(START)
GAP: float | None = None

# Whole numbers, as people record them: sums of these are exact.
scores = st.none() | st.integers(0, 10).map(float)
periods = st.builds(Period.starting, st.dates(date(1990, 1, 1), date(2050, 1, 1)), st.integers(1, 8000))


def _plot(series: Sequence[float | None], first: date = START, course: Course | None = COURSE) -> TrendPlot:
    """The charts of days with these itch scores, from `first` to their end."""
    days = {first + timedelta(days=index): score for index, score in enumerate(series)}
    entries = [DayEntry(day, itch=score) for day, score in days.items() if score is not None]
    period = Period.starting(first, len(series))
    summary = summarise(entries, course, period.last) if course else None
    baseline = summary.baseline.means if summary else None
    weeks = summary.weeks if summary else ()
    return trend_plot({entry.day: entry for entry in entries}, period, course, baseline, weeks)


def test_there_is_a_panel_for_each_measure_and_directions_are_not_mixed() -> None:
    assert tuple(panel.measure for panel in _plot([5.0]).panels) == MEASURES


def test_every_day_has_its_place_and_a_day_without_an_entry_is_a_gap() -> None:
    itch, sleep, extent = _plot([7.0, GAP, 0.0]).panels
    assert itch.values == (7.0, None, 0.0)
    assert sleep.values == extent.values == (None, None, None)


def test_the_average_rests_on_days_before_the_period_too() -> None:
    first = START + timedelta(days=6)
    days = {START + timedelta(days=index): DayEntry(START + timedelta(days=index), itch=4) for index in range(7)}
    panel = trend_plot(days, Period.starting(first, 1), COURSE, None).panels[0]
    assert panel.rolling == (4.0,)


def test_a_week_stands_in_its_middle_with_its_count() -> None:
    panel = _plot([6.0] * 10).panels[0]
    assert panel.weekly == ((3.0, Mean(6.0, 7)), (10.0, Mean(None, 3)))


def test_the_baseline_is_a_level_and_none_without_a_course() -> None:
    before = START - timedelta(days=7)
    assert _plot([8.0] * 7 + [5.0], before).panels[0].baseline == 8.0
    assert _plot([8.0] * 8, before, course=None).panels[0].baseline is None


def test_ticks_stand_at_the_milestones_of_a_course() -> None:
    plot = trend_plot({}, COURSE.period, COURSE, None)
    assert plot.ticks == ((0, 0), *((7 * week, week) for week in (4, 8, 12, 16, 20, 24)))
    assert trend_plot({}, COURSE.period, None, None).ticks == ()


def test_only_ticks_within_the_period_are_there() -> None:
    plot = trend_plot({}, Period.starting(START + timedelta(days=20), 40), COURSE, None)
    assert plot.ticks == ((8, 4), (36, 8))


def test_a_course_of_any_length_has_its_ticks() -> None:
    long, short = Course(START, weeks=52), Course(START, weeks=3)
    assert trend_plot({}, long.period, long, None).ticks[-1] == (7 * 52, 52)
    assert trend_plot({}, short.period, short, None).ticks == ((0, 0),)


@pytest.mark.parametrize(
    ("measure", "values", "top"),
    [
        (ITCH, [1.0], 10),
        (SLEEP, [], 10),
        (EXTENT, [], 20),
        (EXTENT, [None, 20.0], 20),
        (EXTENT, [20.1], 40),
        (EXTENT, [100.0], 100),
    ],
)
def test_the_axis_holds_the_scale_and_for_per_cent_what_was_recorded(
    measure: object, values: list[float | None], top: float
) -> None:
    assert axis_top(measure, values) == top  # type: ignore[arg-type]


@given(st.lists(scores, max_size=40))
def test_the_rolling_mean_is_that_of_the_seven_days_to_each_day(series: list[float | None]) -> None:
    means = rolling_mean(series)
    assert len(means) == len(series)
    for index, mean in enumerate(means):
        recorded = [value for value in series[max(0, index - 6) : index + 1] if value is not None]
        if len(recorded) < MINIMUM_DAYS:
            assert mean is None
        else:
            assert mean == float(Fraction(sum(map(Fraction, recorded))) / len(recorded))


def test_dates_count_days_where_there_are_few_and_months_where_there_are_many() -> None:
    assert date_ticks(Period.starting(START, 4), 4) == tuple(START + timedelta(days=day) for day in range(4))
    assert date_ticks(Period.starting(START, 28), 4) == tuple(START + timedelta(days=day) for day in (0, 7, 14, 21))
    year = date_ticks(Period.starting(START, 365), 6)
    assert year == tuple(date(2026, month, 1) for month in (9, 11)) + tuple(
        date(2027, month, 1) for month in (1, 3, 5, 7)
    )
    decade = date_ticks(Period(date(2016, 5, 5), date(2026, 5, 4)), 6)
    assert decade == tuple(date(year, 1, 1) for year in (2018, 2020, 2022, 2024, 2026))


@given(periods, st.integers(2, 20))
def test_dates_on_an_axis_are_few_in_order_and_within_it(period: Period, most: int) -> None:
    ticks = date_ticks(period, most)
    assert len(ticks) <= most
    assert list(ticks) == sorted(set(ticks))
    assert all(day in period for day in ticks)


def test_the_facts_of_a_panel_are_its_text_alternative() -> None:
    assert panel_facts(_plot([6.0] * 7 + [GAP] * 7 + [2.0, 3.0, 2.0, 3.0]).panels[0]) == PanelFacts(
        11, 2.0, 6.0, 6.0, 2.5
    )
    assert panel_facts(_plot([GAP]).panels[0]) == PanelFacts(0, None, None, None, None)


@given(st.lists(scores, min_size=1, max_size=200), st.integers(-100, 100))
def test_whatever_was_recorded_lies_within_its_panel(series: list[float | None], late: int) -> None:
    plot = _plot(series, START + timedelta(days=late))
    for panel in plot.panels:
        assert len(panel.values) == len(panel.rolling) == plot.period.length
        shown = [*panel.values, *panel.rolling, *(mean.mean for _, mean in panel.weekly)]
        assert all(0 <= value <= panel.top for value in shown if value is not None)


def test_the_share_of_skin_is_read_off_the_extent() -> None:
    entry = DayEntry(START, extent=Extent(45.0, ExtentMethod.PERCENT))
    panel = trend_plot({START: entry}, Period.starting(START, 1), None, None).panels[2]
    assert (panel.values, panel.top) == ((45.0,), 60.0)
