"""All recorded days as a list: put in order by any of their values, and searched by the words of their notes."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from adtracker.domain.common.plain_search import folded, has_words, words_of
from adtracker.domain.records.day import DayEntry

# What days are put in order by; None where a day has no such value.
Order = Callable[["ListedDay"], Any]


@dataclass(frozen=True, slots=True)
class ListedDay:
    """An entry, and what a search looks at, folded once: a long diary is searched at every letter typed."""

    entry: DayEntry
    searched: str

    @property
    def day(self) -> date:
        """The day."""
        return self.entry.day


def listed(entries: Iterable[DayEntry]) -> tuple[ListedDay, ...]:
    """The days of entries, newest first."""
    days = (ListedDay(entry, folded(entry.note)) for entry in entries)
    return tuple(sorted(days, key=by_day, reverse=True))


def by_day(row: ListedDay) -> date:
    """The order of the calendar."""
    return row.day


def in_order(rows: Iterable[ListedDay], order: Order, *, descending: bool) -> tuple[ListedDay, ...]:
    """Rows by a value, those that are equal newest first; rows without the value come last, whichever way it goes."""
    newest = sorted(rows, key=by_day, reverse=True)
    known = [row for row in newest if order(row) is not None]
    unknown = [row for row in newest if order(row) is None]
    return (*sorted(known, key=order, reverse=descending), *unknown)


def found(rows: Sequence[ListedDay], query: str) -> Sequence[ListedDay]:
    """The rows whose notes have all words of a query, in the order they had; a blank query finds all."""
    words = words_of(query)
    return tuple(row for row in rows if has_words(row.searched, words)) if words else rows
