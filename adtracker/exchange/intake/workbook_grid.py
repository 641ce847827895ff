"""Reads the tables of a workbook (XLSX) row by row: values as they were last shown, formulas and links never."""

from __future__ import annotations

import re
import warnings
import zipfile
from collections.abc import Generator, Iterator
from contextlib import closing
from datetime import datetime, time, timedelta
from functools import partial
from itertools import chain, islice
from pathlib import Path
from typing import Any

from adtracker.errors import ExchangeError
from adtracker.exchange.intake.grid import MOST_COLUMNS, Grid, GridRow, is_blank, is_header, named
from adtracker.exchange.text_file import LIMIT_MEGABYTES
from adtracker.exchange.values import write_number

# What a packed file may become: a table of twenty years takes a hundredth of it.
_LARGEST = 10 * LIMIT_MEGABYTES * 1024 * 1024
_LOOKED_AT = 60
# How a workbook writes a sign that its format has no other way for: mostly that of a line's end.
_ESCAPED = re.compile(r"_x00([01][0-9A-Fa-f])_")


def workbook_grid(file: Path) -> Grid:
    """The first sheet that has a table. Raises ExchangeError if none has, or the file is damaged or far too large."""
    _check_size(file)
    with closing(workbook_grids(file)) as grids:
        found = next(grids, None)
    if found is None:
        raise ExchangeError("exchange.no_table", file=file.name)
    return found


def workbook_grids(file: Path) -> Generator[Grid, None, None]:
    """The tables of a workbook in its order, one of each sheet that has one. Raises ExchangeError."""
    with closing(_opened(file)) as book:
        for sheet in book.worksheets:
            top = islice(_rows_of(file, sheet), _LOOKED_AT)
            head = next((cells for _, cells in top if cells is not None and is_header(cells)), None)
            if head is not None:
                below = partial(_below, file, sheet.title)
                yield Grid(file.name, named(head)[:MOST_COLUMNS], below, sheet=sheet.title)


def _check_size(file: Path) -> None:
    try:
        with zipfile.ZipFile(file) as packed:
            size = sum(one.file_size for one in packed.infolist())
    except (OSError, zipfile.BadZipFile, NotImplementedError):
        raise ExchangeError("exchange.zip_damaged", file=file.name) from None
    if size > _LARGEST:
        raise ExchangeError("exchange.too_large", file=file.name, megabytes=10 * LIMIT_MEGABYTES)


def _opened(file: Path) -> Any:
    """openpyxl's workbook. Raises ExchangeError."""
    from openpyxl import load_workbook  # noqa: PLC0415 -- takes long to load, and few files are workbooks

    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # of styles and charts, which nobody asks for here
            return load_workbook(file, read_only=True, data_only=True, keep_links=False)
    except Exception:  # a damaged workbook raises whatever its pieces raise
        raise ExchangeError("exchange.workbook_damaged", file=file.name) from None


def _rows(file: Path, sheet: str) -> Iterator[GridRow]:
    with closing(_opened(file)) as book:
        yield from _rows_of(file, book[sheet])


def _rows_of(file: Path, sheet: Any) -> Iterator[GridRow]:
    """All rows that are not blank. Raises ExchangeError."""
    try:
        for line, row in enumerate(sheet.iter_rows(values_only=True), start=1):
            cells = [_text(value) for value in row]
            if not is_blank(cells):
                yield line, cells
    except ExchangeError:
        raise
    except Exception:  # as above
        raise ExchangeError("exchange.workbook_damaged", file=file.name) from None


def _below(file: Path, sheet: str) -> Iterator[GridRow]:
    rows = _rows(file, sheet)
    for _, cells in rows:
        if cells is not None and is_header(cells):
            return (yield from rows)
    yield from chain(rows)


def _text(value: Any) -> str:
    """A value as a cell of a table has it: days as year-month-day, numbers with a point."""
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, int | float):
        return write_number(value)
    if isinstance(value, timedelta):
        return write_number(value.total_seconds() / 3600)
    if isinstance(value, datetime) and value.time() == time(0):
        value = value.date()
    if isinstance(value, datetime):
        return value.isoformat(" ", "minutes")
    if isinstance(value, time):
        return value.isoformat("minutes")
    plain = "" if value is None else str(value)  # a date says itself as year-month-day
    return _ESCAPED.sub(lambda found: chr(int(found[1], 16)), plain)
