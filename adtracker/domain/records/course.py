"""A treatment course: when it began and how its weeks are counted.

Trials report by weeks from the first dose (clinicaltrials.gov NCT03569293 and the COAST records): day 1 is the day of
the first dose, week k is days 7(k-1)+1 to 7k. Any medicine and any start fit; the app is neutral to the drug.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from adtracker.domain.common.period import ONE_DAY, Period
from adtracker.domain.common.record_field import Day, Text, Whole
from adtracker.domain.common.record_kind import RecordKind

COURSE_WEEKS = 24
LONGEST_WEEKS = 520
DAYS_A_WEEK = 7
# Systemic treatment is judged near 3 and 6 months (international treat-to-target consensus).
STRONG_MILESTONES = (12, 24)
TREATMENT_NAME_LIMIT = 200


@dataclass(frozen=True, slots=True)
class Course:
    """One course of treatment. `start` is day 1, `treatment` the name as the person writes it, `weeks` its length.

    `removed_on` is the diary day it was deleted; it is then shown under "Recently deleted" alone.
    """

    start: date
    treatment: str = ""
    weeks: int = COURSE_WEEKS
    removed_on: date | None = None
    key: int | None = None

    @property
    def period(self) -> Period:
        """All days of the course."""
        return Period.starting(self.start, self.weeks * DAYS_A_WEEK)

    def elapsed(self, today: date) -> Period | None:
        """The days of the course that have begun, or None before its start."""
        return self.period.clip(today)

    def day_number(self, day: date) -> int:
        """1 on the day of the first dose; 0 or less before it."""
        return (day - self.start).days + 1

    def week_of(self, day: date) -> int:
        """The week a day belongs to: 1 for days 1 to 7; 0 or less before the course."""
        return (day - self.start).days // DAYS_A_WEEK + 1

    def week(self, number: int) -> Period:
        """The seven days of a week (1-based)."""
        return Period.starting(self.start + (number - 1) * DAYS_A_WEEK * ONE_DAY, DAYS_A_WEEK)


# A start in the future is allowed: people plan.
COURSE = RecordKind(
    of=Course,
    name="courses",
    table="course",
    fields=(
        Day(name="start", told="course_start", needed=True, is_planned=True),
        Text(name="treatment", limit=TREATMENT_NAME_LIMIT),
        Whole(name="weeks", low=1, high=LONGEST_WEEKS, rule="weeks_range"),
    ),
    order=("start",),
    identity=lambda course: course.start,
    called=lambda course: course.treatment,
    day=lambda course: course.start,
)
