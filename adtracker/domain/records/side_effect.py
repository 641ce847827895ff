"""A side effect as the person noticed it. What brought it about is for a doctor to say, not for a diary."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import Enum

from adtracker.domain.common.period import LATEST_DAY, Period
from adtracker.domain.common.problem import Problem, check_text
from adtracker.domain.records.day import check_day

WHAT_LIMIT = 200
DONE_LIMIT = 2_000


class Severity(Enum):
    """How bad it was, in words (the grades 1 to 3 of CTCAE, without their numbers)."""

    MILD = "mild"
    MODERATE = "moderate"
    SEVERE = "severe"


@dataclass(frozen=True, slots=True)
class SideEffect:
    """What was noticed from day `first` to day `last` (None: it goes on), how bad, and what was done about it."""

    what: str
    first: date
    last: date | None = None
    severity: Severity | None = None
    done: str = ""
    removed_on: date | None = None
    key: int | None = None

    @property
    def period(self) -> Period:
        """The days it lasted; one that goes on has no end in sight."""
        return Period(self.first, self.last or LATEST_DAY)


def check_side_effect(effect: SideEffect) -> list[Problem]:
    """What is wrong with a side effect; empty if it may be stored."""
    problems = check_text("what", effect.what, WHAT_LIMIT) + check_text("done", effect.done, DONE_LIMIT)
    if not effect.what.strip():
        problems.append(Problem("what", "name_missing"))
    problems += check_day(effect.first)
    if effect.last is not None:
        problems += check_day(effect.last)
        if effect.last < effect.first:
            problems.append(Problem("last", "ends_before_start"))
    return problems
