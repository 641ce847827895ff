"""What happened together: differences by hand, least squares and scipy as oracles, counts, chance and stopping."""

from collections.abc import Iterable, Sequence
from datetime import date, timedelta

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from adtracker.domain.records.course import Course
from adtracker.domain.statistics.association import Association, Lag
from adtracker.domain.statistics.associations import associations
from adtracker.domain.statistics.false_discovery import adjusted_for_false_discovery
from adtracker.domain.statistics.permutation_test import Days, permutation_test
from tests.domain.statistics.oracle import scipy_says

FIRST = date(2026, 8, 2)
COURSE = Course(FIRST)


def _series(values: Sequence[float]) -> dict[date, float]:
    return {FIRST + timedelta(days=day): value for day, value in enumerate(values)}


def _factor(flags: Iterable[object]) -> dict[date, bool]:
    return {FIRST + timedelta(days=day): bool(flag) for day, flag in enumerate(flags)}


def _always(_: float) -> bool:
    return True


def _looked_at(itch: Sequence[float], **factors: Iterable[object]) -> dict[tuple[str, Lag], Association]:
    found = associations(_series(itch), {name: _factor(flags) for name, flags in factors.items()}, COURSE, _always, 999)
    assert found is not None
    return {(one.factor, one.lag): one for one in found}


def test_a_difference_is_between_days_of_the_same_week() -> None:
    # Week 1 is at 3, week 2 at 7; days with it are 1 above the days without, in either week. Over both weeks together
    # days with it would be (4 + 4 + 4 + 8) / 4 = 5 and days without (4 * 3 + 6 * 7) / 10 = 5.4: lower, not higher.
    itch = np.array([4, 4, 4, 3, 3, 3, 3, 8, 7, 7, 7, 7, 7, 7], dtype=float)
    exposed = np.array([1, 1, 1, 0, 0, 0, 0, 1, 0, 0, 0, 0, 0, 0], dtype=float)
    found = permutation_test(Days(itch, np.full(14, 5.0), exposed, np.repeat([1, 2], 7)), _always)
    assert found is not None
    assert found.difference == pytest.approx(1.0)


def test_what_the_day_before_explains_is_not_counted_again() -> None:
    # Itch is the day before's and nothing else; days with it follow bad days.
    before = np.array([2, 8, 2, 8, 2, 8, 2], dtype=float)
    exposed = np.array([0, 1, 0, 1, 0, 0, 0], dtype=float)
    found = permutation_test(Days(before / 2 + 1, before, exposed, np.ones(7, dtype=np.int64)), _always)
    assert found is not None
    assert found.difference == pytest.approx(0.0, abs=1e-9)


@settings(max_examples=25)
@given(st.integers(0, 10_000))
def test_the_difference_is_that_of_least_squares_with_weeks_and_the_day_before(seed: int) -> None:
    rng = np.random.default_rng(seed)
    weeks = np.sort(rng.integers(1, 7, 40))
    itch, before = rng.integers(0, 11, (2, 40)).astype(float)
    exposed = (rng.random(40) < 0.4).astype(float)
    table = np.column_stack([exposed, before, *(weeks == week for week in np.unique(weeks))]).astype(float)
    expected, _, rank, _ = np.linalg.lstsq(table, itch, rcond=None)
    found = permutation_test(Days(itch, before, exposed, weeks), _always, 99)
    if rank == table.shape[1]:
        assert found is not None
        assert found.difference == pytest.approx(expected[0], abs=1e-6)


@pytest.mark.slow
def test_the_chance_is_about_that_of_a_t_test_where_days_do_not_hang_together() -> None:
    rng = np.random.default_rng(2)
    weeks = np.repeat(np.arange(1, 25), 7)
    chances = []
    for effect in (0.0, 0.3, 0.5):
        exposed = (rng.random(168) < 0.5).astype(float)
        itch, before = 5 + rng.normal(0, 1, 168) + effect * exposed, rng.normal(5, 1, 168)
        found = permutation_test(Days(itch, before, exposed, weeks), _always)
        assert found is not None
        inside = [series - np.repeat(series.reshape(24, 7).mean(axis=1), 7) for series in (itch, exposed)]
        chances.append((found.chance, scipy_says("pearsonr", *inside)[1]))
    for ours, classical in chances:
        assert ours == pytest.approx(classical, abs=0.06)
    assert chances[0][0] > 0.05 > chances[2][0]


def test_a_trigger_that_adds_two_points_stands_out_on_its_day_only_and_another_does_not() -> None:
    rng = np.random.default_rng(4)
    flags, other = rng.random((2, 168)) < 0.3
    found = _looked_at(np.clip(4 + rng.normal(0, 1, 168) + 2 * flags, 0, 10).tolist(), wool=flags, milk=other)
    same_day = found["wool", Lag.SAME_DAY]
    assert same_day.stands_out
    assert same_day.low is not None
    assert same_day.high is not None
    assert same_day.low <= 2.0 <= same_day.high
    assert not any(one.stands_out for key, one in found.items() if key != ("wool", Lag.SAME_DAY))


def test_a_night_after_stands_out_the_next_morning() -> None:
    rng = np.random.default_rng(5)
    flags = rng.random(168) < 0.3
    itch = 4 + rng.normal(0, 1, 168) + 2 * np.roll(flags, 1)
    found = _looked_at(itch.tolist(), late_night=flags)
    assert [lag for (_, lag), one in found.items() if one.stands_out] == [Lag.NEXT_MORNING]


def test_days_are_counted_as_they_are_compared_and_nine_are_too_few() -> None:
    # Days 2 to 24 have a day before: 9 with it are on days 2 to 18 (every second), 10 if day 20 is one too.
    itch = [3.0, 4.0] * 12
    nine = [day % 2 == 1 and day < 18 for day in range(24)]
    few = _looked_at(itch, x=nine)["x", Lag.SAME_DAY]
    assert few == Association("x", Lag.SAME_DAY, 9, 14)
    ten = _looked_at(itch, x=[day % 2 == 1 and day < 20 for day in range(24)])["x", Lag.SAME_DAY]
    assert (ten.days_with, ten.days_without) == (10, 13)
    assert ten.difference is not None


@pytest.mark.parametrize("step", [0.04, -0.04])
def test_a_difference_that_shows_as_nothing_does_not_stand_out_however_sure_it_is(step: float) -> None:
    flags = np.random.default_rng(1).random(60) < 0.5
    found = _looked_at([5 + step * flag for flag in flags], often=flags)["often", Lag.SAME_DAY]
    assert (found.difference, found.low and found.high, found.stands_out) == (0.0, 0.0, False)
    clear = _looked_at([5 + 10 * step * flag for flag in flags], often=flags)["often", Lag.SAME_DAY]
    assert clear.stands_out


def test_what_never_changes_within_a_week_cannot_be_told() -> None:
    weekly = [day // 7 % 2 == 0 for day in range(56)]
    found = _looked_at([4.0, 6.0] * 28, holiday=weekly)
    assert found["holiday", Lag.SAME_DAY].difference is None


def test_a_day_not_recorded_is_compared_with_nothing() -> None:
    itch = _series([5.0] * 30)
    for day in (5, 6):
        del itch[FIRST + timedelta(days=day)]
    found = associations(itch, {"x": {FIRST + timedelta(days=day): True for day in range(4, 9)}}, None, _always)
    # Same day: days 5 and 6 have no itch, day 7 none before it, so days 4 and 8. Next morning: of days 4 to 8 the next
    # is recorded on 6, 7 and 8, and itch on the day itself on 7 and 8.
    assert found is not None
    assert [one.days_with for one in found] == [2, 2]


def test_the_same_diary_gives_the_same_numbers_whatever_else_is_looked_at() -> None:
    rng = np.random.default_rng(6)
    itch = rng.integers(0, 11, 100).astype(float).tolist()
    one, two = rng.random((2, 100)) < 0.5
    alone, both = _looked_at(itch, one=one), _looked_at(itch, two=two, one=one)
    for lag in Lag:
        assert alone["one", lag].low == both["one", lag].low


def test_it_stops_when_told_to_and_says_how_far_it_is() -> None:
    rng = np.random.default_rng(7)
    itch = _series(rng.integers(0, 11, 100).astype(float).tolist())
    factors = {name: _factor(rng.random(100) < 0.5) for name in "abc"}
    told: list[float] = []

    def go_on(share: float) -> bool:
        told.append(share)
        return len(told) < 4

    assert associations(itch, factors, COURSE, go_on) is None
    assert len(told) == 4
    assert told == sorted(told)
    assert 0 <= told[0] <= told[-1] < 1


def test_adjusting_is_that_of_scipy() -> None:
    # Three looks: 1 + 1/2 + 1/3 = 1.8333. 0.01 * 3 * 1.8333 / 1 = 0.055; 0.02 * 3 * 1.8333 / 2 = 0.055; 0.9 stays 1.
    assert adjusted_for_false_discovery([0.02, 0.9, 0.01]) == pytest.approx([0.055, 1, 0.055])
    assert adjusted_for_false_discovery([]) == ()


@settings(max_examples=50)
@given(st.lists(st.floats(0, 1), min_size=1, max_size=40))
def test_adjusting_many_is_that_of_scipy(chances: list[float]) -> None:
    assert adjusted_for_false_discovery(chances) == pytest.approx(
        scipy_says("false_discovery_control", chances, method="by"), abs=1e-12
    )


ODD_DIARIES: tuple[dict[date, float], ...] = (
    {},
    _series([5.0]),
    _series([0.0] * 60),
    {FIRST + timedelta(days=7 * week): 5.0 for week in range(60)},
    {date(2024, 2, 28) + timedelta(days=day): float(day % 3) for day in range(60)},
    {date(2026, 12, 20) + timedelta(days=day): float(day % 3) for day in range(40)},
)


@pytest.mark.parametrize("itch", ODD_DIARIES)
@pytest.mark.parametrize("course", [None, COURSE, Course(date(2999, 1, 1))])
def test_odd_diaries_get_counts(itch: dict[date, float], course: Course | None) -> None:
    factors = {"odd": {day: day.toordinal() % 2 == 0 for day in itch}, "never": {}, "always": dict.fromkeys(itch, True)}
    found = associations(itch, factors, course, _always, 99)
    assert found is not None
    assert [one.factor for one in found] == ["odd"] * 2 + ["never"] * 2 + ["always"] * 2
    assert all(one.difference is None and not one.stands_out for one in found if one.factor != "odd")
    assert associations(itch, {}, course, _always) == ()
