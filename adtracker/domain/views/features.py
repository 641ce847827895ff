"""All that is worked out from the days, as one value that screens, the report and the command line share.

What happened together (`together`) is not in it: it takes longer and is asked for by itself.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from adtracker.domain.records.day import DayEntry
from adtracker.domain.statistics.change import ItchState, course_itch_state
from adtracker.domain.statistics.flare import Flare, flares
from adtracker.domain.statistics.summary import MINIMUM_DAYS, Summary
from adtracker.domain.statistics.trend import Trend, last_weeks, trend
from adtracker.domain.views.review import Review
from adtracker.domain.views.week_grid import Milestone, WeekGrid, milestones, week_grid


@dataclass(frozen=True, slots=True)
class Features:
    """What a diary shows on a day: `summary`, `grid`, `milestones` and `state` belong to its course.

    Without a course they are None (no milestones); `state` also before it has begun. `trend` is that of worst itch, and
    `flares` are those of the days looked at, oldest first.
    """

    today: date
    summary: Summary | None
    grid: WeekGrid | None
    milestones: tuple[Milestone, ...]
    state: ItchState | None
    trend: Trend
    flares: tuple[Flare, ...]


def features(
    days: Mapping[date, DayEntry], summary: Summary | None, today: date, minimum: int = MINIMUM_DAYS
) -> Features:
    """Everything from the recorded days (`by_day`) and the summary that was made of them with the same `minimum`.

    Days should reach as far back as `days_to_read` says; those after `today` are not looked at.
    """
    itch = {day: entry.itch for day, entry in days.items() if entry.itch is not None and day <= today}
    course = None if summary is None else summary.course
    return Features(
        today=today,
        summary=summary,
        grid=None if summary is None else week_grid(summary, today),
        milestones=() if summary is None else milestones(summary, today),
        state=None if summary is None else course_itch_state(days, summary, today),
        trend=trend(itch, last_weeks(course, today), minimum),
        flares=flares(itch),
    )


def features_of(look: Review) -> Features:
    """Everything about what is looked back at."""
    return features(look.days, look.summary, look.today, look.minimum)
