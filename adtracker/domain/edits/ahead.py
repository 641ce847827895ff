"""What may be typed now, and what lies ahead all the same: clocks are put right, and people fly west.

A rule about now holds for what is typed now. What is stored already was written by somebody when it was today, so a day
that lies ahead can be read, put right, cleared, exported and imported like any other; `check` says that it is there.
"""

from __future__ import annotations

from collections.abc import Collection
from datetime import date

from adtracker.domain.common.problem import Problem, check_number
from adtracker.domain.edits.edit import Record
from adtracker.domain.records.day import DayEntry
from adtracker.domain.records.photo import Photo
from adtracker.domain.records.profile import OLDEST_YEARS, Profile
from adtracker.domain.records.side_effect import SideEffect
from adtracker.domain.scores.clinic_score import ClinicScore
from adtracker.domain.scores.definition import Definition
from adtracker.domain.scores.response import Response
from adtracker.domain.treatments.dose import DayDoses


def days_of(record: Record) -> tuple[date, ...]:
    """The days that a record says something happened on; what is only planned, such as a visit to come, has none."""
    match record:
        case DayEntry(day=day) | DayDoses(day=day) | Photo(day=day) | ClinicScore(day=day) | Response(day=day):
            return (day,)
        case SideEffect(first=first, last=last):
            return (first,) if last is None else (first, last)
        case Definition(opened_on=day):
            return (day,)
        case _:
            return ()


def check_now(
    record: Record, today: date, standing: Collection[date] = (), before: Record | None = None
) -> list[Problem]:
    """What keeps a valid record from being typed now; empty if nothing does.

    No future days, since a diary records: but for those `standing`, of which the diary has something. `before` is what
    is stored of the record.
    """
    ahead = [day for day in days_of(record) if day > today and day not in standing]
    problems = [Problem("date", "future_day", {"day": day.isoformat()}) for day in ahead[:1]]
    if isinstance(record, Profile) and not _has_year(before, record):
        problems += check_number("birth_year", record.birth_year, today.year - OLDEST_YEARS, today.year)
    return problems


def _has_year(before: Record | None, profile: Profile) -> bool:
    return isinstance(before, Profile) and before.birth_year == profile.birth_year
