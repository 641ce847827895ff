"""How long what is left of a treatment lasts, if it goes on as planned. It counts; when to order is the person's own.

From the day they were counted on every dose that was taken uses one. A planned dose that nothing was recorded of uses
one as well, or a stock that nobody writes down would last for ever; how many these are is told. One that was skipped is
still there. Which recorded dose counts for which planned day is a matter of `matching`.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from adtracker.domain.common.period import LATEST_DAY, ONE_DAY, Period
from adtracker.domain.treatments.dose import DayDoses
from adtracker.domain.treatments.matching import days_to_read, match
from adtracker.domain.treatments.treatment import Treatment, planned

# No stock is looked at further ahead: 9999 doses of one a week would last for two hundred years.
_YEARS_AHEAD = timedelta(days=10 * 366)


@dataclass(frozen=True, slots=True)
class Stock:
    """`left` doses are there today, of which `unrecorded` planned ones since the count were taken off without a record.

    The last of them is used on `last_day`, None where the plan needs no more than there are, plans nothing, or is more
    than ten years long; `order_day` is so many days before it as the person wants, None if they want none.
    The next dose is planned for `next_day`, today or later, None if no more are planned.
    """

    treatment: Treatment
    left: int
    unrecorded: int = 0
    last_day: date | None = None
    order_day: date | None = None
    next_day: date | None = None


def days_to_count(treatments: Iterable[Treatment], today: date) -> Period | None:
    """The days whose doses `stock` has to know; None where nothing was counted."""
    counted = [one for one in treatments if one.counted_on is not None]
    if not counted:
        return None
    first = min(one.counted_on for one in counted if one.counted_on is not None)
    return days_to_read(counted, Period(min(first, today), today))


def stock(treatment: Treatment, doses: Sequence[DayDoses], today: date) -> Stock | None:
    """What is left of a stored treatment; `doses` reach over `days_to_count`. None where nothing was counted."""
    counted_on, counted = treatment.counted_on, treatment.doses_left
    if counted_on is None or counted is None:
        return None
    since = counted_on + ONE_DAY
    taken = sum(one.taken for one in doses if one.treatment == treatment.key and since <= one.day <= today)
    unrecorded = 0
    if since < today:
        past = match(treatment, doses, Period(since, today - ONE_DAY))
        unrecorded = sum(answer.unanswered for answer in past.answers)
    left = max(counted - taken - unrecorded, 0)
    first = max(since, today)
    last = _last_day(treatment, doses, first, left) if left else None
    wanted = treatment.order_days
    order = None if last is None or wanted is None else last - timedelta(days=wanted)
    return Stock(treatment, left, unrecorded, last, order, _last_day(treatment, doses, first, 1))


def _last_day(treatment: Treatment, doses: Sequence[DayDoses], first: date, left: int) -> date | None:
    """The day on which the last of those that are left is used, from a day on."""
    near = match(treatment, doses, Period(first, first + _reach(treatment, first)))
    answered = {answer.planned.day: answer.taken + answer.skipped for answer in near.answers}
    for slot in planned(treatment, Period(first, min(first + _YEARS_AHEAD, LATEST_DAY))):
        left -= slot.count - answered.get(slot.day, 0)
        if left <= 0:
            return slot.day
    return None


def _reach(treatment: Treatment, day: date) -> timedelta:
    """How far ahead a planned day can lie that was answered already."""
    return days_to_read([treatment], Period(day, day)).last - day
