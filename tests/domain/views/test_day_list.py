"""The list of all days: in order by any value, missing ones last, and searched by notes."""

from datetime import date
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from adtracker.domain.records.day import DayEntry
from adtracker.domain.views.day_list import ListedDay, found, in_order, listed
from tests.strategies import diary_days


def _itch(row: ListedDay) -> float | None:
    return row.entry.itch


@pytest.mark.slow
@settings(max_examples=50)
@given(diary_days, st.booleans())
def test_missing_values_come_last_either_way_and_ties_newest_first(days: list[DayEntry], descending: bool) -> None:
    rows = in_order(listed(days), _itch, descending=descending)
    assert sorted(row.day for row in rows) == [entry.day for entry in days]
    values = [row.entry.itch for row in rows]
    known = [value for value in values if value is not None]
    assert values[: len(known)] == sorted(known, reverse=descending)
    for one, other in pairwise(rows):
        assert one.entry.itch != other.entry.itch or one.day > other.day


def test_a_search_keeps_the_order_and_a_blank_one_finds_all() -> None:
    notes = ["Wool jumper", "", "Soap, no wool", "WOOL and soap"]
    rows = listed(DayEntry(date(2026, 11, day), itch=day, note=note) for day, note in enumerate(notes, 1))
    assert [row.day.day for row in rows] == [4, 3, 2, 1]
    assert [row.day.day for row in found(rows, "wool")] == [4, 3, 1]
    assert [row.day.day for row in found(rows, "soap WOOL")] == [4, 3]
    assert found(rows, "  ") == rows
    assert found(rows, "silk") == ()
