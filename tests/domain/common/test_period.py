"""Runs of days: both ends count, through leap days, and the day turns in the small hours."""

from datetime import date, datetime, time, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from adtracker.domain.common.period import Period, diary_day, whole_years

DAYS = st.dates(date(1900, 1, 1), date(2100, 1, 1))
NEAR = st.dates(date(2026, 1, 1), date(2026, 3, 1))
PERIODS = st.builds(Period.starting, NEAR, st.integers(1, 40))


def test_both_ends_belong_to_a_period() -> None:
    period = Period(date(2028, 2, 27), date(2028, 3, 1))  # a leap year: 27, 28, 29 February, 1 March
    assert period.length == 4
    assert list(period)[2] == date(2028, 2, 29)
    assert date(2028, 3, 1) in period
    assert date(2028, 3, 2) not in period
    assert date(2028, 2, 26) not in period


def test_a_period_cannot_end_before_it_begins() -> None:
    with pytest.raises(ValueError, match="cannot end"):
        Period(date(2026, 8, 2), date(2026, 8, 1))


@given(DAYS, st.integers(1, 400))
def test_starting_and_ending_say_the_same_days_from_either_end(first: date, length: int) -> None:
    period = Period.starting(first, length)
    assert period == Period.ending(period.last, length)
    assert period.length == length == len(list(period))
    assert [period.index(day) for day in period] == list(range(length))


def test_an_index_outside_is_negative_or_past_the_end() -> None:
    period = Period.starting(date(2026, 8, 2), 7)
    assert period.index(date(2026, 8, 1)) == -1
    assert period.index(date(2026, 8, 9)) == 7


@given(PERIODS, PERIODS)
def test_an_overlap_is_what_both_hold(one: Period, other: Period) -> None:
    shared = [day for day in one if day in other]
    assert list(one.overlap(other) or ()) == shared
    assert one.meets(other) == bool(shared)


@given(PERIODS, NEAR)
def test_a_clipped_period_has_no_day_after_the_last(period: Period, last: date) -> None:
    assert list(period.clip(last) or ()) == [day for day in period if day <= last]


@pytest.mark.parametrize(
    ("now", "day"),
    [
        ("2026-08-02 03:59:59", date(2026, 8, 1)),
        ("2026-08-02 04:00", date(2026, 8, 2)),
        ("2026-08-02 23:59", date(2026, 8, 2)),
        ("2027-01-01 00:30", date(2026, 12, 31)),
    ],
)
def test_the_diary_day_turns_at_four_in_the_morning(now: str, day: date) -> None:
    assert diary_day(datetime.fromisoformat(now), time(4)) == day


@given(st.datetimes(min_value=datetime(1, 1, 2)), st.times())  # noqa: DTZ001 -- the wall clock's time, as people see it
def test_the_diary_day_is_the_calendar_day_or_the_one_before(now: datetime, day_start: time) -> None:
    assert now.date() - diary_day(now, day_start) in (timedelta(0), timedelta(days=1))


def test_a_day_that_starts_at_midnight_is_the_calendar_day() -> None:
    assert diary_day(datetime.fromisoformat("2026-08-02 00:00"), time(0)) == date(2026, 8, 2)


@pytest.mark.parametrize(
    ("first", "today", "years"),
    [
        (date(2026, 11, 29), date(2027, 11, 28), 0),
        (date(2026, 11, 29), date(2027, 11, 29), 1),
        (date(2024, 2, 29), date(2025, 2, 28), 0),
        (date(2024, 2, 29), date(2025, 3, 1), 1),
        (date(2026, 11, 29), date(2029, 1, 1), 2),
        (date(2026, 11, 29), date(2026, 11, 28), -1),
    ],
)
def test_a_year_has_gone_by_on_the_same_date(first: date, today: date, years: int) -> None:
    assert whole_years(first, today) == years
