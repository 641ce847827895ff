"""A visit to a doctor or nurse: when, what was said, and what to ask the next time."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from adtracker.domain.problem import Problem, check_text
from adtracker.domain.schedule import check_calendar_day

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
