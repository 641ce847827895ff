"""The diary in a format that a person can take along: everything as JSON, or the days as a table."""

from __future__ import annotations

from pathlib import Path

from adtracker.exchange import csv_days, json_diary
from adtracker.exchange.contents import Contents
from adtracker.exchange.made_file import write_made
from adtracker.exchange.picture_folder import write_pictures

JSON, CSV = "json", "csv"
FORMATS = (JSON, CSV)


def export(contents: Contents, form: str) -> bytes:
    """A file in one of `FORMATS`, which are also the ends of its name. Raises KeyError for another."""
    writers = {JSON: _json, CSV: _csv}
    return writers[form](contents).encode()


def write_export(contents: Contents, form: str, file: Path, diary: Path) -> Path:
    """Write a file in one of `FORMATS`, and the pictures it names into a folder beside it; where the file is now.

    Raises ExchangeError.
    """
    if form == JSON:
        write_pictures(contents, file, diary)
    return write_made(file, export(contents, form), diary)


def _json(contents: Contents) -> str:
    return json_diary.write(contents)


def _csv(contents: Contents) -> str:
    return csv_days.write(contents.entries)
