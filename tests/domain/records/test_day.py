"""One day's answers: missing is not zero, no future days, and nothing out of range."""

import math
from dataclasses import replace
from datetime import date, timedelta
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from adtracker.domain.common.measure import EXTENT, ITCH, MEASURES, PLAIN, SLEEP
from adtracker.domain.records.day import NOTE_LIMIT, DayEntry, DayNumbers, Extent, ExtentMethod, check_entry

TODAY = date(2026, 8, 2)


def _percent(value: float) -> Extent:
    return Extent(value, ExtentMethod.PERCENT)


def test_zero_is_an_answer_and_none_is_not() -> None:
    assert DayEntry(TODAY).is_empty
    assert not DayEntry(TODAY, itch=0).is_empty
    assert not DayEntry(TODAY, sleep_quality=0).is_empty
    assert not DayEntry(TODAY, extent=_percent(0)).is_empty
    assert not DayEntry(TODAY, note="=1+1").is_empty
    assert not DayEntry(TODAY, bad_day=True).is_empty


def test_a_bad_day_has_no_numbers_until_it_has_one() -> None:
    bad = DayEntry(TODAY, bad_day=True, note="Never mind", woken=True)
    assert bad.has_no_numbers
    assert not replace(bad, itch=9).has_no_numbers
    assert not replace(bad, bad_day=None).has_no_numbers
    assert [bad.value(measure) for measure in MEASURES] == [None, None, None]


def test_each_measure_reads_its_own_answer() -> None:
    entry = DayEntry(TODAY, itch=7, sleep_quality=2.5, extent=_percent(14))
    assert [entry.value(measure) for measure in (ITCH, SLEEP, EXTENT)] == [7, 2.5, 14]
    assert [DayEntry(TODAY).value(measure) for measure in MEASURES] == [None, None, None]


def test_no_measure_is_without_its_place_in_a_day() -> None:
    assert DayNumbers._fields == ("day", *(measure.key for measure in MEASURES))
    numbers = DayNumbers(TODAY, *(float(place) for place in range(len(MEASURES))))
    assert [numbers.value(measure) for measure in MEASURES] == list(range(len(MEASURES)))
    for measure in PLAIN:
        answered: Any = {measure.key: measure.maximum}
        entry = DayEntry(TODAY, **answered)
        assert entry.value(measure) == measure.maximum
        assert not entry.is_empty
    with pytest.raises(KeyError):
        numbers.value(replace(ITCH, key="unknown"))


@pytest.mark.parametrize(
    ("recorded_on", "later"),
    [(TODAY, False), (TODAY + timedelta(days=1), True), (None, False)],
)
def test_only_what_is_known_to_be_written_on_a_later_day_is_filled_in_later(
    recorded_on: date | None, later: bool
) -> None:
    assert DayEntry(TODAY, itch=1, recorded_on=recorded_on).filled_in_later is later


@given(
    st.dates(date(1900, 1, 1), TODAY),
    st.none() | st.floats(0, 10),
    st.none() | st.floats(0, 10),
    st.none() | st.floats(0, 100),
)
def test_answers_within_their_scales_may_be_stored(
    day: date, itch: float | None, sleep: float | None, percent: float | None
) -> None:
    extent = None if percent is None else _percent(percent)
    assert check_entry(DayEntry(day, itch, sleep, extent)) == []


@pytest.mark.parametrize(
    ("entry", "field", "rule"),
    [
        (DayEntry(date(1899, 12, 31)), "date", "date_range"),
        (DayEntry(TODAY, itch=10.1), "itch", "number_range"),
        (DayEntry(TODAY, itch=math.nan), "itch", "number_range"),
        (DayEntry(TODAY, sleep_quality=-1), "sleep_quality", "number_range"),
        (DayEntry(TODAY, sleep_quality=math.inf), "sleep_quality", "number_range"),
        (DayEntry(TODAY, extent=_percent(100.5)), "extent_percent", "number_range"),
        (DayEntry(TODAY, extent=Extent(1, ExtentMethod.PALMS, palms=101)), "palms", "number_range"),
        (DayEntry(TODAY, note="x" * (NOTE_LIMIT + 1)), "note", "text_too_long"),
        (DayEntry(TODAY, note="\ud83d"), "note", "text_unreadable"),
    ],
)
def test_what_is_wrong_with_a_day_is_said_by_field_and_rule(entry: DayEntry, field: str, rule: str) -> None:
    assert [(problem.field, problem.rule) for problem in check_entry(entry)] == [(field, rule)]


def test_every_broken_rule_is_named_not_only_the_first() -> None:
    entry = DayEntry(TODAY, itch=11, sleep_quality=-1, note="\0")
    assert [problem.field for problem in check_entry(entry)] == ["itch", "sleep_quality", "note"]
