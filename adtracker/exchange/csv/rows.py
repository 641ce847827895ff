"""Rows of comma-separated values, read strictly and one by one; what their columns mean is said elsewhere."""

from __future__ import annotations

import csv
import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from itertools import chain
from typing import NamedTuple

from adtracker.domain.common.problem import Problem
from adtracker.errors import ExchangeError
from adtracker.exchange.csv.formulas import unguarded
from adtracker.exchange.import_result import ImportResult, Place
from adtracker.exchange.text_file import LIMIT_MEGABYTES, Lines
from adtracker.exchange.values import shown

_IN_QUOTES = re.compile(r'"[^"]*"')
_LONGEST = LIMIT_MEGABYTES * 1024 * 1024


@dataclass(frozen=True, slots=True)
class Table:
    """The lines of a table, and `name`, that of its file. `is_beside` says that another file was asked for."""

    name: str
    lines: Lines
    is_beside: bool = False

    def place(self, line: int) -> Place:
        """Where a row stands."""
        return Place(line=line, table=self.name if self.is_beside else "")


class Row(NamedTuple):
    """The line a row begins on and its cells; None if its quotation marks do not match."""

    line: int
    cells: Sequence[str] | None


Header = Callable[[str], str | None]


def read_rows(
    table: Table, column: Header, needed: str, known: Sequence[str], parsed: ImportResult
) -> Iterator[tuple[Place, Mapping[str, str]]]:
    """The rows that are not blank, as cells by the names of their columns; rows that cannot be read are refused.

    Fields are parted by commas, or by semicolons if the header's are. Columns stand in any order: `column` says which
    one is meant by a name in the header, None for one that is not known; `needed` has to be there. A column without a
    name is nothing, as long as it is empty. Raises ExchangeError, naming `known` columns, if the header makes the rest
    unreadable.
    """
    with long_fields():
        header, lines = _begun(table.lines())
        parsed.writing.delimiter = _delimiter(header)
        rows = map(Row._make, all_rows(lines, parsed.writing.delimiter))
        columns = _columns(table, next(rows, None), column, needed, known)
        for row in rows:
            cells = [] if row.cells is None else _fitted(row.cells, len(columns))
            if problem := _problem(row, cells, columns):
                parsed.refuse(table.place(row.line), [problem])
            else:
                named = zip(columns, cells, strict=True)
                yield table.place(row.line), {name: unguarded(cell) for name, cell in named if name}


def _problem(row: Row, cells: Sequence[str], columns: Sequence[str]) -> Problem | None:
    """What is wrong with a row as such."""
    if row.cells is None:
        return Problem("", "quotation_marks")
    if len(cells) != len(columns):
        return Problem("", "number_of_values", {"found": len(cells), "expected": len(columns)})
    for number, (name, cell) in enumerate(zip(columns, cells, strict=True), start=1):
        if not name and cell.strip():
            return Problem("", "column_unnamed", {"number": number, "text": shown(cell.strip())})
    return None


def _fitted(cells: Sequence[str], wanted: int) -> Sequence[str]:
    """The cells without the blank ones that a spreadsheet put behind the last column."""
    end = len(cells)
    while end > wanted and not cells[end - 1].strip():
        end -= 1
    return cells[:end]


def one_of(columns: Sequence[str]) -> Header:
    """The columns of these names, regardless of case."""

    def column(name: str) -> str | None:
        folded = name.strip().casefold()
        return folded if folded in columns else None

    return column


@contextmanager
def long_fields() -> Iterator[None]:
    """Let the csv module read fields of any length: a note that is too long is to be named like any other fault."""
    before = csv.field_size_limit(_LONGEST)
    try:
        yield
    finally:
        csv.field_size_limit(before)


def _begun(lines: Iterator[str]) -> tuple[str, Iterator[str]]:
    """The first line that is not blank, and all lines, that one and what was before it included."""
    read = []
    for line in lines:
        read.append(line)
        if line.strip():
            return line, chain(read, lines)
    return "", iter(read)


def all_rows(lines: Iterator[str], delimiter: str) -> Iterator[tuple[int, Sequence[str] | None]]:
    """All rows that are not blank, as in `Row`. After mismatched quotation marks nothing is sure: it ends there."""
    reader = csv.reader(lines, delimiter=delimiter, strict=True)
    line = 1
    try:
        for cells in reader:
            if (cells and cells[0].strip()) or any(map(str.strip, cells)):  # the first alone says it of most
                yield line, cells
            line = reader.line_num + 1
    except csv.Error:
        yield line, None


def _delimiter(header: str) -> str:
    """The first sign in the header that can be one; the name of a column may have the other in it."""
    return next((letter for letter in _IN_QUOTES.sub("", header) if letter in ",;"), ",")


def _columns(table: Table, header: Row | None, column: Header, needed: str, known: Sequence[str]) -> list[str]:
    """The meaning of the header's names, "" for none; none behind the last one that has a name.

    Raises ExchangeError naming what is unknown, there twice or missing.
    """
    found: list[str] = []
    names = [name.strip() for name in (header and header.cells) or ()]
    while names and not names[-1]:
        names.pop()
    for number, name in enumerate(((header and header.cells) or ())[: len(names)], start=1):
        meant = column(name) if name.strip() else ""
        if meant is None:
            values = {"column": shown(name.strip()), "number": number, "known": ", ".join(known)}
            raise ExchangeError("exchange.unknown_column", file=table.name, **values)
        if meant and meant in found:
            raise ExchangeError("exchange.column_twice", file=table.name, column=shown(name.strip()))
        found.append(meant)
    if needed not in found:
        raise ExchangeError("exchange.no_header", file=table.name, column=needed)
    return found
