"""Days as a table: `date,itch,sleep_quality,extent_percent,note`, the format people make and open in a spreadsheet.

Empty is "not recorded". A note is written letter for letter, also one that begins with `=`, `+`, `-`, `@` or a tab: a
sign put before it would be a false note for every other reader of the file, and coming back it could not be told from
one the person wrote. The cost is known: a spreadsheet that is not told to take the column as text may show such a note
as a formula. The notes are the person's own, so nobody else can plant one there.
"""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date

from adtracker.domain.day import DayEntry, Extent, ExtentMethod
from adtracker.domain.problem import Problem
from adtracker.errors import ExchangeError
from adtracker.exchange.parsed import DATE, Parsed, Place
from adtracker.exchange.values import read_day, read_number, shown, write_number

COLUMNS = (DATE, "itch", "sleep_quality", "extent_percent", "note")


def write(entries: Iterable[DayEntry]) -> str:
    """The table of these days, in the order given, with lines ended as RFC 4180 says."""
    out = io.StringIO(newline="")
    writer = csv.writer(out)
    writer.writerow(COLUMNS)
    writer.writerows(_cells(entry) for entry in entries)
    return out.getvalue()


def _cells(entry: DayEntry) -> tuple[str, ...]:
    extent = None if entry.extent is None else entry.extent.percent
    numbers = (write_number(value) for value in (entry.itch, entry.sleep_quality, extent))
    return (entry.day.isoformat(), *numbers, entry.note)


def read(text: str, today: date) -> Parsed:
    """The days of a table. Raises ExchangeError if the header makes the rest unreadable.

    Columns stand in any order, named regardless of case; only `date` must be there. Fields are parted by commas, or by
    semicolons if the header is. When a day was written down is not in a table, so it is not known.
    """
    parsed = Parsed(today)
    with _long_fields(len(text)):
        rows = _rows(text)
        columns = _columns(next(rows, None))
        for row in rows:
            _take(row, columns, parsed)
    return parsed


@dataclass(frozen=True, slots=True)
class _Row:
    """The line a row begins on and its cells; None if its quotation marks do not match."""

    line: int
    cells: Sequence[str] | None


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
    header = text.lstrip().partition("\n")[0]
    return ";" if ";" in header and "," not in header else ","


def _columns(header: _Row | None) -> list[str]:
    """The known names of the header's columns. Raises ExchangeError naming what is unknown, there twice or missing."""
    names = [name.strip().casefold() for name in (header and header.cells) or ()]
    for number, name in enumerate(names, start=1):
        if name not in COLUMNS:
            raise ExchangeError("exchange.unknown_column", column=shown(name), number=number, known=", ".join(COLUMNS))
        if name in names[: number - 1]:
            raise ExchangeError("exchange.column_twice", column=name)
    if DATE not in names:
        raise ExchangeError("exchange.no_header", column=DATE)
    return names


def _take(row: _Row, columns: Sequence[str], parsed: Parsed) -> None:
    """Add one row to what was found."""
    place = Place(line=row.line)
    if row.cells is None:
        parsed.refuse(place, [Problem("", "quotation_marks")])
    elif len(row.cells) != len(columns):
        parsed.refuse(place, [Problem("", "number_of_values", {"found": len(row.cells), "expected": len(columns)})])
    else:
        problems: list[Problem] = []
        parsed.take(place, _entry(dict(zip(columns, row.cells, strict=True)), parsed.today, problems), problems)


def _entry(cells: Mapping[str, str], today: date, problems: list[Problem]) -> DayEntry:
    """The entry of a row. What cannot be read is noted in `problems` and left out, so that all else is checked too."""
    percent = read_number("extent_percent", cells.get("extent_percent", ""), problems)
    return DayEntry(
        day=read_day(DATE, cells[DATE], problems) or today,
        itch=read_number("itch", cells.get("itch", ""), problems),
        sleep_quality=read_number("sleep_quality", cells.get("sleep_quality", ""), problems),
        extent=None if percent is None else Extent(percent, ExtentMethod.PERCENT),
        note=cells.get("note", ""),
    )
