"""What may be typed now, and what lies ahead all the same: clocks are put right, and people fly west.

A rule about now holds for what is typed now. What is stored already was written by somebody when it was today, so a day
that lies ahead can be read, put right, cleared, exported and imported like any other; `check` says that it is there.
"""

from __future__ import annotations

from collections.abc import Collection
from datetime import date

from adtracker.domain.common.problem import Problem, check_number
from adtracker.domain.edits.kinds import Record, kind_of
from adtracker.domain.records.profile import OLDEST_YEARS, Profile


def check_now(
    record: Record, today: date, standing: Collection[date] = (), before: Record | None = None
) -> list[Problem]:
    """What keeps a valid record from being typed now; empty if nothing does.

    No future days, since a diary records: but for those `standing`, of which the diary has something. `before` is what
    is stored of the record.
    """
    ahead = [day for day in kind_of(record).days(record) if day > today and day not in standing]
    problems = [Problem("date", "future_day", {"day": day.isoformat()}) for day in ahead[:1]]
    if isinstance(record, Profile) and not _has_year(before, record):
        problems += check_number("birth_year", record.birth_year, today.year - OLDEST_YEARS, today.year)
    if isinstance(record, Profile) and record.birth_date is not None and record.birth_date > today and not problems:
        problems.append(Problem("birth_year", "future_birth", {"day": record.birth_date.isoformat()}))
    return problems


def _has_year(before: Record | None, profile: Profile) -> bool:
    return isinstance(before, Profile) and before.birth_year == profile.birth_year
