"""Numbers on other scales and several of one day become the one number of the diary."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from adtracker.domain.common.measure import Direction
from adtracker.domain.intake.scale import RATINGS, Scale, converted, lowest_and_highest
from adtracker.domain.intake.several import Several, one_of_several


@pytest.mark.parametrize(
    ("value", "scale", "turned", "expected"),
    [
        (65, Scale.HUNDRED, False, 6.5),
        (67, Scale.HUNDRED, False, 6.7),
        (3, Scale.TEN, True, 7),
        (6.7, Scale.TEN, True, 3.3),
        (3, Scale.FOUR, False, 7.5),
        (1, Scale.FIVE, False, 0),
        (5, Scale.FIVE, True, 0),
        (444, Scale.MINUTES, False, 7.4),
        (26_640, Scale.SECONDS, False, 7.4),
        (25.5, Scale.PER_CENT, False, 25.5),
    ],
)
def test_a_number_on_each_scale(value: float, scale: Scale, *, turned: bool, expected: float) -> None:
    assert converted(value, scale, turned=turned) == expected


@given(st.sampled_from(RATINGS), st.booleans(), st.floats(0, 1))
def test_every_rating_lands_between_0_and_10(scale: Scale, turned: bool, share: float) -> None:
    low, high = lowest_and_highest(scale) or (0, 0)
    assert 0 <= converted(low + share * (high - low), scale, turned=turned) <= 10


@pytest.mark.parametrize(
    ("several", "direction", "expected"),
    [
        (Several.WORST, Direction.LOWER_IS_BETTER, 7),
        (Several.WORST, Direction.HIGHER_IS_BETTER, 2),
        (Several.MEAN, Direction.LOWER_IS_BETTER, 4.3333),
        (Several.LAST, None, 4),
        (Several.SUM, None, 13),
    ],
)
def test_several_of_a_day(several: Several, direction: Direction | None, expected: float) -> None:
    assert one_of_several([7, 2, 4], several, direction) == expected
