"""Days with signs: counted by hand on paper first, then by the program."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from adtracker.domain.common.period import ONE_DAY, Period
from adtracker.domain.records.day import DayEntry
from adtracker.domain.records.sign import Sign
from adtracker.domain.statistics.sign_days import LINES, MOST_POINTS, DaysWith, sign_days
from adtracker.domain.statistics.summary import by_day

FIRST = date(2026, 8, 2)
WEEK = Period.starting(FIRST, 7)
DRY, FLAKING, CRACKED, WEEPING, BLEEDING = Sign
ITCH_FROM = 2
SIGNS = st.none() | st.lists(st.sampled_from(Sign), unique=True).map(tuple)
ANSWERS = st.tuples(st.none() | st.floats(0, 10), st.none() | st.booleans(), SIGNS)


def _week(*answers: tuple[float | None, bool | None, tuple[Sign, ...] | None]) -> dict[date, DayEntry]:
    """The days of a week from its first on, as (itch, woken, signs)."""
    return by_day(
        DayEntry(FIRST + offset * ONE_DAY, itch=itch, woken=woken, signs=signs)
        for offset, (itch, woken, signs) in enumerate(answers)
    )


def test_a_whole_week_by_hand() -> None:
    days = _week(
        (2, True, (DRY, FLAKING)),
        (1.5, False, (DRY,)),
        (0, False, ()),
        (10, True, (DRY, FLAKING, CRACKED, BLEEDING)),
        (2, True, (DRY, FLAKING)),
        (1, False, (DRY,)),
        (4, False, (DRY, FLAKING, CRACKED)),
    )
    found = sign_days(days, WEEK, ITCH_FROM)
    assert list(found.of) == ["itch", "sleep", "bleeding", "weeping", "cracked", "flaking", "dry"] == list(LINES)
    assert {line: (count.days, count.n) for line, count in found.of.items()} == {
        "itch": (4, 7),  # 2 points
        "sleep": (3, 7),  # 2 points
        "bleeding": (1, 7),  # 1 point
        "weeping": (0, 7),  # none
        "cracked": (2, 7),  # 1 point
        "flaking": (4, 7),  # 2 points
        "dry": (6, 7),  # 3 points
    }
    assert found.total == 2 + 2 + 1 + 0 + 1 + 2 + 3
    assert found.has_chips


@pytest.mark.parametrize(("days", "points"), [(0, 0), (1, 1), (2, 1), (3, 2), (4, 2), (5, 3), (6, 3), (7, 4)])
def test_the_steps_from_days_to_points(days: int, points: int) -> None:
    week = _week(*[(0, False, (DRY,) if number < days else ()) for number in range(7)])
    assert sign_days(week, WEEK, ITCH_FROM).total == points


def test_the_worst_week_has_28_points() -> None:
    assert sign_days(_week(*[(10, True, tuple(Sign))] * 7), WEEK, ITCH_FROM).total == 28 == MOST_POINTS


@pytest.mark.parametrize("missing", [(None, True, ()), (3, None, ()), (3, True, None)])
def test_one_missing_answer_is_no_day_without_and_there_is_no_sum(
    missing: tuple[float | None, bool | None, tuple[Sign, ...] | None],
) -> None:
    found = sign_days(_week(*[(3, True, (DRY,))] * 6, missing), WEEK, ITCH_FROM)
    assert found.total is None
    assert sum(line.n for line in found.of.values()) < 7 * 7
    assert all(line.n in (6, 7) for line in found.of.values())


def test_the_itch_that_counts_is_chosen() -> None:
    days = _week(*[(itch, None, None) for itch in (0, 1, 2, 3, 9.5, 10)])
    assert [sign_days(days, WEEK, threshold).of["itch"].days for threshold in (1, 2, 3, 10)] == [5, 4, 3, 1]
    assert not sign_days(days, WEEK, ITCH_FROM).has_chips


def test_other_lengths_are_counted_and_have_no_sum() -> None:
    days = _week(*[(5, True, (WEEPING,))] * 7)
    found = sign_days(days, Period(FIRST, FIRST + 2 * ONE_DAY), ITCH_FROM)
    assert found.of["weeping"] == DaysWith(3, 3)
    assert found.total is None
    assert sign_days({}, WEEK, ITCH_FROM).of["dry"] == DaysWith(0, 0)


@given(st.lists(ANSWERS, max_size=7))
@settings(max_examples=50)
def test_no_more_days_with_than_days_answered_and_the_sum_stays_in_range(
    answers: list[tuple[float | None, bool | None, tuple[Sign, ...] | None]],
) -> None:
    found = sign_days(_week(*answers), WEEK, ITCH_FROM)
    assert all(0 <= line.days <= line.n <= len(answers) for line in found.of.values())
    complete = len(answers) == 7 and all(None not in answer for answer in answers)
    assert (found.total is not None) == complete
    assert found.total is None or 0 <= found.total <= MOST_POINTS
