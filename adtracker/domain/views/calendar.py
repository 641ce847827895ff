"""What of a diary stands in a calendar: the hour of the entry, visits, planned doses and questionnaires.

What each is called there says nothing of health, and none of it says what to do.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, time
from enum import Enum

from adtracker.domain.common.period import ONE_DAY, Period
from adtracker.domain.records.course import DAYS_A_WEEK
from adtracker.domain.scores.definition import Definition
from adtracker.domain.scores.response import Response
from adtracker.domain.treatments.matching import match
from adtracker.domain.treatments.schedule import Every
from adtracker.domain.treatments.treatment import Treatment
from adtracker.domain.views.event import Surroundings

# Doses stand there one by one, for plans change; a year of them is as far as people plan.
DAYS_AHEAD = 366
# The hour of the entry unless another is wanted.
EVENING = time(20)


class Slot(Enum):
    """What kind of thing it is."""

    ENTRY = "entry"
    VISIT = "visit"
    DOSE = "dose"
    FORM = "form"


@dataclass(frozen=True, slots=True)
class CalendarDay:
    """One of them, on `day` and from then on every `every_days` days (0 for once).

    `key` tells it apart from others of its slot, also when its day changes; of doses it is the day.
    """

    slot: Slot
    day: date
    key: str = ""
    every_days: int = 0


def days_ahead(today: date) -> Period:
    """The days of which planned doses stand in a calendar."""
    return Period.starting(today, DAYS_AHEAD)


def calendar_days(
    around: Surroundings,
    forms: Iterable[Definition],
    today: date,
    slots: Iterable[Slot] = tuple(Slot),
    weekly_on: int | None = None,
) -> tuple[CalendarDay, ...]:
    """All that is wanted from today on, by day. Doses of `around` reach over `matching.days_to_read` of `days_ahead`.

    What is used every day or when needed is not there: the entry asks for it. Doses of one day stand there once. A
    questionnaire that is overdue is there for today. The entry is asked for once a week where it has a weekday,
    `weekly_on`.
    """
    wanted = set(slots)
    found = [one for one in (_entry(weekly_on, today), *_all(around, forms, today)) if one.slot in wanted]
    return tuple(sorted(found, key=_place))


def _entry(weekly_on: int | None, today: date) -> CalendarDay:
    if weekly_on is None:
        return CalendarDay(Slot.ENTRY, today, every_days=1)
    wait = (weekly_on - today.isoweekday()) % DAYS_A_WEEK
    return CalendarDay(Slot.ENTRY, today + wait * ONE_DAY, every_days=DAYS_A_WEEK)


def _all(around: Surroundings, forms: Iterable[Definition], today: date) -> Iterator[CalendarDay]:
    for visit in around.visits:
        if visit.day >= today:
            yield CalendarDay(Slot.VISIT, visit.day, str(visit.key))
    doses = {day for treatment in around.treatments for day in _dose_days(treatment, around, days_ahead(today))}
    for day in doses:
        yield CalendarDay(Slot.DOSE, day, day.isoformat())
    filled = [one.record for one in around.readings if isinstance(one.record, Response)]
    for form in forms:
        yield from _form_days(form, filled, today)


def _dose_days(treatment: Treatment, around: Surroundings, days: Period) -> Iterator[date]:
    """The days with a dose that comes in intervals and is not recorded yet."""
    if any(isinstance(span.plan.schedule, Every) for span in treatment.spans(days)):
        for answer in match(treatment, around.doses, days).answers:
            day = answer.planned.day
            plan = treatment.plan_on(day)
            if answer.unanswered and plan is not None and isinstance(plan.schedule, Every):
                yield day


def _form_days(form: Definition, filled: Sequence[Response], today: date) -> Iterator[CalendarDay]:
    due = form.due_day(filled, today)
    if due is not None:
        yield CalendarDay(Slot.FORM, max(due, today), form.key, form.every_days or 0)


def _place(one: CalendarDay) -> tuple[date, str, str]:
    return one.day, one.slot.value, one.key
