"""Planned, taken and skipped doses, counted by hand."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from adtracker.domain.common.period import Period
from adtracker.domain.treatments.adherence import Adherence, adherence, count, used_in
from adtracker.domain.treatments.dose import DayDoses
from adtracker.domain.treatments.matching import match
from adtracker.domain.treatments.schedule import Daily, Every, Unit, WhenNeeded
from adtracker.domain.treatments.treatment import Kind, Plan, Treatment, planned
from tests.strategies import TODAY, TREATMENT_DAYS, day_doses, treatments

START = date(2026, 8, 2)
INJECTION = Treatment("Amlitelimab", Kind.INJECTION, (Plan(START, Every(4, Unit.WEEKS, START)),), key=1)
CREAM = Treatment("Mometasone", Kind.CREAM, (Plan(START, Daily(2)),), key=2)
RELIEF = Treatment("Tacrolimus", Kind.CREAM, (Plan(START, WhenNeeded()),), key=3)
COURSE = Period.starting(START, 168)
AFTER = COURSE.last + timedelta(days=1)


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
    assert adherence(INJECTION, doses, COURSE, AFTER) == Adherence(
        planned=6, taken=3, skipped=1, unanswered=2, extra=0, percent_taken=50, days_used=3
    )


def test_twice_a_day() -> None:
    # Three days, six doses planned: two, one and one skipped, none recorded.
    doses = _doses(CREAM, (START, 2, 0), (START + timedelta(days=1), 1, 1))
    assert adherence(CREAM, doses, Period.starting(START, 3), AFTER) == Adherence(6, 3, 1, 2, 0, 50, 2)


def test_a_share_is_in_whole_per_cent_rounded_as_by_hand() -> None:
    # 1 of 8 is 12.5 per cent.
    found = adherence(CREAM, _doses(CREAM, (START, 1, 0)), Period.starting(START, 4), AFTER)
    assert found.percent_taken == 13


def test_when_needed_has_days_and_extra_doses_but_no_share() -> None:
    doses = _doses(RELIEF, (START, 3, 0), (START + timedelta(days=9), 1, 0))
    assert adherence(RELIEF, doses, COURSE, AFTER) == Adherence(0, 0, 0, 0, 4, None, 2)


def test_before_it_starts_there_is_no_share() -> None:
    before = Period.ending(START - timedelta(days=1), 30)
    assert adherence(CREAM, [], before, AFTER) == Adherence(0, 0, 0, 0, 0, None, 0)


def test_nothing_recorded_is_none_taken_of_those_planned() -> None:
    assert adherence(CREAM, [], Period(START, START), AFTER) == Adherence(2, 0, 0, 2, 0, 0, 0)


def test_doses_beyond_the_plan_are_extra_and_no_more_than_all_are_taken() -> None:
    found = adherence(CREAM, _doses(CREAM, (START, 5, 0)), Period(START, START), AFTER)
    assert found == Adherence(2, 2, 0, 0, 3, 100, 1)


def test_a_cream_used_four_times_on_a_day_does_not_fill_other_days() -> None:
    # Twice a day on 61 days makes 122; at most two on each of 20 days makes 40, a third of them.
    doses = _doses(CREAM, *((START + timedelta(days=3 * day), 4, 0) for day in range(20)))
    found = adherence(CREAM, doses, Period.starting(START, 61), AFTER)
    assert found == Adherence(planned=122, taken=40, skipped=0, unanswered=82, extra=40, percent_taken=33, days_used=20)


def test_a_week_of_tablets_entered_on_its_first_day_is_one_of_seven() -> None:
    tablet = Treatment("Tablet", Kind.TABLET, (Plan(START, Daily(1)),), key=4)
    found = adherence(tablet, _doses(tablet, (START, 7, 0)), Period.starting(START, 7), AFTER)
    assert found == Adherence(planned=7, taken=1, skipped=0, unanswered=6, extra=6, percent_taken=14, days_used=1)


def test_a_dose_early_in_the_week_before_counts_in_the_week_it_was_planned_for() -> None:
    monday = date(2026, 8, 31)
    injection = Treatment("Other", Kind.INJECTION, (Plan(monday, Every(4, Unit.WEEKS, monday)),), key=5)
    doses = _doses(injection, (date(2026, 8, 29), 1, 0))
    week = Period.starting(monday, 7)
    assert adherence(injection, doses, week, AFTER) == Adherence(1, 1, 0, 0, 0, 100, 0)
    before = Period.ending(date(2026, 8, 30), 7)
    assert adherence(injection, doses, before, AFTER) == Adherence(0, 0, 0, 0, 0, None, 1)


def test_a_dose_after_the_stop_fills_nothing() -> None:
    stopped = INJECTION.stopped_after(START + timedelta(days=1))
    found = adherence(stopped, _doses(stopped, (START + timedelta(days=2), 1, 0)), COURSE, AFTER)
    assert found == Adherence(planned=1, taken=0, skipped=0, unanswered=1, extra=1, percent_taken=0, days_used=1)


def test_what_is_planned_for_today_is_not_missing_before_the_day_is_over() -> None:
    second = START + timedelta(days=1)
    two_days = Period.starting(START, 2)
    doses = _doses(CREAM, (START, 2, 0))
    assert adherence(CREAM, doses, two_days, second) == Adherence(2, 2, 0, 0, 0, 100, 1, waiting=2)
    one_more = [*doses, *_doses(CREAM, (second, 1, 0))]
    assert adherence(CREAM, one_more, two_days, second) == Adherence(3, 3, 0, 0, 0, 100, 2, waiting=1)
    assert adherence(CREAM, one_more, two_days, second + timedelta(days=1)) == Adherence(4, 3, 0, 1, 0, 75, 2)


def test_of_days_ahead_all_waits_but_what_was_taken_early() -> None:
    today = date(2026, 8, 29)
    ahead = Period(date(2026, 8, 30), date(2026, 9, 30))
    early = _doses(INJECTION, (today, 1, 0))
    assert adherence(INJECTION, [], ahead, today) == Adherence(0, 0, 0, 0, 0, None, 0, waiting=2)
    assert adherence(INJECTION, early, ahead, today) == Adherence(1, 1, 0, 0, 0, 100, 0, waiting=1)


def test_other_treatments_and_other_days_do_not_count() -> None:
    doses = _doses(CREAM, (START, 2, 0), (START + timedelta(days=1), 3, 0)) + _doses(RELIEF, (START, 7, 0))
    assert adherence(CREAM, doses, Period(START, START), AFTER) == Adherence(2, 2, 0, 0, 0, 100, 1)


def test_a_part_of_what_was_matched_is_counted_as_if_it_were_matched_alone() -> None:
    doses = _doses(CREAM, *((START + timedelta(days=day), 1 + day % 4, 0) for day in range(28)))
    whole = match(CREAM, doses, Period.starting(START, 28))
    for week in range(4):
        part = Period.starting(START + timedelta(weeks=week), 7)
        assert count(whole, part, AFTER) == adherence(CREAM, doses, part, AFTER)


@pytest.mark.slow
@given(treatments, st.lists(day_doses(1), max_size=20, unique_by=lambda one: one.day), TREATMENT_DAYS)
def test_the_counts_of_two_halves_add_up(treatment: Treatment, doses: list[DayDoses], cut: date) -> None:
    if cut == TODAY:
        cut -= timedelta(days=1)
    own = Treatment(treatment.name, treatment.kind, treatment.plans, key=1)
    first = date(2024, 1, 1)
    whole, left, right = (
        adherence(own, doses, period, TODAY)
        for period in (Period(first, TODAY), Period(first, cut), Period(cut + timedelta(days=1), TODAY))
    )
    for name in ("planned", "taken", "skipped", "unanswered", "extra", "days_used", "waiting"):
        assert getattr(whole, name) == getattr(left, name) + getattr(right, name)
    assert whole.planned == whole.taken + whole.skipped + whole.unanswered
    assert whole.percent_taken is None or 0 <= whole.percent_taken <= 100
    assert (whole.percent_taken is None) == (whole.planned == 0)


@given(treatments)
def test_all_planned_doses_taken_is_a_hundred_per_cent(treatment: Treatment) -> None:
    own = Treatment(treatment.name, treatment.kind, treatment.plans, key=1)
    period = Period.ending(TODAY, 400)
    doses = [DayDoses(1, one.day, one.count) for one in planned(own, period)]
    found = adherence(own, doses, period, TODAY)
    assert found.percent_taken in (100, None)
    assert found.days_used == len(doses)


def test_only_what_was_in_use_or_recorded_in_a_period_is_counted() -> None:
    week = Period.starting(START, 7)
    stopped = CREAM.stopped_after(START - timedelta(days=1))
    later = Treatment("Later", Kind.TABLET, (Plan(START + timedelta(days=7), Daily(1)),), key=9)
    doses = [*_doses(later, (START, 1, 0)), *_doses(RELIEF, (START, 1, 0))]
    found = used_in([INJECTION, stopped, later, RELIEF], doses, week, AFTER)
    assert [(treatment.name, counts.extra) for treatment, counts in found] == [
        ("Amlitelimab", 0),
        ("Later", 1),
        ("Tacrolimus", 1),
    ]


@pytest.mark.parametrize(("taken", "percent"), [(0, 0), (1, 33), (2, 67), (3, 100)])
def test_thirds(taken: int, percent: int) -> None:
    cream = Treatment("Cream", Kind.CREAM, (Plan(START, Daily(3)),), key=2)
    assert adherence(cream, _doses(cream, (START, taken, 0)), Period(START, START), AFTER).percent_taken == percent
