"""On which days a cream against inflammation was used; moisturisers are none.

Thomas 2015 (doi 10.1371/journal.pone.0124770; only the abstract was read) counts days with a topical steroid or
calcineurin inhibitor. The diary has one kind for these: a cream or ointment.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date

from adtracker.domain.common.period import Period
from adtracker.domain.treatments.dose import DayDoses
from adtracker.domain.treatments.matching import match
from adtracker.domain.treatments.treatment import Kind, Treatment


def cream_days(treatments: Iterable[Treatment], doses: Sequence[DayDoses], kept: Iterable[date]) -> dict[date, bool]:
    """Whether any cream was used, for each day on which that is known; `kept` are the days that have an entry.

    Known is a day with one used; and a kept day, from the first day of the first cream on, on which no planned one is
    unanswered. A cream that is used when needed is not used on a kept day without it. Nothing is known without a cream.
    """
    creams = [one for one in treatments if one.kind is Kind.CREAM]
    keys = {one.key for one in creams}
    used = {one.day for one in doses if one.treatment in keys and one.taken > 0}
    began = min((one.started for one in creams), default=None)
    if began is None:
        return {}
    days = sorted({day for day in kept if day >= began} | used)
    missing = set(_unanswered(creams, doses, days))
    return {day: day in used for day in days if day in used or day not in missing}


def _unanswered(creams: Sequence[Treatment], doses: Sequence[DayDoses], days: Sequence[date]) -> Iterator[date]:
    """The planned days that nobody said anything about: neither taken nor skipped, on the day or near it."""
    if days:
        whole = Period(days[0], days[-1])
        for cream in creams:
            answered = {one.day for one in doses if one.treatment == cream.key}
            found = (one.planned.day for one in match(cream, doses, whole).answers if one.unanswered)
            yield from (day for day in found if day not in answered)


def counted(known: Mapping[date, bool], period: Period) -> tuple[int, int]:
    """On how many days of a period a cream was used, and of how many that is known."""
    found = [used for day, used in known.items() if day in period]
    return sum(found), len(found)
