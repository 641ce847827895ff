"""A run of calendar days, both ends included: the one place where counting days is done."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

from adtracker.domain.common.problem import Problem

ONE_DAY = timedelta(days=1)
EARLIEST_DAY = date(1900, 1, 1)
LATEST_DAY = date(2999, 12, 31)


@dataclass(frozen=True, slots=True)
class Period:
    """The days from `first` to `last`, both included. Raises ValueError if `last` lies before `first`."""

    first: date
    last: date

    def __post_init__(self) -> None:
        if self.last < self.first:
            raise ValueError(f"a period cannot end ({self.last}) before it begins ({self.first})")

    @property
    def length(self) -> int:
        """How many days, at least 1."""
        return (self.last - self.first).days + 1

    def __contains__(self, day: date) -> bool:
        return self.first <= day <= self.last

    def __iter__(self) -> Iterator[date]:
        return map(date.fromordinal, range(self.first.toordinal(), self.last.toordinal() + 1))

    def meets(self, other: Period) -> bool:
        """Whether any day is in both."""
        return self.first <= other.last and other.first <= self.last

    def overlap(self, other: Period) -> Period | None:
        """The days that are in both, None if there are none."""
        return Period(max(self.first, other.first), min(self.last, other.last)) if self.meets(other) else None

    def clip(self, last: date) -> Period | None:
        """Its days up to and with `last`, None if it begins later."""
        return None if self.first > last else Period(self.first, min(self.last, last))

    def is_after(self, other: Period) -> bool:
        """Whether all of it comes after all of another."""
        return self.first > other.last

    def index(self, day: date) -> int:
        """Position of a day, 0 for the first; negative or past the end if it lies outside."""
        return (day - self.first).days

    @classmethod
    def ending(cls, last: date, length: int) -> Period:
        """The `length` days up to and with `last`."""
        return cls(last - timedelta(days=length - 1), last)

    @classmethod
    def starting(cls, first: date, length: int) -> Period:
        """The `length` days from `first` on."""
        return cls(first, first + timedelta(days=length - 1))


EVER = Period(date.min, date.max)


def diary_day(now: datetime, day_start: time) -> date:
    """The diary day a local moment belongs to: until `day_start` it is still the day before.

    People fill in the diary at bedtime, which is often after midnight.
    """
    return now.date() - ONE_DAY if now.time() < day_start else now.date()


def whole_years(first: date, today: date) -> int:
    """How many years have gone by, each until the same date (of 29 February until 1 March); negative before `first`."""
    return today.year - first.year - ((today.month, today.day) < (first.month, first.day))


def check_calendar_day(name: str, day: date) -> list[Problem]:
    """A day that is planned may lie ahead, but not before or after what a calendar of people holds."""
    if EARLIEST_DAY <= day <= LATEST_DAY:
        return []
    return [Problem(name, "date_range", {"earliest": EARLIEST_DAY.isoformat()})]
