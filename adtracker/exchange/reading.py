"""Reads a file from elsewhere in any of the formats of the diary, with what lies beside it."""

from __future__ import annotations

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
    parsed = _read(file, lines, ImportResult(today, known, writing=Writing(order), clear_blank=clear_blank))
    writing = parsed.writing
    if not writing.is_open:
        return parsed
    if writing.is_mixed:
        raise ExchangeError("exchange.date_orders", file=file.name)
    if writing.found is None:
        raise DateOrderError(file.name, writing.example)
    if writing.found is DateOrder.MONTH_FIRST:  # as it was read
        return parsed
    return _read(file, lines, ImportResult(today, known, writing=Writing(writing.found), clear_blank=clear_blank))


def _read(file: Path, lines: Lines, parsed: ImportResult) -> ImportResult:
    if _is_json(file, lines):
        _read_json("".join(lines()), parsed)
    else:
        read_tables(read_folder(file), parsed)  # before the days, which answer the questions in them
        csv_days.read(Table(file.name, lines), parsed)
    add_new_triggers(parsed)
    _check_limits(parsed)
    return parsed


def _read_json(text: str, parsed: ImportResult) -> None:
    data = read_json(text)
    if isinstance(data, dict) and fhir.RESOURCE_TYPE in data:
        fhir.read(data, parsed)
    else:
        json_diary.take(data, parsed)


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
