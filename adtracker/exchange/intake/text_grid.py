"""Reads a table of text, however it is written: its encoding, what parts its cells, and where it begins."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import islice
from pathlib import Path

from adtracker.errors import ExchangeError
from adtracker.exchange.csv.formulas import MARK, unguarded
from adtracker.exchange.csv.rows import all_rows, long_fields
from adtracker.exchange.intake.grid import MOST_COLUMNS, Grid, GridRow, is_header, named
from adtracker.exchange.intake.text_encoding import UTF8, encoding_of
from adtracker.exchange.text_file import Lines, lines_of, reading

SEPARATORS = (",", ";", "\t", "|")
_SAYS_SEPARATOR = re.compile(r'\ufeff?"?sep=(.)"?\s*', re.IGNORECASE)
_IN_QUOTES = re.compile(r'"[^"]*"')
_LOOKED_AT = 60


def text_grid(file: Path, separator: str = "") -> Grid:
    """The table in a file of text, its cells parted as is said or found. Raises ExchangeError if there is none."""
    with reading(file):
        encoding = encoding_of(file)
    lines = lines_of(file, encoding=encoding.name if encoding else UTF8)
    begun = list(islice(lines(), _LOOKED_AT))
    said = _SAYS_SEPARATOR.fullmatch(begun[0]) if begun else None
    separator = separator or (said[1] if said else separator_of(begun))
    names = _header(file, lines, separator)
    encoded = encoding.name if encoding else UTF8
    return Grid(file.name, names, lambda: _below_header(lines, separator), encoded, separator)


def separator_of(lines: Sequence[str]) -> str:
    """What parts the cells of most of these lines in the same number; a comma where nothing does."""
    best, most = SEPARATORS[0], 0
    plain = [_IN_QUOTES.sub("", line) for line in lines if line.strip()]
    for sign in SEPARATORS:
        counted = Counter(line.count(sign) for line in plain)
        counted.pop(0, None)
        found = max(counted.items(), key=lambda pair: (pair[1], pair[0]), default=(0, 0))[1]
        if found > most:
            best, most = sign, found
    return best


def _rows(lines: Lines, separator: str) -> Iterator[GridRow]:
    with long_fields():
        for row in all_rows(lines(), separator):
            line, cells = row
            if cells is None or MARK not in "".join(cells):
                if line > 1 or cells is None or not _SAYS_SEPARATOR.fullmatch(separator.join(cells)):
                    yield row
            else:
                yield line, list(map(unguarded, cells))


def _header(file: Path, lines: Lines, separator: str) -> tuple[str, ...]:
    first: Sequence[str] | None = None
    for _, cells in islice(_rows(lines, separator), _LOOKED_AT):
        if cells is not None and is_header(cells):
            return _checked(file, named(cells))
        first = cells if first is None else first
    if not first:
        raise ExchangeError("exchange.no_table", file=file.name)
    return _checked(file, named(first))


def _checked(file: Path, names: tuple[str, ...]) -> tuple[str, ...]:
    if len(names) > MOST_COLUMNS:
        raise ExchangeError("exchange.too_many_columns", file=file.name, most=MOST_COLUMNS)
    return names


def _below_header(lines: Lines, separator: str) -> Iterator[GridRow]:
    """The rows below the first one that can be a header, or below the first if none can."""
    rows = _rows(lines, separator)
    above: list[GridRow] = []
    for line, cells in rows:
        if cells is not None and is_header(cells):
            yield from rows
            return
        above.append((line, cells))
    yield from above[1:]
