"""The fields of a record as values: what each may hold. Table, files and checks are made from them."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from enum import Enum
from math import inf, isfinite
from typing import Any

from adtracker.domain.common.period import check_calendar_day
from adtracker.domain.common.problem import Problem, check_number, check_text

UNLIMITED = 2**31


@dataclass(frozen=True, slots=True, kw_only=True)
class Field:
    """A field by the `name` it has in the record and in its table.

    `said` is its name in files and `told` that in problems, where they are others. One that is `needed` has to be in
    every record of a file; one that is `optional` may be None. `blank` is what a file without it means, where that is
    not what the record says if nothing is given.
    """

    name: str
    said: str = ""
    told: str = ""
    needed: bool = False
    optional: bool = False
    blank: Any = None

    @property
    def in_files(self) -> str:
        """Its name in JSON and above a column."""
        return self.said or self.name

    @property
    def in_problems(self) -> str:
        """Its name where something is wrong with it."""
        return self.told or self.in_files

    def check(self, _value: Any) -> list[Problem]:
        """What is wrong with a value that is there; most fields can hold nothing wrong."""
        return []


@dataclass(frozen=True, slots=True, kw_only=True)
class Day(Field):
    """A calendar day; one that `is_planned` may lie ahead, on any other something was recorded."""

    is_planned: bool = False

    def check(self, value: Any) -> list[Problem]:
        """Whether a calendar of people has the day; whether it has come is looked at when it is typed."""
        return check_calendar_day(self.in_problems, value)


@dataclass(frozen=True, slots=True, kw_only=True)
class Text(Field):
    """A text of up to `limit` letters, or as long as a rule of the record says; a needed one is not blank.

    `words` is the list of words that may stand for it.
    """

    limit: int = UNLIMITED
    words: str = ""

    def check(self, value: Any) -> list[Problem]:
        """Its length, and that there is one."""
        is_missing = self.needed and not value.strip()
        missing = [Problem(self.in_problems, "name_missing")] if is_missing else []
        return check_text(self.in_problems, value, self.limit) + missing


@dataclass(frozen=True, slots=True, kw_only=True)
class Number(Field):
    """A number from `low` to `high`, or any; `rule` is the sentence for another, empty where the record has its own."""

    low: float = -inf
    high: float = inf
    rule: str = "number_range"

    @property
    def is_bounded(self) -> bool:
        """Whether there are numbers it cannot be."""
        return isfinite(self.low)

    def check(self, value: Any) -> list[Problem]:
        """Its range."""
        return check_number(self.in_problems, value, self.low, self.high, self.rule) if self.rule else []


@dataclass(frozen=True, slots=True, kw_only=True)
class Whole(Number):
    """A whole number."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Choice(Field):
    """One of the values of an enumeration; `words` is the list of words that may stand for them."""

    among: type[Enum]
    words: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Flag(Field):
    """Yes or no."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Pairs(Field):
    """Values by name, as pairs sorted by it."""


def check_fields(fields: Iterable[Field], record: object) -> list[Problem]:
    """What is wrong with the fields of a record, each looked at alone."""
    values = ((one, getattr(record, one.name)) for one in fields)
    return [problem for one, value in values if value is not None for problem in one.check(value)]
