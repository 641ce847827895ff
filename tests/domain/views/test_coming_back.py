"""Coming back after a week or longer: what is empty, what can be filled in, and what a break would cover."""

from datetime import date, timedelta
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from adtracker.domain.common.period import Period
from adtracker.domain.records.diary_break import BreakReason, DiaryBreak
from adtracker.domain.views.coming_back import coming_back, gap_before

TODAY = date(2026, 11, 28)
GAP = Period(date(2026, 11, 21), date(2026, 11, 27))


def _day(number: int) -> date:
    return date(2026, 11, number)


def _break(first: int, last: int) -> DiaryBreak:
    return DiaryBreak(_day(first), _day(last), BreakReason.ILL)


@pytest.mark.parametrize(
    ("last", "gap"),
    [
        (_day(20), GAP),  # seven days, 21 to 27
        (_day(21), None),  # six
        (TODAY, None),
        (TODAY + timedelta(days=2), None),  # the clock was put back
        (date(2023, 11, 20), Period(date(2023, 11, 21), _day(27))),
        (None, None),  # an empty diary was never left
    ],
)
def test_a_week_without_an_entry_is_a_gap(last: date | None, gap: Period | None) -> None:
    assert gap_before(TODAY, last) == gap


def test_all_days_of_a_gap_are_open_and_the_last_seven_can_be_filled_in() -> None:
    found = coming_back(Period(_day(10), _day(27)), (), ())
    assert found is not None
    assert (found.last, len(found.open)) == (_day(9), 18)
    assert found.remembered == tuple(GAP)
    assert found.left() == (Period(_day(10), _day(27)),)


def test_what_is_filled_in_is_not_left_for_a_break() -> None:
    """As in the picture: two days are given, the break is 23 to 27."""
    found = coming_back(GAP, (), ())
    assert found is not None
    assert found.left({_day(21), _day(22)}) == (Period(_day(23), _day(27)),)
    assert found.left({_day(24)}) == (Period(_day(21), _day(27)),)  # a day kept may lie in a break
    assert found.left(set(GAP)) == ()
    after = coming_back(GAP, {_day(21), _day(22)}, ())
    assert after is not None
    assert after.left() == (Period(_day(23), _day(27)),)


def test_a_break_that_is_there_divides_what_is_left() -> None:
    """By hand: 23 and 24 are a break, so 21 to 22 and 25 to 27 are left."""
    found = coming_back(GAP, (), [_break(23, 24)])
    assert found is not None
    assert found.open == (_day(21), _day(22), _day(25), _day(26), _day(27))
    assert found.left() == (Period(_day(21), _day(22)), Period(_day(25), _day(27)))


def test_where_every_day_is_explained_nothing_is_asked() -> None:
    assert coming_back(GAP, (), [_break(15, 27)]) is None
    assert coming_back(GAP, {_day(21), _day(22)}, [_break(23, 27)]) is None


_SMALL = st.integers(1, 27)


@given(
    st.tuples(_SMALL, _SMALL), st.frozensets(_SMALL), st.lists(st.tuples(_SMALL, _SMALL), max_size=3), st.sets(_SMALL)
)
def test_what_is_left_covers_the_open_days_and_no_break(
    ends: tuple[int, int], kept: frozenset[int], spans: list[tuple[int, int]], filled: set[int]
) -> None:
    breaks = [_break(min(span), max(span)) for span in spans]
    found = coming_back(Period(_day(min(ends)), _day(max(ends))), set(map(_day, kept)), breaks)
    if found is None:
        return
    left = found.left(set(map(_day, filled)))
    wanted = {day for day in found.open if day.day not in filled}
    assert all(any(day in run for run in left) for day in wanted)
    assert all(run.first in wanted and run.last in wanted for run in left)
    assert not any(run.meets(one.period) for run in left for one in breaks)
    assert all(later.first > earlier.last for earlier, later in pairwise(left))
