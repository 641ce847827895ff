"""Once a week: when a week is asked about, when it is answered, and how many weeks were."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from adtracker.domain.common.period import EVER, ONE_DAY, Period
from adtracker.domain.records.recall import Recall
from adtracker.domain.views.rhythm import (
    WEEKDAYS,
    WeeksAnswered,
    answer_of,
    asking_week,
    recall_on,
    weeks_answered,
)
from tests import strategies

SUNDAYS = 7
SUNDAY = date(2026, 8, 2)
SATURDAY, MONDAY, NEXT_SUNDAY = SUNDAY - ONE_DAY, SUNDAY + ONE_DAY, SUNDAY + 7 * ONE_DAY


@pytest.mark.parametrize(
    ("day", "first"),
    [
        (SUNDAY, SUNDAY),
        (MONDAY, SUNDAY),
        (date(2026, 8, 8), SUNDAY),
        (NEXT_SUNDAY, NEXT_SUNDAY),
        (SATURDAY, date(2026, 7, 26)),
    ],
)
def test_a_week_begins_on_the_day_it_is_asked_about(day: date, first: date) -> None:
    assert asking_week(SUNDAYS, day) == Period(first, first + 6 * ONE_DAY)


@given(st.sampled_from(WEEKDAYS), strategies.DAYS)
def test_every_day_is_in_one_week_that_begins_on_the_weekday(weekday: int, day: date) -> None:
    week = asking_week(weekday, day)
    assert day in week
    assert week.length == 7
    assert week.first.isoweekday() == weekday
    assert all(asking_week(weekday, other) == week for other in week)


def test_a_week_is_answered_on_any_of_its_days_and_the_last_answer_counts() -> None:
    late, later = Recall(MONDAY, 5, key=1), Recall(date(2026, 8, 8), 6, key=2)
    week = asking_week(SUNDAYS, SUNDAY)
    assert answer_of([], week) is None
    assert answer_of([Recall(SATURDAY, 9)], week) is None
    assert answer_of([late], week) == late
    assert answer_of([later, late], week) == later
    assert answer_of([Recall(NEXT_SUNDAY, 1)], week) is None
    assert recall_on([late, later], MONDAY) == late
    assert recall_on([late, later], SUNDAY) is None


# Answered on Sunday 12 July, not on 19 July, on Tuesday 28 July for the week of 26 July; 2 August is a Sunday, too.
FEW = (Recall(date(2026, 7, 12), 8), Recall(date(2026, 7, 28), 6))


@pytest.mark.parametrize(
    ("today", "counted"),
    [
        (date(2026, 7, 11), WeeksAnswered(0, 0)),
        (date(2026, 7, 12), WeeksAnswered(1, 1)),
        (date(2026, 7, 25), WeeksAnswered(1, 1)),  # the week of 19 July still goes on
        (date(2026, 7, 26), WeeksAnswered(2, 3)),
        (SATURDAY, WeeksAnswered(2, 3)),
        (SUNDAY, WeeksAnswered(2, 3)),
        (NEXT_SUNDAY, WeeksAnswered(2, 4)),
    ],
)
def test_weeks_are_counted_from_the_first_answer_and_the_running_one_once_it_has_one(
    today: date, counted: WeeksAnswered
) -> None:
    assert weeks_answered(FEW, SUNDAYS, EVER, today) == counted


def test_only_weeks_that_begin_in_the_period_are_counted() -> None:
    assert weeks_answered(FEW, SUNDAYS, Period(date(2026, 7, 13), SATURDAY), NEXT_SUNDAY) == WeeksAnswered(1, 2)
    assert weeks_answered(FEW, SUNDAYS, Period(date(2020, 1, 1), date(2020, 2, 1)), NEXT_SUNDAY) == WeeksAnswered(0, 0)


@given(
    st.lists(st.integers(0, 200).map(lambda days: Recall(SUNDAY - timedelta(days=days), 5)), max_size=8),
    st.sampled_from(WEEKDAYS),
    st.integers(0, 60).map(lambda days: SUNDAY + timedelta(days=days)),
)
def test_no_more_weeks_are_answered_than_asked_about(recalls: list[Recall], weekday: int, today: date) -> None:
    found = weeks_answered(recalls, weekday, EVER, today)
    assert found.answered == len({asking_week(weekday, one.day) for one in recalls})
    assert found.answered <= found.asked
