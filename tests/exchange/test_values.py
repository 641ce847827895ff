"""Numbers and dates as text: what is clearly meant is read, what Python would merely accept is not."""

import time
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from adtracker.domain.common.problem import Problem
from adtracker.exchange.values import read_day, read_number, shown, write_number


def _number(text: str) -> tuple[float | None, list[Problem]]:
    problems: list[Problem] = []
    return read_number("itch", text, problems), problems


@pytest.mark.parametrize(
    ("text", "value"),
    [("7", 7), (" 7 ", 7), ("7.5", 7.5), ("7.", 7), (".5", 0.5), ("+3", 3), ("-1", -1), ("1e1", 10), ("1E-2", 0.01)],
)
def test_decimal_numbers_are_read(text: str, value: float) -> None:
    assert _number(text) == (value, [])


def test_a_number_too_large_for_any_scale_is_left_to_the_scale_to_refuse() -> None:
    assert _number("1e309") == (float("inf"), [])


@pytest.mark.parametrize("text", ["", "   ", "\t"])
def test_nothing_is_not_recorded(text: str) -> None:
    assert _number(text) == (None, [])


@pytest.mark.parametrize(
    "text",
    [
        "NaN",
        "nan",
        "inf",
        "-Infinity",
        "0x5",
        "5_0",
        "\N{ARABIC-INDIC DIGIT FIVE}",
        "\N{FULLWIDTH DIGIT FIVE}",
        "1,5",
        "seven",
        "7 8",
        "1e",
        ".",
        "+",
        "7\0",
        "²",
        "1e99999",
    ],
)
def test_what_is_no_decimal_number_is_refused_by_its_text(text: str) -> None:
    value, problems = _number(text)
    assert value is None
    assert [(problem.field, problem.rule) for problem in problems] == [("itch", "not_a_number")]


def test_minus_zero_is_zero() -> None:
    assert str(_number("-0")[0]) == "0.0"


def test_ten_million_digits_are_refused_at_once() -> None:
    begun = time.process_time()
    assert _number("9" * 10_000_000 + "x")[0] is None
    assert time.process_time() - begun < 5


@given(st.floats(0, 100))
def test_a_number_comes_back_as_it_was_written(value: float) -> None:
    assert _number(write_number(value)) == (value, [])


def test_numbers_are_written_as_short_as_they_are() -> None:
    assert [write_number(value) for value in (7.0, 7, 7.5, 0.1, None)] == ["7", "7", "7.5", "0.1", ""]


@given(st.dates())
def test_every_date_is_read_as_year_month_day(day: date) -> None:
    problems: list[Problem] = []
    assert read_day("date", f" {day.isoformat()} ", problems) == day
    assert problems == []


@pytest.mark.parametrize(
    "text",
    ["2026-02-30", "2026-13-01", "20260802", "2026-W31-7", "2026-8-2", "02.08.2026", "2026-08-02T10:00", "٢٠٢٦-٠٨-٠٢"],
)
def test_a_date_that_does_not_exist_or_is_written_otherwise_is_refused(text: str) -> None:
    problems: list[Problem] = []
    assert read_day("date", text, problems) is None
    assert problems == [Problem("date", "not_a_date", {"text": text})]


def test_a_date_that_is_not_there_is_missing_not_wrong() -> None:
    problems: list[Problem] = []
    assert read_day("date", " ", problems) is None
    assert problems == [Problem("date", "missing")]


@given(st.text(st.characters()))
def test_what_is_shown_is_short_and_nothing_a_terminal_would_act_on(text: str) -> None:
    line = shown(text)
    assert len(line) <= 40
    assert line.isprintable()


def test_a_short_text_is_shown_as_it_is() -> None:
    assert shown("sieben & <b>") == "sieben & <b>"
    assert shown("\x1b[31mred\n") == "\ufffd[31mred\ufffd"
    assert shown("x" * 41) == "x" * 39 + "…"
