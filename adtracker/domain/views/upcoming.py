"""What is coming up: the next planned doses, visits and questionnaires, as the person planned them.

Nothing here says what to do.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from adtracker.domain.records.visit import Visit
from adtracker.domain.scores.definition import Definition
from adtracker.domain.scores.response import Response
from adtracker.domain.treatments.dose import DayDoses
from adtracker.domain.treatments.due import Due, due
from adtracker.domain.treatments.schedule import Daily, Every
from adtracker.domain.treatments.stock import Stock, stock
from adtracker.domain.treatments.treatment import Treatment
from adtracker.domain.views.event import Surroundings

MOST_VISITS = 3


@dataclass(frozen=True, slots=True)
class Upcoming:
    """A planned dose, visit or questionnaire on `day`; `dose` is the amount in the person's words.

    `day` lies before today only for what was planned and still waits. `last` is the day on which a questionnaire was
    last filled in, None if it never was. What is used every day has the `number` of the dose that waits of the `count`
    of the day. One with a `stock` is what is left of a treatment: its `day` is the person's day to order, else that of
    the last dose, and today where none is left.
    """

    day: date
    record: Treatment | Visit | Definition
    dose: str = ""
    last: date | None = None
    number: int = 0
    count: int = 0
    stock: Stock | None = None


def upcoming(around: Surroundings, forms: Iterable[Definition], today: date) -> tuple[Upcoming, ...]:
    """The next dose of each treatment that has intervals, the questionnaires with a rhythm, the next visits, by day.

    What is used every day is listed while a dose of today waits; what is used when needed is not, nor is a form that is
    filled in at any time or hidden. Doses reach over `due.days_to_read` and `stock.days_to_count`, readings over all of
    the diary.
    """
    doses = [one for row in due(around.treatments, around.doses, today) if (one := _next_dose(row)) is not None]
    filled = [one.record for one in around.readings if isinstance(one.record, Response)]
    asked = [one for form in forms if (one := _next_form(form, filled, today)) is not None]
    ahead = sorted((visit for visit in around.visits if visit.day >= today), key=_visit_day)[:MOST_VISITS]
    left = [one for treatment in around.treatments if (one := _left(treatment, around.doses, today)) is not None]
    return tuple(sorted([*doses, *left, *asked, *_visits(ahead)], key=_day))


def _left(treatment: Treatment, doses: Sequence[DayDoses], today: date) -> Upcoming | None:
    """What is left of it, where that comes to an end or has come to one while doses are planned."""
    found = stock(treatment, doses, today)
    if found is None:
        return None
    day = found.order_day or found.last_day
    if found.left == 0 and found.next_day is not None:
        day = today
    return None if day is None else Upcoming(day, treatment, stock=found)


def _next_dose(row: Due) -> Upcoming | None:
    if row.plan is not None and isinstance(row.plan.schedule, Daily) and row.is_open:
        recorded = row.doses.taken + row.doses.skipped
        return Upcoming(row.doses.day, row.treatment, row.dose, number=recorded + 1, count=row.planned)
    if row.plan is None or not isinstance(row.plan.schedule, Every):
        return None
    if row.is_open and row.planned_for is not None:
        return Upcoming(row.planned_for, row.treatment, row.dose)
    if row.next_day is None:
        return None
    later = row.treatment.plan_on(row.next_day)
    return Upcoming(row.next_day, row.treatment, "" if later is None else later.dose)


def _next_form(form: Definition, filled: Sequence[Response], today: date) -> Upcoming | None:
    day = form.due_day(filled, today)
    return None if day is None else Upcoming(day, form, last=form.last_day(filled))


def _visits(visits: Sequence[Visit]) -> list[Upcoming]:
    return [Upcoming(visit.day, visit) for visit in visits]


def _visit_day(visit: Visit) -> date:
    return visit.day


def _day(coming: Upcoming) -> date:
    return coming.day
