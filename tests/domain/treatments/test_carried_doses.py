"""What one click takes over from the day before: what is used by the day, where nothing is recorded yet."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from adtracker.domain.treatments.carried_doses import carried_over
from adtracker.domain.treatments.dose import DayDoses
from adtracker.domain.treatments.due import Due, due
from adtracker.domain.treatments.schedule import Daily, Every, Schedule, Unit, WhenNeeded
from adtracker.domain.treatments.treatment import Kind, Plan, Treatment
from tests.strategies import SCHEDULES, day_doses

TODAY = date(2026, 11, 29)
YESTERDAY = TODAY - timedelta(days=1)


def _rows(kind: Kind, schedule: Schedule, *today: DayDoses) -> tuple[Due, ...]:
    return due([Treatment("Cream", kind, (Plan(date(2026, 8, 1), schedule),), key=1)], today, TODAY)


@pytest.mark.parametrize(
    ("schedule", "before", "expected"),
    [
        (Daily(), (1, 0), (1, 0)),
        (Daily(), (0, 1), (0, 1)),
        (Daily(2), (1, 1), (1, 1)),
        (Daily(), (2, 0), (1, 0)),  # the plan became smaller
        (Daily(), (1, 1), (1, 0)),
        (WhenNeeded(), (3, 0), (3, 0)),
    ],
)
def test_as_much_as_on_the_day_before_and_no_more_than_is_planned(
    schedule: Schedule, before: tuple[int, int], expected: tuple[int, int]
) -> None:
    (found,) = carried_over(_rows(Kind.CREAM, schedule), [DayDoses(1, YESTERDAY, *before)])
    assert (found.day, found.taken, found.skipped) == (TODAY, *expected)


def test_the_amount_comes_along_and_the_reason_does_not() -> None:
    before = DayDoses(1, YESTERDAY, 1, 1, reason="ran out", amount="one pump", recorded_on=YESTERDAY)
    (found,) = carried_over(_rows(Kind.CREAM, Daily(2)), [before])
    assert (found.amount, found.reason, found.recorded_on, found.recorded_at) == ("one pump", "", None, None)


@pytest.mark.parametrize(
    ("kind", "schedule"),
    [
        (Kind.INJECTION, Every(2, Unit.WEEKS, YESTERDAY)),
        (Kind.INJECTION, WhenNeeded()),
        (Kind.CREAM, Every(2, Unit.DAYS, YESTERDAY)),
        (Kind.LIGHT, Every(1, Unit.WEEKS, YESTERDAY)),
    ],
)
def test_what_has_days_between_two_doses_is_not_given_again(kind: Kind, schedule: Schedule) -> None:
    assert carried_over(_rows(kind, schedule), [DayDoses(1, YESTERDAY, 1)]) == ()


def test_a_day_that_has_something_keeps_it() -> None:
    rows = _rows(Kind.CREAM, Daily(2), DayDoses(1, TODAY, 1))
    assert carried_over(rows, [DayDoses(1, YESTERDAY, 2)]) == ()


@given(st.sampled_from(Kind), SCHEDULES, day_doses(1, st.just(YESTERDAY)), st.none() | day_doses(1, st.just(TODAY)))
def test_nothing_recorded_changes_and_nothing_is_made_up(
    kind: Kind, schedule: Schedule, before: DayDoses, now: DayDoses | None
) -> None:
    for found in carried_over(_rows(kind, schedule, *([] if now is None else [now])), [before]):
        assert now is None or now.is_empty
        assert found.day == TODAY
        assert found.taken <= before.taken
        assert found.skipped <= before.skipped
        assert found.reason == ""
        assert kind is not Kind.INJECTION
