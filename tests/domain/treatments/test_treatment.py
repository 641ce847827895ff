"""A treatment and its history: what was planned when, through changes of dose, stops and new starts."""

from dataclasses import replace
from datetime import date, timedelta

import pytest
from hypothesis import given

from adtracker.domain.common.period import Period
from adtracker.domain.treatments.schedule import Daily, Every, Stopped, Unit, WhenNeeded
from adtracker.domain.treatments.treatment import (
    Kind,
    Plan,
    Planned,
    Span,
    Treatment,
    check_treatment,
    next_planned,
    planned,
    proposed_plan,
)
from adtracker.resources import Texts
from tests.strategies import treatments

TODAY = date(2026, 11, 22)

START = date(2026, 8, 2)
ONE_DAY = timedelta(days=1)
MONTHLY = Every(4, Unit.WEEKS, START)
INJECTION = Treatment("Amlitelimab", Kind.INJECTION, (Plan(START, MONTHLY, "250 mg", "500 mg"),))
CREAM = Treatment("Mometasone", Kind.CREAM, (Plan(START, Daily(2), "a fingertip"),), "potent")


def _planned(treatment: Treatment, first: date, last: date) -> list[tuple[date, int, str]]:
    return [(one.day, one.count, one.dose) for one in planned(treatment, Period(first, last))]


def test_a_loading_dose_is_the_first_one_only() -> None:
    assert _planned(INJECTION, date(2026, 1, 1), date(2026, 9, 30)) == [
        (date(2026, 8, 2), 1, "500 mg"),
        (date(2026, 8, 30), 1, "250 mg"),
        (date(2026, 9, 27), 1, "250 mg"),
    ]


def test_the_loading_dose_is_known_even_if_the_period_begins_later() -> None:
    assert _planned(INJECTION, date(2026, 8, 30), date(2026, 8, 30)) == [(date(2026, 8, 30), 1, "250 mg")]


def test_a_loading_dose_of_a_later_plan_falls_on_its_first_planned_day() -> None:
    changed = INJECTION.with_plan(Plan(date(2026, 9, 1), MONTHLY, "300 mg", "600 mg", "not enough"))
    assert _planned(changed, date(2026, 8, 30), date(2026, 10, 31)) == [
        (date(2026, 8, 30), 1, "250 mg"),
        (date(2026, 9, 27), 1, "600 mg"),
        (date(2026, 10, 25), 1, "300 mg"),
    ]


def test_several_a_day_are_planned_on_every_day_with_their_count() -> None:
    assert _planned(CREAM, START - ONE_DAY, START + ONE_DAY) == [
        (START, 2, "a fingertip"),
        (START + ONE_DAY, 2, "a fingertip"),
    ]


def test_when_needed_plans_nothing() -> None:
    cream = Treatment("Tacrolimus", Kind.CREAM, (Plan(START, WhenNeeded()),))
    assert planned(cream, Period.starting(START, 365)) == ()


def test_a_change_of_dose_keeps_what_was_planned_before() -> None:
    changed = INJECTION.with_plan(Plan(date(2026, 9, 27), Every(2, Unit.WEEKS, date(2026, 9, 27)), "150 mg"))
    assert _planned(changed, date(2026, 8, 3), date(2026, 10, 11)) == [
        (date(2026, 8, 30), 1, "250 mg"),
        (date(2026, 9, 27), 1, "150 mg"),
        (date(2026, 10, 11), 1, "150 mg"),
    ]


def test_a_change_on_the_day_of_another_takes_its_place() -> None:
    first = CREAM.with_plan(Plan(date(2026, 9, 1), Daily(1)))
    assert first.with_plan(Plan(date(2026, 9, 1), WhenNeeded())).plans == (
        CREAM.plans[0],
        Plan(date(2026, 9, 1), WhenNeeded()),
    )


def test_a_change_taken_back_lets_the_plan_before_go_on() -> None:
    assert CREAM.with_plan(Plan(date(2026, 9, 1), Daily(1))).without_plan(date(2026, 9, 1)) == CREAM


def test_stopping_keeps_the_history_and_drops_what_lay_ahead() -> None:
    ahead = CREAM.with_plan(Plan(date(2026, 12, 1), Daily(1)))
    stopped = ahead.stopped_after(date(2026, 8, 31), "skin is clear")
    assert stopped.plans == (CREAM.plans[0], Plan(date(2026, 9, 1), Stopped(), reason="skin is clear"))
    assert (CREAM.last_day, stopped.last_day) == (None, date(2026, 8, 31))
    assert stopped.plan_on(date(2026, 8, 31)) == CREAM.plans[0]
    assert stopped.plan_on(date(2026, 9, 1)) is None
    assert sum(one.count for one in planned(stopped, Period.starting(START, 365))) == 60


def test_a_stop_can_be_moved() -> None:
    stopped = CREAM.stopped_after(date(2026, 8, 31), "clear")
    for last_day in (date(2026, 8, 20), date(2026, 9, 5)):
        assert stopped.stopped_after(last_day, "clear") == CREAM.stopped_after(last_day, "clear")


def test_a_treatment_that_starts_again_has_a_gap() -> None:
    again = CREAM.stopped_after(date(2026, 8, 31)).with_plan(Plan(date(2026, 11, 1), Daily(1)))
    period = Period(date(2026, 8, 30), date(2026, 11, 2))
    assert again.last_day is None
    assert again.spans(period) == (
        Span(Period(date(2026, 8, 30), date(2026, 8, 31)), CREAM.plans[0]),
        Span(Period(date(2026, 11, 1), date(2026, 11, 2)), Plan(date(2026, 11, 1), Daily(1))),
    )
    assert len(planned(again, period)) == 4


def test_the_next_planned_day_is_found_however_far_ahead() -> None:
    again = CREAM.stopped_after(date(2026, 8, 31)).with_plan(
        Plan(date(2027, 1, 1), Every(1, Unit.WEEKS, date(2027, 2, 3)))
    )
    found = [next_planned(again, day) for day in (START - 9 * ONE_DAY, date(2026, 8, 30), date(2026, 8, 31))]
    assert found == [START, date(2026, 8, 31), date(2027, 2, 3)]
    assert next_planned(CREAM.stopped_after(START), START) is None


def test_a_change_is_offered_from_today_on_with_the_next_dose_where_it_was() -> None:
    offered = proposed_plan(INJECTION, date(2026, 9, 1))
    assert offered == Plan(date(2026, 9, 1), replace(MONTHLY, start=date(2026, 9, 27)), "250 mg")
    assert proposed_plan(INJECTION, date(2026, 9, 27)).schedule == replace(MONTHLY, start=date(2026, 9, 27))
    assert proposed_plan(INJECTION, date(2026, 7, 1)) == Plan(START, MONTHLY, "250 mg")


def test_a_new_start_is_offered_as_it_was_used_last() -> None:
    stopped = INJECTION.stopped_after(date(2026, 8, 31))
    assert proposed_plan(stopped, TODAY) == Plan(TODAY, replace(MONTHLY, start=TODAY), "250 mg")


def test_before_it_starts_a_treatment_has_no_plan() -> None:
    assert INJECTION.plan_on(START - ONE_DAY) is None
    assert INJECTION.spans(Period.ending(START - ONE_DAY, 30)) == ()


@given(treatments)
def test_what_can_be_recorded_has_nothing_wrong(treatment: Treatment) -> None:
    assert check_treatment(treatment) == []


@given(treatments)
def test_the_spans_are_the_days_that_have_a_plan(treatment: Treatment) -> None:
    period = Period(treatment.started - 3 * ONE_DAY, treatment.plans[-1].first + 40 * ONE_DAY)
    spans = treatment.spans(period)
    assert {day: span.plan for span in spans for day in span.period} == {
        day: plan for day in period if (plan := treatment.plan_on(day)) is not None
    }
    assert sum(span.period.length for span in spans) == len({day for span in spans for day in span.period})


@given(treatments)
def test_doses_are_planned_only_while_it_is_used_and_the_loading_dose_once_a_plan(treatment: Treatment) -> None:
    marked = replace(
        treatment,
        plans=tuple(
            replace(plan, dose="dose", loading_dose="loading" * (not plan.is_stop)) for plan in treatment.plans
        ),
    )
    period = Period.starting(treatment.started - ONE_DAY, 1000)
    found = planned(marked, period)
    assert [one.day for one in found] == sorted({one.day for one in found})
    assert all(one.count > 0 and marked.plan_on(one.day) is not None for one in found)
    assert sum(one.dose == "loading" for one in found) <= len(marked.plans)
    for span in marked.spans(period):
        own = [one.dose for one in found if one.day in span.period]
        assert own == ["loading", *["dose"] * (len(own) - 1)][: len(own)]


def _with(*plans: Plan) -> Treatment:
    return replace(CREAM, plans=plans)


@pytest.mark.parametrize(
    ("treatment", "field", "rule"),
    [
        (replace(CREAM, name=""), "name", "treatment_unnamed"),
        (replace(CREAM, name=" \n"), "name", "treatment_unnamed"),
        (replace(CREAM, name="x" * 201), "name", "text_too_long"),
        (replace(CREAM, name="a\0b"), "name", "text_unreadable"),
        (replace(CREAM, strength="x" * 201), "strength", "text_too_long"),
        (_with(Plan(START, Daily(0))), "times", "times_range"),
        (_with(Plan(START, Daily(1), "x" * 201)), "dose", "text_too_long"),
        (_with(Plan(START, Daily(1), "", "x" * 201)), "loading_dose", "text_too_long"),
        (_with(Plan(START, WhenNeeded(), "", "500 mg")), "loading_dose", "loading_dose_unplanned"),
        (_with(Plan(START, Daily(1), reason="x" * 1001)), "reason", "text_too_long"),
        (_with(Plan(date(1899, 12, 31), Daily(1))), "first", "date_range"),
        (_with(), "plans", "plans_range"),
        (_with(*(Plan(START + number * ONE_DAY, Daily(1)) for number in range(501))), "plans", "plans_range"),
        (_with(Plan(START, Stopped())), "plans", "stopped_before_start"),
        (CREAM.stopped_after(START - ONE_DAY), "plans", "stopped_before_start"),
        (_with(Plan(START, Daily(1)), Plan(START, Stopped())), "first", "end_before_start"),
        (_with(Plan(START, Daily(1)), Plan(START - ONE_DAY, Stopped())), "first", "end_before_start"),
        (_with(Plan(START, Daily(1)), Plan(START - ONE_DAY, Daily(2))), "first", "change_before_start"),
        (CREAM.stopped_after(START).with_plan(Plan(date(2026, 9, 1), Stopped())), "first", "stopped_twice"),
    ],
)
def test_a_treatment_that_cannot_be_is_refused_with_a_sentence(treatment: Treatment, field: str, rule: str) -> None:
    (problem,) = check_treatment(treatment)
    assert (problem.field, problem.rule) == (field, rule)
    assert "{" not in Texts().problem(problem)


def test_planned_is_a_value() -> None:
    assert planned(INJECTION, Period(START, START)) == (Planned(START, 1, "500 mg"),)
