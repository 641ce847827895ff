"""Rounding as people do it by hand, and which way is better."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from adtracker.domain.common.measure import EXTENT, ITCH, MEASURES, SLEEP, exact, rounded


@pytest.mark.parametrize(
    ("value", "decimals", "expected"),
    [
        (5.25, 1, 5.3),  # half goes away from zero; banker's rounding would give 5.2
        (5.35, 1, 5.4),  # in binary 5.35 is 5.3499999999999996, which round() takes down
        (-5.25, 1, -5.3),
        (2.5, 0, 3.0),
        (7, 1, 7.0),
        (0.04, 1, 0.0),
        (99.95, 1, 100.0),
        (Decimal("12.5"), 0, 13.0),
    ],
)
def test_rounds_half_away_from_zero(value: float | Decimal, decimals: int, expected: float) -> None:
    assert rounded(value, decimals) == expected


def test_what_rounds_to_zero_is_never_minus_zero() -> None:
    assert str(rounded(-0.04, 1)) == "0.0"


@given(st.integers(-1000, 1000), st.integers(0, 3))
def test_a_number_that_has_no_more_decimals_is_left_as_it_is(steps: int, decimals: int) -> None:
    value = float(Decimal(steps).scaleb(-decimals))
    assert rounded(value, decimals) == value


@given(st.floats(-1000, 1000))
def test_rounding_moves_a_number_by_at_most_half_a_step(value: float) -> None:
    assert abs(exact(rounded(value, 1)) - exact(value)) <= Decimal("0.05")


def test_less_itch_and_more_sleep_are_better() -> None:
    assert ITCH.better(-1)
    assert not ITCH.better(1)
    assert SLEEP.better(1)
    assert not SLEEP.better(-1)
    assert EXTENT.better(-0.5)


def test_no_change_is_not_better_for_any_measure() -> None:
    assert not any(measure.better(0) for measure in MEASURES)
