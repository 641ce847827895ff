"""A treatment as the person uses it: its name and kind, and all its plans, so that no change of dose is ever forgotten.

What was planned is only recorded; nothing here says whether a plan is a good one. Any medicine fits.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date
from enum import Enum
from itertools import pairwise

from adtracker.domain.common.period import LATEST_DAY, ONE_DAY, Period, check_calendar_day
from adtracker.domain.common.problem import Problem, check_number, check_text
from adtracker.domain.common.record_kind import RecordKind
from adtracker.domain.records.course import TREATMENT_NAME_LIMIT
from adtracker.domain.treatments.known import Known, known_period
from adtracker.domain.treatments.schedule import (
    Every,
    Schedule,
    Stopped,
    check_schedule,
    doses_a_day,
    planned_days,
)

WORDS_LIMIT = 200
REASON_LIMIT = 1_000
PLANS_LIMIT = 500
MOST_LEFT = 9999
MOST_ORDER_DAYS = 366


class Kind(Enum):
    """How a treatment is given."""

    INJECTION = "injection"
    TABLET = "tablet"
    CREAM = "cream"
    MOISTURISER = "moisturiser"
    LIGHT = "light"
    OTHER = "other"


@dataclass(frozen=True, slots=True)
class Plan:
    """What is planned from the day `first` on, until another plan follows.

    `dose` and `loading_dose` are amounts in the person's words ("250 mg"); the loading dose is the plan's first dose.
    `reason` says why this plan took the place of the one before. Where only the month or the year is `known`, `first`
    is the first day that may be meant, and of a stop the one after the last.
    """

    first: date
    schedule: Schedule
    dose: str = ""
    loading_dose: str = ""
    reason: str = ""
    known: Known = Known.DAY

    @property
    def is_stop(self) -> bool:
        """Whether the treatment is not used under this plan."""
        return isinstance(self.schedule, Stopped)

    @property
    def told(self) -> Period:
        """The day a person thinks of, of a stop the last one of use; or the month or year that it lies in."""
        return known_period(self.first - ONE_DAY if self.is_stop else self.first, self.known)


@dataclass(frozen=True, slots=True)
class Span:
    """Days that one plan covers."""

    period: Period
    plan: Plan


@dataclass(frozen=True, slots=True)
class Planned:
    """A day that has `count` doses planned, of the amount `dose`."""

    day: date
    count: int
    dose: str


@dataclass(frozen=True, slots=True)
class Treatment:
    """One treatment with its `plans` by first day; the first of them starts it.

    `strength` is a key of `treatment.strengths` or the person's own words. `doses_left` were there on the day
    `counted_on`, after those of that day; both or neither are given. `order_days` is how long before the last of them
    is used the person wants to order, None if they do not. `key` is the number under which it is
    stored; one that is not stored yet has none, or one below zero if doses must point at it already (an import).
    `removed_on` is the diary day it was deleted; it is then shown under "Recently deleted" alone.
    """

    name: str
    kind: Kind
    plans: tuple[Plan, ...]
    strength: str = ""
    counted_on: date | None = None
    doses_left: int | None = None
    order_days: int | None = None
    removed_on: date | None = None
    key: int | None = None

    @property
    def started(self) -> date:
        """The first day of use."""
        return self.plans[0].first

    @property
    def last_day(self) -> date | None:
        """The last day of use, which may lie ahead; None if no end is set."""
        latest = self.plans[-1]
        return latest.first - ONE_DAY if latest.is_stop else None

    def plan_on(self, day: date) -> Plan | None:
        """The plan in use on a day; None before the start and while stopped."""
        latest = self.plan_in_force(day)
        return None if latest is None or latest.is_stop else latest

    def plan_in_force(self, day: date) -> Plan | None:
        """The plan that holds on a day, which may be a stop; None before the start."""
        return next((plan for plan in reversed(self.plans) if plan.first <= day), None)

    def spans(self, period: Period) -> tuple[Span, ...]:
        """The parts of a period in which it is used, each with its plan; cut at the period's ends."""
        return tuple(self._spans(period))

    def _spans(self, period: Period) -> Iterator[Span]:
        for plan, following in pairwise((*self.plans, None)):
            assert plan is not None, "only the end has no plan"
            lasting = Period(plan.first, LATEST_DAY if following is None else following.first - ONE_DAY)
            if not plan.is_stop and (days := lasting.overlap(period)):
                yield Span(days, plan)

    def with_plan(self, plan: Plan) -> Treatment:
        """The same treatment with one more plan, in place of one that begins on the same day; later ones stay."""
        others = [other for other in self.plans if other.first != plan.first]
        return replace(self, plans=tuple(sorted([*others, plan], key=_first)))

    def without_plan(self, first: date) -> Treatment:
        """The same treatment without the plan of a day: the one before it goes on."""
        return replace(self, plans=tuple(plan for plan in self.plans if plan.first != first))

    def stopped_after(self, last_day: date, reason: str = "", known: Known = Known.DAY) -> Treatment:
        """The same treatment, used for the last time on a day, or in its month or year.

        Plans for later days go, and a stop it ended with.
        """
        stop = stop_after(last_day, reason, known)
        kept = [plan for plan in self.plans if plan.first < stop.first]
        return replace(self, plans=(*(kept[:-1] if kept and kept[-1].is_stop else kept), stop))


def stop_after(last_day: date, reason: str = "", known: Known = Known.DAY) -> Plan:
    """The stop after a last day of use, or after the month or year in which it lies."""
    return Plan(known_period(last_day, known).last + ONE_DAY, Stopped(), reason=reason, known=known)


def _first(plan: Plan) -> date:
    return plan.first


def planned(treatment: Treatment, period: Period) -> tuple[Planned, ...]:
    """The days of a period that have doses planned, in order."""
    return tuple(
        Planned(day, doses_a_day(span.plan.schedule), _dose_on(span.plan, day))
        for span in treatment.spans(period)
        for day in planned_days(span.plan.schedule, span.period)
    )


def next_planned(treatment: Treatment, after: date) -> date | None:
    """The first day after a day that has doses planned, however far ahead; None if there is none."""
    spans = treatment.spans(Period(after + ONE_DAY, LATEST_DAY))
    return next((day for span in spans for day in planned_days(span.plan.schedule, span.period)), None)


def proposed_plan(treatment: Treatment, today: date) -> Plan:
    """A change of plan as it is first offered: from today on as before, an interval counted from its next dose."""
    before = treatment.plan_on(today) or next(plan for plan in reversed(treatment.plans) if not plan.is_stop)
    first = max(today, treatment.started)
    schedule = before.schedule
    if isinstance(schedule, Every):
        schedule = replace(schedule, start=next_planned(treatment, first - ONE_DAY) or first)
    return Plan(first, schedule, before.dose)


def _dose_on(plan: Plan, day: date) -> str:
    if not plan.loading_dose:
        return plan.dose
    first = next(planned_days(plan.schedule, Period(plan.first, day)))
    return plan.loading_dose if day == first else plan.dose


def check_treatment(treatment: Treatment) -> list[Problem]:
    """What is wrong with a treatment; empty if it may be stored. Plans for days ahead are fine."""
    problems = check_text("name", treatment.name, TREATMENT_NAME_LIMIT)
    if not treatment.name.strip():
        problems.append(Problem("name", "treatment_unnamed"))
    problems += check_text("strength", treatment.strength, WORDS_LIMIT) + _check_stock(treatment)
    problems += [problem for plan in treatment.plans for problem in _check_plan(plan)]
    return problems + _check_order(treatment.plans)


def _check_stock(treatment: Treatment) -> list[Problem]:
    day, left = treatment.counted_on, treatment.doses_left
    problems = [] if day is None else check_calendar_day("counted_on", day)
    if (day is None) is not (left is None):
        problems.append(Problem("doses_left", "stock_half"))
    problems += check_number("doses_left", left, 0, MOST_LEFT)
    return problems + check_number("order_days", treatment.order_days, 0, MOST_ORDER_DAYS)


def _check_plan(plan: Plan) -> list[Problem]:
    problems = check_calendar_day("first", plan.first) + check_schedule(plan.schedule)
    problems += _check_known(plan)
    problems += check_text("dose", plan.dose, WORDS_LIMIT) + check_text("loading_dose", plan.loading_dose, WORDS_LIMIT)
    if plan.loading_dose and not doses_a_day(plan.schedule):
        problems.append(Problem("loading_dose", "loading_dose_unplanned"))
    return problems + check_text("reason", plan.reason, REASON_LIMIT)


def _check_known(plan: Plan) -> list[Problem]:
    """Of a month or a year the plan begins with its first day, and a stop with the day after it."""
    if plan.known is Known.DAY or check_calendar_day("first", plan.first):
        return []
    begins = plan.told.last + ONE_DAY if plan.is_stop else plan.told.first
    return [] if plan.first == begins else [Problem("known", f"known_{plan.known.value}")]


def _check_order(plans: tuple[Plan, ...]) -> list[Problem]:
    """A treatment begins with a plan that uses it, and each plan after the first day of the one before."""
    if not 1 <= len(plans) <= PLANS_LIMIT:
        return [Problem("plans", "plans_range", {"most": PLANS_LIMIT})]
    if plans[0].is_stop:
        return [Problem("plans", "stopped_before_start")]
    return [problem for before, after in pairwise(plans) for problem in _check_step(before, after)]


def _check_step(before: Plan, after: Plan) -> list[Problem]:
    if after.first <= before.first:
        rule = "end_before_start" if after.is_stop else "change_before_start"
        return [Problem("first", rule, {"day": before.first.isoformat()})]
    if before.is_stop and after.is_stop:
        return [Problem("first", "stopped_twice", {"day": before.first.isoformat()})]
    return []


TREATMENT = RecordKind(
    of=Treatment,
    name="treatments",
    table="treatment",
    own_check=lambda treatment, _named: check_treatment(treatment),
    identity=lambda treatment: (treatment.name, treatment.kind, treatment.started),
    called=lambda treatment: treatment.name,
    day=lambda treatment: treatment.started,
    inseparable=(("counted_on", "doses_left"),),
    is_planned=True,
)
