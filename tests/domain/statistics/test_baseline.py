"""Which days a course is compared with, worked out by hand, and that a day more never takes a baseline away."""

from collections.abc import Collection
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from adtracker.domain.common.measure import ITCH
from adtracker.domain.common.period import Period
from adtracker.domain.records.course import Course
from adtracker.domain.records.day import DayEntry
from adtracker.domain.statistics.baseline import baseline_days, baseline_period
from adtracker.domain.statistics.change import course_itch_state
from adtracker.domain.statistics.summary import Mean, by_day, key_numbers, summarise

START = date(2026, 8, 2)
COURSE = Course(START)
WEEK_BEFORE = Period(date(2026, 7, 26), date(2026, 8, 1))


def _days(offsets: Collection[int]) -> tuple[date, ...]:
    """Days counted from the first dose (0)."""
    return tuple(START + timedelta(days=offset) for offset in sorted(offsets))


@pytest.mark.parametrize(
    ("offsets", "first", "last", "stands_in"),
    [
        (range(-30, 20), -7, -1, False),
        ((-7, -5, -3, -1, 0, 1, 2), -7, -1, False),  # 4 of 7 are enough
        ((-7, -5, -3, 0, 1, 2, 3, 4), -7, 3, True),  # 3 are not: the first 7 recorded days
        ((-2, -1, *range(20)), -2, 4, True),
        ((-1, *range(20)), -1, 5, True),
        (range(20), 0, 6, True),
        ((-900, *range(20)), 0, 6, True),  # an entry years before changes nothing
        (range(0, 40, 2), 0, 12, True),
        ((-3, 30, 31, 32, 33, 34, 35, 36), 30, 36, True),  # one day alone is no beginning
        ((0, 1, 2, 3), 0, 6, True),  # more may come
        ((0, 1, 2, 3, 11), 0, 11, True),
        ((0, 1, 2), 0, 6, True),
        ((), -7, -1, False),
        ((-2,), -7, -1, False),
        (range(0, 140, 7), 0, 6, True),  # one a week: no run of days, so a first week that has too few
        ((20, 21, 22, 23), 20, 26, True),
    ],
)
def test_the_week_before_or_the_first_recorded_days(
    offsets: Collection[int], first: int, last: int, stands_in: bool
) -> None:
    period = Period(START + timedelta(days=first), START + timedelta(days=last))
    assert baseline_period(_days(offsets), COURSE, 4) == (period, stands_in)


def test_fewer_days_may_be_enough_if_the_person_says_so() -> None:
    assert baseline_period(_days((-2, -1, 0, 1, 2)), COURSE, 2) == (WEEK_BEFORE, False)


@given(st.sets(st.integers(-60, 60)), st.integers(-60, 60), st.integers(1, 7))
def test_a_day_more_never_takes_the_baseline_away(offsets: set[int], another: int, minimum: int) -> None:
    def has_baseline(kept: set[int]) -> bool:
        period, _ = baseline_period(_days(kept), COURSE, minimum)
        return sum(day in period for day in _days(kept)) >= minimum

    assert has_baseline(offsets | {another}) or not has_baseline(offsets)


def test_days_without_itch_make_no_baseline_where_others_have_it() -> None:
    notes = [DayEntry(day, note="busy") for day in _days(range(-6, 0))]
    itch = [DayEntry(day, itch=7) for day in _days(range(10))]
    assert baseline_days(by_day([*notes, *itch])) == _days(range(10))
    assert baseline_days(by_day(notes)) == _days(range(-6, 0))
    assert summarise([*notes, *itch], COURSE, START + timedelta(days=20)).baseline.means.of[ITCH.key] == Mean(7.0, 7)


def test_its_own_days_are_neither_changed_nor_improved() -> None:
    # Two days before and five after: 9, 9, 9, 9, 9, 9, 0 are 54 / 7 = 7.7; the 0 is 7.7 below them and does not count.
    itches = [9, 9, 9, 9, 9, 9, 0, 3, 3, 8]
    days = by_day(DayEntry(day, itch=itch) for day, itch in zip(_days(range(-2, 8)), itches, strict=True))
    today = START + timedelta(days=7)
    summary = summarise(days.values(), COURSE, today)
    assert summary.baseline.means.of[ITCH.key] == Mean(7.7, 7)
    state = course_itch_state(days, summary, today)
    assert state is not None
    assert (state.days.recorded, state.days.improved, state.days.low) == (8, 2, 1)
    found = key_numbers(days, summary.baseline.means, Period.ending(today, 7), [ITCH])
    assert found[0].change is None  # its last seven days reach into the baseline
