"""How much of what was planned was taken, in any period: counts first, and a share only where something was planned."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from adtracker.domain.common.measure import exact, rounded
from adtracker.domain.common.period import ONE_DAY, Period
from adtracker.domain.treatments.dose import DayDoses
from adtracker.domain.treatments.matching import Answer, Matching, match
from adtracker.domain.treatments.treatment import Treatment


@dataclass(frozen=True, slots=True)
class Adherence:
    """Doses of one treatment in one period, by count: the `planned` ones are `taken`, `skipped` or `unanswered`.

    `extra` doses were taken beyond what was planned, as all that are used when needed are. `percent_taken` is the share
    of planned doses that were taken, in whole per cent, None where nothing was planned. `waiting` are planned for today
    or later and not recorded: they are not among the planned ones before their day is over. `days_used` are the days on
    which at least one dose was taken.
    """

    planned: int
    taken: int
    skipped: int
    unanswered: int
    extra: int
    percent_taken: float | None
    days_used: int
    waiting: int = 0


def adherence(treatment: Treatment, doses: Iterable[DayDoses], period: Period, today: date) -> Adherence:
    """Count a treatment's doses in a period; `doses` reach over `matching.days_to_read` and may hold other treatments.

    A planned dose belongs to the day it was planned for, whenever it was taken.
    """
    return count(match(treatment, doses, period), period, today)


def count(matching: Matching, period: Period, today: date) -> Adherence:
    """Count in a period, which may be a part of the one that was matched."""
    first = bisect_left(matching.answers, period.first, key=_planned_day)
    answers = matching.answers[first : bisect_right(matching.answers, period.last, key=_planned_day)]
    taken, skipped = sum(one.taken for one in answers), sum(one.skipped for one in answers)
    unanswered = sum(one.unanswered for one in answers if one.planned.day < today)
    planned = taken + skipped + unanswered
    return Adherence(
        planned=planned,
        taken=taken,
        skipped=skipped,
        unanswered=unanswered,
        extra=sum(doses for day, doses in matching.extra.items() if day in period),
        percent_taken=rounded(exact(100 * taken) / planned, 0) if planned else None,
        days_used=bisect_right(matching.used, period.last) - bisect_left(matching.used, period.first),
        waiting=sum(one.unanswered for one in answers if one.planned.day >= today),
    )


def used_in(
    treatments: Iterable[Treatment], doses: Sequence[DayDoses], period: Period, today: date
) -> tuple[tuple[Treatment, Adherence], ...]:
    """The treatments that were in use or recorded in a period, in the order given, each with its counts."""
    recorded = {one.treatment for one in doses if one.day in period and not one.is_empty}
    used = (one for one in treatments if one.spans(period) or one.key in recorded)
    return tuple((one, adherence(one, doses, period, today)) for one in used)


def _planned_day(answer: Answer) -> date:
    return answer.planned.day


def covered(treatment: Treatment, period: Period) -> tuple[Period, ...]:
    """The days of a period on which a plan was in use, as runs: plans that follow one another are one run."""
    runs: list[Period] = []
    for span in treatment.spans(period):
        if runs and runs[-1].last + ONE_DAY == span.period.first:
            runs[-1] = Period(runs[-1].first, span.period.last)
        else:
            runs.append(span.period)
    return tuple(runs)
