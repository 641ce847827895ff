"""The numbers behind every screen and report: means with their counts, baseline, weeks, and how complete the days are.

Conventions as in trials, marked as the app's own where no source was found: a weekly value is the mean of the recorded
days and is given only from `MINIMUM_DAYS` of 7 on (no protocol read states a number; a documented convention), always
with its count. Which days are the baseline stands in `baseline`. Nothing is ever filled in.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from itertools import pairwise

from adtracker.domain.common.measure import MEASURES, Measure, exact, percent_of_change, rounded
from adtracker.domain.common.period import ONE_DAY, Period
from adtracker.domain.records.course import COURSE_WEEKS, DAYS_A_WEEK, Course
from adtracker.domain.records.day import DayEntry, Valued
from adtracker.domain.statistics.baseline import baseline_days, baseline_period

MINIMUM_DAYS = 4


@dataclass(frozen=True, slots=True)
class Mean:
    """A mean over recorded days: `mean` is None where there were too few; `n` is how many there were."""

    mean: float | None
    n: int


@dataclass(frozen=True, slots=True)
class Means:
    """The means of the measures looked at over one period, by measure key."""

    period: Period
    of: Mapping[str, Mean]


@dataclass(frozen=True, slots=True)
class Baseline:
    """The baseline means; `began_late` says that they are of the first recorded days, not of the week before day 1."""

    means: Means
    began_late: bool


@dataclass(frozen=True, slots=True)
class Completeness:
    """How complete the days of a period are, in days; `longest_gap` is the longest run without an entry.

    Of the days kept some were `filled_in_later`, some are bad days `without_numbers`, and some stood on paper first:
    `from_paper`.
    """

    kept: int
    elapsed: int
    longest_gap: int
    filled_in_later: int
    without_numbers: int = 0
    from_paper: int = 0


@dataclass(frozen=True, slots=True)
class Summary:
    """Everything that is shown about one course up to a day, for each of `measures`."""

    course: Course
    baseline: Baseline
    weeks: tuple[Means, ...]
    completeness: Completeness
    measures: tuple[Measure, ...] = MEASURES


def by_day(entries: Iterable[DayEntry]) -> dict[date, DayEntry]:
    """Entries by their day, empty ones left out."""
    return {entry.day: entry for entry in entries if not entry.is_empty}


def mean_of(values: Sequence[float], minimum: int = MINIMUM_DAYS, decimals: int = 1) -> Mean:
    """The rounded mean of the recorded values, None below `minimum` of them; added up as by hand, without drift."""
    count = len(values)
    if count < max(minimum, 1):
        return Mean(None, count)
    return Mean(rounded(sum(map(exact, values), start=Decimal()) / count, decimals), count)


def means(
    days: Mapping[date, Valued],
    period: Period,
    minimum: int = MINIMUM_DAYS,
    measures: Sequence[Measure] = MEASURES,
) -> Means:
    """The means of all measures over a period."""
    entries = [days[day] for day in period if day in days]
    return Means(period, {measure.key: _mean_of_measure(entries, measure, minimum) for measure in measures})


def _mean_of_measure(entries: Sequence[Valued], measure: Measure, minimum: int) -> Mean:
    values = [value for entry in entries if (value := entry.value(measure)) is not None]
    return mean_of(values, minimum, measure.decimals)


def completeness(days: Mapping[date, DayEntry], period: Period) -> Completeness:
    """How many days of a period have an entry, the longest run without, and how many were filled in later."""
    kept = [day for day in period if day in days]
    edges = [period.first - ONE_DAY, *kept, period.last + ONE_DAY]
    longest = max((later - earlier).days - 1 for earlier, later in pairwise(edges))
    later = sum(days[day].filled_in_later for day in kept)
    return Completeness(
        kept=len(kept),
        elapsed=period.length,
        longest_gap=longest,
        filled_in_later=later,
        without_numbers=sum(days[day].has_no_numbers for day in kept),
        from_paper=sum(days[day].is_from_paper for day in kept),
    )


def summarise(
    entries: Iterable[DayEntry],
    course: Course,
    today: date,
    minimum: int = MINIMUM_DAYS,
    measures: Sequence[Measure] = MEASURES,
) -> Summary:
    """All numbers of a course up to `today`: weeks that have begun, baseline and completeness.

    `entries` must reach from a week before the course to its end; days after `today` are not looked at.
    """
    days = {day: entry for day, entry in by_day(entries).items() if day <= today}
    period, began_late = baseline_period(baseline_days(days), course, minimum)
    elapsed = course.elapsed(today)
    begun = 0 if elapsed is None else course.week_of(elapsed.last)
    return Summary(
        course=course,
        baseline=Baseline(means(days, period, minimum, measures), began_late),
        weeks=tuple(means(days, course.week(number), minimum, measures) for number in range(1, begun + 1)),
        completeness=Completeness(0, 0, 0, 0) if elapsed is None else completeness(days, elapsed),
        measures=tuple(measures),
    )


@dataclass(frozen=True, slots=True)
class KeyNumbers:
    """One row of key numbers: the last seven days beside the baseline, the change, and the best and worst days.

    A measure that has no better end has no best and worst day either.
    """

    measure: Measure
    baseline: Mean
    recent: Mean
    change: float | None
    change_percent: float | None
    best: float | None
    worst: float | None


def key_numbers(
    days: Mapping[date, DayEntry],
    baseline: Means | None,
    period: Period,
    measures: Sequence[Measure] = MEASURES,
    minimum: int = MINIMUM_DAYS,
) -> tuple[KeyNumbers, ...]:
    """The key numbers of a period for each measure; the last seven days are those up to the period's end."""
    recent = means(days, Period.ending(period.last, DAYS_A_WEEK), minimum, measures)
    return tuple(_key_numbers(measure, days, baseline, recent, period) for measure in measures)


def change_between(before: Mean, now: Mean, measure: Measure) -> float | None:
    """How far a mean lies from an earlier one, None if one of them is missing.

    The shown numbers are subtracted, so that everybody gets the same by hand.
    """
    if before.mean is None or now.mean is None:
        return None
    return rounded(exact(now.mean) - exact(before.mean), measure.decimals)


def percent_between(before: Mean, now: Mean, measure: Measure) -> float | None:
    """The change as a share of the earlier mean, in whole per cent, as the field gives it (EASI-75: 75 % less).

    None if a mean is missing or the earlier one is small (`percent_of_change`), for a measure that is not `in_percent`,
    and for days with a yes, whose mean is a share already.
    """
    change = change_between(before, now, measure)
    if change is None or before.mean is None or measure.is_share or not measure.in_percent:
        return None
    return percent_of_change(change, before.mean)


def change_after(baseline: Means, period: Period, now: Mean, measure: Measure) -> tuple[float | None, float | None]:
    """How far the mean of a period is from the baseline, in the measure's unit and in whole per cent.

    Both are None unless all of the period comes after the baseline: a late one may reach into it, and days would be
    compared with themselves.
    """
    if not period.is_after(baseline.period):
        return None, None
    before = baseline.of[measure.key]
    return change_between(before, now, measure), percent_between(before, now, measure)


def _key_numbers(
    measure: Measure, days: Mapping[date, DayEntry], baseline: Means | None, recent: Means, period: Period
) -> KeyNumbers:
    before = Mean(None, 0) if baseline is None else baseline.of[measure.key]
    now = recent.of[measure.key]
    change, percent = (None, None) if baseline is None else change_after(baseline, recent.period, now, measure)
    values = [value for day, entry in days.items() if day in period and (value := entry.value(measure)) is not None]
    best, worst = _best_and_worst(values, measure)
    return KeyNumbers(measure, before, now, change, percent, best, worst)


def _best_and_worst(values: Sequence[float], measure: Measure) -> tuple[float | None, float | None]:
    if not values or measure.direction is None:
        return None, None
    low, high = min(values), max(values)
    return (low, high) if measure.better(-1) else (high, low)


__all__ = [
    "COURSE_WEEKS",
    "MINIMUM_DAYS",
    "Baseline",
    "Completeness",
    "KeyNumbers",
    "Mean",
    "Means",
    "Summary",
    "by_day",
    "change_after",
    "change_between",
    "completeness",
    "key_numbers",
    "mean_of",
    "means",
    "percent_between",
    "summarise",
]
