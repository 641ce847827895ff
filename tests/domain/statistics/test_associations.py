"""What happened together: differences by hand, the textbook and scipy as oracles, counts, chance and stopping."""

from collections.abc import Iterable, Sequence
from datetime import date, timedelta

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from adtracker.domain.records.course import Course
from adtracker.domain.statistics.association import Association, Group, Lag
from adtracker.domain.statistics.associations import associations
from adtracker.domain.statistics.day_noise import Array
from adtracker.domain.statistics.false_discovery import adjusted_for_false_discovery
from adtracker.domain.statistics.lagged_fit import Days, Frame, Look, Turns, chance, looks, spread
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


def _plain(itch: Sequence[float], exposed: Sequence[float], weeks: Sequence[int]) -> tuple[Look, ...] | None:
    """The fit of days that are all known; the first one is a Monday."""
    weekend = np.array([number % 7 >= 5 for number in range(len(itch))], dtype=float)
    days = Days(np.array(itch, dtype=float), np.array(weeks), weekend)
    thing = np.array(exposed, dtype=float)
    return looks(Frame(days, days.rows([thing])), thing)


def _slowly(days: Days, exposed: Array) -> tuple[Array, Array]:
    """The same by a table of all columns and the textbook's generalised least squares, days of other blocks apart:
    coefficients and their standard errors, both lags."""
    rows = np.arange(1, len(exposed))
    blocks = ((days.weeks - 1) // 2)[rows]
    columns = [exposed[rows], exposed[rows - 1], days.weekend[rows], *(blocks == block for block in set(blocks))]
    table, seen = np.array(columns, dtype=float).T, days.itch[rows]
    carry, fresh = days.noise
    scatter = np.where(blocks[:, None] == blocks, (1 - fresh) * carry ** np.abs(rows[:, None] - rows), 0.0)
    np.fill_diagonal(scatter, 1.0)
    weigh = np.linalg.inv(scatter)
    inverse = np.linalg.inv(table.T @ weigh @ table)
    points = inverse @ table.T @ weigh @ seen
    left = seen - table @ points
    variance = left @ weigh @ left / (len(seen) - table.shape[1])
    return points[:2], np.sqrt(variance * np.diag(inverse))[:2]


def test_a_difference_is_between_days_of_the_same_two_weeks_whatever_the_level_of_each() -> None:
    # Both pairs of weeks have a level of their own, 2 and 7; a day with it is 1 above it, the morning after one 0.5.
    exposed = [1.0, 1, 0, 0, 1, 0, 1, 0, 0, 1, 0, 1, 1, 0, 0, 1, 0, 0, 0, 1, 1, 0, 1, 1, 0, 1, 0, 0]
    levels = [2.0] * 14 + [7.0] * 14
    itch = [level + now + late / 2 for level, now, late in zip(levels, exposed, [0.0, *exposed[:-1]], strict=True)]
    found = _plain(itch, exposed, np.repeat([1, 2, 3, 4], 7).tolist())
    assert found is not None
    assert [look.points for look in found] == pytest.approx([1.0, 0.5])


def test_weekends_are_set_beside_weekends() -> None:
    # Itch is 2 higher at weekends and nothing else; the thing comes mostly at weekends.
    weekend = [float(number % 7 >= 5) for number in range(28)]
    exposed = [float(was) for was in weekend]
    exposed[2], exposed[12], exposed[17], exposed[26] = 1.0, 0.0, 1.0, 0.0
    found = _plain([3 + 2 * was for was in weekend], exposed, np.repeat([1, 2, 3, 4], 7).tolist())
    assert found is not None
    assert [look.points for look in found] == pytest.approx([0.0, 0.0], abs=1e-9)


@settings(max_examples=25)
@given(st.integers(0, 10_000))
def test_points_errors_and_rarity_are_those_of_generalised_least_squares(seed: int) -> None:
    rng = np.random.default_rng(seed)
    itch, exposed = np.cumsum(rng.integers(-1, 2, 56)) + rng.integers(0, 3, 56), (rng.random(56) < 0.4).astype(float)
    days = Days(itch.astype(float), np.repeat(np.arange(1, 9), 7), (np.arange(56) % 7 >= 5).astype(float))
    points, errors = _slowly(days, exposed)
    found = looks(Frame(days, days.rows([exposed])), exposed)
    assert found is not None
    assert [look.points for look in found] == pytest.approx(points.tolist(), abs=1e-6)
    assert [look.error for look in found] == pytest.approx(errors.tolist(), abs=1e-6)
    # 55 days less 4 blocks, weekend and both lags leave 48 degrees of freedom.
    rarity = [2 * scipy_says("t.sf", abs(float(t)), 48) for t in points / errors]
    assert [chance(look.z, 1.0) for look in found] == pytest.approx(rarity, abs=2e-3)


def test_chance_is_that_of_the_normal_curve_as_wide_as_turned_days_are() -> None:
    assert chance(1.96, 1.0) == pytest.approx(0.05, abs=1e-3)
    assert chance(-3.92, 2.0) == pytest.approx(0.05, abs=1e-3)
    assert chance(3.0, 0.0) == 1.0  # where no turning can be told, nothing stands out


@pytest.mark.slow
def test_turned_days_spread_z_as_the_normal_curve_where_days_do_not_hang_together() -> None:
    rng = np.random.default_rng(2)
    days = Days(5 + rng.normal(0, 1, 168), np.repeat(np.arange(1, 25), 7), (np.arange(168) % 7 >= 5).astype(float))
    thing = (rng.random(168) < 0.5).astype(float)
    *_, (share, widths) = spread(days, Frame(days, days.rows([thing])), thing, 999)
    assert share == 1.0
    assert widths.tolist() == pytest.approx([1.0, 1.0], abs=0.15)


def test_turning_keeps_what_each_block_of_two_weeks_had() -> None:
    rng = np.random.default_rng(3)
    thing = (rng.random(60) < 0.4).astype(float)
    thing[[4, 17, 18, 40]] = np.nan
    turns = Turns(np.arange(60) // 14, thing)
    turned = turns.turned(range(40))
    blocks = (np.arange(60) // 14)[turns.known]
    for block in range(5):
        sums = turned[:, blocks == block].sum(axis=1)
        assert set(sums.tolist()) == {float(np.nansum(thing[np.arange(60) // 14 == block]))}
    assert len({row.tobytes() for row in turned}) > 30
    assert np.array_equal(turns.turned(range(7, 9)), turned[7:9])


def test_of_two_things_that_come_on_the_same_days_the_one_that_acts_stays_and_names_the_other() -> None:
    rng = np.random.default_rng(9)
    wool = rng.random(168) < 0.3
    twin = np.where(rng.random(168) < 0.1, ~wool, wool)
    found = _looked_at(np.clip(4 + rng.normal(0, 0.7, 168) + 2 * wool, 0, 10).tolist(), wool=wool, twin=twin)
    assert found["wool", Lag.SAME_DAY].stands_out
    cut = found["twin", Lag.SAME_DAY]
    assert (cut.stands_out, cut.same_days_as) == (False, "wool")
    alone = _looked_at(np.clip(4 + rng.normal(0, 0.7, 168) + 2 * wool, 0, 10).tolist(), twin=twin)
    assert alone["twin", Lag.SAME_DAY].stands_out


def test_averages_and_scores_are_the_plain_ones_of_the_days_compared() -> None:
    # 24 days 3 4 3 4 ...; ticked on days 2, 5, 8 ... 23. Compared are days 2 to 24: of those ticked days 5, 11, 17 and
    # 23 had 3, days 2, 8, 14 and 20 had 4, so 8 days with a mean of (4 * 3 + 4 * 4) / 8 = 3.5.
    found = _looked_at([3.0, 4.0] * 12, x=[number % 3 == 1 for number in range(24)])["x", Lag.SAME_DAY]
    assert found.with_it == Group(8, 3.5, (0, 0, 0, 4, 4, 0, 0, 0, 0, 0, 0))
    assert found.without == Group(15, 3.5, (0, 0, 0, 7, 8, 0, 0, 0, 0, 0, 0))
    assert found.difference is None


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
    assert (few.days_with, few.days_without, few.difference) == (9, 14, None)
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


def test_what_never_changes_within_a_block_of_two_weeks_cannot_be_told() -> None:
    weekly = [day // 14 % 2 == 0 for day in range(56)]
    found = _looked_at([4.0, 6.0] * 28, holiday=weekly)
    assert found["holiday", Lag.SAME_DAY].difference is None


def test_a_day_not_recorded_is_compared_with_nothing() -> None:
    itch = _series([5.0] * 30)
    for day in (5, 6):
        del itch[FIRST + timedelta(days=day)]
    found = associations(itch, {"x": {FIRST + timedelta(days=day): True for day in range(4, 11)}}, None, _always)
    # Days 5 and 6 have no itch, and on day 4 the thing is not known the day before: days 7 to 10 are left.
    assert found is not None
    assert [one.days_with for one in found] == [4, 4]


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
    # Three looks: 0.01 * 3 / 1 = 0.03; 0.02 * 3 / 2 = 0.03; 0.9 * 3 / 3 = 0.9.
    assert adjusted_for_false_discovery([0.02, 0.9, 0.01]) == pytest.approx([0.03, 0.9, 0.03])
    assert adjusted_for_false_discovery([]) == ()


@settings(max_examples=50)
@given(st.lists(st.floats(0, 1), min_size=1, max_size=40))
def test_adjusting_many_is_that_of_scipy(chances: list[float]) -> None:
    assert adjusted_for_false_discovery(chances) == pytest.approx(
        scipy_says("false_discovery_control", chances, method="bh"), abs=1e-12
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
