"""Days well above the two weeks before: by hand, with gaps, and against counting anew for every day."""

from collections.abc import Sequence
from datetime import date, timedelta
from statistics import median

from hypothesis import given, settings
from hypothesis import strategies as st

from adtracker.domain.common.period import Period
from adtracker.domain.statistics.flare import Flare, flares

FIRST = date(2028, 2, 10)  # a leap year: two weeks and more later is 29 February


def _values(itches: Sequence[float | None]) -> dict[date, float]:
    return {FIRST + timedelta(days=day): itch for day, itch in enumerate(itches) if itch is not None}


def _day(number: int) -> date:
    return FIRST + timedelta(days=number)


def test_three_days_two_points_above_the_median_of_the_fortnight_before() -> None:
    # Fourteen days at 3 and 4 in turn: the median is (3 + 4) / 2 = 3.5, so 5.5 is just enough. After one such day the
    # 14 before are 7 fours, 6 threes and 5.5: the middle two are 4 and 4, so the next day needs 6; so does the third.
    found = flares(_values([3, 4] * 7 + [5.5, 6, 7, 4]))
    assert found == (Flare(Period(_day(14), _day(16)), 7, 3.5),)
    assert found[0].period.last == date(2028, 2, 26)


def test_two_days_or_less_than_two_points_are_no_flare() -> None:
    assert flares(_values([3.0] * 14 + [6, 6, 3])) == ()
    assert flares(_values([3.0] * 14 + [4.9] * 5)) == ()
    assert flares(_values([3.0] * 14 + [6, 6, 3]), running=2) == (Flare(Period(_day(14), _day(15)), 6, 3),)
    assert len(flares(_values([3.0] * 14 + [4.9] * 5), points=1.5)) == 1


def test_a_difference_is_that_of_the_numbers_typed() -> None:
    # 5.1 - 3.1 is a hair below 2 in binary.
    assert len(flares(_values([3.1] * 14 + [5.1] * 3))) == 1


def test_a_day_not_recorded_ends_a_run_but_is_skipped_in_the_days_before() -> None:
    assert flares(_values([3.0] * 14 + [6, 6, None, 6])) == ()
    assert flares(_values([3.0, None] * 14 + [6, 6, 6])) == (Flare(Period(_day(28), _day(30)), 6, 3),)


def test_a_new_level_is_a_flare_only_until_it_is_usual() -> None:
    # From 3 to 6 for good. While at most 6 of the 14 days before are at 6, the median is 3 (days 14 to 20); with 7 of
    # each it is 4.5, and 6 is only 1.5 above.
    assert flares(_values([3.0] * 14 + [6.0] * 40)) == (Flare(Period(_day(14), _day(20)), 6, 3),)


def test_what_cannot_have_a_flare_has_none() -> None:
    for itches in ([], [10.0], [10.0] * 100, [0.0] * 100, [0.0] * 10 + [10.0] * 3, [None] * 30):
        assert flares(_values(itches)) == ()


@settings(max_examples=50)
@given(
    st.lists(st.none() | st.sampled_from([0.0, 1.0, 2.0, 3.0, 5.0, 8.0]), max_size=80),
    st.integers(1, 4),
    st.integers(1, 5),
)
def test_they_are_the_runs_of_days_that_each_lie_above_their_own_median(
    itches: list[float | None], running: int, before: int
) -> None:
    values = _values(itches)
    recorded = sorted(values)
    above = {
        day
        for number, day in enumerate(recorded)
        if number >= before and values[day] - median(values[one] for one in recorded[number - before : number]) >= 2
    }
    found = flares(values, running=running, before=before)
    days = [day for flare in found for day in flare.period]
    assert set(days) <= above
    for day in above - set(days):
        run = [day]
        while run[0] - timedelta(days=1) in above:
            run.insert(0, run[0] - timedelta(days=1))
        while run[-1] + timedelta(days=1) in above:
            run.append(run[-1] + timedelta(days=1))
        assert len(run) < running
    assert all(flare.period.length >= running for flare in found)
