"""A month of the diary, laid out in weeks: what the calendar of History shows, worked out once."""

from __future__ import annotations

from calendar import Calendar
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date, timedelta

from adtracker.domain.common.measure import ITCH
from adtracker.domain.common.period import EARLIEST_DAY, Period
from adtracker.domain.records.course import Course
from adtracker.domain.records.day import DayEntry
from adtracker.domain.records.diary_break import BreakReason, DiaryBreak, days_in_breaks
from adtracker.domain.views.week_grid import Stage, shade, stage

MONTHS_A_YEAR = 12


@dataclass(frozen=True, slots=True, order=True)
class Month:
    """A month of a year; `number` is 1 to 12."""

    year: int
    number: int

    @classmethod
    def of(cls, day: date) -> Month:
        """The month a day lies in."""
        return cls(day.year, day.month)

    @property
    def period(self) -> Period:
        """All its days."""
        first = date(self.year, self.number, 1)
        following = self.plus(1)
        last = date(following.year, following.number, 1) - timedelta(days=1)
        return Period(first, last)

    def plus(self, months: int) -> Month:
        """The month so many months later, or earlier."""
        year, index = divmod(self.year * MONTHS_A_YEAR + self.number - 1 + months, MONTHS_A_YEAR)
        return Month(year, index + 1)


@dataclass(frozen=True, slots=True)
class MonthCell:
    """One day of the calendar.

    `entry` is None where nothing is recorded. `course_week` is the week of the course that began last, None outside
    of all courses; `begins_week` says that it is that week's first day. `shade` is that of the week strip, by itch. An
    empty day in a break has its `reason`.
    """

    day: date
    entry: DayEntry | None
    stage: Stage
    course_week: int | None = None
    begins_week: bool = False
    reason: BreakReason | None = None

    @property
    def can_open(self) -> bool:
        """Whether there is something to look at or to fill in: a day to come can have an entry all the same."""
        return self.stage is not Stage.AHEAD or self.entry is not None

    @property
    def itch(self) -> float | None:
        """Worst itch, 0 to 10, None where it was not given."""
        return None if self.entry is None else self.entry.itch

    @property
    def shade(self) -> int | None:
        """1 for the least itch to 5 for the most, None without a number."""
        return shade(ITCH, self.itch, ITCH.maximum)

    @property
    def has_note(self) -> bool:
        """Whether something was written."""
        return self.entry is not None and bool(self.entry.note.strip())

    @property
    def filled_in_later(self) -> bool:
        """Whether it was written down on a later day."""
        return self.entry is not None and self.entry.filled_in_later


@dataclass(frozen=True, slots=True)
class MonthGrid:
    """The weeks of a month, seven places each; None stands for a day of the month before or after."""

    month: Month
    weeks: tuple[tuple[MonthCell | None, ...], ...]

    @property
    def cells(self) -> tuple[MonthCell, ...]:
        """The days of the month, in order."""
        return tuple(cell for week in self.weeks for cell in week if cell is not None)

    @property
    def recorded(self) -> int:
        """How many days something is recorded on."""
        return sum(cell.entry is not None for cell in self.cells)

    @property
    def itch_range(self) -> tuple[float, float] | None:
        """The lowest and the highest worst itch of a day, None where none was given."""
        values = [cell.itch for cell in self.cells if cell.itch is not None]
        return (min(values), max(values)) if values else None


def month_grid(
    month: Month,
    entries: Iterable[DayEntry],
    today: date,
    courses: Iterable[Course] = (),
    first_weekday: int = 1,
    breaks: Iterable[DiaryBreak] = (),
) -> MonthGrid:
    """The calendar of a month, with the entries of its days and the breaks in it; others are left aside.

    `first_weekday` is the day a week begins with where the person lives, 1 for Monday to 7 for Sunday.
    """
    days = {entry.day: entry for entry in entries if not entry.is_empty}
    counted = sorted(courses, key=_start)
    away = days_in_breaks(breaks, month.period, days)
    cells = {day: _cell(day, days, today, counted) for day in month.period}
    cells |= {day: replace(cells[day], reason=one.reason) for day, one in away.items()}
    weeks = Calendar(first_weekday - 1).monthdatescalendar(month.year, month.number)
    return MonthGrid(month, tuple(tuple(cells.get(day) for day in week) for week in weeks))


def latest_day(today: date, span: Period | None) -> date:
    """The last day that can be looked at: today, or a day that lies ahead and has something all the same.

    `span` reaches from the first to the last day that have an entry.
    """
    return today if span is None else max(today, span.last)


def nearest_day(day: date, latest: date) -> date:
    """The day itself if it can be looked at, else the nearest that can: none after `latest` or before the earliest."""
    return min(max(day, EARLIEST_DAY), latest)


def same_day(month: Month, day: date, latest: date) -> date:
    """The day of a month with the same number, or its last; none after `latest`."""
    wanted = min(day.day, month.period.length)
    return nearest_day(date(month.year, month.number, wanted), latest)


def _cell(day: date, days: Mapping[date, DayEntry], today: date, courses: list[Course]) -> MonthCell:
    course = next((course for course in reversed(courses) if day in course.period), None)
    week = None if course is None else course.week_of(day)
    begins = course is not None and week is not None and course.week(week).first == day
    return MonthCell(day, days.get(day), stage(Period(day, day), today), week, begins)


def _start(course: Course) -> date:
    return course.start
