"""How tables write days and numbers: each way comes back the same, and no file is read in two ways."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from adtracker.domain.common.date_order import DateOrder
from adtracker.domain.common.problem import Problem
from adtracker.exchange.writing import Writing

DAYS = st.dates(date(1900, 1, 1), date(2999, 12, 31))
DAY_FIRST, MONTH_FIRST = DateOrder


def _day(text: str, writing: Writing | None = None) -> tuple[date | None, list[str]]:
    problems: list[Problem] = []
    found = (writing or Writing()).day("date", text, problems)
    return found, [problem.rule for problem in problems]


def _number(text: str, writing: Writing) -> tuple[float | None, list[str]]:
    problems: list[Problem] = []
    return writing.number("itch", text, problems), [problem.rule for problem in problems]


@given(DAYS, st.sampled_from(["{0:%Y-%m-%d}", " {0:%d.%m.%Y} ", "{0.day}.{0.month}.{0.year}"]))
def test_a_day_that_can_be_only_one_is_read(day: date, form: str) -> None:
    writing = Writing()
    assert _day(form.format(day), writing) == (day, [])
    assert not writing.is_open


@given(st.lists(DAYS, min_size=1, max_size=5), st.sampled_from(DateOrder), st.sampled_from("/-"))
def test_days_with_slashes_come_back_by_the_order_that_is_said_or_found(
    days: list[date], order: DateOrder, sign: str
) -> None:
    form = "{0.day}{1}{0.month}{1}{0.year}" if order is DAY_FIRST else "{0.month:02}{1}{0.day:02}{1}{0.year}"
    texts = [form.format(day, sign) for day in days]
    said = Writing(order)
    assert [_day(text, said) for text in texts] == [(day, []) for day in days]
    assert not said.is_open
    found = Writing()
    for text in texts:
        _day(text, found)
    is_certain = any(day.day > 12 for day in days)
    assert found.found is (order if is_certain else None)
    assert found.is_open == any(day.day != day.month for day in days)
    assert not found.is_mixed


def test_days_of_both_orders_are_noticed() -> None:
    writing = Writing()
    assert _day("11/28/2026", writing) == (date(2026, 11, 28), [])
    assert _day("28/11/2026", writing) == (None, ["not_a_date"])
    assert (writing.is_open, writing.is_mixed, writing.found) == (True, True, None)


@pytest.mark.parametrize(
    "text", ["31.11.2026", "1.13.2026", "1/2-2026", "1.2.26", "2026/11/1", "0/0/2026", "1 . 2.2026"]
)
def test_what_is_no_day_is_refused(text: str) -> None:
    assert _day(text) == (None, ["not_a_date"])


@given(st.integers(0, 10**9), st.integers(1, 6))
def test_a_decimal_comma_is_a_decimal_point_where_semicolons_part_the_columns(digits: int, decimals: int) -> None:
    writing = Writing()
    writing.delimiter = ";"
    text = f"{digits / 10**decimals:.{decimals}f}"
    assert _number(text.replace(".", ","), writing) == (float(text), [])


@pytest.mark.parametrize(
    ("text", "value", "rules"),
    [
        ("3,5", 3.5, []),
        (" -,25 ", -0.25, []),
        ("12,3456", 12.3456, []),
        ("1,234", None, ["not_a_number"]),  # a thousand, or a little more than one?
        ("1,234,567", None, ["not_a_number"]),
        ("1.234,5", None, ["not_a_number"]),
        ("3,", None, ["not_a_number"]),
        ("a,b", None, ["not_a_number"]),
    ],
)
def test_a_comma_that_could_part_thousands_is_refused(text: str, value: float | None, rules: list[str]) -> None:
    assert _number(text, Writing()) == (value, rules)


def test_one_file_has_one_sign_before_decimals() -> None:
    writing = Writing()
    assert _number("3,5", writing) == (3.5, [])
    assert _number("4", writing) == (4, [])
    assert _number("3.5", writing) == (None, ["decimal_signs"])
    assert _number("x.y", Writing()) == (None, ["not_a_number"])
