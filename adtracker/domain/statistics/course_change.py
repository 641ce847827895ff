"""What the record of a course says: differences of averages as they are shown, how sure each is, and a word for it.

The estimate is the plain difference of two shown averages, so it can never contradict the record; only its width is
modelled (`scatter`). *Fell* or *rose* is said if the 95 % interval leaves out 0, else *level* if the 90 % interval lies
within `LEVEL` points either way (two one-sided tests, Schuirmann 1987), else that it cannot be told. Nothing is
extrapolated. Against the first days of a diary nothing has moved that may have come by itself: the interval then
reaches to 0 (`faded_start`). `dev.py calibrate` counts how often each word is right, of diaries whose truth is known.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from enum import Enum
from typing import TYPE_CHECKING

from adtracker.domain.common.measure import ITCH, exact, rounded
from adtracker.domain.common.period import Period
from adtracker.domain.records.course import DAYS_A_WEEK, Course
from adtracker.domain.statistics.change_windows import (
    EIGHT_WEEKS,
    FOUR_WEEKS,
    Compared,
    Window,
    compared,
    window,
    within,
)
from adtracker.domain.statistics.likely_week import likely_week
from adtracker.domain.statistics.summary import MINIMUM_DAYS, Summary, change_between

if TYPE_CHECKING:
    from adtracker.domain.statistics.width import Width

# The lower end of the published meaningful changes of 2 to 4 points (resources/thresholds/itch.toml).
LEVEL = 2.0
DONE = 0.8
FEWEST_LEVEL_WEEKS, MOST_LEVEL_WEEKS = 4, 52
# How a person's days scatter is learnt from the first year, with the four weeks before it, and from the last.
FIRST_DAYS, LAST_DAYS = 28 + 52 * DAYS_A_WEEK, 52 * DAYS_A_WEEK


_AGAINST_FIRST_DAYS = frozenset({"whole", "last_7_days"})


class Word(Enum):
    """What two averages say when they are held against each other."""

    FELL = "fell"
    ROSE = "rose"
    LEVEL = "level"
    CANNOT_TELL = "cannot_tell"


@dataclass(frozen=True, slots=True)
class Change:
    """The difference in points with its 95 % interval, the word for it, and the two averages it is made of.

    `unusual_start` if the interval only reaches to 0 because the first days may have been unusual ones.
    """

    points: float
    low: float
    high: float
    word: Word
    window: Window
    unusual_start: bool = False


@dataclass(frozen=True, slots=True)
class CourseChange:
    """What worst itch did: the last 28 and 7 days against what the course is `compared` with, and the last weeks.

    Each is None where a window has too few days; `whole` and `last_7_days` also without a course that has begun.
    `by_week` is the week by which most of the change was done, only after fell or rose; `level_weeks` are how many of
    the last weeks were about level, None for less than four and never more than 52. `days` of `of` have itch, in the
    course or, without one, in eight weeks. `windows` are all that were looked at, by their names, full or not.
    """

    whole: Change | None
    last_7_days: Change | None
    last_8_weeks: Change | None
    last_4_weeks: Change | None
    by_week: int | None
    level_weeks: int | None
    compared: Compared | None
    days: int
    of: int
    windows: Mapping[str, Window]


def course_change(
    values: Mapping[date, float], summary: Summary | None, today: date, minimum: int = MINIMUM_DAYS
) -> CourseChange:
    """What worst itch up to `today` did, in the course of `summary` if it has begun, else in the last eight weeks.

    `values` must reach back eight weeks, and in a course four weeks before it.
    """
    begun = summary if summary is not None and summary.course.start <= today else None
    kind, against = compared(values, begun, minimum) if begun is not None else (None, None)
    windows = _windows(values, against, today, minimum)
    full = {name: one for name, one in windows.items() if one.is_full}
    width = _width(values, begun, against, today) if full else None
    unsure = frozenset() if kind in (None, Compared.FOUR_WEEKS) else _AGAINST_FIRST_DAYS
    said = {name: change_in(one, width, name in unsure) for name, one in full.items() if width is not None}
    span = Period.ending(today, EIGHT_WEEKS) if begun is None else Period(begun.course.start, today)
    whole = said.get("whole")
    over = span.length // DAYS_A_WEEK
    by = None
    if begun is not None and whole is not None and width is not None:
        by = week_done(begun.course, over, whole, width)
    return CourseChange(
        whole=whole,
        last_7_days=said.get("last_7_days"),
        last_8_weeks=said.get("last_8_weeks"),
        last_4_weeks=said.get("last_4_weeks"),
        by_week=by,
        level_weeks=None if width is None else _level_weeks(values, today, over - (by or 0), minimum, width),
        compared=kind,
        days=sum(day in span for day in values),
        of=span.length,
        windows=windows,
    )


def change_in(found: Window, width: Width, may_fade: bool = False) -> Change:
    """The difference of two shown averages, with its interval and word; `may_fade` if the first is of a start."""
    points = change_between(found.before, found.now, ITCH)
    assert points is not None, "both averages are there"
    narrow, wide = width.halves(found, (0.10, 0.05))
    low, high = (shown_end(float(exact(points)) + side * wide) for side in (-1, 1))
    unusual = may_fade and not low <= 0 <= high and width.scatter.faded.is_likely
    if unusual:
        low, high = min(low, 0.0), max(high, 0.0)
    return Change(points, low, high, word_of(points, low, high, narrow), found, unusual)


def shown_end(end: float) -> float:
    """An end of an interval as it is shown. None is rounded onto 0: whether that is left out is what the word says."""
    shown = rounded(end, ITCH.decimals)
    return shown if shown or not end else math.copysign(10**-ITCH.decimals, end)


def word_of(points: float, low: float, high: float, narrow: float) -> Word:
    """The word that a difference allows, with its shown 95 % interval and the half width of that of 90 %."""
    if high < 0:
        return Word.FELL
    if low > 0:
        return Word.ROSE
    return Word.LEVEL if abs(points) + narrow < LEVEL else Word.CANNOT_TELL


def week_done(course: Course, weeks: int, whole: Change, width: Width) -> int | None:
    """By about which of so many weeks `DONE` of a change was there; None unless it fell or rose.

    Each course that the diary may have taken, weighed by how well it explains the days, has a week of its own in which,
    with the next, so much was done.
    """
    if whole.word not in (Word.FELL, Word.ROSE):
        return None
    periods = [course.week(number) for number in range(1, weeks + 1)]
    return likely_week(width.done(periods, whole.window.recent, DONE, whole.points))


def _windows(values: Mapping[date, float], against: Period | None, today: date, minimum: int) -> dict[str, Window]:
    """All windows that there can be, by their names; those of a course only when its last days lie after its first."""
    found = {"last_8_weeks": within(values, today, 8, minimum), "last_4_weeks": within(values, today, 4, minimum)}
    for name, length in (("whole", FOUR_WEEKS), ("last_7_days", DAYS_A_WEEK)):
        recent = Period.ending(today, length)
        if against is not None and recent.is_after(against):
            found[name] = window(values, against, recent, minimum)
    return found


def _width(values: Mapping[date, float], begun: Summary | None, against: Period | None, today: date) -> Width:
    from adtracker.domain.statistics.width import Width  # noqa: PLC0415 -- numpy, for those who ask

    eight = Period.ending(today, EIGHT_WEEKS).first
    first = eight if against is None else min(eight, against.first)
    periods = Period.starting(first, FIRST_DAYS), Period.ending(today, LAST_DAYS)
    known = {day: value for day, value in values.items() if first <= day <= today and _is_in(day, periods)}
    origin = min(known) if begun is None else max(min(known), begun.course.start)
    return Width.learnt(known, origin)


def _is_in(day: date, periods: Iterable[Period]) -> bool:
    return any(day in period for period in periods)


def _level_weeks(values: Mapping[date, float], today: date, most: int, minimum: int, width: Width) -> int | None:
    """The longest run of last weeks, at most `most` or a year but always four, each about level from four on."""
    longest = None
    most = min(max(most, FEWEST_LEVEL_WEEKS), MOST_LEVEL_WEEKS)
    for weeks in range(FEWEST_LEVEL_WEEKS, most + 1):
        found = within(values, today, weeks, minimum)
        if not found.is_full or change_in(found, width).word is not Word.LEVEL:
            break
        longest = weeks
    return longest
