"""What belongs to a day: planned today, still open from before, answered a day early, or next in some weeks."""

from dataclasses import replace
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from adtracker.domain.common.period import Period
from adtracker.domain.treatments.dose import DayDoses
from adtracker.domain.treatments.due import Due, days_to_read, due
from adtracker.domain.treatments.schedule import Daily, Every, Unit, WhenNeeded
from adtracker.domain.treatments.treatment import Kind, Plan, Treatment, planned
from tests.strategies import day_doses, treatments

START = date(2026, 8, 2)  # then 30 August, 27 September, 25 October, 22 November
MONTHLY = Every(4, Unit.WEEKS, START)
INJECTION = Treatment("Amlitelimab", Kind.INJECTION, (Plan(START, MONTHLY, "250 mg", "500 mg"),), key=1)
CREAM = Treatment("Mometasone", Kind.CREAM, (Plan(START, Daily(2), "a fingertip"),), key=2)
RELIEF = Treatment("Tacrolimus", Kind.CREAM, (Plan(START, WhenNeeded(), "thin"),), key=3)


def _row(day: date, *doses: DayDoses, treatment: Treatment = INJECTION) -> Due:
    (row,) = due([treatment], doses, day)
    return row


def _taken(day: date) -> DayDoses:
    return DayDoses(1, day, taken=1)


def test_on_the_first_day_the_loading_dose_is_open() -> None:
    row = _row(START)
    assert row == Due(
        INJECTION,
        INJECTION.plans[0],
        DayDoses(1, START),
        dose="500 mg",
        planned=1,
        planned_for=START,
        next_day=date(2026, 8, 30),
    )
    assert row.is_open


def test_a_recorded_dose_is_no_longer_open_whether_taken_or_skipped() -> None:
    for doses in (_taken(START), DayDoses(1, START, skipped=1, reason="felt ill")):
        row = _row(START, doses)
        assert row.doses == doses
        assert not row.is_open


def test_a_dose_that_was_forgotten_stays_open_until_half_way_to_the_next() -> None:
    for day in (date(2026, 8, 31), date(2026, 9, 13)):
        row = _row(day, _taken(START))
        assert (row.planned_for, row.is_open, row.dose) == (date(2026, 8, 30), True, "250 mg")
    row = _row(date(2026, 9, 14), _taken(START))
    assert (row.planned_for, row.is_open, row.next_day) == (date(2026, 9, 27), False, date(2026, 9, 27))


def test_a_dose_taken_late_answers_the_day_it_was_planned_for() -> None:
    late = _taken(date(2026, 9, 1))
    row = _row(date(2026, 9, 3), late)
    assert (row.planned_for, row.answered_on, row.is_open) == (date(2026, 8, 30), late.day, False)
    assert _row(date(2026, 9, 27), late).is_open


def test_a_dose_taken_early_is_not_asked_for_again() -> None:
    early = _taken(date(2026, 8, 29))
    row = _row(date(2026, 8, 30), early)
    assert (row.answered_on, row.is_open) == (early.day, False)
    assert _row(date(2026, 8, 29)).is_open is False


def test_looking_at_a_past_day_knows_what_was_recorded_after_it() -> None:
    row = _row(date(2026, 8, 30), _taken(date(2026, 8, 31)))
    assert (row.answered_on, row.is_open) == (date(2026, 8, 31), False)


def test_the_first_dose_may_lie_far_ahead() -> None:
    booked = replace(INJECTION, plans=(Plan(START, Every(4, Unit.WEEKS, date(2027, 3, 1)), "250 mg"),))
    row = _row(START, treatment=booked)
    assert (row.planned_for, row.is_open, row.next_day) == (None, False, date(2027, 3, 1))


def test_twice_a_day_is_open_until_both_are_recorded() -> None:
    found = [
        _row(START, DayDoses(2, START, taken, skipped), treatment=CREAM)
        for taken, skipped in ((0, 0), (1, 0), (1, 1), (2, 0))
    ]
    assert [row.is_open for row in found] == [True, True, False, False]
    assert {(row.planned, row.planned_for, row.dose) for row in found} == {(2, START, "a fingertip")}


def test_yesterdays_missed_cream_is_not_asked_for_today() -> None:
    row = _row(START + timedelta(days=1), DayDoses(2, START, 1), treatment=CREAM)
    assert (row.planned, row.planned_for, row.answered_on) == (2, START + timedelta(days=1), None)


def test_when_needed_is_there_and_never_open() -> None:
    row = _row(START, treatment=RELIEF)
    assert row == Due(RELIEF, RELIEF.plans[0], DayDoses(3, START), dose="thin")
    assert not row.is_open


def test_before_the_start_and_after_a_stop_a_treatment_is_not_there_unless_it_was_used() -> None:
    stopped = CREAM.stopped_after(START)
    after = START + timedelta(days=1)
    assert due([CREAM], [], START - timedelta(days=1)) == ()
    assert due([stopped], [], after) == ()
    used = DayDoses(2, after, taken=1)
    assert due([stopped], [used], after) == (Due(stopped, None, used, dose=""),)


def test_a_new_plan_does_not_ask_for_doses_of_the_one_before() -> None:
    changed = INJECTION.with_plan(Plan(date(2026, 9, 1), Every(2, Unit.WEEKS, date(2026, 9, 6)), "150 mg"))
    row = _row(date(2026, 9, 1), treatment=changed)
    assert (row.planned_for, row.is_open, row.next_day) == (date(2026, 9, 6), False, date(2026, 9, 6))


def test_a_dose_for_the_plan_before_does_not_answer_the_new_one() -> None:
    changed = INJECTION.with_plan(Plan(date(2026, 8, 31), Every(2, Unit.WEEKS, date(2026, 8, 31)), "150 mg"))
    assert _row(date(2026, 8, 31), _taken(date(2026, 8, 30)), treatment=changed).is_open


def test_a_change_to_when_needed_asks_for_nothing_and_shows_its_own_dose() -> None:
    changed = INJECTION.with_plan(Plan(date(2026, 9, 1), WhenNeeded(), "half"))
    row = _row(date(2026, 9, 1), treatment=changed)
    assert (row.planned_for, row.dose, row.next_day) == (None, "half", None)


def test_treatments_stay_in_the_order_given() -> None:
    found = due([RELIEF, INJECTION, CREAM], [_taken(START)], START)
    assert [row.treatment for row in found] == [RELIEF, INJECTION, CREAM]


def test_the_days_to_read_reach_as_far_as_the_longest_interval() -> None:
    assert days_to_read([], START) == days_to_read([CREAM, RELIEF], START) == Period(START, START)
    assert days_to_read([CREAM, INJECTION], START) == Period(date(2026, 7, 5), date(2026, 8, 30))


@pytest.mark.slow
@given(treatments, st.lists(day_doses(1), max_size=12, unique_by=lambda one: one.day), st.data())
def test_doses_outside_the_days_to_read_change_nothing(
    treatment: Treatment, doses: list[DayDoses], data: st.DataObject
) -> None:
    own = replace(treatment, key=1)
    day = data.draw(st.dates(own.started, own.plans[-1].first + timedelta(days=60)))
    period = days_to_read([own], day)
    assert due([own], doses, day) == due([own], [one for one in doses if one.day in period], day)


@given(treatments, st.data())
def test_a_day_planned_for_is_open_until_it_is_recorded(treatment: Treatment, data: st.DataObject) -> None:
    own = replace(treatment, key=1)
    found = planned(own, Period.starting(own.started, 400))
    if not found:
        return
    chosen = data.draw(st.sampled_from(found))
    (row,) = due([own], [], chosen.day)
    assert (row.planned_for, row.planned, row.dose) == (chosen.day, chosen.count, chosen.dose)
    assert row.is_open
    (row,) = due([own], [DayDoses(1, chosen.day, chosen.count)], chosen.day)
    assert not row.is_open
