"""The diary in a format that a person can take along: everything as JSON, as FHIR, or as tables."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import datetime
from functools import partial
from pathlib import Path

from adtracker.domain.records.day import DayEntry
from adtracker.domain.records.question import Question
from adtracker.errors import ExchangeError
from adtracker.exchange.created_file import created_place, write_created
from adtracker.exchange.csv.day_table import days_file
from adtracker.exchange.csv.table_folder import write_folder
from adtracker.exchange.dictionary.data_package import package_file, write_package
from adtracker.exchange.fhir import document as fhir
from adtracker.exchange.formats import CSV, FHIR, FORMATS, JSON, XLSX
from adtracker.exchange.json import diary as json_diary
from adtracker.exchange.picture_folder import write_pictures
from adtracker.exchange.snapshot import Snapshot
from adtracker.exchange.text_file import reason

__all__ = ["CSV", "FHIR", "FORMATS", "JSON", "XLSX", "export", "write_export"]


def export(contents: Snapshot, form: str, made_at: datetime | None = None) -> bytes:
    """A file in one of `FORMATS`; JSON says when it was made, if that is told. Raises KeyError for another format.

    As tables it is the one of days; the others have their place beside it.
    """
    writers: Mapping[str, Callable[[Snapshot], bytes]] = {
        JSON: partial(_everything, made_at=made_at),
        CSV: _days,
        FHIR: fhir.write,
        XLSX: _workbook,
    }
    return writers[form](contents)


def write_export(contents: Snapshot, form: str, file: Path, diary: Path, made_at: datetime | None = None) -> Path:
    """Write a file in a format, and what belongs to it into folders beside it; where the file is now.

    Raises ExchangeError.
    """
    data = export(contents, form, made_at)
    write_pictures(contents, file, diary)
    if form == CSV:
        write_folder(contents, file, diary)
        _write_dictionary(contents, file, diary)
    return write_created(file, data, diary)


def _write_dictionary(contents: Snapshot, file: Path, diary: Path) -> None:
    """Write what the columns of the tables mean beside them, where the table of days will really be."""
    try:
        target = created_place(file, diary)
    except (OSError, ValueError) as error:
        raise ExchangeError("exchange.cannot_write", file=file, reason=reason(error)) from None
    write_created(package_file(target), write_package(contents, target), diary)


def _everything(contents: Snapshot, made_at: datetime | None) -> bytes:
    return json_diary.write(contents, made_at).encode()


def _workbook(contents: Snapshot) -> bytes:
    from adtracker.exchange.xlsx import workbook  # noqa: PLC0415 -- few exports are one

    return workbook.write(contents)


def _days(contents: Snapshot) -> bytes:
    return days_file(contents.of(DayEntry), contents.of(Question))
