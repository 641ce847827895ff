"""Days in many writings: each is read as it was meant, and none as another day."""

from datetime import date, time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from adtracker.domain.common.date_order import DateOrder
from adtracker.exchange.intake.when import read_time, read_when

DAYS = st.dates(date(1970, 1, 1), date(2099, 12, 31))
MONTHS = ["January", "febrero", "März", "avril", "May", "Juni", "julio", "août", "Sep.", "octobre", "Nov", "Dez"]


@given(
    DAYS, st.sampled_from(["%Y-%m-%d", "%d.%m.%Y", "%Y/%m/%d", "%Y%m%d", "%d. %m. %Y", "%Y-%m-%dT%H:%M:%S.000+01:00"])
)
def test_a_day_that_is_clear_is_that_day(day: date, writing: str) -> None:
    when = read_when(day.strftime(writing))
    assert when is not None
    assert when.day == day
    assert not when.is_open


@given(DAYS, st.sampled_from(DateOrder), st.sampled_from("/-"), st.booleans())
def test_a_day_with_slashes_is_read_in_the_order_that_is_told(
    day: date,
    order: DateOrder,
    sign: str,
    is_short: bool,
) -> None:
    parts = [f"{day.day}", f"{day.month}"] if order is DateOrder.DAY_FIRST else [f"{day.month}", f"{day.day}"]
    text = sign.join([*parts, f"{day.year % 100:02}" if is_short and day.year >= 2000 else f"{day.year}"])
    told, untold = read_when(text, order), read_when(text)
    assert told is not None
    assert told.day == day
    assert untold is not None
    assert untold.is_open == (day.day <= 12 and day.day != day.month)
    if day.day > 12:
        assert untold.order is order
        assert untold.day == day


@pytest.mark.parametrize("month", range(1, 13))
def test_months_have_names_in_four_languages(month: int) -> None:
    for text in (f"3. {MONTHS[month - 1]} 2026", f"3 de {MONTHS[month - 1]} de 2026", f"Mon 3-{MONTHS[month - 1]}-26"):
        when = read_when(text)
        assert when is not None
        assert when.day == date(2026, month, 3)


@pytest.mark.parametrize(
    "text", ["", "7", "31.2.2026", "13/13/2026", "2026", "2026-02-30", "May", "12.5", "x" * 10_000]
)
def test_what_is_no_day_is_none(text: str) -> None:
    assert read_when(text) is None


@pytest.mark.parametrize(
    ("text", "day", "start"),
    [
        ("2026-11-01 03:59", date(2026, 10, 31), time(4)),
        ("2026-11-01 04:00", date(2026, 11, 1), time(4)),
        ("2026-11-01", date(2026, 11, 1), time(4)),
        ("11/1/2026 1:05 AM", date(2026, 10, 31), time(4)),
        ("11/1/2026 12:30 PM", date(2026, 11, 1), time(4)),
    ],
)
def test_until_the_day_starts_it_is_the_one_before(text: str, day: date, start: time) -> None:
    when = read_when(text)
    assert when is not None
    assert when.diary_day(start) == day


def test_times_of_day() -> None:
    assert read_time("7:05 pm") == time(19, 5)
    assert read_time("19.05 Uhr") == time(19, 5)
    assert read_time("25:00") is None
    assert read_time("13:00 pm") is None
