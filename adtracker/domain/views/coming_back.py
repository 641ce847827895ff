"""Coming back to a diary that was left for a week or longer: which days are empty, and what can be said of them.

Nothing has to be: to begin with today is the first of three ways, and the empty days may stay empty.
"""

from __future__ import annotations

from collections.abc import Collection, Container, Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from adtracker.domain.common.period import ONE_DAY, Period
from adtracker.domain.records.diary_break import DiaryBreak, days_in_breaks

# From so many empty days up to yesterday on, somebody comes back.
LEAST_DAYS = 7
# So far back a person is asked what they remember.
REMEMBERED_DAYS = 7


@dataclass(frozen=True, slots=True)
class ComingBack:
    """A `gap` of days up to yesterday, all without an entry when it was found.

    `open` are those that still have neither an entry nor a break, in order. `between` are the breaks in the gap.
    """

    gap: Period
    open: tuple[date, ...]
    between: tuple[DiaryBreak, ...] = ()

    @property
    def last(self) -> date:
        """The day of the last entry before the gap."""
        return self.gap.first - ONE_DAY

    @property
    def remembered(self) -> Sequence[date]:
        """The days that can be filled in: the last of the gap."""
        return tuple(self.gap)[-REMEMBERED_DAYS:]

    def left(self, filled: Container[date] = ()) -> tuple[Period, ...]:
        """The days that are left to be marked as a break, when some are about to be filled in.

        Days that were written may lie between them, for these stay days kept; a break that is there already divides
        them.
        """
        return tuple(_runs([day for day in self.open if day not in filled], self.between))


def _runs(days: Sequence[date], between: Collection[DiaryBreak]) -> Iterator[Period]:
    begun: date | None = None
    for number, day in enumerate(days):
        begun = begun or day
        following = days[number + 1] if number + 1 < len(days) else None
        if following is None or any(one.period.meets(Period(day, following)) for one in between):
            yield Period(begun, day)
            begun = None


def gap_before(today: date, last: date | None) -> Period | None:
    """The empty days up to yesterday; None where the `last` day with an entry is no week ago, or there is none."""
    if last is None or (today - last).days <= LEAST_DAYS:
        return None
    return Period(last + ONE_DAY, today - ONE_DAY)


def coming_back(gap: Period, kept: Container[date], breaks: Iterable[DiaryBreak]) -> ComingBack | None:
    """What is still open in a gap; None where every day has an entry or lies in a break."""
    between = tuple(one for one in breaks if one.period.meets(gap))
    explained = days_in_breaks(between, gap, kept)
    left = tuple(day for day in gap if day not in kept and day not in explained)
    return ComingBack(gap, left, between) if left else None
