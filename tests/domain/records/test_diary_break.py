"""A break says why days are empty: it hides none of them, and where there is an entry the entry counts."""

from collections import Counter
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from adtracker.domain.common.period import Period
from adtracker.domain.records.diary_break import (
    WORDS_LIMIT,
    BreakDays,
    BreakReason,
    DiaryBreak,
    break_days,
    check_beside,
    check_break,
    days_in_breaks,
)

HOLIDAY = DiaryBreak(date(2026, 11, 3), date(2026, 11, 9), BreakReason.HOLIDAY, key=1)
ILL = DiaryBreak(date(2026, 11, 20), date(2026, 11, 22), BreakReason.ILL, "Flu", key=2)
NOVEMBER = Period(date(2026, 11, 1), date(2026, 11, 30))


def _november(*days: int) -> set[date]:
    return {date(2026, 11, day) for day in days}


def test_empty_days_of_breaks_are_counted_by_their_reason() -> None:
    """By hand: 7 days from 3 to 9 November and 3 from 20 to 22."""
    found = break_days([ILL, HOLIDAY], NOVEMBER, kept=set())
    assert found == BreakDays(((BreakReason.HOLIDAY, 7), (BreakReason.ILL, 3)))
    assert found.total == 10


def test_a_day_with_an_entry_is_a_day_kept_and_none_of_a_break() -> None:
    """Of 3 to 9 November two days were written all the same."""
    assert break_days([HOLIDAY], NOVEMBER, _november(4, 9, 15)).by_reason == ((BreakReason.HOLIDAY, 5),)


@pytest.mark.parametrize(
    ("first", "last", "count"), [(9, 12, 1), (1, 3, 1), (5, 6, 2), (10, 19, 0), (1, 30, 7)], ids=str
)
def test_only_the_days_of_the_period_count(first: int, last: int, count: int) -> None:
    period = Period(date(2026, 11, first), date(2026, 11, last))
    assert break_days([HOLIDAY], period, set()).total == count


def test_where_two_overlap_each_day_counts_once_for_the_one_that_began_first() -> None:
    """By hand: 3 to 9 for the holiday, 10 to 12 for the other."""
    other = DiaryBreak(date(2026, 11, 8), date(2026, 11, 12), BreakReason.NO_WISH, key=9)
    found = break_days([other, HOLIDAY], NOVEMBER, set())
    assert found.by_reason == ((BreakReason.HOLIDAY, 7), (BreakReason.NO_WISH, 3))


def test_reasons_with_as_many_days_stand_as_they_are_offered() -> None:
    days = [date(2026, 11, 1) + timedelta(days=number) for number in range(5)]
    breaks = [DiaryBreak(day, day, reason) for day, reason in zip(days, reversed(BreakReason), strict=True)]
    assert [reason for reason, _ in break_days(breaks, NOVEMBER, set()).by_reason] == list(BreakReason)


def test_a_break_ends_after_it_begins_and_its_words_fit() -> None:
    assert check_break(HOLIDAY) == []
    backwards = DiaryBreak(HOLIDAY.last, HOLIDAY.first, BreakReason.HOLIDAY)
    assert [(one.field, one.rule) for one in check_break(backwards)] == [("last", "ends_before_start")]
    long = DiaryBreak(HOLIDAY.first, HOLIDAY.last, BreakReason.OTHER, "x" * (WORDS_LIMIT + 1))
    assert [one.rule for one in check_break(long)] == ["text_too_long"]
    assert check_beside(backwards, [HOLIDAY]) == []  # said once


@pytest.mark.parametrize(
    ("first", "last", "is_refused"), [(9, 12, True), (1, 3, True), (4, 5, True), (10, 12, False), (1, 2, False)]
)
def test_a_day_is_in_one_break_alone(first: int, last: int, *, is_refused: bool) -> None:
    wanted = DiaryBreak(date(2026, 11, first), date(2026, 11, last), BreakReason.ILL)
    assert [one.rule for one in check_beside(wanted, [HOLIDAY, ILL])] == ["break_overlaps"] * is_refused


def test_a_break_does_not_overlap_with_itself_and_a_deleted_one_with_none() -> None:
    assert check_beside(HOLIDAY, [HOLIDAY, ILL]) == []
    gone = DiaryBreak(HOLIDAY.first, HOLIDAY.last, BreakReason.ILL, removed_on=date(2026, 11, 28))
    assert check_beside(gone, [HOLIDAY]) == []


_DAYS = st.dates(date(2026, 10, 1), date(2026, 12, 31))
_BREAKS = st.builds(
    lambda days, reason, key: DiaryBreak(min(days), max(days), reason, key=key),
    st.tuples(_DAYS, _DAYS),
    st.sampled_from(BreakReason),
    st.integers(1, 99),
)


@given(st.lists(_BREAKS, max_size=4), st.tuples(_DAYS, _DAYS), st.frozensets(_DAYS))
def test_breaks_and_days_kept_share_no_day_and_hide_none(
    breaks: list[DiaryBreak], ends: tuple[date, date], kept: frozenset[date]
) -> None:
    """Another way of counting: day by day."""
    period = Period(min(ends), max(ends))
    ordered = sorted(breaks, key=lambda one: (one.first, one.last, one.key))
    expected = {
        day: next(one for one in ordered if day in one.period)
        for day in period
        if day not in kept and any(day in one.period for one in breaks)
    }
    assert days_in_breaks(breaks, period, kept) == expected
    found = break_days(breaks, period, kept)
    assert dict(found.by_reason) == Counter(one.reason for one in expected.values())
    assert found.total + sum(day in kept for day in period) <= period.length
