"""How much of what was planned was taken, in any period: counts first, and a share only where something was planned."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from adtracker.domain.dose import DayDoses
from adtracker.domain.measure import exact, rounded
from adtracker.domain.period import ONE_DAY, Period
from adtracker.domain.treatment import Treatment, planned


@dataclass(frozen=True, slots=True)
class Adherence:
    """Doses of one treatment in one period, by count; `days_used` are the days on which at least one was taken.

    `percent_taken` is the share of planned doses that were taken, in whole per cent: a dose taken a day early or late
    counts, doses beyond the plan do not. It is None where nothing was planned (before the start, when needed).
    """

    planned: int
    taken: int
    skipped: int
    percent_taken: float | None
    days_used: int

    @property
    def not_recorded(self) -> int:
        """Planned doses of which nobody knows: neither taken nor skipped."""
        return max(self.planned - self.taken - self.skipped, 0)


def adherence(treatment: Treatment, doses: Iterable[DayDoses], period: Period) -> Adherence:
    """Count a treatment's doses in a period; `doses` may hold other treatments and days.

    A period that reaches past today counts doses that are only planned: end it today.
    """
    own = [one for one in doses if one.treatment == treatment.key and one.day in period]
    due = sum(one.count for one in planned(treatment, period))
    taken = sum(one.taken for one in own)
    return Adherence(
        planned=due,
        taken=taken,
        skipped=sum(one.skipped for one in own),
        percent_taken=rounded(exact(100 * min(taken, due)) / due, 0) if due else None,
        days_used=sum(one.taken > 0 for one in own),
    )


def used_in(
    treatments: Iterable[Treatment], doses: Sequence[DayDoses], period: Period
) -> tuple[tuple[Treatment, Adherence], ...]:
    """The treatments that were in use or recorded in a period, in the order given, each with its counts."""
    counted = ((treatment, adherence(treatment, doses, period)) for treatment in treatments)
    return tuple((one, found) for one, found in counted if one.spans(period) or found.taken or found.skipped)


def covered(treatment: Treatment, period: Period) -> tuple[Period, ...]:
    """The days of a period on which a plan was in use, as runs: plans that follow one another are one run."""
    runs: list[Period] = []
    for span in treatment.spans(period):
        if runs and runs[-1].last + ONE_DAY == span.period.first:
            runs[-1] = Period(runs[-1].first, span.period.last)
        else:
            runs.append(span.period)
    return tuple(runs)
