"""Which planned dose a recorded one counts for. All that counts doses or asks for one reads it from here.

Nobody takes every injection on the very day: a dose counts for the planned day it lies nearest to, up to half an
interval away; what is used every day counts on its own day alone. A day is answered by no more doses than it has
planned, whatever is beyond them is extra. A dose never counts for a day before the plan in force on its own day began,
so none taken after a stop fills what was missed before; used when needed, it counts for no planned day at all.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import takewhile

from adtracker.domain.common.period import ONE_DAY, Period
from adtracker.domain.treatments.dose import DayDoses
from adtracker.domain.treatments.schedule import Every, WhenNeeded
from adtracker.domain.treatments.treatment import Plan, Planned, Treatment, planned


@dataclass(frozen=True, slots=True)
class Answer:
    """A planned day and what was recorded for it: so many `taken`, so many `skipped`, together as planned at most.

    `days` are those on which anything was recorded for it, in order.
    """

    planned: Planned
    taken: int = 0
    skipped: int = 0
    days: tuple[date, ...] = ()

    @property
    def unanswered(self) -> int:
        """Planned doses of which nothing was recorded (yet)."""
        return self.planned.count - self.taken - self.skipped


@dataclass(frozen=True, slots=True)
class Matching:
    """The planned days of a period with their answers, by day.

    `extra` are the doses taken on days of the period that count for no planned one, `used` the days with one taken.
    """

    answers: tuple[Answer, ...]
    extra: Mapping[date, int]
    used: tuple[date, ...]


def days_to_read(treatments: Iterable[Treatment], period: Period) -> Period:
    """The days whose doses `match` has to know for a period: the longest interval to both sides of it."""
    return _around(period, max(map(_interval, treatments), default=0))


def match(treatment: Treatment, doses: Iterable[DayDoses], period: Period) -> Matching:
    """Match the doses of a stored treatment; `doses` reach over `days_to_read` and may hold other treatments."""
    known = days_to_read([treatment], period)
    own = sorted((one for one in doses if one.treatment == treatment.key and one.day in known), key=_day)
    slots = _slots(treatment, known)
    aimed: dict[date, list[DayDoses]] = {}
    extra: dict[date, int] = {}
    for one in own:
        slot = _aim(treatment, slots, one.day)
        if slot is None:
            extra[one.day] = one.taken
        else:
            aimed.setdefault(slot.day, []).append(one)
    answers = []
    for slot in slots:
        answer, beyond = _answer(slot, aimed.get(slot.day, ()))
        answers.append(answer)
        extra |= beyond
    return Matching(
        answers=tuple(one for one in answers if one.planned.day in period),
        extra={day: count for day, count in sorted(extra.items()) if count and day in period},
        used=tuple(one.day for one in own if one.taken and one.day in period),
    )


def planned_for(treatment: Treatment, day: date) -> Planned | None:
    """The planned day that a dose on a day counts for; None if it counts for none."""
    return _aim(treatment, _slots(treatment, Period(day, day)), day)


def _slots(treatment: Treatment, period: Period) -> Sequence[Planned]:
    """The planned days that a dose in a period can count for."""
    return planned(treatment, _around(period, _interval(treatment)))


def _aim(treatment: Treatment, slots: Sequence[Planned], day: date) -> Planned | None:
    """The nearest of the planned days within reach, and of two the earlier, as people are late more often."""
    plan = treatment.plan_in_force(day)
    if plan is not None and isinstance(plan.schedule, WhenNeeded):
        return None
    place = bisect_left(slots, day, key=_day)
    if place < len(slots) and slots[place].day == day:
        return slots[place]
    last = day + _interval(treatment) // 2 * ONE_DAY
    near = takewhile(lambda slot: slot.day <= last, (slots[later] for later in range(place, len(slots))))
    ahead = next((slot for slot in near if (slot.day - day).days <= _reach(treatment.plan_on(slot.day))), None)
    behind = slots[place - 1] if place and plan is not None and slots[place - 1].day >= plan.first else None
    if behind is None or (day - behind.day).days > _reach(plan):
        return ahead
    return behind if ahead is None or day - behind.day <= ahead.day - day else ahead


def _answer(slot: Planned, aimed: Sequence[DayDoses]) -> tuple[Answer, Mapping[date, int]]:
    """What was recorded for a planned day, what is nearest to it first, and the doses beyond it by their days."""
    if not aimed:
        return Answer(slot), {}
    nearest = sorted(aimed, key=lambda one: (abs(one.day - slot.day), one.day))
    taken, beyond = 0, {}
    for one in nearest:
        fitting = min(one.taken, slot.count - taken)
        taken += fitting
        beyond[one.day] = one.taken - fitting
    skipped = min(sum(one.skipped for one in nearest), slot.count - taken)
    days = sorted(one.day for one in nearest if not one.is_empty)
    return Answer(slot, taken, skipped, tuple(days)), beyond


def _interval(treatment: Treatment) -> int:
    """The most days that lie between two planned doses of a treatment, 0 if it is used every day or when needed."""
    return max((plan.schedule.days for plan in treatment.plans if isinstance(plan.schedule, Every)), default=0)


def _reach(plan: Plan | None) -> int:
    """How many days early or late a dose may be."""
    return plan.schedule.days // 2 if plan is not None and isinstance(plan.schedule, Every) else 0


def _around(period: Period, reach: int) -> Period:
    return Period(period.first - reach * ONE_DAY, period.last + reach * ONE_DAY)


def _day(one: DayDoses | Planned) -> date:
    return one.day
