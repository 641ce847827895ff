"""What was deleted can be brought back for some weeks: one rule for all records with a `removed_on`, and for pictures.

Clocks jump: one start in a wrong year must not end all those weeks at once. So days alone do not count, but days on
which the diary was used, and what lies between two of them.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import dataclass, field
from datetime import date, timedelta
from itertools import pairwise
from typing import Protocol

# What was deleted stays for more than so many days, and until the diary was used on so many days since.
DAYS_KEPT = 30
USED_DAYS_KEPT = 10
# A longer pause in using the diary counts as none: nothing tells it from a clock that jumped, by a month or ten years.
LONGEST_PAUSE = 21


class SoftDeletable(Protocol):
    """A record that can be deleted: `removed_on` is the diary day it was, None for one that stands."""

    @property
    def removed_on(self) -> date | None:
        """The day it was deleted."""


@dataclass(frozen=True, slots=True)
class Usage:
    """The days on which something was written into a diary. Days after `today` turned out to be wrong: none counts."""

    today: date
    days: Collection[date] = field(default=())

    def goes_on(self, removed_on: date) -> date:
        """The first day, today or later, on which what was deleted then may be gone for good."""
        if removed_on > self.today:  # the clock was put back
            return removed_on + timedelta(days=DAYS_KEPT + 1)
        since = self._since(removed_on)
        uses = USED_DAYS_KEPT - len(since)
        if self.today > removed_on and self.today not in since:
            uses -= 1  # today can still be one
        return self.today + timedelta(days=max(0, DAYS_KEPT + 1 - self._passed(removed_on, since), uses))

    def is_over(self, removed_on: date) -> bool:
        """Whether what was deleted then can be brought back no longer."""
        since = self._since(removed_on)
        return len(since) >= USED_DAYS_KEPT and self._passed(removed_on, since) > DAYS_KEPT

    def _since(self, removed_on: date) -> list[date]:
        return sorted(day for day in set(self.days) if removed_on < day <= self.today)

    def _passed(self, removed_on: date, since: Iterable[date]) -> int:
        """How many days have passed, without the pauses in which the clock may have jumped."""
        pauses = [(later - earlier).days for earlier, later in pairwise([removed_on, *since, self.today])]
        return sum(pause for pause in pauses if 0 < pause <= LONGEST_PAUSE)


def goes_on(record: SoftDeletable, usage: Usage) -> date | None:
    """The first day on which a deleted record may be gone for good; None for one that is not deleted."""
    return None if record.removed_on is None else usage.goes_on(record.removed_on)


def is_over(record: SoftDeletable, usage: Usage) -> bool:
    """Whether a record was deleted so long ago that nobody can bring it back."""
    return record.removed_on is not None and usage.is_over(record.removed_on)
