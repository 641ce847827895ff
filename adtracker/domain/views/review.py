"""Looking back: how far a person can choose to, the days that have to be read for it, and the numbers shown beside it.

Trends and the timeline show one `Review`, so that no number is worked out in two places.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from enum import Enum

from adtracker.domain.common.measure import MEASURES, Measure
from adtracker.domain.common.period import ONE_DAY, Period
from adtracker.domain.records.course import DAYS_A_WEEK, Course
from adtracker.domain.records.day import DayEntry
from adtracker.domain.statistics.baseline import compared_from
from adtracker.domain.statistics.change_windows import EIGHT_WEEKS
from adtracker.domain.statistics.flare import BEFORE
from adtracker.domain.statistics.summary import (
    MINIMUM_DAYS,
    Baseline,
    Completeness,
    KeyNumbers,
    Means,
    Summary,
    by_day,
    completeness,
    key_numbers,
    summarise,
)
from adtracker.domain.views.plot import TrendPlot, trend_plot

# As many days before any others as a flare and an average look back at, with as many again for days not recorded.
LEAD = 2 * BEFORE * ONE_DAY
_SHORT, _LONG = 4 * DAYS_A_WEEK, 12 * DAYS_A_WEEK


class Reach(Enum):
    """How much of the diary is looked at."""

    FOUR_WEEKS = "4w"
    TWELVE_WEEKS = "12w"
    COURSE = "course"
    ALL = "all"


def usual_reach(course: Course | None, today: date, span: Period | None) -> Reach:
    """What is shown before anybody chooses: as many weeks as the course is old, at last all of it.

    So a young course is not a small corner of an empty chart. Without a course, before it and from four weeks after its
    end on it is the last four weeks; of a diary that was left longer ago, all that was written in the course, or ever.
    """
    if span is not None and span.last <= today - _SHORT * ONE_DAY:
        return Reach.ALL if course is None or span.last < course.start else Reach.COURSE
    if course is None or not course.start <= today <= course.period.last + _SHORT * ONE_DAY:
        return Reach.FOUR_WEEKS
    age = course.day_number(today)
    if age <= _SHORT:
        return Reach.FOUR_WEEKS
    return Reach.TWELVE_WEEKS if age <= _LONG else Reach.COURSE


def reach_period(reach: Reach, today: date, course: Course | None, span: Period | None) -> Period:
    """The days a chart shows. The course is shown to its planned end, with its baseline week before it.

    Without a course, COURSE is like ALL; an empty diary (`span` None) shows the last four weeks, as an empty frame.
    """
    if reach is Reach.FOUR_WEEKS:
        return Period.ending(today, _SHORT)
    if reach is Reach.TWELVE_WEEKS:
        return Period.ending(today, _LONG)
    if reach is Reach.COURSE and course is not None:
        return Period(course.start - DAYS_A_WEEK * ONE_DAY, course.period.last)
    shortest = Period.ending(today, _SHORT)
    return shortest if span is None else Period(min(span.first, shortest.first), today)


def in_reach(span: Period | None, beside: Period | None) -> Period | None:
    """The days of a diary, with others beside them."""
    if span is None or beside is None:
        return span or beside
    return Period(min(span.first, beside.first), max(span.last, beside.last))


def days_to_read(period: Period, today: date, course: Course | None) -> Period:
    """The days that everything beside and in a chart of `period` is worked out from.

    That is four weeks more, for the first averages and for what is usual before a flare; the last eight
    weeks, for what itch did; and the course so far with what it is compared with, for its weeks and its counts.
    """
    edges = [period.first - LEAD, Period.ending(today, EIGHT_WEEKS).first]
    if course is not None:
        edges.append(compared_from(course) - LEAD)
    return Period(min(edges), today)


@dataclass(frozen=True, slots=True)
class Review:
    """What was written down up to `today`, seen over `period`.

    `days` are the recorded days of `days_to_read`. `span` reaches from the diary's first day to its last, None in an
    empty diary. `summary` is None without a course. `measures` are what is looked at, `minimum` is how
    many recorded days of seven make an average (1 to 7).
    """

    today: date
    reach: Reach
    period: Period
    days: Mapping[date, DayEntry]
    span: Period | None
    summary: Summary | None
    measures: tuple[Measure, ...] = MEASURES
    minimum: int = MINIMUM_DAYS

    @property
    def course(self) -> Course | None:
        """The course that is counted in, None if there is none."""
        return None if self.summary is None else self.summary.course

    @property
    def baseline(self) -> Baseline | None:
        """What changes are counted from, None without a course and before it has begun."""
        if self.summary is None or self.summary.course.start > self.today:
            return None
        return self.summary.baseline

    @property
    def baseline_means(self) -> Means | None:
        """The means of the baseline, None where there is no baseline."""
        return None if self.baseline is None else self.baseline.means


def review(
    entries: Iterable[DayEntry],
    today: date,
    reach: Reach,
    course: Course | None,
    span: Period | None,
    measures: Sequence[Measure] = MEASURES,
    minimum: int = MINIMUM_DAYS,
    beside: Period | None = None,
) -> Review:
    """Put together what was read: `entries` are those of `days_to_read` for the period of `reach`.

    `beside` are days that are in reach as well, though nothing was written down on them.
    """
    days = {day: entry for day, entry in by_day(entries).items() if day <= today}
    return Review(
        today=today,
        reach=reach,
        period=reach_period(reach, today, course, in_reach(span, beside)),
        days=days,
        span=span,
        summary=None if course is None else summarise(days.values(), course, today, minimum, measures),
        measures=tuple(measures),
        minimum=minimum,
    )


def recent_numbers(look: Review) -> tuple[KeyNumbers, ...]:
    """The last seven days up to today beside the baseline, for each measure."""
    week = Period.ending(look.today, DAYS_A_WEEK)
    days = {day: look.days[day] for day in week if day in look.days}
    return key_numbers(days, look.baseline_means, week, look.measures, look.minimum)


def picture(look: Review) -> TrendPlot:
    """The charts of the period."""
    return trend_plot(
        look.days, look.period, look.course, look.baseline_means, (), look.minimum, look.today, look.measures
    )


def elapsed(look: Review) -> Period | None:
    """The days of the period that could have been kept: from the course's start or the diary's first day to today.

    None if there are none, in an empty diary and before a course.
    """
    if look.reach is Reach.COURSE and look.course is not None:
        return look.course.elapsed(look.today)
    if look.span is None or look.span.first > look.today:
        return None
    return look.period.overlap(Period(look.span.first, look.today))


def listed(look: Review) -> Period | None:
    """The days of the period that are written out one by one, in a table or a file: up to today, also empty ones.

    Those of `elapsed`, and before a course what the diary has in view, such as the baseline week. None without any.
    """
    counted, last = elapsed(look), min(look.period.last, look.today)
    firsts = [] if counted is None else [counted.first]
    if look.span is not None:
        firsts.append(max(look.period.first, look.span.first))
    return Period(min(firsts), last) if firsts and min(firsts) <= last else None


def kept(look: Review) -> Completeness | None:
    """How completely the days of `elapsed` were kept, None where there are none."""
    days = elapsed(look)
    return None if days is None else completeness(look.days, days)
