"""The diary in a format that a person can take along: everything as JSON, or the days as a table."""

from __future__ import annotations

from adtracker.exchange import csv_days, json_diary
from adtracker.exchange.contents import Contents

JSON, CSV = "json", "csv"
FORMATS = (JSON, CSV)


def export(contents: Contents, form: str) -> bytes:
    """A file in one of `FORMATS`, which are also the ends of its name. Raises KeyError for another."""
    writers = {JSON: _json, CSV: _csv}
    return writers[form](contents).encode()


def _json(contents: Contents) -> str:
    return json_diary.write(contents)


def _csv(contents: Contents) -> str:
    return csv_days.write(contents.entries)
