"""What was deleted goes by days of use: never early, never by a clock that jumps, and in the end it does go."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from adtracker.domain.common.soft_delete import DAYS_KEPT, USED_DAYS_KEPT, Usage, goes_on, is_over
from adtracker.domain.records.visit import Visit

DELETED = date(2026, 11, 22)
GONE = Visit(DELETED, removed_on=DELETED)


def _usage(today: int, *used: int) -> Usage:
    """How it looks so many days after the deletion."""
    return Usage(_day(today), [_day(number) for number in used])


def _day(number: int) -> date:
    return DELETED + timedelta(days=number)


def test_what_stands_does_not_go() -> None:
    assert goes_on(Visit(DELETED), _usage(99, *range(99))) is None
    assert not is_over(Visit(DELETED), _usage(99, *range(99)))


@pytest.mark.parametrize(
    ("usage", "over"),
    [
        (_usage(30, *range(1, 31)), False),
        (_usage(31, *range(1, 32)), True),
        (_usage(31, *range(3, 33, 3)), True),
        (_usage(31, *range(3, 30, 3)), False),  # nine days
        (_usage(31, *range(1, 11)), True),
        (_usage(31), False),
        (_usage(3650), False),
        (_usage(31, *range(-40, 1)), False),  # used before, not since
        (_usage(31, *range(32, 99)), False),  # days that turned out to lie ahead
        (_usage(3650, *range(1, 29)), False),  # four weeks, and then the clock says 2036
        (_usage(3651, *range(1, 29), 3650, 3651), False),
        (_usage(40, *range(1, 11), 40), False),  # a month ahead: its 30 days are no days
        (_usage(-2000, *range(1, 40)), False),  # the clock says 2021
    ],
)
def test_it_takes_thirty_days_and_ten_of_use_and_jumps_count_as_none(usage: Usage, over: bool) -> None:
    assert is_over(GONE, usage) is over


@pytest.mark.parametrize(
    ("usage", "day"),
    [
        (_usage(0), 31),
        (_usage(0, 0), 31),
        (_usage(10, *range(1, 11)), 31),
        (_usage(31), 62),  # a pause as long as that is none: it begins again
        (_usage(20), 31),
        (_usage(20, 20), 31),
        (_usage(31, *range(3, 33, 3)), 31),
        (_usage(25, 5, 10), 32),  # eight uses to come, today's among them
        (_usage(-2000), 31),
    ],
)
def test_the_day_it_says_is_the_earliest(usage: Usage, day: int) -> None:
    assert goes_on(GONE, usage) == _day(day)


used_days = st.sets(st.integers(-5, 120))


@given(used_days, st.integers(0, 120))
def test_never_early_and_never_before_it_was_said(used: set[int], today: int) -> None:
    usage = _usage(today, *used)
    over = is_over(GONE, usage)
    if over:
        assert today > DAYS_KEPT
        assert sum(0 < day <= today for day in used) >= USED_DAYS_KEPT
    goes = goes_on(GONE, usage)
    assert goes is not None
    assert (goes == usage.today) or not over
    daily = _usage((goes - DELETED).days - 1, *(day for day in used if day <= today), *range(today, 200))
    assert not is_over(GONE, daily) or goes == usage.today


@given(used_days, st.integers(0, 120))
def test_who_goes_on_writing_sees_it_go(used: set[int], today: int) -> None:
    later = today + DAYS_KEPT + USED_DAYS_KEPT
    assert is_over(GONE, _usage(later, *(day for day in used if day <= today), *range(today, later + 1)))
