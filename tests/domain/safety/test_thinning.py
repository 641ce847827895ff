"""Which copies stay: by hand, and over ten years of days with clocks that jump."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from itertools import pairwise
from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from adtracker.domain.safety.thinning import ALL_OF, JUMP, RESTING, KeptCopy, surplus

NOON = datetime(2026, 11, 28, 12, tzinfo=UTC)


def _copies(*days_ago: float) -> list[KeptCopy]:
    """Copies so many days before noon, the oldest first."""
    return [KeptCopy(number, NOON - timedelta(days=ago)) for number, ago in enumerate(days_ago, 1)]


def _left(copies: list[KeptCopy], restored_at: int = 0) -> list[KeptCopy]:
    gone = surplus(copies, restored_at)
    return [copy for copy in copies if copy.number not in gone]


@pytest.mark.parametrize(
    ("days_ago", "gone"),
    [
        ([], []),
        ([0], []),
        ([900, 899.9, 0], []),  # three are never too many
        ([1.9, 1.5, 1.2, 0.9, 0.5, 0.1, 0], []),  # all of two days
        ([3.2, 3.1, 3.05, 2.5, 1.5, 0.5, 0], [1, 2]),  # before these the last one of a day
        ([3.2, 3.1, 2.5, 1.5, 0.5], [1]),  # two days before the last copy, whatever day it is now
        ([5.2, 3.15, 3.1, 1.1, 0], []),  # a longer step counts as one day
        ([5.2, 5.1, 4, 3.1, 1.1, 0], [1]),
    ],
)
def test_by_hand(days_ago: list[float], gone: list[int]) -> None:
    assert sorted(surplus(_copies(*days_ago))) == gone


def test_weeks_months_and_years_follow_the_days() -> None:
    left: list[KeptCopy] = []
    for number in range(1, 5 * 366):
        left = _left([*left, KeptCopy(number, NOON + timedelta(days=number))])
    last = left[-1].made
    ages = [(last - copy.made).days for copy in left][::-1]
    assert ages[:15] == list(range(15))  # two days and twelve
    weekly = ages[15:25]
    assert [older - newer for newer, older in pairwise(weekly[1:])] == [7] * 8
    assert {copy.made.year for copy in left} == {2026, 2027, 2028, 2029, 2030, 2031}
    assert 14 + 10 + 9 <= len(left) <= 14 + 10 + 9 + 8


def test_a_copy_that_is_not_whole_neither_counts_nor_goes() -> None:
    bad = [KeptCopy(number, NOON + timedelta(minutes=number), is_good=False) for number in range(7, 12)]
    copies = _copies(3.2, 3.1, 3.05)
    assert surplus([*copies, *bad]) == frozenset()
    assert surplus([*_copies(3.2, 3.1, 3.05, 2.5, 1.5, 0.5, 0), *bad]) == {1, 2}


def test_a_clock_that_jumps_makes_nothing_go() -> None:
    copies = _copies(3.2, 3.1, 2.5, 1.5, 0.5, 0)
    assert surplus(copies) == {1}
    ahead = KeptCopy(7, NOON + timedelta(days=3650))
    back = KeptCopy(7, NOON - timedelta(days=3650))
    assert surplus([*copies, ahead]) == frozenset()
    assert surplus([*copies, back]) == frozenset()
    # The next one takes an ordinary step: the copies of the two days before the jump are still there.
    again = KeptCopy(8, ahead.made + timedelta(hours=1))
    assert surplus([*copies, ahead, again]) == {1}


def test_after_going_back_nothing_goes_for_a_while() -> None:
    copies = _copies(3.2, 3.1, 2.5, 1.5, 0.5, 0)
    assert surplus(copies, restored_at=6) == frozenset()
    more = [KeptCopy(number, NOON + timedelta(minutes=number)) for number in range(7, 7 + RESTING)]
    assert surplus([*copies, *more[:-1]], restored_at=6) == frozenset()
    assert surplus([*copies, *more], restored_at=6) == {1}


def _clock_errors() -> st.SearchStrategy[list[tuple[int, int]]]:
    """From which days on a clock is wrong by how many days: months or years, ahead or back, and right again."""
    wrong = st.one_of(st.integers(-4000, -100), st.integers(100, 4000), st.just(0))
    return st.lists(st.tuples(st.integers(5, 3640), wrong), max_size=6, unique_by=lambda one: one[0])


@pytest.mark.slow
@given(seed=st.integers(0, 1000), errors=_clock_errors())
@settings(deadline=None, max_examples=25)
def test_ten_years_of_days_with_a_clock_that_jumps(seed: int, errors: list[tuple[int, int]]) -> None:
    random, changes = Random(seed), dict(errors)
    error, number = timedelta(), 0
    left: list[KeptCopy] = []
    truly: dict[int, datetime] = {}
    years: set[int] = set()  # as the clock had them: a copy does not know better
    for day in range(3650):
        new_error = timedelta(days=changes.get(day, error.days))
        jumps, error = abs(new_error - error) > JUMP + timedelta(days=1), new_error
        for hour in sorted(random.sample(range(8, 23), random.choice((1, 1, 1, 2)))):
            number += 1
            truly[number] = NOON + timedelta(days=day, hours=hour)
            before = [*left, KeptCopy(number, truly[number] + error)]
            years.add(before[-1].made.year)
            left = _left(before)
            assert not jumps or left == before
            jumps = False
            kept = {copy.number for copy in left}
            recent = {one for one, moment in truly.items() if truly[number] - moment <= ALL_OF}
            assert recent <= kept
            truly = {one: moment for one, moment in truly.items() if one in kept}
    assert {copy.made.year for copy in left} == years
    assert all(later - earlier < timedelta(days=2 * 366) for earlier, later in pairwise(sorted(truly.values())))
    assert len(left) < 40 + 15 * (len(errors) + 1)
