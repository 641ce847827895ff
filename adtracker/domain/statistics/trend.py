"""Levelled off or still changing: the slope of the weekly averages over eight complete weeks, and four answers.

The slope is Theil and Sen's: the median of the slopes between every two weekly averages, taken as they are shown, so
that one odd week moves little and anybody gets the same by hand (Sen 1968, JASA 63:1379). Its interval takes into
account that days lean on the days before (`carry`). No within-person rule for a plateau is published (none was found),
so the answers are the app's own convention, and the default is that it cannot be told. It describes weeks that are
over; nothing is extrapolated.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from enum import Enum
from itertools import combinations

from adtracker.domain.common.measure import exact, rounded
from adtracker.domain.common.median import median
from adtracker.domain.common.period import ONE_DAY, Period
from adtracker.domain.records.course import DAYS_A_WEEK, Course
from adtracker.domain.statistics.autocorrelation import Sample, half_width
from adtracker.domain.statistics.summary import MINIMUM_DAYS, Mean, mean_of

TREND_WEEKS = 8
# An app convention: two weeks may be missing, no more.
FEWEST_WEEKS = 6
# Level is said only of less than 2 points in eight weeks either way: 2 is the lower end of the published meaningful
# changes of 2 to 4 points (resources/thresholds/itch.toml).
LEVEL_MARGIN = 2 / TREND_WEEKS
DECIMALS = 2


class Answer(Enum):
    """What the last eight weeks did."""

    FALLING = "falling"
    LEVEL = "level"
    RISING = "rising"
    CANNOT_TELL = "cannot_tell"


@dataclass(frozen=True, slots=True)
class Trend:
    """The answer with its reasons: `slope` in points a week, its interval from `low` to `high`, `days` recorded.

    `weeks` are the weekly averages looked at, oldest first. Below `FEWEST_WEEKS` of them there are no numbers.
    """

    answer: Answer
    slope: float | None
    low: float | None
    high: float | None
    days: int
    weeks: tuple[tuple[Period, Mean], ...]

    @property
    def counted(self) -> int:
        """How many of the weeks had enough days."""
        return sum(found.mean is not None for _, found in self.weeks)


def last_weeks(course: Course | None, today: date, count: int = TREND_WEEKS) -> tuple[Period, ...]:
    """The last weeks that are over, oldest first: those of the course, counted on before and after it.

    Without a course the last of them ended yesterday.
    """
    last = today - ONE_DAY
    if course is not None:
        last = course.week(course.week_of(today) - 1).last
    return tuple(Period.ending(last - DAYS_A_WEEK * back * ONE_DAY, DAYS_A_WEEK) for back in reversed(range(count)))


def trend(values: Mapping[date, float], weeks: Sequence[Period], minimum: int = MINIMUM_DAYS) -> Trend:
    """What recorded values on a scale of 0 to 10 did over `weeks` of seven days, each right after the other."""
    recorded = [[(day, values[day]) for day in week if day in values] for week in weeks]
    means = [mean_of([value for _, value in week], minimum) for week in recorded]
    found = tuple(zip(weeks, means, strict=True))
    points = [(number, one.mean) for number, one in enumerate(means) if one.mean is not None]
    count = sum(map(len, recorded))
    if len(points) < FEWEST_WEEKS:
        return Trend(Answer.CANNOT_TELL, None, None, None, count, found)
    slope = theil_sen(points)
    reach = half_width(_sample(recorded, [number for number, _ in points]))
    low, shown, high = (rounded(bound, DECIMALS) for bound in (slope - reach, slope, slope + reach))
    return Trend(answer(low, high), shown, low, high, count, found)


def theil_sen(points: Sequence[tuple[int, float]]) -> float:
    """The median slope between every two of at least two points, each (position, value), positions all different."""
    pairs = combinations(points, 2)
    return median(sorted(float((exact(late) - exact(early)) / (at - before)) for (before, early), (at, late) in pairs))


def answer(low: float, high: float) -> Answer:
    """The answer that an interval of the slope allows."""
    if high < 0:
        return Answer.FALLING
    if low > 0:
        return Answer.RISING
    return Answer.LEVEL if low > -LEVEL_MARGIN and high < LEVEL_MARGIN else Answer.CANNOT_TELL


def _sample(recorded: Sequence[Sequence[tuple[date, float]]], counted: Sequence[int]) -> Sample:
    """All recorded days, each with its weight in the least-squares slope over the weeks that are counted."""
    centre = sum(counted) / len(counted)
    square = sum((number - centre) ** 2 for number in counted)
    pulls = {number: (number - centre) / square for number in counted}
    rows = [
        (day.toordinal(), value, pulls.get(number, 0.0) / len(week))
        for number, week in enumerate(recorded)
        for day, value in week
    ]
    days, values, weights = zip(*rows, strict=True)
    return Sample(days, values, weights)
