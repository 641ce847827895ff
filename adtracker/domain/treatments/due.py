"""What of each treatment belongs to a day: what is planned, what was recorded, and which dose still waits.

One taken on Saturday for Sunday is not asked for again, one forgotten on Thursday still is on Friday: which planned day
a dose counts for is a matter of `matching`.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date

from adtracker.domain.common.period import Period
from adtracker.domain.treatments import matching
from adtracker.domain.treatments.dose import DayDoses
from adtracker.domain.treatments.matching import match
from adtracker.domain.treatments.treatment import Plan, Treatment, next_planned


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
    return matching.days_to_read(treatments, Period(day, day))


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
    row = Due(
        treatment,
        plan,
        doses=next((one for one in own if one.day == day), DayDoses(treatment.key, day)),
        dose="" if plan is None else plan.dose,
        next_day=next_planned(treatment, day),
    )
    return row if plan is None else _with_planned(row, own)


def _with_planned(row: Due, own: Sequence[DayDoses]) -> Due:
    """The row with the dose of its plan that the day counts for, if there is one."""
    meant = matching.planned_for(row.treatment, row.doses.day)
    if meant is None:
        return row
    (answer,) = match(row.treatment, own, Period(meant.day, meant.day)).answers
    return replace(
        row,
        dose=meant.dose,
        planned=meant.count,
        planned_for=meant.day,
        answered_on=max((day for day in answer.days if day != row.doses.day), default=None),
    )
