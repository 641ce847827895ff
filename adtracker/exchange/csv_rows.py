"""Rows of comma-separated values, read strictly; what their columns mean is said elsewhere."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass

from adtracker.domain.problem import Problem
from adtracker.errors import ExchangeError
from adtracker.exchange.parsed import Parsed, Place
from adtracker.exchange.values import shown

_IN_QUOTES = re.compile(r'"[^"]*"')


@dataclass(frozen=True, slots=True)
class Table:
    """The text of a table, and `name`, that of its file. `is_beside` says that another file was asked for."""

    name: str
    text: str
    is_beside: bool = False

    def place(self, line: int) -> Place:
        """Where a row stands."""
        return Place(line=line, table=self.name if self.is_beside else "")


@dataclass(frozen=True, slots=True)
class _Row:
    """The line a row begins on and its cells; None if its quotation marks do not match."""

    line: int
    cells: Sequence[str] | None


Header = Callable[[str], str | None]


def read_rows(
    table: Table, column: Header, needed: str, known: Sequence[str], parsed: Parsed
) -> Iterator[tuple[Place, Mapping[str, str]]]:
    """The rows that are not blank, as cells by the names of their columns; rows that cannot be read are refused.

    Fields are parted by commas, or by semicolons if the header's are. Columns stand in any order: `column` says which
    one is meant by a name in the header, None for one that is not known; `needed` has to be there. Raises
    ExchangeError, naming `known` columns, if the header makes the rest unreadable.
    """
    with _long_fields(len(table.text)):
        rows = _rows(table.text)
        columns = _columns(table, next(rows, None), column, needed, known)
        for row in rows:
            place = table.place(row.line)
            if row.cells is None:
                parsed.refuse(place, [Problem("", "quotation_marks")])
            elif len(row.cells) != len(columns):
                values = {"found": len(row.cells), "expected": len(columns)}
                parsed.refuse(place, [Problem("", "number_of_values", values)])
            else:
                yield place, dict(zip(columns, row.cells, strict=True))


def one_of(columns: Sequence[str]) -> Header:
    """The columns of these names, regardless of case."""

    def column(name: str) -> str | None:
        folded = name.strip().casefold()
        return folded if folded in columns else None

    return column


@contextmanager
def _long_fields(limit: int) -> Iterator[None]:
    """Let the csv module read fields of any length: a note that is too long is to be named like any other fault."""
    before = csv.field_size_limit(max(limit, 1))
    try:
        yield
    finally:
        csv.field_size_limit(before)


def _rows(text: str) -> Iterator[_Row]:
    """All rows that are not blank. After mismatched quotation marks nothing is sure, so that row is the last."""
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=_delimiter(text), strict=True)
    while True:
        line = reader.line_num + 1
        try:
            cells = next(reader)
        except StopIteration:
            return
        except csv.Error:
            yield _Row(line, None)
            return
        if any(cell.strip() for cell in cells):
            yield _Row(line, cells)


def _delimiter(text: str) -> str:
    """The first sign in the header that can be one; the name of a column may have the other in it."""
    header = _IN_QUOTES.sub("", text.lstrip().partition("\n")[0])
    return next((letter for letter in header if letter in ",;"), ",")


def _columns(table: Table, header: _Row | None, column: Header, needed: str, known: Sequence[str]) -> list[str]:
    """The meaning of the header's names. Raises ExchangeError naming what is unknown, there twice or missing."""
    found: list[str] = []
    for number, name in enumerate((header and header.cells) or (), start=1):
        meant = column(name)
        if meant is None:
            values = {"column": shown(name.strip()), "number": number, "known": ", ".join(known)}
            raise ExchangeError("exchange.unknown_column", file=table.name, **values)
        if meant in found:
            raise ExchangeError("exchange.column_twice", file=table.name, column=shown(name.strip()))
        found.append(meant)
    if needed not in found:
        raise ExchangeError("exchange.no_header", file=table.name, column=needed)
    return found
