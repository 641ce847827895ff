"""Reads a day as people write it: 25 October 2026, 25 Oct, 25.10.2026, 2026-10-25."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date

_PARTS = re.compile(r"\d+|[^\W\d_]+")
_CENTURY, _SHORT_YEARS = 2000, 100
_YEAR_DIGITS, _MOST = 4, 3


def read_day(text: str, shown: date, months: Sequence[str]) -> date | None:
    """The day that a text names, or None if it names none.

    `months` are the twelve names; the beginning of one is enough when no other begins alike. Numbers stand as day,
    month, year or, with four digits first, as year, month, day. Month and year may be left out: those of `shown` count.
    """
    parts = _PARTS.findall(text)
    words = [part for part in parts if not part.isdecimal()]
    numbers = [part for part in parts if part.isdecimal()]
    if words:
        month = _month(words, months)
        if month is None or not numbers:
            return None
        numbers.insert(1, str(month))
    if numbers and len(numbers[0]) == _YEAR_DIGITS:
        numbers.reverse()
    return _day(numbers, shown)


def _month(words: Sequence[str], months: Sequence[str]) -> int | None:
    if len(words) != 1:
        return None
    begun = words[0].casefold()
    found = [number for number, name in enumerate(months, 1) if name.casefold().startswith(begun)]
    return found[0] if len(found) == 1 else None


def _day(numbers: Sequence[str], shown: date) -> date | None:
    """Of day, month and year, in this order; the last two may be missing."""
    if not 1 <= len(numbers) <= _MOST:
        return None
    values = [int(number) for number in numbers]
    day, month, year = [*values, *(shown.day, shown.month, shown.year)[len(values) :]]
    try:
        return date(year if year >= _SHORT_YEARS else _CENTURY + year, month, day)
    except (ValueError, OverflowError):
        return None
