"""When a treatment is to be used, as a value: which days, how often a day. Pure calendar arithmetic, nothing else."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from enum import Enum

from adtracker.domain.common.period import Period, check_calendar_day
from adtracker.domain.common.problem import Problem
from adtracker.domain.records.course import DAYS_A_WEEK

TIMES_A_DAY = 12


class Unit(Enum):
    """What an interval is counted in."""

    DAYS = "days"
    WEEKS = "weeks"


LONGEST = {Unit.DAYS: 366, Unit.WEEKS: 104}
_LENGTH = {Unit.DAYS: 1, Unit.WEEKS: DAYS_A_WEEK}


@dataclass(frozen=True, slots=True)
class Every:
    """One dose every `count` days or weeks, the first on `start`; the count goes on through leap days and new years."""

    count: int
    unit: Unit
    start: date

    @property
    def days(self) -> int:
        """The days from one dose to the next."""
        return self.count * _LENGTH[self.unit]


@dataclass(frozen=True, slots=True)
class Daily:
    """`times` doses on every day."""

    times: int = 1


@dataclass(frozen=True, slots=True)
class WhenNeeded:
    """Used when the person needs it; nothing is planned."""


@dataclass(frozen=True, slots=True)
class Stopped:
    """Not used: a stop or a pause is a plan like any other, so that it has its date and its reason."""


Schedule = Every | Daily | WhenNeeded | Stopped


def planned_days(schedule: Schedule, period: Period) -> Iterator[date]:
    """The days of a period that have a dose, in order."""
    if isinstance(schedule, Daily):
        yield from period
    if isinstance(schedule, Every):
        step = schedule.days
        skipped = max(0, -(-(period.first - schedule.start).days // step))
        for offset in range(skipped * step, (period.last - schedule.start).days + 1, step):
            yield schedule.start + timedelta(days=offset)


def doses_a_day(schedule: Schedule) -> int:
    """How many doses a planned day has; 0 where nothing is planned."""
    if isinstance(schedule, Daily):
        return schedule.times
    return int(isinstance(schedule, Every))


def check_schedule(schedule: Schedule) -> list[Problem]:
    """What is wrong with a schedule; empty if it can be kept."""
    if isinstance(schedule, Daily) and not 1 <= schedule.times <= TIMES_A_DAY:
        return [Problem("times", "times_range", {"most": TIMES_A_DAY})]
    if not isinstance(schedule, Every):
        return []
    problems = check_calendar_day("schedule_start", schedule.start)
    if not 1 <= schedule.count <= LONGEST[schedule.unit]:
        most = LONGEST[schedule.unit]
        problems.append(Problem("interval", f"every_{schedule.unit.value}_range", {"most": most}))
    return problems


def phrase(schedule: Schedule) -> tuple[str, dict[str, object]]:
    """The schedule in words, as a key below `treatment.schedule` and the values for its gaps.

    Two has words of its own; all other counts have the form that a language has for them.
    """
    if isinstance(schedule, Every):
        return f"every_{schedule.unit.value}{_number(schedule.count)}", {"count": schedule.count}
    if isinstance(schedule, Daily):
        return f"daily{_number(schedule.times)}", {"count": schedule.times}
    return ("when_needed" if isinstance(schedule, WhenNeeded) else "stopped"), {}


def _number(count: int) -> str:
    return "_two" if count == 2 else ""
