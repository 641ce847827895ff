"""Counts beside published definitions: numbers and where they come from, never a verdict.

What was read of each source, and how near the diary comes:

- The last 7 days. HOME-CP asks in the clinic for the peak and the average itch of one week, from memory (abstract,
  PubMed 36223090). Here both come from daily entries of *worst* itch, so the average is one of daily worst itch.
- Calm weeks. The International Eczema Council's complete control on a drug is clear skin (vIGA-AD 0 or EASI 0) with
  peak itch 0 or 1 for 6 months (a summary was read, not the paper); AHEAD aims at itch 0 or 1 (abstract, PubMed
  38989857, and a summary). The diary has the itch; clear skin is for the clinic to say, so its scores are named.
- Controlled weeks. Langan 2006 (JAMA Dermatology 407617; captions of the figures) takes self-reported itch above 4 of
  10 as the level of a bad day, and days with rescue treatment. Langan 2017 (PMC5716669; its table) counts a week as
  well controlled with at most 2 days of either, and has a variant with days of topical steroids, which is what a diary
  can count. Totally controlled is taken as no day of either: that figure itself could not be read.

Weeks are those given; nothing is filled in.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from adtracker.domain.common.period import ONE_DAY, Period
from adtracker.domain.records.course import DAYS_A_WEEK, Course
from adtracker.domain.scores.score_reading import Reading
from adtracker.domain.statistics.summary import mean_of
from adtracker.domain.treatments.cream_days import counted

CALM = 1
BAD = 4
FEW_DAYS = 2
Itch = Mapping[date, float]


@dataclass(frozen=True, slots=True)
class ItchWeek:
    """The highest and the average worst itch of 7 days; None where too few of them, `n`, were recorded."""

    period: Period
    worst: float | None
    average: float | None
    n: int


@dataclass(frozen=True, slots=True)
class Run:
    """Weeks in a row, with the scores that the clinic gave, or a form, on their days."""

    period: Period
    weeks: int
    scores: tuple[Reading, ...] = ()


@dataclass(frozen=True, slots=True)
class CalmWeeks:
    """Of `counted` weeks, which have enough days to say, how many were `calm`, and the longest run of those."""

    counted: int
    calm: int
    longest: Run | None


@dataclass(frozen=True, slots=True)
class CreamDays:
    """On how many days a cream was `used`, of those on which that is `known`."""

    used: int
    known: int


@dataclass(frozen=True, slots=True)
class ControlledWeeks:
    """Of `counted` weeks, with itch and the use of creams known on all 7 days, how many were controlled.

    Each totally controlled week is a well controlled one too.
    """

    counted: int
    totally: int
    well: int


@dataclass(frozen=True, slots=True)
class PublishedCounts:
    """All of them. `cream` and `controlled` are None for a diary without a cream: then nothing is known of creams."""

    week: ItchWeek
    average: CalmWeeks
    every_day: CalmWeeks
    cream: CreamDays | None
    controlled: ControlledWeeks | None


def weeks_over(course: Course | None, span: Period | None, today: date) -> tuple[Period, ...]:
    """The weeks that are over: of the course, or else those of the diary, counted back from yesterday; oldest first."""
    if course is not None:
        numbered = map(course.week, range(1, course.weeks + 1))
        return tuple(week for week in numbered if week.last < today)
    if span is None:
        return ()
    count = max((today - span.first).days, 0) // DAYS_A_WEEK
    return tuple(Period.ending(today - ONE_DAY - timedelta(weeks=back), DAYS_A_WEEK) for back in reversed(range(count)))


def published_counts(
    itch: Itch,
    cream: Mapping[date, bool],
    weeks: Sequence[Period],
    last: date,
    minimum: int,
    scores: Sequence[Reading] = (),
) -> PublishedCounts:
    """The counts of some weeks in a row, and of the 7 days up to `last`.

    `cream` says on which days one was used, as far as that is known; `minimum` is how many days make an average.
    """
    used, known = counted(cream, Period(weeks[0].first, weeks[-1].last)) if weeks else (0, 0)
    return PublishedCounts(
        week=itch_week(itch, last, minimum),
        average=_calm(weeks, lambda week: _average_calm(itch, week, minimum), scores),
        every_day=_calm(weeks, lambda week: _every_day_calm(itch, week), scores),
        cream=CreamDays(used, known) if cream else None,
        controlled=_controlled(itch, cream, weeks) if cream else None,
    )


def itch_week(itch: Itch, last: date, minimum: int) -> ItchWeek:
    """Worst and average of the 7 days up to `last`."""
    period = Period.ending(last, DAYS_A_WEEK)
    values = _values(itch, period)
    average = mean_of(values, minimum)
    return ItchWeek(period, None if average.mean is None else max(values), average.mean, average.n)


def _values(itch: Itch, week: Period) -> list[float]:
    return [itch[day] for day in week if day in itch]


def _average_calm(itch: Itch, week: Period, minimum: int) -> bool | None:
    """By the average as it is shown, so that everybody counts the same by hand."""
    mean = mean_of(_values(itch, week), minimum).mean
    return None if mean is None else mean <= CALM


def _every_day_calm(itch: Itch, week: Period) -> bool | None:
    values = _values(itch, week)
    return all(value <= CALM for value in values) if len(values) == DAYS_A_WEEK else None


def _calm(weeks: Sequence[Period], is_calm: Callable[[Period], bool | None], scores: Sequence[Reading]) -> CalmWeeks:
    """A week that cannot be judged ends a run, as one that was not calm does; of equal runs the latest counts."""
    found = [is_calm(week) for week in weeks]
    longest: Run | None = None
    length = 0
    for index, calm in enumerate(found):
        length = length + 1 if calm else 0
        if length and (longest is None or length >= longest.weeks):
            longest = Run(Period(weeks[index - length + 1].first, weeks[index].last), length)
    if longest is not None:
        longest = Run(longest.period, longest.weeks, _within(scores, longest.period))
    return CalmWeeks(sum(one is not None for one in found), sum(one is True for one in found), longest)


def _within(scores: Iterable[Reading], period: Period) -> tuple[Reading, ...]:
    return tuple(one for one in scores if one.day in period and one.value is not None)


def _controlled(itch: Itch, cream: Mapping[date, bool], weeks: Sequence[Period]) -> ControlledWeeks:
    full = [week for week in weeks if all(day in itch and day in cream for day in week)]
    days = [(sum(itch[day] > BAD for day in week), sum(cream[day] for day in week)) for week in full]
    well = sum(bad <= FEW_DAYS and used <= FEW_DAYS for bad, used in days)
    return ControlledWeeks(len(full), sum(not bad and not used for bad, used in days), well)
