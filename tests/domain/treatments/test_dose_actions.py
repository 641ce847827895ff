"""What a click records, for a single dose, for several a day, and for what is used when needed."""

from dataclasses import replace
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from adtracker.domain.treatments.dose import MOST_A_DAY, DayDoses, check_doses
from adtracker.domain.treatments.dose_actions import can_skip, is_counted, skip, take, take_back
from adtracker.domain.treatments.due import Due, due
from adtracker.domain.treatments.schedule import Daily, Every, Schedule, Unit, WhenNeeded
from adtracker.domain.treatments.treatment import Kind, Plan, Treatment
from tests.strategies import TODAY, day_doses

START = date(2026, 7, 5)  # four weeks before the day of the strategies
MONTHLY = Every(4, Unit.WEEKS, START)


def _due(schedule: Schedule, doses: DayDoses | None = None, day: date = TODAY) -> Due:
    treatment = Treatment("Cream", Kind.CREAM, (Plan(START, schedule),), key=1)
    (row,) = due([treatment], [] if doses is None else [doses], day)
    return row


def _counts(doses: DayDoses) -> tuple[int, int]:
    return doses.taken, doses.skipped


def test_a_single_dose_is_taken_and_taken_back() -> None:
    done = take(_due(MONTHLY))
    assert _counts(done) == (1, 0)
    assert take(_due(MONTHLY, done)).is_empty


def test_a_single_dose_is_skipped_and_not_skipped_after_all() -> None:
    done = skip(_due(MONTHLY))
    assert _counts(done) == (0, 1)
    assert skip(_due(MONTHLY, done)).is_empty


def test_a_single_dose_is_either_taken_or_skipped() -> None:
    taken = DayDoses(1, TODAY, taken=1, amount="half", sites=("thigh_left",))
    skipped = skip(_due(MONTHLY, taken))
    assert skipped == DayDoses(1, TODAY, skipped=1)
    assert take(_due(MONTHLY, replace(skipped, reason="fever"))) == DayDoses(1, TODAY, taken=1)


def test_several_a_day_are_counted_one_by_one_also_beyond_the_plan() -> None:
    doses = DayDoses(1, TODAY)
    for count in (1, 2, 3):
        doses = take(_due(Daily(2), doses))
        assert _counts(doses) == (count, 0)
    assert _counts(take_back(_due(Daily(2), doses))) == (2, 0)


def test_skipping_means_the_rest_of_the_day() -> None:
    one = take(_due(Daily(3)))
    skipped = skip(_due(Daily(3), one))
    assert _counts(skipped) == (1, 2)
    assert _counts(take(_due(Daily(3), skipped))) == (2, 1)
    assert _counts(skip(_due(Daily(3), skipped))) == (1, 0)
    assert _counts(take_back(_due(Daily(3), skipped))) == (0, 0)
    assert _counts(skip(_due(Daily(2), DayDoses(1, TODAY, 2)))) == (2, 0)


def test_when_needed_counts_and_cannot_be_skipped() -> None:
    row = _due(WhenNeeded())
    assert is_counted(row)
    assert not can_skip(row)
    assert _counts(take(_due(WhenNeeded(), take(row)))) == (2, 0)


def test_only_a_planned_dose_can_be_skipped() -> None:
    late, between, answered = TODAY + timedelta(days=3), TODAY - timedelta(days=9), DayDoses(1, TODAY, taken=1)
    assert [can_skip(_due(MONTHLY, day=day)) for day in (TODAY, late, between)] == [True, True, False]
    assert not can_skip(_due(MONTHLY, answered, day=late))
    assert can_skip(_due(MONTHLY, answered))
    assert can_skip(_due(Daily(1)))


SCHEDULES = st.sampled_from([MONTHLY, Daily(1), Daily(2), Daily(12), WhenNeeded()])


@pytest.mark.parametrize("click", [take, take_back, skip])
@given(SCHEDULES, st.none() | day_doses(1, st.just(TODAY)))
def test_whatever_is_clicked_can_be_stored(click: object, schedule: Schedule, doses: DayDoses | None) -> None:
    assert callable(click)
    done = click(_due(schedule, doses))
    assert check_doses(done) == []
    assert done.taken <= MOST_A_DAY
    assert not done.reason or done.skipped
    assert not done.sites or done.taken
