"""Reads a table from elsewhere by a recipe: row by row, several rows a day together, into proposals for days."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, time
from typing import Any

from adtracker.domain.common.date_order import DateOrder
from adtracker.domain.common.field_reader import shown
from adtracker.domain.common.problem import Problem
from adtracker.domain.common.progress import GoesOn, unwatched
from adtracker.domain.edits.edit import Part
from adtracker.domain.intake.column import Becomes, Column
from adtracker.domain.intake.proposal import Proposal, Seen
from adtracker.domain.intake.several import one_of_several
from adtracker.domain.records.day import Extent, ExtentMethod
from adtracker.errors import ExchangeError
from adtracker.exchange.import_result import ImportResult, Place
from adtracker.exchange.intake.cells import CellsOf
from adtracker.exchange.intake.findings import StoppedReadingError
from adtracker.exchange.intake.grid import Grid
from adtracker.exchange.intake.numbers import Decimals
from adtracker.exchange.intake.recipe import Recipe
from adtracker.exchange.intake.when import When, read_time, read_when

_ASKED_EVERY = 2000


@dataclass(slots=True)
class _Day:
    """What rows say of one day so far: the line of the first, and what each part was given, in order."""

    line: int
    values: dict[Part, Any]
    rows: int = 1


class _Several(list[Any]):
    """More than one value that a part was given on a day."""


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
        self._cells = [
            (place, CellsOf(column, decimals, parsed))
            for place, column in columns
            if column is not None and column.part
        ]
        self._days: dict[str, When | None] = {}
        self.several_days = 0

    def read(self, goes_on: GoesOn = unwatched, rows: int = 0) -> Iterator[Proposal]:
        """The proposals, a day each, in the order of the table; `rows` is how many it has, to tell how far it is.

        Raises ExchangeError if no column is the day, StoppedReadingError if nobody waits.
        """
        if self._day is None:
            raise ExchangeError("exchange.no_day_column", file=self._grid.file)
        found: dict[date, _Day] = {}
        for number, (line, cells) in enumerate(self._grid.rows()):
            if number % _ASKED_EVERY == 0 and not goes_on(min(number / rows, 1.0) if rows else 0.0):
                raise StoppedReadingError
            self._take(line, cells, found)
        self.several_days = sum(one.rows > 1 for one in found.values())
        for day, told in found.items():
            yield Proposal(day, self._joined(told.values), Seen(told.line, file=self._grid.file))

    def _take(self, line: int, cells: Sequence[str] | None, found: dict[date, _Day]) -> None:
        if cells is None:
            self._parsed.refuse(Place(line=line), [Problem("", "quotation_marks")])
            return
        problems: list[Problem] = []
        day = self._diary_day(cells, problems)
        said: list[tuple[Part, Any]] = []
        count = len(cells)
        for place, column in self._cells:
            value = column.read(cells[place]) if place < count else None
            if isinstance(value, Problem):
                problems.append(value)
            elif value is not None:
                said.append((column.part, value))
        if count > len(self._grid.names) and any(cell.strip() for cell in cells[len(self._grid.names) :]):
            problems.append(Problem("", "number_of_values", {"found": count, "expected": len(self._grid.names)}))
        if problems or day is None:
            self._parsed.refuse(Place(line=line), problems)
        elif said:
            _add(found, day, line, said)

    def _diary_day(self, cells: Sequence[str], problems: list[Problem]) -> date | None:
        assert self._day is not None, "it was looked for"
        text = cells[self._day] if self._day < len(cells) else ""
        if text not in self._days:
            self._days[text] = read_when(text, self._order)
        when = self._days[text]
        if when is None:
            name = self._grid.names[self._day]
            problems.append(Problem(name, "not_a_date", {"text": shown(text)}) if text else Problem(name, "missing"))
            return None
        if when.at is None and self._time is not None and self._time < len(cells):
            when = When(when.day, read_time(cells[self._time]))
        return when.diary_day(self._day_start)

    def _joined(self, values: dict[Part, Any]) -> dict[Part, Any]:
        """The values of a day, one for each part."""
        for _, cells in self._cells:
            value = values.get(cells.part)
            if isinstance(value, _Several):
                values[cells.part] = _one_of(value, cells.column)
        extent = values.get(("extent", ""))
        if isinstance(extent, float):
            values["extent", ""] = Extent(extent, ExtentMethod.PERCENT)
        return values


def _place(columns: Sequence[tuple[int, Column | None]], becomes: Becomes) -> int | None:
    return next((place for place, one in columns if one is not None and one.becomes is becomes), None)


def _add(found: dict[date, _Day], day: date, line: int, said: list[tuple[Part, Any]]) -> None:
    told = found.get(day)
    if told is None:
        told = found[day] = _Day(line, {})
    else:
        told.rows += 1
    for part, value in said:
        before = told.values.get(part)
        if before is None:
            told.values[part] = value
        elif isinstance(before, _Several):
            before.append(value)
        else:
            told.values[part] = _Several((before, value))


def _one_of(values: Sequence[Any], column: Column) -> Any:
    """One value of several: numbers by the column's rule, texts below each other, lists as one."""
    first = values[0]
    if isinstance(first, str):
        return "\n".join(dict.fromkeys(values))
    if isinstance(first, tuple):
        return tuple(dict.fromkeys(item for items in values for item in items))
    if isinstance(first, bool):
        return any(values)
    return one_of_several(values, column.several, column.direction)
