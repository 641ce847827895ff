"""Rows of comma-separated values as a text, and as a file. Apart from reading them, which takes far more."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Sequence


def write_rows(columns: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    """A table, with lines ended as RFC 4180 says. Texts of people in it are `guarded`."""
    out = io.StringIO(newline="")
    writer = csv.writer(out)
    writer.writerow(columns)
    writer.writerows(rows)
    return out.getvalue()


def table_file(table: str) -> bytes:
    """A table as a file: in UTF-8 with a mark at its begin, by which spreadsheets know it."""
    return table.encode("utf-8-sig")
