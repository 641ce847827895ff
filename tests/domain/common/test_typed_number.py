"""A number is read as people write it; what could be two numbers is decided by what fits, or asked."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from adtracker.domain.common.typed_number import number_meant, number_problem, numbers_read


@pytest.mark.parametrize(
    ("text", "numbers"),
    [
        ("12.3", (12.3,)),
        ("12,3", (12.3,)),
        (" 7 ", (7,)),
        (".5", (0.5,)),
        ("-0", (0,)),
        ("1 250", (1250,)),
        ("1\N{NARROW NO-BREAK SPACE}250,5", (1250.5,)),
        ("1’250", (1250,)),  # noqa: RUF001
        ("1,234,567.5", (1234567.5,)),
        ("1.234.567,5", (1234567.5,)),
        ("12,34,567.5", (1234567.5,)),
        ("١٬٢٣٤٫٥", (1234.5,)),  # noqa: RUF001
        ("\N{ARABIC LETTER MARK}-٤٫٦", (-4.6,)),  # noqa: RUF001
        ("1,250", (1.25, 1250)),
        ("1.250", (1.25, 1250)),
        ("0,125", (0.125,)),
        ("", ()),
        ("many", ()),
        ("1,2,3", ()),
        ("1 2", ()),
        ("²", ()),
        ("nan", ()),
        ("1e3", ()),
        ("9" * 50, ()),
    ],
)
def test_what_is_written_is_read(text: str, numbers: tuple[float, ...]) -> None:
    assert numbers_read(text) == numbers


@pytest.mark.parametrize(
    ("text", "low", "high", "number"),
    [
        ("1.250", 0, 72, 1.25),  # 1250 is no score
        ("1,250", 0, 72, 1.25),
        ("8,123", 0, 100_000, 8123),  # as the program writes it
        ("8.123", 0, 100_000, None),
        ("80", 0, 72, 80),  # for whoever says why it does not fit
        ("many", 0, 72, None),
    ],
)
def test_what_fits_is_meant(text: str, low: float, high: float, number: float | None) -> None:
    assert number_meant(text, low, high) == number


def test_why_a_text_is_refused_is_said() -> None:
    both = number_problem("steps", " 8.123 ")
    assert (both.rule, both.values) == ("two_numbers", {"text": "8.123", "first": "8.123", "second": "8123"})
    assert number_problem("steps", "many").rule == "not_a_number"


@given(st.floats(-1e6, 1e6).map(lambda number: round(number, 2)))
def test_a_number_is_what_its_own_writing_says(number: float) -> None:
    assert number_meant(f"{number:,.2f}") == number + 0.0
    assert number in numbers_read(f"{number:,.2f}".translate(str.maketrans(",.", ".,")))


@given(st.text(max_size=50))
def test_no_text_does_harm(text: str) -> None:
    assert len(numbers_read(text)) <= 2
