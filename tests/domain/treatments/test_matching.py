"""Which planned dose a recorded one counts for: by hand, and against a matching so plain that it can be read."""

from dataclasses import replace
from datetime import date, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from adtracker.domain.common.period import ONE_DAY, Period
from adtracker.domain.treatments.dose import DayDoses
from adtracker.domain.treatments.matching import Answer, Matching, days_to_read, match, planned_for
from adtracker.domain.treatments.schedule import Daily, Every, Schedule, Stopped, Unit, WhenNeeded
from adtracker.domain.treatments.treatment import Kind, Plan, Planned, Treatment, planned

START = date(2026, 8, 3)  # then 31 August, 28 September, 26 October
MONTHLY = Every(4, Unit.WEEKS, START)
AUGUST = Period(date(2026, 8, 1), date(2026, 8, 31))


def _treatment(*plans: tuple[date, Schedule]) -> Treatment:
    return Treatment("Any", Kind.OTHER, tuple(Plan(first, schedule) for first, schedule in plans), key=1)


def _taken(*days: date, each: int = 1) -> list[DayDoses]:
    return [DayDoses(1, day, each) for day in days]


def _counts(matching: Matching) -> list[tuple[int, int, int]]:
    return [(one.taken, one.skipped, one.unanswered) for one in matching.answers]


INJECTION = _treatment((START, MONTHLY))


def test_an_injection_two_days_early_answers_its_day_and_is_not_extra() -> None:
    found = match(INJECTION, _taken(START, date(2026, 8, 29)), AUGUST)
    assert found == Matching(
        answers=(
            Answer(Planned(START, 1, ""), 1, 0, (START,)),
            Answer(Planned(date(2026, 8, 31), 1, ""), 1, 0, (date(2026, 8, 29),)),
        ),
        extra={},
        used=(START, date(2026, 8, 29)),
    )


def test_a_dose_counts_for_the_planned_day_it_lies_nearest_to() -> None:
    # Between 3 and 31 August lie 28 days: 17 August is as far from one as from the other, and then it is late.
    aims = [planned_for(INJECTION, date(2026, 8, day)) for day in (3, 17, 18, 31)]
    assert [one.day.day for one in aims if one] == [3, 3, 31, 31]


def test_before_it_begins_a_dose_can_only_be_early() -> None:
    first = START - timedelta(days=14)
    assert planned_for(INJECTION, first) == Planned(START, 1, "")
    assert planned_for(INJECTION, first - ONE_DAY) is None


def test_seven_tablets_on_the_first_day_of_a_week_are_one_taken_and_six_extra() -> None:
    tablets = _treatment((START, Daily(1)))
    found = match(tablets, _taken(START, each=7), Period.starting(START, 7))
    assert _counts(found) == [(1, 0, 0), *[(0, 0, 1)] * 6]
    assert found.extra == {START: 6}


def test_a_day_is_answered_by_as_many_as_it_has_planned_taken_before_skipped() -> None:
    cream = _treatment((START, Daily(2)))
    doses = [DayDoses(1, START, 4, 2), DayDoses(1, START + ONE_DAY, 1, 3), DayDoses(1, START + 2 * ONE_DAY, 0, 5)]
    found = match(cream, doses, Period.starting(START, 4))
    assert _counts(found) == [(2, 0, 0), (1, 1, 0), (0, 2, 0), (0, 0, 2)]
    assert found.extra == {START: 2}


def test_of_two_doses_for_one_day_the_farther_is_extra() -> None:
    found = match(INJECTION, _taken(date(2026, 8, 1), date(2026, 8, 4)), AUGUST)
    assert found.extra == {date(2026, 8, 1): 1}
    assert found.answers[0].days == (date(2026, 8, 1), date(2026, 8, 4))


def test_a_dose_taken_on_another_day_goes_before_one_skipped_on_the_day() -> None:
    found = match(INJECTION, [*_taken(date(2026, 8, 29)), DayDoses(1, date(2026, 8, 31), 0, 1)], AUGUST)
    assert _counts(found) == [(0, 0, 1), (1, 0, 0)]


def test_a_dose_after_the_stop_fills_nothing() -> None:
    stopped = INJECTION.stopped_after(date(2026, 8, 31))
    late = date(2026, 9, 2)
    found = match(stopped, _taken(late), Period(START, late))
    assert _counts(found) == [(0, 0, 1), (0, 0, 1)]
    assert found.extra == {late: 1}
    assert _counts(match(INJECTION, _taken(late), Period(START, late))) == [(0, 0, 1), (1, 0, 0)]


def test_in_a_pause_a_dose_can_be_early_for_the_plan_that_follows() -> None:
    back = date(2026, 9, 10)
    paused = _treatment((START, MONTHLY), (date(2026, 9, 1), Stopped()), (back, Every(2, Unit.WEEKS, back)))
    aims = [planned_for(paused, date(2026, 9, day)) for day in (1, 2, 3)]
    assert aims == [None, None, Planned(back, 1, "")]


def test_a_dose_does_not_count_for_a_day_of_the_plan_before() -> None:
    changed = _treatment((START, MONTHLY), (date(2026, 9, 1), Every(2, Unit.WEEKS, date(2026, 9, 6))))
    assert planned_for(changed, date(2026, 9, 1)) == Planned(date(2026, 9, 6), 1, "")
    assert planned_for(changed, date(2026, 8, 31)) == Planned(date(2026, 8, 31), 1, "")


def test_how_far_a_dose_reaches_is_said_by_the_plan_of_the_planned_day() -> None:
    # Daily until 9 August, then every 14 days from the 20th on: a week before that is early, a day more is too early.
    plans = _treatment((START, Daily(1)), (date(2026, 8, 10), Every(2, Unit.WEEKS, date(2026, 8, 20))))
    found = [planned_for(plans, date(2026, 8, day)) for day in (9, 10, 12, 13)]
    assert [one and one.day.day for one in found] == [9, None, None, 20]


def test_what_is_used_when_needed_counts_for_no_planned_day() -> None:
    again = date(2026, 9, 5)
    relief = _treatment((START, MONTHLY), (date(2026, 9, 1), WhenNeeded()), (again, Every(4, Unit.WEEKS, again)))
    found = match(relief, _taken(date(2026, 9, 2), date(2026, 9, 4), each=3), Period(START, date(2026, 10, 31)))
    assert found.extra == {date(2026, 9, 2): 3, date(2026, 9, 4): 3}


def test_other_treatments_and_days_without_a_dose_are_nothing() -> None:
    doses = [DayDoses(2, START, 1), DayDoses(1, START + ONE_DAY)]
    assert match(INJECTION, doses, AUGUST) == match(INJECTION, [], AUGUST)


def test_the_days_to_read_reach_as_far_as_the_longest_interval() -> None:
    assert days_to_read([], AUGUST) == days_to_read([_treatment((START, Daily(3)))], AUGUST) == AUGUST
    assert days_to_read([INJECTION], AUGUST) == Period(date(2026, 7, 4), date(2026, 9, 28))


# Short intervals and few days, so that doses meet planned days, changes and stops.
DAYS = st.dates(date(2026, 8, 1), date(2026, 8, 25))
SCHEDULES = st.one_of(
    st.builds(Every, st.integers(1, 16), st.just(Unit.DAYS), DAYS),
    st.builds(Daily, st.integers(1, 3)),
    st.just(WhenNeeded()),
)
DOSES = st.lists(
    st.builds(DayDoses, st.just(1), DAYS, st.integers(0, 4), st.integers(0, 4)),
    max_size=12,
    unique_by=lambda one: one.day,
)


@st.composite
def _histories(draw: st.DrawFn) -> Treatment:
    """Plans, changes, stops and new starts."""
    found: list[tuple[date, Schedule]] = []
    for first in sorted(draw(st.sets(DAYS, min_size=1, max_size=4))):
        may_stop = bool(found) and not isinstance(found[-1][1], Stopped)
        found.append((first, draw(SCHEDULES | st.just(Stopped()) if may_stop else SCHEDULES)))
    return _treatment(*found)


def _plainly_for(treatment: Treatment, day: date) -> Planned | None:
    """Look at every planned day there is."""
    held = [plan for plan in treatment.plans if plan.first <= day][-1:]
    if held and isinstance(held[0].schedule, WhenNeeded):
        return None
    fitting = []
    for slot in planned(treatment, Period(date(2026, 7, 1), date(2026, 11, 1))):
        plan = treatment.plan_on(slot.day)
        assert plan is not None
        reach = plan.schedule.days // 2 if isinstance(plan.schedule, Every) else 0
        if abs((slot.day - day).days) <= reach and not (held and slot.day < held[0].first):
            fitting.append((abs((slot.day - day).days), slot.day, slot))
    return min(fitting)[2] if fitting else None


def _plainly(treatment: Treatment, doses: list[DayDoses], period: Period) -> tuple[dict[date, list[str]], list[date]]:
    """Hand out dose after dose, the nearest first, to places that are free: what each day has, and the extra ones."""
    free = {slot.day: slot.count for slot in planned(treatment, Period(date(2026, 7, 1), date(2026, 11, 1)))}
    given: dict[date, list[str]] = {day: [] for day in free}
    extra = []
    aims = [(slot, one) for one in doses if (slot := _plainly_for(treatment, one.day))]
    aims.sort(key=lambda aim: (abs(aim[0].day - aim[1].day), aim[1].day))
    for slot, one in aims:
        for _ in range(one.taken):
            if len(given[slot.day]) < free[slot.day]:
                given[slot.day].append("taken")
            else:
                extra.append(one.day)
    for slot, one in aims:
        for _ in range(one.skipped):
            if len(given[slot.day]) < free[slot.day]:
                given[slot.day].append("skipped")
    extra += [one.day for one in doses if not _plainly_for(treatment, one.day) for _ in range(one.taken)]
    return {day: found for day, found in given.items() if day in period}, [day for day in extra if day in period]


@pytest.mark.slow
@settings(max_examples=300)
@given(_histories(), DOSES, st.tuples(DAYS, DAYS))
def test_it_is_the_plain_matching(treatment: Treatment, doses: list[DayDoses], ends: tuple[date, date]) -> None:
    period = Period(min(ends), max(ends))
    found = match(treatment, doses, period)
    given_to, extra = _plainly(treatment, doses, period)
    assert [one.planned.day for one in found.answers] == list(given_to)
    for answer in found.answers:
        own = given_to[answer.planned.day]
        assert (answer.taken, answer.skipped) == (own.count("taken"), own.count("skipped"))
        assert answer.taken + answer.skipped + answer.unanswered == answer.planned.count
    assert found.extra == {day: extra.count(day) for day in sorted(set(extra))}
    assert all(planned_for(treatment, day) == _plainly_for(treatment, day) for day in period)


@given(_histories(), DOSES, st.tuples(DAYS, DAYS))
def test_what_lies_outside_the_days_to_read_changes_nothing(
    treatment: Treatment, doses: list[DayDoses], ends: tuple[date, date]
) -> None:
    period = Period(min(ends), max(ends))
    known = days_to_read([treatment], period)
    assert match(treatment, doses, period) == match(treatment, [one for one in doses if one.day in known], period)


@given(_histories(), DOSES)
def test_every_dose_taken_counts_once(treatment: Treatment, doses: list[DayDoses]) -> None:
    whole = Period(date(2026, 7, 1), date(2026, 10, 31))
    found = match(replace(treatment, key=1), doses, whole)
    counted = sum(one.taken for one in found.answers) + sum(found.extra.values())
    assert counted == sum(one.taken for one in doses)
