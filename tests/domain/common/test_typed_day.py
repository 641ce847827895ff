"""A day is read as people write it; what could be two days is two."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from adtracker.domain.common.date_order import DateOrder
from adtracker.domain.common.typed_day import DayHabits, days_read

SHOWN = date(2026, 11, 22)
MONTHS = [
    (name, number)
    for number, names in enumerate(
        [
            "January Jan",
            "February Feb",
            "March Mar",
            "April Apr",
            "May",
            "June Jun",
            "July Jul",
            "August Aug",
            "September Sep",
            "October Oct",
            "November Nov",
            "December Dec",
        ],
        1,
    )
    for name in names.split()
]
WEEKDAYS = [(name, number) for number, name in enumerate(["Monday", "Tuesday", "Wednesday", "Thursday", "Friday"], 1)]
ORDERS = [DateOrder.DAY_FIRST, DateOrder.MONTH_FIRST, None]
MAY_8, AUGUST_5 = date(2026, 5, 8), date(2026, 8, 5)


def _read(text: str, order: DateOrder | None = DateOrder.DAY_FIRST) -> tuple[date, ...]:
    return days_read(text, SHOWN, DayHabits(MONTHS, WEEKDAYS, order))


@pytest.mark.parametrize("order", ORDERS)
@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("25 October 2026", date(2026, 10, 25)),
        ("October 25, 2025", date(2025, 10, 25)),
        ("oct 25th", date(2026, 10, 25)),
        ("the 1st of March", date(2026, 3, 1)),
        ("Thursday 26 Nov 2026", date(2026, 11, 26)),
        ("2026-10-25", date(2026, 10, 25)),
        ("2026/3/4", date(2026, 3, 4)),
        ("2026年3月4日", date(2026, 3, 4)),
        ("25.10.2026", date(2026, 10, 25)),
        ("10/25/2026", date(2026, 10, 25)),
        ("٢٥ Oct ٢٠٢٦", date(2026, 10, 25)),
        ("2026\N{RIGHT-TO-LEFT MARK}/10\N{RIGHT-TO-LEFT MARK}/25", date(2026, 10, 25)),
        ("7/7/2026", date(2026, 7, 7)),
        ("15", date(2026, 11, 15)),
    ],
)
def test_what_is_clear_is_read_in_every_order(text: str, day: date, order: DateOrder | None) -> None:
    assert _read(text, order) == (day,)


@pytest.mark.parametrize(
    ("text", "order", "days"),
    [
        ("8/5/2026", DateOrder.DAY_FIRST, (MAY_8,)),
        ("8/5/2026", DateOrder.MONTH_FIRST, (AUGUST_5,)),
        ("8/5", DateOrder.MONTH_FIRST, (AUGUST_5,)),
        ("8-5-26", DateOrder.MONTH_FIRST, (AUGUST_5,)),
        ("8/5/2026", None, (MAY_8, AUGUST_5)),
        ("8.5.2026", DateOrder.DAY_FIRST, (MAY_8,)),
        ("8.5.2026", DateOrder.MONTH_FIRST, (MAY_8, AUGUST_5)),
        ("26. 5. 8.", DateOrder.DAY_FIRST, (date(2008, 5, 26),)),
        ("26. 5. 8.", None, (date(2008, 5, 26), MAY_8)),
        ("25 Ma 2026", None, (date(2026, 3, 25), date(2026, 5, 25))),
    ],
)
def test_what_could_be_two_days_is_read_as_the_person_writes_or_is_both(
    text: str, order: DateOrder | None, days: tuple[date, ...]
) -> None:
    assert _read(text, order) == days


@pytest.mark.parametrize("order", ORDERS)
@pytest.mark.parametrize(
    "text",
    [
        "",
        "soon",
        "May",
        "31 Feb",
        "1 2 3 4",
        "2026 10",
        "Monday 26 Nov 2026",
        "26 Nov May",
        "99/99/2026",
        "1" * 99,
        "²",
    ],
)
def test_what_names_no_day_is_none(text: str, order: DateOrder | None) -> None:
    assert _read(text, order) == ()


@given(st.dates(date(1000, 1, 1), date(9999, 12, 31)), st.sampled_from(ORDERS))
@example(date(2026, 2, 3), None)
def test_a_day_is_among_what_its_own_writing_can_be(day: date, order: DateOrder | None) -> None:
    first = (day.month, day.day) if order is DateOrder.MONTH_FIRST else (day.day, day.month)
    assert day in _read(f"{first[0]}/{first[1]}/{day.year:04}", order)
    assert _read(day.isoformat(), order) == (day,)
    assert _read(f"{day.day} {day:%B} {day.year}", order) == (day,)


@given(st.text(max_size=70))
def test_no_text_does_harm(text: str) -> None:
    assert all(isinstance(day, date) for day in _read(text, None))
    assert _read(f"{SHOWN + timedelta(days=2):%d %B} {text[:0]}") == (SHOWN + timedelta(days=2),)
