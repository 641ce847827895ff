"""What was taken and skipped of one treatment on one day, the day chosen by the person and correctable ever after."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime

from adtracker.domain.common.period import check_calendar_day
from adtracker.domain.common.problem import Problem, check_number, check_text
from adtracker.domain.common.record_kind import RecordKind
from adtracker.domain.treatments.treatment import REASON_LIMIT, WORDS_LIMIT

MOST_A_DAY = 24
SITES_LIMIT = 12


@dataclass(frozen=True, slots=True)
class DayDoses:
    """The doses of one treatment on one day: how many were `taken` and how many `skipped`.

    `reason` says why they were skipped; `amount` what was taken, where it was not the planned amount; `sites` are the
    keys of injection sites, sorted. `treatment` is the treatment's key. `recorded_at` is the moment (UTC) of the first
    record and `recorded_on` the diary day it was then, as with a day's entry.
    """

    treatment: int
    day: date
    taken: int = 0
    skipped: int = 0
    reason: str = ""
    amount: str = ""
    sites: tuple[str, ...] = ()
    recorded_at: datetime | None = None
    recorded_on: date | None = None

    @property
    def is_empty(self) -> bool:
        """Whether neither a taken nor a skipped dose is recorded; then there is nothing to keep."""
        return self.taken == 0 and self.skipped == 0

    @property
    def filled_in_later(self) -> bool:
        """Whether it was first written down on a later diary day than its own."""
        return self.recorded_on is not None and self.recorded_on > self.day


def last_sites(doses: Iterable[DayDoses], treatment: int, count: int) -> tuple[DayDoses, ...]:
    """The last `count` days on which injection sites of a treatment were recorded, newest first."""
    sited = [one for one in doses if one.treatment == treatment and one.sites]
    return tuple(sorted(sited, key=_day, reverse=True)[:count])


def _day(doses: DayDoses) -> date:
    return doses.day


def check_doses(doses: DayDoses) -> list[Problem]:
    """What is wrong with the doses of a day; empty if they may be stored."""
    problems = check_calendar_day("date", doses.day)
    problems += check_number("taken", doses.taken, 0, MOST_A_DAY)
    problems += check_number("skipped", doses.skipped, 0, MOST_A_DAY)
    problems += check_text("reason", doses.reason, REASON_LIMIT) + check_text("amount", doses.amount, WORDS_LIMIT)
    problems += [problem for site in doses.sites for problem in check_text("sites", site, WORDS_LIMIT)]
    if len(doses.sites) > SITES_LIMIT:
        problems.append(Problem("sites", "too_many_sites", {"most": SITES_LIMIT}))
    return problems


DOSES = RecordKind(
    of=DayDoses,
    name="doses",
    table="dose",
    own_check=lambda doses, _: check_doses(doses),
    together=(("recorded_at", "recorded_on"),),
    identity=lambda doses: (doses.treatment, doses.day),
    called=lambda _: "",
    day=lambda doses: doses.day,
)
