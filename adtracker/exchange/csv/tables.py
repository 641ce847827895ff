"""All that is no day as tables beside the table of days, one a kind, its columns those of the kind's codec."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from adtracker.domain.treatments.treatment import Treatment
from adtracker.errors import ExchangeError
from adtracker.exchange.codec import RecordCodec
from adtracker.exchange.codecs.all_codecs import CODECS
from adtracker.exchange.codecs.treatments import DOSES, TREATMENTS
from adtracker.exchange.csv.cell_reader import CellReader, cell
from adtracker.exchange.csv.rows import Table, one_of, read_rows
from adtracker.exchange.csv.text import write_rows
from adtracker.exchange.csv.treatments import read_doses, read_treatments, write_doses, write_treatments
from adtracker.exchange.import_result import ImportResult
from adtracker.exchange.snapshot import Snapshot

# Kinds whose records are one row each, without more ado.
_PLAIN = tuple(section for section in CODECS if section.columns)
NAMES = (*(section.name for section in _PLAIN), TREATMENTS.name, DOSES.name)


def write_tables(contents: Snapshot) -> Mapping[str, str]:
    """The tables by name, also those without rows."""
    tables = {section.name: _write(section, contents) for section in _PLAIN}
    return {**tables, TREATMENTS.name: write_treatments(contents), DOSES.name: write_doses(contents)}


def has_rows(table: str) -> bool:
    """Whether there is more than the header."""
    return "\n" in table.removesuffix("\r\n")


def _write(section: RecordCodec[Any], contents: Snapshot) -> str:
    data = (section.write(record, contents) for record in contents.of(section.kind))
    return write_rows(section.columns, [[cell(one[name]) for name in section.columns] for one in data])


def read_tables(tables: Mapping[str, Table], parsed: ImportResult) -> None:
    """Add what is in tables, by name, to what was found.

    Raises ExchangeError for a name that is none of `NAMES` and for a header that makes the rest unreadable.
    """
    for name in tables:
        if name not in NAMES:
            raise ExchangeError("exchange.unknown_table", file=tables[name].name, known=", ".join(NAMES))
    for section in _PLAIN:
        if section.name in tables:
            _read(section, tables[section.name], parsed)
    treatments: Mapping[str, Treatment] = {}
    if TREATMENTS.name in tables:
        treatments = read_treatments(tables[TREATMENTS.name], parsed)
    if DOSES.name in tables:
        read_doses(tables[DOSES.name], treatments, parsed)


def _read(section: RecordCodec[Any], table: Table, parsed: ImportResult) -> None:
    columns = section.columns
    for place, row in read_rows(table, one_of(columns), columns[0], columns, parsed):
        section.take(parsed, place, CellReader(row, None, parsed.writing))
