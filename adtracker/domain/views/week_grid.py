"""The weeks of a course side by side: what a strip of weeks and a table of milestones show, worked out once."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from enum import Enum

from adtracker.domain.common.measure import MEASURES, Direction, Measure
from adtracker.domain.common.period import Period
from adtracker.domain.records.course import STRONG_MILESTONES, Course
from adtracker.domain.statistics.sign_days import SignDays
from adtracker.domain.statistics.summary import Mean, Means, Summary, change_after, change_between
from adtracker.domain.views.measure_selection import SIGN_SUM
from adtracker.domain.views.plot import TICK_WEEKS, axis_top
from adtracker.domain.views.sign_sum import as_mean

BASELINE = 0
# Many studies of systemic treatment end here.
SHORT_STUDY = 16
SHADES = 5


class Stage(Enum):
    """How far a week has come."""

    OVER = "over"
    RUNNING = "running"
    AHEAD = "ahead"


@dataclass(frozen=True, slots=True)
class Week:
    """One column: a week of the course by its number, or the baseline with the number `BASELINE`."""

    number: int
    period: Period
    stage: Stage

    @property
    def is_milestone(self) -> bool:
        """Whether courses are looked at by this week: 4, 8, 12 and so on."""
        return is_milestone(self.number)

    @property
    def is_strong(self) -> bool:
        """Whether it is one of the two milestones at which systemic treatment is judged."""
        return self.number in STRONG_MILESTONES


@dataclass(frozen=True, slots=True)
class WeekRow:
    """One measure over the columns: its means, None for a week that has not begun.

    `shades` are 1 at the better end of the scale from 0 to `top` up to `SHADES` at the worse, None without a mean.
    Where neither end is better they are 1 at the lower. One that `is_recalled` has what was remembered of a week in
    place of a mean, with no days behind it, and no shades: it is compared with nothing.
    """

    measure: Measure
    means: tuple[Mean | None, ...]
    shades: tuple[int | None, ...]
    top: float
    is_recalled: bool = False


@dataclass(frozen=True, slots=True)
class WeekGrid:
    """The baseline and all weeks of a course, also those to come, for every measure."""

    course: Course
    weeks: tuple[Week, ...]
    rows: tuple[WeekRow, ...]

    @property
    def marked(self) -> frozenset[int]:
        """The weeks at which systemic treatment is judged; of a course of 16 weeks its last, as of many studies."""
        return frozenset((*STRONG_MILESTONES, *((SHORT_STUDY,) if self.course.weeks == SHORT_STUDY else ())))

    def change(self, row: WeekRow) -> RowChange | None:
        """How far the newest week with a mean is from the baseline; None where there is nothing to compare.

        A week that a late baseline reaches into is not compared with its own days, what was recalled with nothing.
        """
        if row.is_recalled:
            return None
        baseline, means = self.weeks[BASELINE], row.means
        found = (
            number
            for number in range(len(means) - 1, BASELINE, -1)
            if (mean := means[number]) is not None and mean.mean is not None
        )
        newest = next(found, None)
        before = means[BASELINE]
        if newest is None or before is None or not self.weeks[newest].period.is_after(baseline.period):
            return None
        now = means[newest]
        assert now is not None, "the newest week has a mean"
        change = change_between(before, now, row.measure)
        return None if change is None else RowChange(self.weeks[newest], change)


@dataclass(frozen=True, slots=True)
class RowChange:
    """How far the mean of a week is from the baseline, in the measure's unit."""

    week: Week
    change: float


@dataclass(frozen=True, slots=True)
class Milestone:
    """The baseline or a milestone week, with the change of each measure from the baseline by key.

    `means` is None for a week that has not begun; `changes` (in the measure's unit) and `percents` (whole, of the
    baseline) are None where one of the two means is missing, and in a week that does not lie wholly after the baseline,
    which may have begun late; `percents` also where there is no share of the baseline.
    """

    week: Week
    means: Means | None
    changes: Mapping[str, float | None]
    percents: Mapping[str, float | None]

    def mean(self, measure: Measure) -> float | None:
        """The mean of a measure, None where there is none."""
        return None if self.means is None else self.means.of[measure.key].mean

    def change(self, measure: Measure) -> tuple[float | None, float | None]:
        """How far a measure is from the baseline, in its unit and in per cent."""
        return self.changes[measure.key], self.percents[measure.key]

    @property
    def recorded(self) -> tuple[int, int] | None:
        """The recorded days of the measure of every day that has the fewest, and of the one with the most."""
        if self.means is None:
            return None
        counts = [self.means.of[measure.key].n for measure in MEASURES]
        return min(counts), max(counts)


def is_milestone(number: int) -> bool:
    """Whether a week is one of those at which a course is looked at."""
    return number > 0 and number % TICK_WEEKS == 0


def week_grid(summary: Summary, today: date) -> WeekGrid:
    """The grid of a course as it stands on a day."""
    weeks = _weeks(summary, today)
    return WeekGrid(summary.course, weeks, tuple(_row(measure, summary, weeks) for measure in summary.measures))


def milestones(summary: Summary, today: date) -> tuple[Milestone, ...]:
    """The baseline and all milestones of a course, also those to come."""
    means = (summary.baseline.means, *summary.weeks)
    return tuple(
        _milestone(summary, week, means[week.number] if week.number < len(means) else None)
        for week in _weeks(summary, today)
        if week.number == BASELINE or week.is_milestone
    )


def _milestone(summary: Summary, week: Week, means: Means | None) -> Milestone:
    keys = [measure.key for measure in summary.measures]
    if means is None or week.number == BASELINE:
        return Milestone(week, means, dict.fromkeys(keys), dict.fromkeys(keys))
    baseline = summary.baseline.means
    found = {one.key: change_after(baseline, week.period, means.of[one.key], one) for one in summary.measures}
    changes, percents = ({key: pair[place] for key, pair in found.items()} for place in (0, 1))
    return Milestone(week, means, changes, percents)


def _weeks(summary: Summary, today: date) -> tuple[Week, ...]:
    course = summary.course
    periods = [summary.baseline.means.period, *(course.week(number) for number in range(1, course.weeks + 1))]
    return tuple(Week(number, period, stage(period, today)) for number, period in enumerate(periods))


def stage(period: Period, today: date) -> Stage:
    """Whether a period is over, has today in it, or lies ahead."""
    if today in period:
        return Stage.RUNNING
    return Stage.OVER if period.last < today else Stage.AHEAD


def sign_row(signs: Sequence[SignDays], columns: int) -> WeekRow:
    """The row of days with signs: the 0 to 28 sum of the baseline and of each week that has begun.

    Its mean is the sum, None unless every line of the week was answered on all days; `n` is how many days answered all.
    """
    return _filled(SIGN_SUM, [as_mean(week) for week in signs], columns, SIGN_SUM.maximum)


def _row(measure: Measure, summary: Summary, weeks: tuple[Week, ...]) -> WeekRow:
    begun = [means.of[measure.key] for means in (summary.baseline.means, *summary.weeks)]
    return _filled(measure, begun, len(weeks), axis_top(measure, [mean.mean for mean in begun]))


def _filled(measure: Measure, begun: Sequence[Mean], columns: int, top: float) -> WeekRow:
    means = [*begun, *(None for _ in range(columns - len(begun)))]
    values = [None if mean is None else mean.mean for mean in means]
    return WeekRow(measure, tuple(means), tuple(shade(measure, value, top) for value in values), top)


def shade(measure: Measure, value: float | None, top: float) -> int | None:
    """The shade of a value on a scale from 0 to `top`: 1 at the better (or lower) end to `SHADES`; None without one."""
    if value is None:
        return None
    from_best = top - value if measure.direction is Direction.HIGHER_IS_BETTER else value
    return min(1 + int(SHADES * from_best / top), SHADES)
