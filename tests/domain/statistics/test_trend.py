"""Levelled off or still changing: slopes and answers by hand, scipy as the oracle, and no diary that breaks it."""

from collections.abc import Sequence
from datetime import date, timedelta

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from adtracker.domain.common.period import Period
from adtracker.domain.records.course import Course
from adtracker.domain.statistics.autocorrelation import STRENGTHS, Sample, both_tails, half_width
from adtracker.domain.statistics.trend import (
    LEVEL_MARGIN,
    TREND_WEEKS,
    Answer,
    Trend,
    answer,
    last_weeks,
    theil_sen,
    trend,
)
from tests.domain.statistics.oracle import scipy_says

TODAY = date(2026, 11, 29)
WEEKS = last_weeks(None, TODAY)
FIRST = WEEKS[0].first


def _values(itches: Sequence[float | None]) -> dict[date, float]:
    """Days from the first of the eight weeks on; None is a day that was not recorded."""
    return {FIRST + timedelta(days=day): itch for day, itch in enumerate(itches) if itch is not None}


def _weekly(means: Sequence[float], wobble: Sequence[float] = (0, 1, -1, 0, 1, -1, 0)) -> dict[date, float]:
    """Weeks of seven days with these means; the days differ from them by the wobble, which adds up to nothing."""
    return _values([mean + step for mean in means for step in wobble])


def test_the_slope_is_the_median_of_the_slopes_between_every_two_weeks() -> None:
    # 1 to 2: -1; 1 to 4: -1/3; 2 to 4: 0 (weeks 2 and 4, 6 and 6). In order: -1, -1/3, 0, so -1/3.
    assert theil_sen([(1, 7.0), (2, 6.0), (4, 6.0)]) == pytest.approx(-1 / 3)
    # An even number: 0 to 1: 1; 0 to 2: 1; 0 to 3: 4; 1 to 2: 1; 1 to 3: 5.5; 2 to 3: 10; between 1 and 4: 2.5.
    assert theil_sen([(0, 0.0), (1, 1.0), (2, 2.0), (3, 12.0)]) == 2.5


@settings(max_examples=50)
@given(st.dictionaries(st.integers(0, 20), st.integers(0, 100), min_size=2, max_size=9))
def test_the_slope_is_that_of_scipy(tenths: dict[int, int]) -> None:
    points = sorted((week, value / 10) for week, value in tenths.items())
    weeks, values = zip(*points, strict=True)
    assert theil_sen(points) == pytest.approx(scipy_says("theilslopes", values, weeks)[0], abs=1e-9)


def test_weeks_that_fall_evenly_are_falling() -> None:
    # Means 8.0, 7.5 ... 4.5: every two weeks differ by 0.5 a week, so the slope is -0.5. The days' wobble has the
    # variance (0+1+1+0+1+1+0)/7 = 0.57; alone it would let a slope of 56 days scatter by 0.04.
    found = trend(_weekly([8 - week / 2 for week in range(8)]), WEEKS)
    assert (found.answer, found.slope, found.counted, found.days) == (Answer.FALLING, -0.5, 8, 56)
    assert found.low is not None
    assert found.high is not None
    assert -0.75 < found.low < -0.5 < found.high < -0.25


def test_a_diary_turned_upside_down_rises_as_fast_as_the_other_falls() -> None:
    itches = _weekly([8, 7, 7, 6, 5, 5, 4, 3])
    falling, rising = trend(itches, WEEKS), trend({day: 10 - itch for day, itch in itches.items()}, WEEKS)
    assert (falling.answer, rising.answer) == (Answer.FALLING, Answer.RISING)
    mirrored = [-(one or 0) for one in (rising.slope, rising.high, rising.low)]
    assert [falling.slope, falling.low, falling.high] == mirrored


def test_weeks_that_stay_are_level_and_so_is_the_same_answer_every_day() -> None:
    assert trend(_weekly([5] * 8), WEEKS).answer is Answer.LEVEL
    for itch in (0, 5, 10):
        same = trend(_values([itch] * 56), WEEKS)
        assert (same.answer, same.slope) == (Answer.LEVEL, 0.0)
        assert same.low is not None
        assert same.low < 0  # whole points hide up to half a point, so the interval is never nothing


def test_weeks_that_wander_far_cannot_be_told() -> None:
    # The weeks rise by 4 and fall by 4 again: the slope over all is near 0, but it could as well be something else.
    assert trend(_weekly([3, 4, 6, 7, 7, 6, 4, 3]), WEEKS).answer is Answer.CANNOT_TELL


def test_six_weeks_with_enough_days_are_needed_and_days_of_other_weeks_are_counted_too() -> None:
    thin: list[float | None] = [5, 5, 5, None, None, None, None]
    full: list[float | None] = [5, 6, 4, 5, 6, 4, 5]
    two_thin = trend(_values([*thin * 2, *full * 6]), WEEKS)
    assert (two_thin.counted, two_thin.days, two_thin.answer) == (6, 48, Answer.LEVEL)
    three_thin = trend(_values([*thin * 3, *full * 5]), WEEKS)
    assert (three_thin.counted, three_thin.answer, three_thin.slope) == (5, Answer.CANNOT_TELL, None)
    assert trend(_values([*thin * 3, *full * 5]), WEEKS, minimum=3).counted == 8


@pytest.mark.parametrize(
    ("low", "high", "expected"),
    [
        (-0.33, -0.08, Answer.FALLING),
        (0.01, 0.4, Answer.RISING),
        (-0.2, 0.0, Answer.LEVEL),  # 0 is in it, and it stays within 2 points in 8 weeks
        (0.0, 0.2, Answer.LEVEL),  # the same from below: 0 alone is no rise
        (-LEVEL_MARGIN, 0.1, Answer.CANNOT_TELL),  # as much as 2 points in 8 weeks could be: not level
        (-0.1, LEVEL_MARGIN, Answer.CANNOT_TELL),
        (-0.1, 0.3, Answer.CANNOT_TELL),
        (-9.0, 9.0, Answer.CANNOT_TELL),
    ],
)
def test_the_answer_is_what_the_interval_allows(low: float, high: float, expected: Answer) -> None:
    assert answer(low, high) is expected


def test_the_last_weeks_are_those_of_the_course_that_are_over() -> None:
    course = Course(date(2026, 8, 2))
    # 29 November is day 120, the first of week 18: week 17 ended the day before, and week 10 is the eighth back.
    weeks = last_weeks(course, TODAY)
    assert (weeks[0], weeks[-1]) == (course.week(10), course.week(17))
    assert last_weeks(course, TODAY + timedelta(days=6)) == weeks  # the last day of week 18 is not over yet
    assert last_weeks(course, date(2026, 8, 9))[-1] == course.week(1)
    assert last_weeks(None, TODAY)[-1] == Period.ending(date(2026, 11, 28), 7)


def _exact_half_width(sample: Sample, strength: float) -> float:
    """For one strength alone: generalised least squares with matrices, the t distribution of scipy."""
    days, weights = np.array(sample.days), np.array(sample.weights)
    leaning = strength ** np.abs(days[:, None] - days[None])
    line = np.column_stack([np.ones(len(days)), days - days.mean()])
    inverse = np.linalg.inv(leaning)
    fitted = line @ np.linalg.solve(line.T @ inverse @ line, line.T @ inverse @ np.array(sample.values))
    left = np.array(sample.values) - fitted
    freedom = len(days) - 2
    error = np.sqrt(left @ inverse @ left / freedom * (weights @ leaning @ weights))
    return float(scipy_says("t.ppf", 0.975, freedom) * error)


@pytest.mark.parametrize("strength", STRENGTHS)
def test_the_interval_of_one_strength_is_that_of_generalised_least_squares(
    strength: float, monkeypatch: pytest.MonkeyPatch
) -> None:
    rng = np.random.default_rng(3)
    days = tuple(int(day) for day in np.flatnonzero(rng.random(56) > 0.2))
    values = tuple(float(value) for value in np.cumsum(rng.normal(0, 2, len(days))))
    sample = Sample(days, values, tuple(float(weight) for weight in rng.normal(0, 0.01, len(days))))
    monkeypatch.setattr("adtracker.domain.statistics.autocorrelation.STRENGTHS", (strength,))
    monkeypatch.setattr("adtracker.domain.statistics.autocorrelation.WEIGHTS", (1.0,))
    monkeypatch.setattr("adtracker.domain.statistics.autocorrelation.THEIL_SEN_SPREAD", 1.0)
    assert half_width(sample) == pytest.approx(_exact_half_width(sample, strength), rel=1e-3)


@pytest.mark.parametrize("freedom", [4, 10, 22, 54])
def test_the_tails_are_those_of_the_t_distribution(freedom: int) -> None:
    for t in (0.0, 0.5, 1.0, 2.0, 3.0, 6.0):
        assert both_tails(t, freedom) == pytest.approx(2 * scipy_says("t.sf", t, freedom), abs=1e-3)


def test_days_that_lean_on_each_other_say_less_than_the_same_values_in_disorder() -> None:
    rng = np.random.default_rng(1)
    walk = np.cumsum(rng.normal(0, 0.5, 56))
    days = tuple(range(56))
    weights = tuple((day - 27.5) / 1000 for day in days)
    leaning, shaken = (
        half_width(Sample(days, tuple(map(float, values)), weights)) for values in (walk, rng.permutation(walk))
    )
    assert leaning > 2 * shaken


answers = st.one_of(
    st.lists(st.none() | st.integers(0, 10).map(float), max_size=56),
    st.lists(st.sampled_from([None, 5.0]), min_size=56, max_size=56),
    st.lists(st.none() | st.floats(0, 10), min_size=40, max_size=56),
    st.builds(lambda day, itch: [*[None] * day, itch], st.integers(0, 55), st.floats(0, 10)),
    st.builds(lambda value: ([value] + [None] * 6) * 8, st.floats(0, 10)),  # one answer a week
)


@settings(max_examples=50)
@given(answers, st.integers(1, 7))
def test_any_diary_gets_an_answer_that_its_numbers_bear(itches: list[float | None], minimum: int) -> None:
    found = trend(_values(itches), WEEKS, minimum)
    assert len(found.weeks) == TREND_WEEKS
    assert found.days == sum(itch is not None for itch in itches)
    if found.slope is None or found.low is None or found.high is None:
        assert found == Trend(Answer.CANNOT_TELL, None, None, None, found.days, found.weeks)
        assert found.counted < 6
    else:
        assert found.low <= found.slope <= found.high
        assert found.answer is answer(found.low, found.high)
    assert trend(_values(itches), WEEKS, minimum) == found
