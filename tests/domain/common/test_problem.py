"""The rules for free text and numbers, and that each has its sentence."""

import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from adtracker.domain.common.problem import Problem, check_number, check_text


@given(st.floats())
def test_a_number_passes_exactly_if_it_lies_in_its_range(value: float) -> None:
    assert (check_number("itch", value, 0, 10) == []) == (0 <= value <= 10)


@pytest.mark.parametrize("value", [math.nan, math.inf, -math.inf, -0.1, 10.000001, 10**400])
def test_no_number_outside_its_range_gets_through(value: float) -> None:
    expected = Problem("itch", "number_range", {"low": "0", "high": "10"})
    assert check_number("itch", value, 0, 10) == [expected]


def test_a_missing_number_is_no_problem() -> None:
    assert check_number("itch", None, 0, 10) == []


def test_the_bounds_of_a_number_are_written_out() -> None:
    (problem,) = check_number("answer", -1, 0.5, 1_000_000)
    assert problem.values == {"low": "0.5", "high": "1000000"}


@given(st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\0"), max_size=50))
def test_any_text_a_person_can_type_is_fine(text: str) -> None:
    assert check_text("note", text, 50) == []


def test_a_text_may_fill_its_limit_and_no_more() -> None:
    assert check_text("note", "x" * 50, 50) == []
    assert check_text("note", "x" * 51, 50) == [Problem("note", "text_too_long", {"limit": 50, "length": 51})]


@pytest.mark.parametrize("text", ["a\0b", "\ud800", "ok\udfff"])
def test_what_no_file_can_hold_is_refused(text: str) -> None:
    assert check_text("note", text, 50) == [Problem("note", "text_unreadable")]
