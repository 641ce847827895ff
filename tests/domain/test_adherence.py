"""Planned, taken and skipped doses, counted by hand."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from adtracker.domain.adherence import Adherence, adherence, used_in
from adtracker.domain.dose import DayDoses
from adtracker.domain.period import Period
from adtracker.domain.schedule import Daily, Every, Unit, WhenNeeded
from adtracker.domain.treatment import Kind, Plan, Treatment, planned
from tests.strategies import TODAY, TREATMENT_DAYS, day_doses, treatments

START = date(2026, 8, 2)
INJECTION = Treatment("Amlitelimab", Kind.INJECTION, (Plan(START, Every(4, Unit.WEEKS, START)),), key=1)
CREAM = Treatment("Mometasone", Kind.CREAM, (Plan(START, Daily(2)),), key=2)
RELIEF = Treatment("Tacrolimus", Kind.CREAM, (Plan(START, WhenNeeded()),), key=3)
COURSE = Period.starting(START, 168)


def _doses(treatment: Treatment, *days: tuple[date, int, int]) -> list[DayDoses]:
    assert treatment.key is not None
    return [DayDoses(treatment.key, day, taken, skipped) for day, taken, skipped in days]


def test_a_course_of_injections() -> None:
    # Planned on 2 Aug, 30 Aug, 27 Sep, 25 Oct, 22 Nov and 20 Dec: six. One was two days late, one skipped, two unknown.
    doses = _doses(
        INJECTION,
        (date(2026, 8, 2), 1, 0),
        (date(2026, 9, 1), 1, 0),
        (date(2026, 9, 27), 1, 0),
        (date(2026, 10, 25), 0, 1),
    )
    found = adherence(INJECTION, doses, COURSE)
    assert found == Adherence(planned=6, taken=3, skipped=1, percent_taken=50, days_used=3)
    assert found.not_recorded == 2


def test_twice_a_day() -> None:
    # Three days, six doses planned: two, one and one skipped, none recorded.
    doses = _doses(CREAM, (START, 2, 0), (START + timedelta(days=1), 1, 1))
    assert adherence(CREAM, doses, Period.starting(START, 3)) == Adherence(6, 3, 1, 50, 2)


def test_a_share_is_in_whole_per_cent_rounded_as_by_hand() -> None:
    # 1 of 8 is 12.5 per cent.
    assert adherence(CREAM, _doses(CREAM, (START, 1, 0)), Period.starting(START, 4)).percent_taken == 13


def test_when_needed_has_days_but_no_share() -> None:
    doses = _doses(RELIEF, (START, 3, 0), (START + timedelta(days=9), 1, 0))
    assert adherence(RELIEF, doses, COURSE) == Adherence(0, 4, 0, None, 2)


def test_before_it_starts_there_is_no_share() -> None:
    assert adherence(CREAM, [], Period.ending(START - timedelta(days=1), 30)) == Adherence(0, 0, 0, None, 0)


def test_nothing_recorded_is_none_taken_of_those_planned() -> None:
    found = adherence(CREAM, [], Period(START, START))
    assert (found, found.not_recorded) == (Adherence(2, 0, 0, 0, 0), 2)


def test_doses_beyond_the_plan_are_counted_but_are_no_more_than_all() -> None:
    found = adherence(CREAM, _doses(CREAM, (START, 5, 0)), Period(START, START))
    assert (found.taken, found.percent_taken, found.not_recorded) == (5, 100, 0)


def test_other_treatments_and_other_days_do_not_count() -> None:
    doses = _doses(CREAM, (START, 2, 0), (START + timedelta(days=1), 2, 0)) + _doses(RELIEF, (START, 7, 0))
    assert adherence(CREAM, doses, Period(START, START)) == Adherence(2, 2, 0, 100, 1)


@given(treatments, st.lists(day_doses(1), max_size=20, unique_by=lambda one: one.day), TREATMENT_DAYS)
def test_the_counts_of_two_halves_add_up(treatment: Treatment, doses: list[DayDoses], cut: date) -> None:
    if cut == TODAY:
        cut -= timedelta(days=1)
    own = Treatment(treatment.name, treatment.kind, treatment.plans, key=1)
    first = date(2024, 1, 1)
    whole, left, right = (
        adherence(own, doses, period)
        for period in (Period(first, TODAY), Period(first, cut), Period(cut + timedelta(days=1), TODAY))
    )
    for name in ("planned", "taken", "skipped", "days_used"):
        assert getattr(whole, name) == getattr(left, name) + getattr(right, name)
    assert whole.percent_taken is None or 0 <= whole.percent_taken <= 100
    assert (whole.percent_taken is None) == (whole.planned == 0)


@given(treatments)
def test_all_planned_doses_taken_is_a_hundred_per_cent(treatment: Treatment) -> None:
    own = Treatment(treatment.name, treatment.kind, treatment.plans, key=1)
    period = Period.ending(TODAY, 400)
    doses = [DayDoses(1, one.day, one.count) for one in planned(own, period)]
    found = adherence(own, doses, period)
    assert found.percent_taken in (100, None)
    assert found.days_used == len(doses)


def test_only_what_was_in_use_or_recorded_in_a_period_is_counted() -> None:
    week = Period.starting(START, 7)
    stopped = CREAM.stopped_after(START - timedelta(days=1))
    later = Treatment("Later", Kind.TABLET, (Plan(START + timedelta(days=7), Daily(1)),), key=9)
    doses = [*_doses(later, (START, 1, 0)), *_doses(RELIEF, (START, 1, 0))]
    found = used_in([INJECTION, stopped, later, RELIEF], doses, week)
    assert [(treatment.name, counts.taken) for treatment, counts in found] == [
        ("Amlitelimab", 0),
        ("Later", 1),
        ("Tacrolimus", 1),
    ]


@pytest.mark.parametrize(("taken", "percent"), [(0, 0), (1, 33), (2, 67), (3, 100)])
def test_thirds(taken: int, percent: int) -> None:
    cream = Treatment("Cream", Kind.CREAM, (Plan(START, Daily(3)),), key=2)
    assert adherence(cream, _doses(cream, (START, taken, 0)), Period(START, START)).percent_taken == percent
