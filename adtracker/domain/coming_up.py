"""What is coming up: the next planned doses and visits, as the person planned them. Nothing here says what to do."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from adtracker.domain.dose import DayDoses
from adtracker.domain.due import Due, due
from adtracker.domain.schedule import Every
from adtracker.domain.treatment import Treatment
from adtracker.domain.visit import Visit

MOST_VISITS = 3


@dataclass(frozen=True, slots=True)
class Coming:
    """A planned dose or visit on `day`; `dose` is the amount in the person's words.

    `day` lies before today only for a dose that was planned and waits for its record.
    """

    day: date
    record: Treatment | Visit
    dose: str = ""


def coming_up(
    treatments: Iterable[Treatment], doses: Iterable[DayDoses], visits: Iterable[Visit], today: date
) -> tuple[Coming, ...]:
    """The next dose of each treatment that has intervals, and the next visits, by day.

    What is used every day or when needed is not listed. `doses` reach over `due.days_to_read`.
    """
    next_doses = [one for row in due(treatments, doses, today) if (one := _next_dose(row)) is not None]
    ahead = sorted((visit for visit in visits if visit.day >= today), key=_visit_day)[:MOST_VISITS]
    return tuple(sorted([*next_doses, *_visits(ahead)], key=_day))


def _next_dose(row: Due) -> Coming | None:
    if row.plan is None or not isinstance(row.plan.schedule, Every):
        return None
    if row.is_open and row.planned_for is not None:
        return Coming(row.planned_for, row.treatment, row.dose)
    if row.next_day is None:
        return None
    later = row.treatment.plan_on(row.next_day)
    return Coming(row.next_day, row.treatment, "" if later is None else later.dose)


def _visits(visits: Sequence[Visit]) -> list[Coming]:
    return [Coming(visit.day, visit) for visit in visits]


def _visit_day(visit: Visit) -> date:
    return visit.day


def _day(coming: Coming) -> date:
    return coming.day
