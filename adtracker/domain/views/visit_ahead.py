"""The next visit, and how well the days since the last one are kept: what somebody wants to know before they go."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from adtracker.domain.common.period import ONE_DAY, Period
from adtracker.domain.records.course import Course
from adtracker.domain.records.profile import Profile
from adtracker.domain.records.visit import Visit, last_visit, next_visit
from adtracker.domain.views.week_grid import Stage, WeekGrid


@dataclass(frozen=True, slots=True)
class VisitAhead:
    """The `visit` of today or the next one, None if none is planned.

    `since` is the day of the visit before it, None if there was none; of the `days` after it, or of the course so far,
    `written` have an entry; `days` is None where there are none. Of the `full_weeks` of the course in these days
    `thin_weeks` have too few days with itch for an average. `questions` are noted for the visit.
    """

    visit: Visit | None
    since: date | None
    days: Period | None
    written: int
    full_weeks: int
    thin_weeks: int
    questions: int


def days_since(visits: Iterable[Visit], course: Course, today: date) -> tuple[date | None, Period | None]:
    """The day of the last visit before the next one, and the days after it up to today; else those of the course."""
    visits = tuple(visits)
    last = last_visit(visits, today - ONE_DAY if any(one.day == today for one in visits) else today)
    if last is None:
        return None, course.elapsed(today)
    return last.day, Period(last.day + ONE_DAY, today) if last.day < today else None


def visit_ahead(
    visits: Sequence[Visit], profile: Profile, written: Iterable[date], grid: WeekGrid, today: date
) -> VisitAhead:
    """What stands about the next visit; `written` are the days that have an entry."""
    since, days = days_since(visits, grid.course, today)
    full = [
        number
        for number, week in enumerate(grid.weeks)
        if number and days is not None and week.stage is Stage.OVER and week.period.first in days
    ]
    itch = grid.rows[0].means
    thin = [number for number in full if (mean := itch[number]) is None or mean.mean is None]
    return VisitAhead(
        visit=next_visit(visits, today - ONE_DAY),
        since=since,
        days=days,
        written=0 if days is None else sum(day in days for day in written),
        full_weeks=len(full),
        thin_weeks=len(thin),
        questions=len(_questions(visits, profile, since)),
    )


def _questions(visits: Iterable[Visit], profile: Profile, since: date | None) -> list[str]:
    """Those that the report takes along, one a line; else those written down at the visit before."""
    own = profile.questions
    if not own.strip() and since is not None:
        before = last_visit(visits, since)
        own = "" if before is None else before.questions
    return [line for line in own.splitlines() if line.strip()]
