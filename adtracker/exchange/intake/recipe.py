"""How one kind of table is taken in, as a value: what was answered once, so that the next time is one click."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import time

from adtracker.domain.common.date_order import DateOrder
from adtracker.domain.intake.column import Becomes, Column
from adtracker.domain.intake.several import Several
from adtracker.domain.records.question import TEXT_LIMIT
from adtracker.exchange.intake.numbers import Decimals
from adtracker.exchange.screen_words import folded


@dataclass(frozen=True, slots=True)
class Long:
    """A table with one row for each answer: the columns that name what is answered, and the one with the answer.

    Where a word may follow the number of an answer, `label` is the sign between them.
    """

    names: tuple[str, ...]
    value: str
    label: str = ""


@dataclass(frozen=True, slots=True)
class Recipe:
    """The answers for tables of one kind.

    `source` is the device or program that they come from; with one, nothing becomes itch or sleep quality by itself.
    `matches` are names of columns by which such a table is known, `files` names of files, where there are any, that it
    has too. `others` is what columns become that the recipe does
    not name, None to leave them out. `separator`, `decimals` and `order` are those that the person said in place of
    what was found, `day_start` the one that they said in place of the diary's own.
    """

    name: str = ""
    columns: tuple[Column, ...] = ()
    source: str = ""
    matches: tuple[str, ...] = ()
    files: tuple[str, ...] = ()
    order: DateOrder | None = None
    decimals: Decimals | None = None
    separator: str = ""
    long: Long | None = None
    others: Column | None = None
    day_start: time | None = None
    comes_along: bool = False

    def fits(self, names: Iterable[str], file: str) -> bool:
        """Whether a table of these columns in a file of this name is one of its kind."""
        there = {folded(name) for name in names}
        is_called_so = not self.files or folded(file) in map(folded, self.files)
        return bool(self.matches) and is_called_so and all(folded(name) in there for name in self.matches)

    def column(self, name: str) -> Column | None:
        """What it says of the column of a name."""
        wanted = folded(name)
        return next((one for one in self.columns if folded(one.name) == wanted), None)

    def completed(self, names: Iterable[str]) -> Recipe:
        """The same with an answer for every column of a table: by its name, as all others, or left out."""
        return replace(self, columns=tuple(self._of(name) for name in names))

    def _of(self, name: str) -> Column:
        known = self.column(name)
        if known is not None:
            return replace(known, name=name)
        if self.others is None or self.others.question is None:
            return replace(self.others or Column(name), name=name)
        text = name[:TEXT_LIMIT]
        key = f"{text} ({self.source})"[:TEXT_LIMIT] if self.source else text
        return replace(self.others, name=name, question=replace(self.others.question, key=key, text=text))

    def with_column(self, column: Column) -> Recipe:
        """The same with another answer for one column."""
        columns = tuple(column if one.name == column.name else one for one in self.columns)
        return replace(self, columns=columns)

    @property
    def severals(self) -> frozenset[Several]:
        """What becomes of several numbers of one day, but for what is added up, such as hours: there is no choice."""
        return frozenset(one.several for one in self.columns if one.is_number) - {Several.SUM}

    def with_several(self, several: Several) -> Recipe:
        """The same with another answer to that, for all columns that have one."""
        columns = (
            replace(one, several=several) if one.is_number and one.several is not Several.SUM else one
            for one in self.columns
        )
        return replace(self, columns=tuple(columns))

    @property
    def day_column(self) -> Column | None:
        """The column with the days."""
        return next((one for one in self.columns if one.becomes is Becomes.DAY), None)
