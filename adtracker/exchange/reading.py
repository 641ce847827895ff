"""Reads a file from elsewhere in any of the formats of the diary, with what lies beside it."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from pathlib import Path

from adtracker.domain.common.date_order import DateOrder
from adtracker.domain.edits.kinds import KINDS
from adtracker.errors import ExchangeError
from adtracker.exchange.codecs.own import add_new_triggers
from adtracker.exchange.csv import days as csv_days
from adtracker.exchange.csv.rows import Table
from adtracker.exchange.csv.table_folder import read_folder
from adtracker.exchange.csv.tables import read_tables
from adtracker.exchange.fhir import reading as fhir
from adtracker.exchange.import_result import ImportResult, Place
from adtracker.exchange.json import diary as json_diary
from adtracker.exchange.json.text import read_json
from adtracker.exchange.references import References
from adtracker.exchange.text_file import Lines, lines_of
from adtracker.exchange.writing import Writing


class DateOrderError(ExchangeError):
    """Days such as `example` could be two days each, and nothing in the file says which."""

    def __init__(self, file: str, example: str) -> None:
        super().__init__("exchange.date_order", file=file, example=example)
        self.example = example


def read_file(
    file: Path, today: date, known: References, order: DateOrder | None = None, *, clear_blank: bool = False
) -> ImportResult:
    """All that is in a file; `order` is that of its days with slashes, where somebody said it.

    What is blank in the file says nothing, unless `clear_blank`. Raises ExchangeError if it is in none of the formats,
    DateOrderError if the order has to be asked for.
    """
    lines = lines_of(file)
    if _is_json(file, lines):
        parsed = ImportResult(today, known, writing=Writing(order), clear_blank=clear_blank)
        return _finished(_read_json("".join(lines()), parsed))
    return read_days(Table(file.name, lines), read_folder(file), today, known, order, clear_blank=clear_blank)


def read_days(
    days: Table,
    tables: Mapping[str, Table],
    today: date,
    known: References,
    order: DateOrder | None = None,
    *,
    clear_blank: bool = False,
) -> ImportResult:
    """The same of a table of days with the other `tables` of its diary, by name."""

    def read(order: DateOrder | None) -> ImportResult:
        parsed = ImportResult(today, known, writing=Writing(order), clear_blank=clear_blank)
        read_tables(tables, parsed)  # before the days, which answer the questions in them
        csv_days.read(days, parsed)
        return _finished(parsed)

    parsed = read(order)
    writing = parsed.writing
    if not writing.is_open:
        return parsed
    if writing.is_mixed:
        raise ExchangeError("exchange.date_orders", file=days.name)
    if writing.found is None:
        raise DateOrderError(days.name, writing.example)
    return parsed if writing.found is DateOrder.MONTH_FIRST else read(writing.found)  # it was read as the former


def _finished(parsed: ImportResult) -> ImportResult:
    add_new_triggers(parsed)
    _check_limits(parsed)
    return parsed


def _read_json(text: str, parsed: ImportResult) -> ImportResult:
    data = read_json(text)
    if isinstance(data, dict) and fhir.RESOURCE_TYPE in data:
        fhir.read(data, parsed)
    else:
        json_diary.take(data, parsed)
    return parsed


def _check_limits(parsed: ImportResult) -> None:
    """Refuse a file that has more of a kind than fits on a day."""
    for kind in KINDS:
        if kind.check_all is not None and (problems := kind.check_all(parsed.of(kind.of))):
            parsed.refuse(Place(path=kind.name), problems)


def _is_json(file: Path, lines: Lines) -> bool:
    """By its name, and where that says nothing by how it begins: no header of a table begins so."""
    suffix = file.suffix.lower()
    if suffix in (".json", ".csv"):
        return suffix == ".json"
    return next((line.lstrip()[:1] for line in lines() if line.strip()), "") in ("{", "[")
