"""How long a stock lasts, worked by hand: what was taken, skipped, and not written down."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from adtracker.domain.treatments.dose import DayDoses
from adtracker.domain.treatments.schedule import Daily, Every, Unit, WhenNeeded
from adtracker.domain.treatments.stock import Stock, days_to_count, stock
from adtracker.domain.treatments.treatment import Kind, Plan, Treatment, check_treatment

TODAY = date(2026, 11, 29)
INJECTION = Treatment(
    "Dupilumab",
    Kind.INJECTION,
    (Plan(TODAY - timedelta(days=28), Every(2, Unit.WEEKS, TODAY - timedelta(days=28))),),
    key=1,
)
TABLET = Treatment("Tablet", Kind.TABLET, (Plan(TODAY - timedelta(days=30), Daily(2)),), key=2)


def on(days: int) -> date:
    return TODAY + timedelta(days=days)


def counted(treatment: Treatment, days: int, left: int, order: int | None = None) -> Treatment:
    return replace(treatment, counted_on=on(days), doses_left=left, order_days=order)


def told(treatment: Treatment, *doses: DayDoses) -> tuple[int, int, int | None, int | None]:
    """What is left, what was taken off without a record, the last day and the day to order, in days from today."""
    found = stock(treatment, doses, TODAY)
    assert found is not None
    days = [None if day is None else (day - TODAY).days for day in (found.last_day, found.order_day)]
    return found.left, found.unrecorded, days[0], days[1]


def test_where_nothing_was_counted_nothing_is_said() -> None:
    assert stock(INJECTION, (), TODAY) is None
    assert days_to_count([INJECTION], TODAY) is None


def test_three_injections_counted_today_last_until_the_fourth_from_now_is_missing() -> None:
    # Due today, in 14 and in 28 days; those of today were taken before the count, so the next are 14, 28 and 42.
    assert told(counted(INJECTION, 0, 3, 7), DayDoses(1, TODAY, taken=1)) == (3, 0, 42, 35)


def test_the_dose_of_today_is_still_to_come_where_the_count_is_of_yesterday() -> None:
    assert told(counted(INJECTION, -1, 3, 7)) == (3, 0, 28, 21)
    assert told(counted(INJECTION, -1, 3, 7), DayDoses(1, TODAY, taken=1)) == (2, 0, 28, 21)
    assert told(counted(INJECTION, -1, 3, 7), DayDoses(1, TODAY, skipped=1)) == (3, 0, 42, 35)


def test_what_was_taken_since_the_count_is_gone_and_what_was_skipped_is_there() -> None:
    doses = (DayDoses(1, on(-14), taken=1), DayDoses(1, TODAY, taken=1))
    assert told(counted(INJECTION, -20, 4), *doses) == (2, 0, 28, None)
    skipped = (DayDoses(1, on(-14), skipped=1), DayDoses(1, TODAY, taken=1))
    assert told(counted(INJECTION, -20, 4), *skipped) == (3, 0, 42, None)


def test_a_planned_dose_without_a_record_is_taken_off_and_told() -> None:
    assert told(counted(INJECTION, -20, 4), DayDoses(1, TODAY, taken=1)) == (2, 1, 28, None)
    # 2 a day: of the three days since the count one tablet of the first was taken, and nothing else written down.
    assert told(counted(TABLET, -4, 20, 3), DayDoses(2, on(-3), taken=1)) == (14, 5, 6, 3)


def test_a_dose_that_was_taken_early_or_late_counts_for_its_planned_day() -> None:
    # Planned for today, taken two days ago: nothing of today is open, and the next are 14 and 28 days ahead.
    assert told(counted(INJECTION, -7, 3), DayDoses(1, on(-2), taken=1)) == (2, 0, 28, None)
    # Planned 14 days ago, taken 12 days ago, after the count of 13 days ago.
    assert told(counted(INJECTION, -13, 3), DayDoses(1, on(-12), taken=1)) == (2, 0, 14, None)


def test_extra_doses_use_the_stock_too() -> None:
    assert told(counted(TABLET, -1, 10), DayDoses(2, TODAY, taken=5)) == (5, 0, 3, None)


def test_of_a_half_used_day_the_rest_is_still_to_come() -> None:
    # 5 left today after one of two: one more today, two tomorrow, two the day after.
    assert told(counted(TABLET, -1, 6), DayDoses(2, TODAY, taken=1)) == (5, 0, 2, None)


def test_what_is_used_up_has_no_last_day_ahead() -> None:
    assert told(counted(INJECTION, -20, 1, 7), DayDoses(1, on(-14), taken=1)) == (0, 0, None, None)
    assert told(counted(INJECTION, -20, 0, 7), DayDoses(1, on(-14), taken=1)) == (0, 0, None, None)


def test_the_next_dose_is_the_first_that_still_waits() -> None:
    def following(treatment: Treatment, *doses: DayDoses) -> int | None:
        found = stock(treatment, doses, TODAY)
        assert found is not None
        return None if found.next_day is None else (found.next_day - TODAY).days

    assert following(counted(INJECTION, -1, 0)) == 0
    assert following(counted(INJECTION, -1, 0), DayDoses(1, TODAY, taken=1)) == 14
    assert following(counted(INJECTION, 0, 0)) == 14
    assert following(counted(INJECTION.stopped_after(TODAY), -1, 0), DayDoses(1, TODAY, taken=1)) is None


def test_a_stock_that_outlasts_its_plan_has_no_last_day() -> None:
    assert told(counted(INJECTION.stopped_after(on(14)), -1, 5, 7)) == (5, 0, None, None)
    assert told(counted(INJECTION.stopped_after(on(14)), -1, 2, 7)) == (2, 0, 14, 7)


def test_a_change_of_plan_ahead_is_followed() -> None:
    slower = INJECTION.with_plan(Plan(on(1), Every(4, Unit.WEEKS, on(14))))
    assert told(counted(slower, -1, 3)) == (3, 0, 42, None)


def test_of_what_is_used_when_needed_only_what_is_left_is_known() -> None:
    needed = replace(TABLET, plans=(Plan(on(-30), WhenNeeded()),))
    assert told(counted(needed, -5, 10, 7), DayDoses(2, on(-2), taken=3)) == (7, 0, None, None)


def test_doses_of_others_and_from_before_the_count_do_not_matter() -> None:
    others = (DayDoses(1, on(-28), taken=1), DayDoses(1, on(-14), taken=1), DayDoses(9, TODAY, taken=4))
    assert told(counted(INJECTION, -14, 2), *others) == (2, 0, 14, None)


def test_a_very_long_stock_is_looked_at_for_ten_years_only() -> None:
    assert told(counted(INJECTION, -1, 9999)) == (9999, 0, None, None)


@pytest.mark.parametrize(
    ("wrong", "rule"),
    [
        ({"counted_on": TODAY}, "stock_half"),
        ({"doses_left": 3}, "stock_half"),
        ({"counted_on": TODAY, "doses_left": -1}, "number_range"),
        ({"counted_on": TODAY, "doses_left": 10_000}, "number_range"),
        ({"counted_on": date(1800, 1, 1), "doses_left": 1}, "date_range"),
        ({"order_days": 367}, "number_range"),
    ],
)
def test_what_cannot_be_counted_is_refused(wrong: dict[str, object], rule: str) -> None:
    assert [one.rule for one in check_treatment(replace(INJECTION, **wrong))] == [rule]  # type: ignore[arg-type]


DOSES = st.lists(
    st.builds(DayDoses, st.just(2), st.integers(-40, 0).map(on), st.integers(0, 3), st.integers(0, 2)),
    unique_by=lambda one: one.day,
)


def _found(left: int, day: int, doses: Sequence[DayDoses]) -> Stock:
    found = stock(counted(TABLET, day, left, 5), doses, TODAY)
    assert found is not None
    return found


@given(DOSES, st.integers(0, 200), st.integers(-30, 0))
def test_more_in_the_box_never_lasts_shorter(doses: list[DayDoses], left: int, day: int) -> None:
    less, more = _found(left, day, doses), _found(left + 1, day, doses)
    assert 0 <= less.left <= more.left <= left + 1
    if less.last_day is not None:
        assert more.last_day is not None
        assert TODAY <= less.last_day <= more.last_day
        assert less.order_day == less.last_day - timedelta(days=5)


@given(DOSES, st.integers(0, 200), st.integers(-30, 0))
def test_only_days_that_it_asks_for_are_needed(doses: list[DayDoses], left: int, day: int) -> None:
    known = days_to_count([counted(TABLET, day, left)], TODAY)
    assert known is not None
    assert _found(left, day, doses) == _found(left, day, [one for one in doses if one.day in known])
