"""A break from the diary: days on which nothing was written, and why. Days are not missing at random, so it is said.

A break fills nothing in and changes no number: a day with an entry is a day kept, in a break or not, and a day without
one stays an empty day.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Container, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from enum import Enum

from adtracker.domain.common.event_kind import EventKind
from adtracker.domain.common.period import Period
from adtracker.domain.common.problem import Problem
from adtracker.domain.common.record_field import Choice, Day, Text, check_fields
from adtracker.domain.common.record_kind import EventOf, RecordKind

WORDS_LIMIT = 200


class BreakReason(Enum):
    """Why nothing was written, in the order in which the reasons are offered."""

    WELL = "well"
    ILL = "ill"
    HOLIDAY = "holiday"
    NO_WISH = "no_wish"
    OTHER = "other"


@dataclass(frozen=True, slots=True)
class DiaryBreak:
    """The days from `first` to `last`, both included, and why; `words` are the person's own about it."""

    first: date
    last: date
    reason: BreakReason
    words: str = ""
    removed_on: date | None = None
    key: int | None = None

    @property
    def period(self) -> Period:
        """Its days. Raises ValueError for one that ends before it begins."""
        return Period(self.first, self.last)


@dataclass(frozen=True, slots=True)
class BreakDays:
    """How many empty days lie in breaks, by reason: those with any, most first."""

    by_reason: tuple[tuple[BreakReason, int], ...] = ()

    @property
    def total(self) -> int:
        """All of them."""
        return sum(count for _, count in self.by_reason)


NO_BREAKS = BreakDays()


def days_in_breaks(breaks: Iterable[DiaryBreak], period: Period, kept: Container[date]) -> Mapping[date, DiaryBreak]:
    """The empty days of a period that lie in a break, each with its break, in order.

    A day that was `kept` is none of them. Where breaks overlap, as two that come from two computers can, a day belongs
    to the one that began first.
    """
    found: dict[date, DiaryBreak] = {}
    for one in sorted(breaks, key=_order):
        shared = one.period.overlap(period)
        for day in shared or ():
            if day not in kept:
                found.setdefault(day, one)
    return dict(sorted(found.items()))


def break_days(breaks: Iterable[DiaryBreak], period: Period, kept: Container[date]) -> BreakDays:
    """The empty days of a period that lie in breaks, counted."""
    counts = Counter(one.reason for one in days_in_breaks(breaks, period, kept).values())
    places = list(BreakReason)
    return BreakDays(tuple(sorted(counts.items(), key=lambda one: (-one[1], places.index(one[0])))))


def check_break(found: DiaryBreak) -> list[Problem]:
    """What is wrong with a break; empty if it may be stored."""
    problems = check_fields(BREAK.fields, found)
    if found.last < found.first:
        problems.append(Problem("last", "ends_before_start"))
    return problems


def check_beside(found: DiaryBreak, others: Sequence[DiaryBreak]) -> list[Problem]:
    """Whether days of a break are in another one already: nobody could say which of two reasons holds."""
    if found.removed_on is not None or found.last < found.first:
        return []
    met = next((one for one in others if one.key != found.key and one.period.meets(found.period)), None)
    if met is None:
        return []
    return [Problem("date", "break_overlaps", {"first": met.first.isoformat(), "last": met.last.isoformat()})]


def _order(one: DiaryBreak) -> tuple[date, date, int]:
    return one.first, one.last, one.key or 0


# Its days have passed: what is empty until then is not missing.
BREAK = RecordKind(
    of=DiaryBreak,
    name="breaks",
    table="diary_break",
    fields=(
        Day(name="first", told="date", needed=True),
        Day(name="last", told="last", needed=True),
        Choice(name="reason", among=BreakReason, words="reason", needed=True),
        Text(name="words", limit=WORDS_LIMIT),
    ),
    order=("first",),
    own_check=lambda found, _: check_break(found),
    together=(("first", "last"),),
    inseparable=(("first", "last"),),
    identity=lambda found: (found.first, found.last),
    called=lambda found: found.words,
    day=lambda found: found.first,
    event=EventOf(EventKind.BREAK, lambda found: found.period, lambda found: found.words),
)
