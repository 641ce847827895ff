"""What Today says beside the questions: how the days before a visit are kept, and what a young diary can say yet.

Facts alone, from the same conventions as every number: a weekly average needs so many of 7 days, and what itch did
the same share of two runs of 14 days. Nothing is praised, and no run of days is counted.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import date

from adtracker.domain.common.period import ONE_DAY, Period
from adtracker.domain.records.course import DAYS_A_WEEK
from adtracker.domain.records.visit import Visit

BEFORE_VISIT = 28
# So many entries make another sentence true; from `GROWN` on nothing more is said.
STAGES = (3, 7, 14)
GROWN = 28
# A diary that began longer ago is not young, however few its days.
YOUNG_DAYS = 60


@dataclass(frozen=True, slots=True)
class BeforeVisit:
    """The day of the next visit, and how many of the `days` before it are written; these may still lie ahead."""

    visit: Visit
    days: Period
    written: int


@dataclass(frozen=True, slots=True)
class FirstDays:
    """The entries of a young diary: how many, the last of `STAGES` that is reached, whether the last 7 days have an
    average of itch (which needs `minimum` of them), and how many of 14 days a comparison `needs`, twice."""

    count: int
    stage: int
    has_average: bool
    minimum: int
    needs: int


def before_visit(visit: Visit | None, written: Collection[date]) -> BeforeVisit | None:
    """How the days before a visit are kept; None without a visit."""
    if visit is None:
        return None
    days = Period.ending(visit.day - ONE_DAY, BEFORE_VISIT)
    return BeforeVisit(visit, days, sum(day in days for day in written))


def first_days(
    lately: Mapping[date, float | None], begun_on: date | None, today: date, minimum: int
) -> FirstDays | None:
    """What can be said of a young diary; None before the first stage, and once it has grown.

    `lately` has worst itch of the entries of the last `YOUNG_DAYS` days, `begun_on` is the diary's first day.
    """
    if begun_on is None or begun_on not in Period.ending(today, YOUNG_DAYS):
        return None
    count, week = len(lately), Period.ending(today, DAYS_A_WEEK)
    stage = max((stage for stage in STAGES if count >= stage), default=0)
    if not stage or count >= GROWN:
        return None
    from adtracker.domain.statistics.change_windows import TWO_WEEKS, needed  # noqa: PLC0415 -- not at every start

    recorded = sum(itch is not None and day in week for day, itch in lately.items())
    return FirstDays(count, stage, recorded >= max(minimum, 1), minimum, needed(TWO_WEEKS, minimum))
