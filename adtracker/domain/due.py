"""What of each treatment belongs to a day: what is planned, what was recorded, and which dose still waits.

Nobody takes every injection on the very day: a dose counts for the planned day it lies nearest to, up to half an
interval away. One taken on Saturday for Sunday is not asked for again, one forgotten on Thursday still is on Friday.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date

from adtracker.domain.dose import DayDoses
from adtracker.domain.period import ONE_DAY, Period
from adtracker.domain.schedule import Every
from adtracker.domain.treatment import Plan, Planned, Treatment, next_planned, planned


@dataclass(frozen=True, slots=True)
class Due:
    """One treatment on one day.

    `plan` is the plan in use, None on a day after a stop that has doses recorded all the same. `doses` is what is
    recorded on the day itself, `dose` the amount that belongs to it. `planned` doses are meant for `planned_for`, the
    plan's day that this one counts for (None if it counts for none); `answered_on` is another day on which a dose was
    recorded for it. `next_day` is the next planned day.
    """

    treatment: Treatment
    plan: Plan | None
    doses: DayDoses
    dose: str
    planned: int = 0
    planned_for: date | None = None
    answered_on: date | None = None
    next_day: date | None = None

    @property
    def is_open(self) -> bool:
        """Whether a planned dose waits for a record on this day."""
        if self.planned_for is None or self.planned_for > self.doses.day or self.answered_on is not None:
            return False
        return self.doses.taken + self.doses.skipped < self.planned


def days_to_read(treatments: Iterable[Treatment], day: date) -> Period:
    """The days whose doses `due` has to know: the longest interval to both sides of the day."""
    return _around(day, max(map(_interval, treatments), default=0))


def due(treatments: Iterable[Treatment], doses: Iterable[DayDoses], day: date) -> tuple[Due, ...]:
    """The treatments that are in use on a day or have doses recorded on it, in the order given.

    Treatments must be stored ones; `doses` reach over `days_to_read`.
    """
    own: dict[int | None, list[DayDoses]] = {}
    for one in doses:
        own.setdefault(one.treatment, []).append(one)
    rows = (_row(treatment, own.get(treatment.key, []), day) for treatment in treatments)
    return tuple(row for row in rows if row.plan is not None or not row.doses.is_empty)


def _row(treatment: Treatment, own: Sequence[DayDoses], day: date) -> Due:
    assert treatment.key is not None, "what is due is stored"
    plan = treatment.plan_on(day)
    recorded = next((one for one in own if one.day == day), DayDoses(treatment.key, day))
    # Wider than the doses that are known: each of them has to find the planned day that it lies nearest to.
    days = planned(treatment, _around(day, 2 * _interval(treatment)))
    row = Due(
        treatment,
        plan,
        recorded,
        dose="" if plan is None else plan.dose,
        next_day=next_planned(treatment, day),
    )
    return row if plan is None else _with_planned(row, plan, days, [one.day for one in own if one.day != day])


def _with_planned(row: Due, plan: Plan, days: Sequence[Planned], recorded_on: Sequence[date]) -> Due:
    """The row with the dose of its plan that the day counts for, if there is one."""
    near = _around(row.doses.day, _interval(row.treatment) // 2)
    own = {one.day: one for one in days if one.day in near and row.treatment.plan_on(one.day) is plan}
    if not own:
        return row
    nearest = own[_nearest(own, row.doses.day)]
    near = _around(nearest.day, _interval(row.treatment) // 2)
    dates = [one.day for one in days]
    answers = (other for other in recorded_on if other in near and _nearest(dates, other) == nearest.day)
    return replace(
        row,
        dose=nearest.dose,
        planned=nearest.count,
        planned_for=nearest.day,
        answered_on=max(answers, default=None),
    )


def _interval(treatment: Treatment) -> int:
    """The most days that lie between two planned doses of a treatment, 0 if it is used every day or when needed."""
    return max((plan.schedule.days for plan in treatment.plans if isinstance(plan.schedule, Every)), default=0)


def _around(day: date, reach: int) -> Period:
    return Period(day - reach * ONE_DAY, day + reach * ONE_DAY)


def _nearest(days: Iterable[date], day: date) -> date:
    """The planned day that a dose counts for: the nearest, and of two the earlier, as people are late more often."""
    return min(days, key=lambda other: (abs(other - day), other))
