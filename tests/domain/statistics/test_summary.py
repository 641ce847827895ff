"""The numbers worked out by hand: means with their counts, the baseline week, course weeks, completeness."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date, timedelta
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from adtracker.domain.common.measure import EXTENT, ITCH, SLEEP
from adtracker.domain.common.period import Period
from adtracker.domain.records.course import Course
from adtracker.domain.records.day import DayEntry, Extent, ExtentMethod
from adtracker.domain.statistics.summary import (
    Completeness,
    Mean,
    Means,
    by_day,
    completeness,
    key_numbers,
    mean_of,
    means,
    summarise,
)

START = date(2026, 8, 2)
COURSE = Course(START)
NOTHING = Mean(None, 0)


def _days(first: date, itches: Sequence[float | None]) -> dict[date, DayEntry]:
    """Days from `first` on with these itch values; None is a day without an entry."""
    days = {first + timedelta(days=index): itch for index, itch in enumerate(itches)}
    return {day: DayEntry(day, itch=itch) for day, itch in days.items() if itch is not None}


def _itch(means_: Means) -> Mean:
    return means_.of[ITCH.key]


@pytest.mark.parametrize(
    ("values", "expected"),
    [
        ([7, 8, 7, 7], Mean(7.3, 4)),  # 29 / 4 = 7.25, half goes up
        ([5, 6, 5], Mean(None, 3)),  # below 4 of 7: no mean, the count stands
        ([], Mean(None, 0)),
        ([0, 0, 0, 0], Mean(0.0, 4)),
        ([0.1, 0.2, 0.15, 0.15], Mean(0.2, 4)),  # 0.6 / 4 = 0.15; added in binary it is a hair more or less
        ([7, 6, 7, 8, 6, 7, 5], Mean(6.6, 7)),  # 46 / 7 = 6.571...
    ],
)
def test_a_mean_is_rounded_half_up_and_always_has_its_count(values: list[float], expected: Mean) -> None:
    assert mean_of(values) == expected


def test_a_mean_of_nothing_is_never_zero_even_without_a_minimum() -> None:
    assert mean_of([], minimum=0) == NOTHING


@given(st.lists(st.integers(0, 100), min_size=4, max_size=7))
def test_a_mean_is_the_exact_mean_of_what_was_typed(tenths: list[int]) -> None:
    expected = Fraction(sum(tenths), 10 * len(tenths))
    mean = mean_of([value / 10 for value in tenths]).mean
    assert mean is not None
    assert abs(Fraction(str(mean)) - expected) <= Fraction(1, 20)
    assert min(tenths) / 10 <= mean <= max(tenths) / 10


def test_each_measure_counts_its_own_days() -> None:
    entries = [
        DayEntry(START + timedelta(days=index), itch=6, extent=Extent(10 + index, ExtentMethod.PERCENT))
        for index in range(4)
    ]
    entries[0] = replace(entries[0], extent=None, sleep_quality=3)
    result = means(by_day(entries), COURSE.week(1))
    assert result.of[ITCH.key] == Mean(6.0, 4)
    assert result.of[SLEEP.key] == Mean(None, 1)
    assert result.of[EXTENT.key] == Mean(None, 3)


@pytest.mark.parametrize(
    ("itches", "expected"),
    [
        ([None] * 10, Completeness(kept=0, elapsed=10, longest_gap=10, filled_in_later=0)),
        ([5] * 10, Completeness(10, 10, 0, 0)),
        ([None, None, None, 5, None, 5, 5, 5, None, None], Completeness(4, 10, 3, 0)),
        ([5, None, 5, None, None, 5, 5, None, None, None], Completeness(4, 10, 3, 0)),
    ],
)
def test_the_longest_gap_may_lie_at_either_end(itches: list[float | None], expected: Completeness) -> None:
    assert completeness(_days(START, itches), Period.starting(START, 10)) == expected


def test_days_filled_in_later_are_counted_within_the_period_only() -> None:
    days = _days(START, [5, 5, 5])
    later = {day: replace(entry, recorded_on=START + timedelta(days=2)) for day, entry in days.items()}
    assert completeness(later, Period.starting(START, 3)).filled_in_later == 2
    assert completeness(later, Period.starting(START + timedelta(days=1), 2)).filled_in_later == 1


@given(st.lists(st.booleans(), min_size=1, max_size=60))
def test_kept_days_and_gaps_never_exceed_the_period(pattern: list[bool]) -> None:
    days = _days(START, [5.0 if kept else None for kept in pattern])
    found = completeness(days, Period.starting(START, len(pattern)))
    gaps = "".join("x" if kept else " " for kept in pattern).split("x")
    assert found.kept == sum(pattern)
    assert found.longest_gap == max(len(gap) for gap in gaps)


def test_a_course_is_summarised_by_the_weeks_that_have_begun() -> None:
    # Baseline: 7 days of 7; week 1: 5, 5, 5, 6, 6 -> 27 / 5 = 5.4; week 2: three days so far, too few.
    entries = {
        **_days(date(2026, 7, 26), [7] * 7),
        **_days(START, [5, 5, None, 5, 6, None, 6]),
        **_days(date(2026, 8, 9), [4, 4, 4]),
    }
    summary = summarise(entries.values(), COURSE, today=date(2026, 8, 11))
    assert _itch(summary.baseline.means) == Mean(7.0, 7)
    assert not summary.baseline.began_late
    assert [_itch(week) for week in summary.weeks] == [Mean(5.4, 5), Mean(None, 3)]
    assert [week.period for week in summary.weeks] == [COURSE.week(1), COURSE.week(2)]
    assert summary.completeness == Completeness(kept=8, elapsed=10, longest_gap=1, filled_in_later=0)


def test_days_after_today_are_not_looked_at() -> None:
    # Day 17, so the third week has begun; a diary can have later days when a clock was wrong.
    today = START + timedelta(days=16)
    days = _days(START - timedelta(days=7), [5] * 40)
    found = summarise(days.values(), COURSE, today)
    assert found == summarise([entry for day, entry in days.items() if day <= today], COURSE, today)
    assert [_itch(week).n for week in found.weeks] == [7, 7, 3]


def test_an_empty_diary_has_nothing_not_zeros() -> None:
    summary = summarise([], COURSE, today=START)
    assert _itch(summary.baseline.means) == NOTHING
    assert [_itch(week) for week in summary.weeks] == [NOTHING]
    assert summary.completeness == Completeness(0, 1, 1, 0)


def test_a_course_that_has_not_begun_has_a_baseline_and_no_weeks() -> None:
    entries = _days(date(2026, 7, 26), [7] * 6).values()
    summary = summarise(entries, COURSE, today=date(2026, 7, 31))
    assert _itch(summary.baseline.means) == Mean(7.0, 6)
    assert summary.weeks == ()
    assert summary.completeness == Completeness(0, 0, 0, 0)


def test_after_its_last_week_a_course_grows_no_further() -> None:
    summary = summarise([], COURSE, today=date(2028, 1, 1))
    assert len(summary.weeks) == 24
    assert summary.completeness.elapsed == 168


def test_a_day_with_nothing_in_it_was_not_kept() -> None:
    assert by_day([DayEntry(START), DayEntry(START + timedelta(days=1), itch=0)]).keys() == {START + timedelta(days=1)}


def test_key_numbers_set_the_last_seven_days_beside_the_baseline() -> None:
    # Baseline 29 / 4 = 7.25 -> 7.3; last 7 days 3, 3, 4, 4, 5, 5, 2 -> 26 / 7 = 3.71 -> 3.7; 3.7 - 7.3 = -3.6,
    # which is 49.3 % of 7.3.
    days = {**_days(date(2026, 7, 26), [7, 8, 7, 7]), **_days(START, [3, 3, 4, 4, 5, 5, 2])}
    baseline = means(days, Period(date(2026, 7, 26), date(2026, 8, 1)))
    itch = key_numbers(days, baseline, COURSE.week(1))[0]
    assert (itch.baseline, itch.recent) == (Mean(7.3, 4), Mean(3.7, 7))
    assert (itch.change, itch.change_percent) == (-3.6, -49.0)
    assert (itch.best, itch.worst) == (2, 5)


def test_the_last_seven_days_have_no_change_until_all_of_them_come_after_the_baseline() -> None:
    days = _days(START, [6] * 7 + [2] * 7)
    level = means(days, COURSE.week(1))
    found = [key_numbers(days, level, Period.starting(START, length))[0] for length in (7, 13, 14)]
    assert [one.recent.mean for one in found] == [6.0, 2.6, 2.0]  # on day 13 one day of 6 and six of 2: 18 / 7
    assert [(one.change, one.change_percent) for one in found] == [(None, None), (None, None), (-4.0, -67.0)]


def test_the_best_night_is_the_one_with_the_highest_number() -> None:
    days = {day: DayEntry(day, sleep_quality=index) for index, day in enumerate(Period.starting(START, 5), start=1)}
    sleep = key_numbers(days, None, Period.starting(START, 5))[1]
    assert (sleep.best, sleep.worst) == (5, 1)


def test_half_a_per_cent_of_change_is_rounded_as_by_hand() -> None:
    # 2.3 of 18.4 is 12.5 %, up to 13; in binary 100 * 2.3 is a hair less than 230.
    extents = {
        **dict.fromkeys(Period.starting(START, 7), 18.4),
        **dict.fromkeys(Period.starting(START + timedelta(days=7), 7), 16.1),
    }
    days = {day: DayEntry(day, extent=Extent(value, ExtentMethod.PERCENT)) for day, value in extents.items()}
    found = key_numbers(days, means(days, COURSE.week(1)), Period.starting(START, 14))[2]
    assert (found.change, found.change_percent) == (-2.3, -13.0)


def test_a_change_needs_both_sides_and_a_per_cent_needs_a_baseline_of_two() -> None:
    days = _days(START, [0] * 7 + [2] * 7)
    second = Period.starting(START, 14)
    without = key_numbers(days, None, second)[0]
    assert (without.change, without.change_percent) == (None, None)
    from_zero = key_numbers(days, means(days, COURSE.week(1)), second)[0]
    assert (from_zero.change, from_zero.change_percent) == (2.0, None)


def test_a_bad_day_without_numbers_is_kept_and_in_no_average() -> None:
    """By hand: 4, 6, 5, 5 make 5.0 from 4 days; 5 of 7 days are kept, and the longest gap is one day."""
    days = _days(START, [4, 6, None, 5, None, 5, None])
    before = means(days, Period.starting(START, 7))
    bad = START + timedelta(days=2)
    days[bad] = DayEntry(bad, bad_day=True)
    days = by_day(days.values())
    assert means(days, Period.starting(START, 7)) == before
    assert _itch(before) == Mean(5.0, 4)
    assert completeness(days, Period.starting(START, 7)) == Completeness(5, 7, 1, 0, without_numbers=1)
