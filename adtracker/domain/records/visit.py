"""A visit to a doctor or nurse: when, what was said, and what to ask the next time."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from adtracker.domain.common.period import check_calendar_day
from adtracker.domain.common.problem import Problem, check_text

WHO_LIMIT = 200
NOTES_LIMIT = 10_000


@dataclass(frozen=True, slots=True)
class Visit:
    """One visit, past or planned. `who` is whom the person sees, in their words; `questions` are for the next time."""

    day: date
    who: str = ""
    notes: str = ""
    questions: str = ""
    removed_on: date | None = None
    key: int | None = None


def check_visit(visit: Visit) -> list[Problem]:
    """What is wrong with a visit; empty if it may be stored. A day to come is allowed: visits are planned."""
    problems = check_calendar_day("date", visit.day)
    problems += check_text("who", visit.who, WHO_LIMIT)
    problems += check_text("notes", visit.notes, NOTES_LIMIT)
    return problems + check_text("questions", visit.questions, NOTES_LIMIT)


def last_visit(visits: Iterable[Visit], up_to: date) -> Visit | None:
    """The latest visit up to and with a day; of several on one day the one that was added last."""
    return max((visit for visit in visits if visit.day <= up_to), key=_order, default=None)


def next_visit(visits: Iterable[Visit], after: date) -> Visit | None:
    """The first visit after a day."""
    return min((visit for visit in visits if visit.day > after), key=_order, default=None)


def _order(visit: Visit) -> tuple[date, int]:
    return visit.day, visit.key or 0
