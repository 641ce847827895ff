"""Two periods on one axis: both begin at its start, nothing is filled in, and a week is the same week of both."""

from datetime import date, timedelta

from hypothesis import given, settings
from hypothesis import strategies as st

from adtracker.domain.common.measure import ITCH
from adtracker.domain.common.period import Period
from adtracker.domain.records.day import DayEntry
from adtracker.domain.records.sign import Sign
from adtracker.domain.statistics.summary import Mean
from adtracker.domain.views.comparison import Comparison, comparison_plot, to_read, week_pairs
from adtracker.domain.views.measure_selection import SIGN_SUM

TODAY = date(2026, 11, 29)
FIRST = Period.starting(date(2026, 8, 2), 14)
SECOND = Period.starting(date(2026, 2, 1), 21)


def _comparison(first: Period, second: Period, itch: dict[date, float]) -> Comparison:
    days = {day: DayEntry(day, itch=value) for day, value in itch.items()}
    return Comparison(first, second, days, TODAY, (ITCH,))


def _days(period: Period, values: list[float | None]) -> dict[date, float]:
    placed = zip(period, values, strict=False)
    return {day: value for day, value in placed if value is not None}


def test_both_begin_at_the_start_of_the_axis_and_the_shorter_one_ends_sooner() -> None:
    itch = _days(FIRST, [8.0] * 14) | _days(SECOND, [5.0] * 21)
    after = {FIRST.last + timedelta(days=1): 1.0}  # lies beyond the first period: it is not drawn there
    plot = comparison_plot(_comparison(FIRST, SECOND, itch | after))
    (panel,) = plot.panels
    assert plot.period.length == 21
    assert plot.other == SECOND
    assert panel.values == (8.0,) * 14 + (None,) * 7
    assert panel.other is not None
    assert panel.other.values == (5.0,) * 21
    # The mean of fewer than 4 recorded days is none: days 1 to 3 of either period.
    assert panel.rolling == (None,) * 3 + (8.0,) * 11 + (None,) * 7
    assert panel.other.rolling == (None,) * 3 + (5.0,) * 18


def test_ticks_count_weeks_from_the_start_and_there_is_no_baseline() -> None:
    plot = comparison_plot(_comparison(Period.starting(FIRST.first, 60), SECOND, {}))
    assert plot.ticks == ((0, 0), (28, 4), (56, 8))
    assert [panel.baseline for panel in plot.panels] == [None]


def test_weeks_stand_beside_the_same_weeks_with_their_counts() -> None:
    # Week 1 of the first: 6 days of 6 and one gap. Of the second: 3 days only, which make no mean.
    itch = _days(FIRST, [6.0] * 6 + [None] + [4.0] * 7) | _days(SECOND, [9.0] * 3)
    pairs = week_pairs(_comparison(FIRST, SECOND, itch))
    assert [pair.number for pair in pairs] == [1, 2, 3]
    assert pairs[0].first is not None
    assert pairs[0].second is not None
    assert pairs[0].first.of["itch"] == Mean(6.0, 6)
    assert pairs[0].second.of["itch"] == Mean(None, 3)
    assert pairs[2].first is None  # the first period has two weeks


def test_days_with_signs_are_compared_by_their_weekly_sums() -> None:
    # Both periods: itch 5 (7 days from 2 on: 4), no disturbed night, dry on all 7 days (4); in the first also flaking
    # on its first 3 days (2), of which 2 lie in the 7 days up to day 8 (1). On day 10 of the second nobody answered.
    dry, both = (Sign.DRY,), (Sign.DRY, Sign.FLAKING)
    signs = {day: both if index < 3 else dry for index, day in enumerate(FIRST)} | dict.fromkeys(SECOND, dry)
    entries = {day: DayEntry(day, itch=5, woken=False, signs=ticked) for day, ticked in signs.items()}
    silent = SECOND.first + timedelta(days=9)
    entries[silent] = DayEntry(silent, itch=5)
    found = Comparison(FIRST, SECOND, entries, TODAY, (SIGN_SUM, ITCH), entries=entries)
    sums = [
        [None if week is None else week.of["sign_days"] for week in (pair.first, pair.second)]
        for pair in week_pairs(found)
    ]
    assert sums == [[Mean(10, 7), Mean(8, 7)], [Mean(8, 7), Mean(None, 6)], [None, Mean(8, 7)]]
    panel, itch = comparison_plot(found).panels
    assert (panel.measure, itch.measure) == (SIGN_SUM, ITCH)
    assert panel.rolling[5:8] == (None, 10, 9)
    assert panel.other is not None
    assert [index for index, total in enumerate(panel.other.rolling) if total is not None] == [6, 7, 8, *range(16, 21)]
    assert found.rolling(SIGN_SUM, FIRST.last) == Mean(8, 7)


def test_weeks_that_have_not_begun_are_not_there() -> None:
    ahead = Period.starting(TODAY - timedelta(days=6), 70)
    pairs = week_pairs(_comparison(ahead, Period.starting(date(2026, 1, 1), 7), {}))
    assert len(pairs) == 1


@settings(max_examples=30)
@given(st.dates(date(2020, 1, 1), date(2030, 1, 1)), st.integers(1, 400), st.integers(1, 400))
def test_any_two_periods_can_be_compared(start: date, first: int, second: int) -> None:
    sides = Period.starting(start, first), Period.starting(date(2024, 2, 29), second)
    plot = comparison_plot(_comparison(*sides, {TODAY: 5.0}))
    (panel,) = plot.panels
    assert len(panel.values) == len(panel.rolling) == plot.period.length == max(first, second)
    assert panel.other is not None
    assert len(panel.other.rolling) == second
    for side in sides:
        read = to_read(side, TODAY)
        assert read.first <= side.first - timedelta(days=6)
        assert min(side.last, TODAY) <= read.last
