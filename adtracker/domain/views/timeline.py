"""What the timeline shows of one course, as one value: its numbers, what stands under them, and what is coming up."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date

from adtracker.domain.common.event_kind import EventKind
from adtracker.domain.common.measure import MEASURES
from adtracker.domain.common.period import ONE_DAY, Period
from adtracker.domain.records.course import Course
from adtracker.domain.records.recall import Recall
from adtracker.domain.scores.definition import Definition
from adtracker.domain.statistics.flare import Flare
from adtracker.domain.statistics.sign_days import SignDays, sign_days
from adtracker.domain.statistics.summary import Summary
from adtracker.domain.views.course_lanes import CourseLane, course_lanes
from adtracker.domain.views.event import Event, Surroundings, events
from adtracker.domain.views.features import Features, features_of
from adtracker.domain.views.recalled import recalled_rows
from adtracker.domain.views.review import Review
from adtracker.domain.views.upcoming import Upcoming, upcoming
from adtracker.domain.views.week_grid import WeekGrid, sign_row


@dataclass(frozen=True, slots=True)
class Timeline:
    """One course. `features` are its numbers; `grid` has their rows and, where signs were recorded, that of
    `signs`; weeks that were recalled stand below all others.

    `signs` has one for the baseline and each week that has begun. `events` are side effects and `flares` runs of days
    well above the days before, both of the course's days, newest first.
    """

    features: Features
    summary: Summary
    minimum: int
    grid: WeekGrid
    signs: tuple[SignDays, ...]
    lanes: tuple[CourseLane, ...]
    coming: tuple[Upcoming, ...]
    side_effects: tuple[Event, ...]
    flares: tuple[Flare, ...]

    @property
    def course(self) -> Course:
        """The course that is shown."""
        return self.grid.course


def as_of(course: Course, today: date, *, is_newest: bool) -> date:
    """The day on which a course is looked at: today, but one that another followed as it stood on the day after it."""
    return today if is_newest else min(today, course.period.last + ONE_DAY)


def columns(summary: Summary) -> tuple[Period | None, ...]:
    """The days of each column: the baseline where it is the week before the course (else None), then the weeks."""
    course = summary.course
    first = None if summary.baseline.began_late else summary.baseline.means.period
    return (first, *(course.week(number) for number in range(1, course.weeks + 1)))


def timeline(look: Review, around: Surroundings, forms: Sequence[Definition], itch_from: int, today: date) -> Timeline:
    """Everything about the course that is looked back at, and what is coming up after `today`.

    `around` has all readings of the diary, by day, and `forms` are its questionnaires. Raises ValueError if the look
    back has no course.
    """
    numbers, summary = features_of(look, around.recalls), look.summary
    if summary is None or numbers.grid is None:
        raise ValueError("a timeline needs a course")
    signs, span = weekly_signs(look, summary, itch_from), course_span(summary)
    within = events(Surroundings(side_effects=around.side_effects), span)
    return Timeline(
        features=numbers,
        summary=summary,
        minimum=look.minimum,
        grid=_with_recalled(_with_signs(numbers.grid, signs), around.recalls, today),
        signs=signs,
        lanes=course_lanes(around, columns(summary), summary.course, look.today),
        coming=upcoming(around, forms, today),
        side_effects=tuple(one for one in reversed(within) if one.kind is EventKind.SIDE_EFFECT),
        flares=tuple(one for one in reversed(numbers.flares) if one.period.first in span),
    )


def course_span(summary: Summary) -> Period:
    """The days that belong to a course: from its baseline, or its first day, to its end."""
    course = summary.course.period
    return Period(min(summary.baseline.means.period.first, course.first), course.last)


def weekly_signs(look: Review, summary: Summary, itch_from: int) -> tuple[SignDays, ...]:
    """The days with signs of the baseline and of each week that has begun."""
    periods = [summary.baseline.means.period, *(week.period for week in summary.weeks)]
    return tuple(sign_days(look.days, period, itch_from) for period in periods)


def _with_recalled(grid: WeekGrid, recalls: Sequence[Recall], today: date) -> WeekGrid:
    return replace(grid, rows=(*grid.rows, *recalled_rows(recalls, grid.weeks, today)))


def _with_signs(grid: WeekGrid, signs: Sequence[SignDays]) -> WeekGrid:
    """The same grid, with a row for signs below those of every day if any sign was answered."""
    if not any(week.has_chips for week in signs):
        return grid
    usual = len(MEASURES)
    return replace(grid, rows=(*grid.rows[:usual], sign_row(signs, len(grid.weeks)), *grid.rows[usual:]))
