"""The treatments tried over all years: from when to when each was used, how days were before and in its last week.

Nothing is judged and nothing compared: several treatments are often used at once, and itch has many reasons.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from adtracker.domain.common.measure import EXTENT, ITCH, Measure
from adtracker.domain.common.period import ONE_DAY, Period
from adtracker.domain.records.course import DAYS_A_WEEK
from adtracker.domain.records.day import DayEntry
from adtracker.domain.statistics.summary import Means, means
from adtracker.domain.treatments.known import Known
from adtracker.domain.treatments.treatment import Plan, Treatment

TRIED_MEASURES: tuple[Measure, ...] = (ITCH, EXTENT)


@dataclass(frozen=True, slots=True)
class Tried:
    """One treatment up to the day that is looked back from.

    `runs` are the days in use, more than one where there was a break; `plan` is the one used last, and `stops` are the
    stops with what was written about them. `before` are the means of the 7 days before its first, `latest` those of the
    last 7 days in use; None where only the month or the year of that day is known. `is_remembered` says that it began
    before the diary, so that its first day is from memory.
    """

    treatment: Treatment
    runs: tuple[Period, ...]
    plan: Plan
    stops: tuple[Plan, ...]
    before: Means | None
    latest: Means | None
    is_used: bool
    is_remembered: bool

    @property
    def period(self) -> Period:
        """From the first day of use to the last."""
        return Period(self.runs[0].first, self.runs[-1].last)


def tried(
    treatments: Iterable[Treatment],
    days: Mapping[date, DayEntry],
    today: date,
    begun_on: date | None,
    minimum: int,
) -> tuple[Tried, ...]:
    """The treatments begun by `today`, those still used first, of each kind the last begun first.

    `begun_on` is the diary's first day, None where it has none; `days` are at least those of `weeks_of`.
    """
    found = [_tried(one, days, today, begun_on, minimum) for one in _begun(treatments, today)]
    return tuple(sorted(found, key=lambda one: (one.is_used, one.period.first), reverse=True))


def weeks_of(treatments: Iterable[Treatment], today: date) -> Sequence[Period]:
    """The days that have to be read for it: of each treatment the week before it and its last week."""
    return [week for one in _begun(treatments, today) for week in _weeks(_runs(one, today))]


def _begun(treatments: Iterable[Treatment], today: date) -> list[Treatment]:
    return [one for one in treatments if one.started <= today]


def _runs(treatment: Treatment, today: date) -> tuple[Period, ...]:
    """The days in use; plans that follow each other without a break make one run."""
    runs: list[Period] = []
    for span in treatment.spans(Period(treatment.started, today)):
        if runs and runs[-1].last + ONE_DAY == span.period.first:
            runs[-1] = Period(runs[-1].first, span.period.last)
        else:
            runs.append(span.period)
    return tuple(runs)


def _weeks(runs: Sequence[Period]) -> tuple[Period, Period]:
    return Period.ending(runs[0].first - ONE_DAY, DAYS_A_WEEK), Period.ending(runs[-1].last, DAYS_A_WEEK)


def _tried(
    treatment: Treatment, days: Mapping[date, DayEntry], today: date, begun_on: date | None, minimum: int
) -> Tried:
    runs = _runs(treatment, today)
    before, latest = (means(days, week, minimum, TRIED_MEASURES) for week in _weeks(runs))
    plan = treatment.plan_on(runs[-1].last)
    assert plan is not None, "a run is of days with a plan"
    stops = tuple(one for one in treatment.plans if one.is_stop and one.first <= today)
    is_used = runs[-1].last == today
    return Tried(
        treatment=treatment,
        runs=runs,
        plan=plan,
        stops=stops,
        before=before if treatment.plans[0].known is Known.DAY else None,
        latest=latest if is_used or stops[-1].known is Known.DAY else None,
        is_used=is_used,
        is_remembered=begun_on is None or treatment.started < begun_on,
    )
