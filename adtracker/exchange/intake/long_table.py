"""A table with one row for each answer, turned into one with a column for each thing that is answered."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from adtracker.errors import ExchangeError
from adtracker.exchange.intake.grid import MOST_COLUMNS, Grid, GridRow
from adtracker.exchange.intake.recipe import Long
from adtracker.exchange.screen_words import folded

_BETWEEN = ": "
# A number or hours, minutes and seconds.
_BEFORE_LABEL = re.compile(r"(-?\d+:\d{1,2}:\d{1,2}|-?\d+(?:[.,]\d+)?)(?!\d|:\d{1,2}:\d)")


def widened(grid: Grid, long: Long) -> Grid:
    """The same answers, each row with one of them. Raises ExchangeError if the columns are not there, or far too many
    things are answered."""
    places = {folded(name): place for place, name in enumerate(grid.names)}
    try:
        namers, value = [places[folded(name)] for name in long.names], places[folded(long.value)]
    except KeyError:
        raise ExchangeError("exchange.recipe_does_not_fit", file=grid.file) from None
    kept = [place for place in range(len(grid.names)) if place not in (*namers, value)]
    answered: dict[str, None] = {}
    for _, cells in grid.rows():
        if cells is not None and value < len(cells) and cells[value].strip() and (name := _name(cells, namers)):
            answered[name] = None
    names = [grid.names[place] for place in kept]
    if len(answered) + len(names) > MOST_COLUMNS:
        raise ExchangeError("exchange.too_many_columns", file=grid.file, most=MOST_COLUMNS)
    columns = {name: len(names) + place for place, name in enumerate(answered)}
    width = len(names) + len(answered)

    def rows() -> Iterator[GridRow]:
        for line, cells in grid.rows():
            wide = None if cells is None else _wide(cells, kept, namers, value, columns, width, long.label)
            yield line, wide

    return replace(grid, names=(*names, *(_apart(name, names) for name in answered)), rows=rows)


def _wide(
    cells: Sequence[str],
    kept: Sequence[int],
    namers: Sequence[int],
    value: int,
    columns: Mapping[str, int],
    width: int,
    label: str,
) -> list[str]:
    found = [cells[place] if place < len(cells) else "" for place in kept]
    found += [""] * (width - len(found))
    place = columns.get(_name(cells, namers))
    if place is not None and value < len(cells):
        found[place] = _number_of(cells[value].strip(), label) if label else cells[value]
    return found


def _number_of(cell: str, sign: str) -> str:
    """What stands before the word that follows a number, or the cell as it is."""
    number = _BEFORE_LABEL.match(cell)
    return number[1] if number is not None and cell[number.end() :].startswith(sign) else cell


def _name(cells: Sequence[str], namers: Sequence[int]) -> str:
    parts = (" ".join(cells[place].split()) for place in namers if place < len(cells))
    return _BETWEEN.join(filter(None, parts))


def _apart(name: str, others: Sequence[str]) -> str:
    return f"{name} (2)" if name in others else name
