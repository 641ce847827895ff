"""A side effect as the person noticed it. What brought it about is for a doctor to say, not for a diary."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import Enum

from adtracker.domain.common.event_kind import EventKind
from adtracker.domain.common.period import LATEST_DAY, Period
from adtracker.domain.common.problem import Problem
from adtracker.domain.common.record_field import Choice, Day, Text, check_fields
from adtracker.domain.common.record_kind import EventOf, RecordKind

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
    problems = check_fields(SIDE_EFFECT.fields, effect)
    if effect.last is not None and effect.last < effect.first:
        problems.append(Problem("last", "ends_before_start"))
    return problems


SIDE_EFFECT = RecordKind(
    of=SideEffect,
    name="side_effects",
    table="side_effect",
    fields=(
        Text(name="what", limit=WHAT_LIMIT, needed=True),
        Day(name="first", told="date", needed=True),
        Day(name="last", told="date", optional=True),
        Choice(name="severity", among=Severity, words="severity", optional=True),
        Text(name="done", limit=DONE_LIMIT),
    ),
    order=("first",),
    own_check=lambda effect, _: check_side_effect(effect),
    together=(("first", "last"),),
    identity=lambda effect: (effect.what, effect.first),
    called=lambda effect: effect.what,
    day=lambda effect: effect.first,
    event=EventOf(EventKind.SIDE_EFFECT, lambda effect: effect.period, lambda effect: effect.what),
)
