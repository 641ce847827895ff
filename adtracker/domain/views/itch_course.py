"""What worst itch did, of the days that are looked at: the same for Timeline, Trends, the report and the summary."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from adtracker.domain.records.day import DayEntry
from adtracker.domain.statistics.course_change import CourseChange, course_change
from adtracker.domain.statistics.summary import Summary


def itch_course(days: Mapping[date, DayEntry], summary: Summary | None, today: date, minimum: int) -> CourseChange:
    """The answer from recorded days, which should reach back as far as `days_to_read` says; none after today counts."""
    itch = {day: entry.itch for day, entry in days.items() if entry.itch is not None and day <= today}
    return course_change(itch, summary, today, minimum)
