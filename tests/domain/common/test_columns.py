"""Many records from their columns are what they would be if each were made by itself."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from itertools import repeat

import pytest

from adtracker.domain.common.columns import made_of, made_once
from adtracker.domain.records.day import DayEntry, Origin

DAYS = [date(2026, 11, 1) + timedelta(number) for number in range(3)]
USUAL = {
    "extent": repeat(None),
    "note": ["", "slept in gloves", ""],
    "recorded_at": repeat(None),
    "recorded_on": repeat(None),
    "woken": repeat(None),
    "signs": repeat(None),
    "context": repeat(None),
    "answers": repeat(()),
    "bad_day": [None, None, True],
    "origin": repeat(Origin.TYPED),
}


@dataclass(frozen=True, slots=True)
class Checked:
    """Does something of its own when one is made."""

    day: date

    def __post_init__(self) -> None:
        raise AssertionError


def test_days_made_of_columns_are_those_that_are_made_one_by_one() -> None:
    itch, sleep = [1.0, None, 3.5], [None, 2.0, 10.0]
    made = made_of(DayEntry, 3, {"day": DAYS, "itch": itch, "sleep_quality": sleep, **USUAL})
    assert made == [
        DayEntry(DAYS[0], itch=1.0),
        DayEntry(DAYS[1], sleep_quality=2.0, note="slept in gloves"),
        DayEntry(DAYS[2], itch=3.5, sleep_quality=10.0, bad_day=True),
    ]
    assert list(map(hash, made)) == [hash(DayEntry(*map(one.__getattribute__, DayEntry.__slots__))) for one in made]


@pytest.mark.parametrize(
    ("kind", "columns"),
    [
        (DayEntry, {"day": DAYS}),
        (DayEntry, {"day": DAYS, "itch": [1.0], "sleep_quality": repeat(None), **USUAL}),
        (DayEntry, {"day": DAYS, "itch": repeat(None), "sleep_quality": repeat(None), "other": repeat(None), **USUAL}),
        (Checked, {"day": DAYS}),
    ],
    ids=["a field without a column", "a short column", "no such field", "what it does itself"],
)
def test_what_would_make_half_a_record_makes_none(kind: type[object], columns: dict[str, list[object]]) -> None:
    with pytest.raises(ValueError, match=kind.__name__):
        made_of(kind, 3, columns)


def test_what_is_held_often_is_made_once() -> None:
    asked: list[float] = []

    def make(value: float) -> str:
        asked.append(value)
        return str(value)

    half, one = 0.5, 1.0
    assert made_once([half, one, half], make) == ["0.5", "1.0", "0.5"]
    assert asked == [0.5, 1.0]
