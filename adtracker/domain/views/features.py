"""All that is worked out from the days, as one value that screens, the report and the command line share.

What happened together (`together`) is not in it: it takes longer and is asked for by itself.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from adtracker.domain.common.measure import ITCH, MEASURES
from adtracker.domain.records.day import DayEntry
from adtracker.domain.records.recall import Recall
from adtracker.domain.statistics.change import ItchState, course_itch_state
from adtracker.domain.statistics.change_windows import Window, window
from adtracker.domain.statistics.course_change import CourseChange
from adtracker.domain.statistics.course_phrase import CoursePhrases, course_phrases
from adtracker.domain.statistics.flare import Flare, flares
from adtracker.domain.statistics.summary import MINIMUM_DAYS, Summary
from adtracker.domain.views.itch_course import itch_course
from adtracker.domain.views.recalled import recalled_in
from adtracker.domain.views.review import Review
from adtracker.domain.views.week_grid import Milestone, WeekGrid, milestones, week_grid


@dataclass(frozen=True, slots=True)
class Features:
    """What a diary shows on a day: `summary`, `grid`, `milestones` and `state` belong to its course.

    Without a course they are None (no milestones); `state` also before it has begun. `itch` is what worst itch did
    and `said` that in words; `others` are the same averages of sleep and skin, by key, of which nothing is said until
    their scatter was looked at as that of itch was. `flares` are those of the days looked at, oldest first.
    """

    today: date
    summary: Summary | None
    grid: WeekGrid | None
    milestones: tuple[Milestone, ...]
    state: ItchState | None
    itch: CourseChange
    said: CoursePhrases
    others: Mapping[str, Window]
    flares: tuple[Flare, ...]


def features(
    days: Mapping[date, DayEntry], summary: Summary | None, today: date, minimum: int = MINIMUM_DAYS, recalled: int = 0
) -> Features:
    """Everything from the recorded days (`by_day`) and the summary that was made of them with the same `minimum`.

    Days should reach as far back as `days_to_read` says; those after `today` are not looked at. Of the
    weeks that were `recalled` is said that they stand beside, and nothing is worked out of them.
    """
    itch = {day: entry.itch for day, entry in days.items() if entry.itch is not None and day <= today}
    found = itch_course(days, summary, today, minimum)
    return Features(
        today=today,
        summary=summary,
        grid=None if summary is None else week_grid(summary, today),
        milestones=() if summary is None else milestones(summary, today),
        state=None if summary is None else course_itch_state(days, summary, today),
        itch=found,
        said=course_phrases(found, minimum, recalled),
        others=_others(days, found.windows.get("whole"), minimum),
        flares=flares(itch),
    )


def _others(days: Mapping[date, DayEntry], whole: Window | None, minimum: int) -> Mapping[str, Window]:
    """Sleep and skin over the same days as itch in the whole course; empty where there are none."""
    if whole is None:
        return {}
    values = {
        measure.key: {day: value for day, entry in days.items() if (value := entry.value(measure)) is not None}
        for measure in MEASURES
        if measure != ITCH
    }
    return {key: window(recorded, whole.earlier, whole.recent, minimum) for key, recorded in values.items()}


def features_of(look: Review, recalls: Sequence[Recall] = ()) -> Features:
    """Everything about what is looked back at, beside what was recalled in it."""
    recalled = len(recalled_in(recalls, look.period, look.today))
    return features(look.days, look.summary, look.today, look.minimum, recalled)
