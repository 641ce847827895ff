"""Reads a table from elsewhere by a recipe: some rows at a time and column by column, so that what many cells say is
read once; several rows a day together, into proposals for days."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, time
from itertools import islice, zip_longest
from operator import itemgetter
from typing import Any, cast

from adtracker.domain.common.date_order import DateOrder
from adtracker.domain.common.field_reader import shown
from adtracker.domain.common.problem import Problem
from adtracker.domain.common.progress import GoesOn, StoppedError, unwatched
from adtracker.domain.edits.edit import Part
from adtracker.domain.intake.column import Becomes, Column
from adtracker.domain.intake.proposal import Proposals
from adtracker.domain.intake.several import one_of_several
from adtracker.domain.records.day import Extent, ExtentMethod
from adtracker.errors import ExchangeError
from adtracker.exchange.import_result import ImportResult, Place
from adtracker.exchange.intake.cells import CellsOf
from adtracker.exchange.intake.grid import Grid, GridRow
from adtracker.exchange.intake.numbers import Decimals
from adtracker.exchange.intake.recipe import Recipe
from adtracker.exchange.intake.when import When, read_time, read_when, usual_day

_AT_ONCE = 2000
_EXTENT: Part = ("extent", "")
# What one row says, a value for each column that becomes something, None where it says nothing.
_Values = tuple[Any, ...]


class _Told:
    """What was read so far: of each day the line and the values of its first row, and the values of its `further`."""

    def __init__(self) -> None:
        self.first: dict[date, tuple[int, _Values]] = {}
        self.further: dict[date, list[_Values]] = {}

    def take_all(self, days: Sequence[date], lines: Sequence[int], rows: Sequence[_Values]) -> bool:
        """Many rows at a time, if each is of a day of its own that no row before told of; else none, and False."""
        told = dict(zip(days, zip(lines, rows, strict=True), strict=True))
        if len(told) < len(days) or not self.first.keys().isdisjoint(told):
            return False
        self.first.update(told)
        return True

    def add(self, day: date, line: int, values: _Values) -> None:
        """One more row."""
        if day in self.first:
            self.further.setdefault(day, []).append(values)
        else:
            self.first[day] = line, values


@dataclass(frozen=True, slots=True)
class How:
    """How cells are read that a recipe leaves open: what was found in the table, and when a day starts."""

    decimals: Decimals = Decimals.POINT
    order: DateOrder | None = None
    day_start: time = time(0)


class TableReader:
    """Reads one table. What cannot be read is refused in `parsed`, row by row."""

    def __init__(self, grid: Grid, recipe: Recipe, how: How, parsed: ImportResult) -> None:
        self._grid, self._parsed = grid, parsed
        self._order, self._day_start = recipe.order or how.order, how.day_start
        decimals = recipe.decimals or how.decimals
        columns = [(place, recipe.column(name)) for place, name in enumerate(grid.names)]
        self._day = _place(columns, Becomes.DAY)
        self._time = _place(columns, Becomes.TIME)
        self._cells = [(at, CellsOf(column, decimals, parsed)) for at, column in columns if column and column.part]
        self._parts: dict[Part, list[int]] = {}
        for number, (_, cells) in enumerate(self._cells):
            self._parts.setdefault(cells.part, []).append(number)
        self._unusual: dict[str, When | None] = {}
        self._width = len(grid.names)
        self.several_days = 0

    def read(self, goes_on: GoesOn = unwatched, rows: int = 0) -> Proposals:
        """The proposals, in the order of the table; `rows` is how many it has, to tell how far it is.

        Raises ExchangeError if no column is the day, StoppedError if nobody waits.
        """
        if self._day is None:
            raise ExchangeError("exchange.no_day_column", file=self._grid.file)
        told, number, left = _Told(), 0, self._grid.rows()
        while some := list(islice(left, _AT_ONCE)):
            if not goes_on(min(number / rows, 1.0) if rows else 0.0):
                raise StoppedError
            number += len(some)
            # Of two columns with words the upper row says how a word is spelled, not the column further left.
            for block in [some] if self._is_once else ([row] for row in some):
                self._take(block, told, self._day)
        self.several_days = len(told.further)
        return self._proposals(told)

    @property
    def has_times(self) -> bool:
        """Whether times of day were said, beside days or with them."""
        return self._time is not None or any(one is not None and one.at is not None for one in self._unusual.values())

    @property
    def _is_once(self) -> bool:
        """Whether no two columns become the same."""
        return len(self._parts) == len(self._cells)

    def _take(self, some: Sequence[GridRow], told: _Told, day_place: int) -> None:
        whole = [(line, cells) for line, cells in some if cells is not None]
        columns = list(zip_longest(*(cells for _, cells in whole), fillvalue=""))
        columns += [("",) * len(whole)] * (self._width - len(columns))
        days = self._diary_days(columns[day_place], None if self._time is None else columns[self._time])
        read = [cells.read_all(columns[place]) for place, cells in self._cells]
        rows: Sequence[_Values] = list(zip(*read, strict=True)) or [()] * len(whole)
        may_be_wrong = len(columns) > self._width or None in days or any(cells.has_refused for _, cells in self._cells)
        nothing = (None,) * len(read)
        is_usual = not may_be_wrong and nothing not in rows
        if is_usual and told.take_all(cast(Sequence[date], days), [line for line, _ in whole], rows):
            whole, days, rows = [], [], []
        for (line, cells), day, values in zip(whole, days, rows, strict=True):
            if may_be_wrong and (problems := self._problems(cells, day, values)):
                self._parsed.refuse(Place(line=line), problems)
            elif day is not None and values != nothing:
                told.add(day, line, values)
        for line, _ in (row for row in some if row[1] is None):
            self._parsed.refuse(Place(line=line), [Problem("", "quotation_marks")])

    def _problems(self, cells: Sequence[str], day: date | None, values: _Values) -> list[Problem]:
        """What is wrong with a row."""
        problems = []
        if day is None:
            assert self._day is not None, "it was looked for"
            text, name = cells[self._day] if self._day < len(cells) else "", self._grid.names[self._day]
            problems = [Problem(name, "not_a_date", {"text": shown(text)}) if text else Problem(name, "missing")]
        problems += [value for value in values if isinstance(value, Problem)]
        if len(cells) > self._width and any(cell.strip() for cell in cells[self._width :]):
            problems.append(Problem("", "number_of_values", {"found": len(cells), "expected": self._width}))
        return problems

    def _diary_days(self, texts: Sequence[str], times: Sequence[str] | None) -> Sequence[date | None]:
        """The days of some cells, with what stands in those for the time; None for each that is none."""
        if times is None:
            return [usual_day(text) or self._diary_day(text) for text in texts]
        return [self._diary_day(text, at) for text, at in zip(texts, times, strict=True)]

    def _diary_day(self, text: str, at: str | None = None) -> date | None:
        if text not in self._unusual:
            self._unusual[text] = read_when(text, self._order)
        when = self._unusual[text]
        if when is None:
            return None
        if when.at is None and at is not None:
            when = When(when.day, read_time(at))
        return when.diary_day(self._day_start)

    def _proposals(self, told: _Told) -> Proposals:
        """What was read as one value a day for each part."""
        rows = [values for _, values in told.first.values()]
        if told.further or not self._is_once:
            further = told.further
            rows = [
                self._joined([values, *further.get(day, ())]) if day in further or not self._is_once else values
                for day, (_, values) in told.first.items()
            ]
        held: list[Sequence[Any]] = [list(map(itemgetter(at), rows)) for at in range(len(self._parts))]
        parts: Mapping[Part, Sequence[Any]] = dict(zip(self._parts, held, strict=True))
        if _EXTENT in parts:
            parts = {**parts, _EXTENT: _extents(parts[_EXTENT])}
        return Proposals(list(told.first), [line for line, _ in told.first.values()], parts)

    def _joined(self, rows: Sequence[_Values]) -> _Values:
        """The values of a day, one for each part."""
        return tuple(
            _one_of([row[at] for row in rows for at in places if row[at] is not None], self._cells[places[0]][1].column)
            for places in self._parts.values()
        )


def _extents(held: Sequence[float | None]) -> Sequence[Extent | None]:
    different = {one: Extent(one, ExtentMethod.PERCENT) for one in set(held) if one is not None}
    return [None if one is None else different[one] for one in held]


def _place(columns: Sequence[tuple[int, Column | None]], becomes: Becomes) -> int | None:
    return next((place for place, one in columns if one is not None and one.becomes is becomes), None)


def _one_of(values: Sequence[Any], column: Column) -> Any:
    """One value of several: numbers by the column's rule, texts below each other, lists as one; None of none."""
    if len(values) < 2:
        return values[0] if values else None
    first = values[0]
    if isinstance(first, str):
        return "\n".join(dict.fromkeys(values))
    if isinstance(first, tuple):
        return tuple(dict.fromkeys(item for items in values for item in items))
    if isinstance(first, bool):
        return any(values)
    return one_of_several(values, column.several, column.direction)
