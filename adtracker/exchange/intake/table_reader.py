"""Reads a table from elsewhere by a recipe: row by row, several rows a day together, into proposals for days."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, time
from functools import lru_cache
from typing import Any

from adtracker.domain.common.date_order import DateOrder
from adtracker.domain.common.field_reader import shown
from adtracker.domain.common.problem import Problem
from adtracker.domain.common.progress import GoesOn, StoppedError, unwatched
from adtracker.domain.edits.edit import Part
from adtracker.domain.intake.column import Becomes, Column
from adtracker.domain.intake.proposal import Proposal, Seen
from adtracker.domain.intake.several import one_of_several
from adtracker.domain.records.day import Extent, ExtentMethod
from adtracker.errors import ExchangeError
from adtracker.exchange.import_result import ImportResult, Place
from adtracker.exchange.intake.cells import CellsOf
from adtracker.exchange.intake.grid import Grid
from adtracker.exchange.intake.numbers import Decimals
from adtracker.exchange.intake.recipe import Recipe
from adtracker.exchange.intake.when import When, read_time, read_when

_ASKED_EVERY = 2000
_EXTENT: Part = ("extent", "")


class _Day:
    """What rows say of one day so far: the line of the first, and what each part was given, in order."""

    __slots__ = ("line", "rows", "values")

    def __init__(self, line: int, values: dict[Part, Any]) -> None:
        self.line, self.values, self.rows = line, values, 1


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
        read = [(place, CellsOf(column, decimals, parsed)) for place, column in columns if column and column.part]
        self._cells = [(place, cells.part, cells.known, cells) for place, cells in read]
        self._days: dict[str, When | None] = {}
        self._width = len(grid.names)
        self.several_days = 0

    def read(self, goes_on: GoesOn = unwatched, rows: int = 0) -> Iterator[Proposal]:
        """The proposals, a day each, in the order of the table; `rows` is how many it has, to tell how far it is.

        Raises ExchangeError if no column is the day, StoppedError if nobody waits.
        """
        if self._day is None:
            raise ExchangeError("exchange.no_day_column", file=self._grid.file)
        found: dict[date, _Day] = {}
        for number, (line, cells) in enumerate(self._grid.rows()):
            if number % _ASKED_EVERY == 0 and not goes_on(min(number / rows, 1.0) if rows else 0.0):
                raise StoppedError
            self._take(line, cells, found)
        self.several_days = sum(one.rows > 1 for one in found.values())
        for day, told in found.items():
            yield Proposal(day, self._joined(told.values), Seen(told.line, file=self._grid.file))

    @property
    def has_times(self) -> bool:
        """Whether times of day were said, beside days or with them."""
        return self._time is not None or any(when is not None and when.at is not None for when in self._days.values())

    def _take(self, line: int, cells: Sequence[str] | None, found: dict[date, _Day]) -> None:
        if cells is None:
            self._parsed.refuse(Place(line=line), [Problem("", "quotation_marks")])
            return
        problems: list[Problem] = []
        day = self._diary_day(cells, problems)
        said: dict[Part, Any] = {}
        count = len(cells)
        for place, part, known, column in self._cells:
            text = cells[place] if place < count else ""
            value = known[text] if text in known else column.read(text)
            if value is None:
                continue
            if isinstance(value, Problem):
                problems.append(value)
            else:
                _put(said, part, value)
        if count > self._width and any(cell.strip() for cell in cells[self._width :]):
            problems.append(Problem("", "number_of_values", {"found": count, "expected": self._width}))
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
        for _, part, _, column in self._cells:
            if isinstance(value := values.get(part), _Several):
                values[part] = _one_of(value, column.column)
        percent = values.get(_EXTENT)
        if isinstance(percent, float):
            values[_EXTENT] = _extent(percent)
        return values


@lru_cache(maxsize=1024)
def _extent(percent: float) -> Extent:
    return Extent(percent, ExtentMethod.PERCENT)


def _place(columns: Sequence[tuple[int, Column | None]], becomes: Becomes) -> int | None:
    return next((place for place, one in columns if one is not None and one.becomes is becomes), None)


def _add(found: dict[date, _Day], day: date, line: int, said: dict[Part, Any]) -> None:
    told = found.get(day)
    if told is None:
        found[day] = _Day(line, said)
        return
    told.rows += 1
    for part, value in said.items():
        _put(told.values, part, value)


def _put(values: dict[Part, Any], part: Part, value: Any) -> None:
    """Add what one more cell says of a part."""
    before = values.get(part)
    if before is None:
        values[part] = value
    elif isinstance(before, _Several):
        before += value if isinstance(value, _Several) else [value]
    else:
        values[part] = _Several((before, *(value if isinstance(value, _Several) else [value])))


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
