"""Rows of comma-separated values as a text. Apart from reading them, which takes far more.

A text is written letter for letter, also one that begins with `=`, `+`, `-`, `@` or a tab: a sign put before it would
be a false text for every other reader of the file, and coming back it could not be told from one the person wrote. The
cost is known: a spreadsheet that is not told to take the column as text may show such a note as a formula. The texts
are the person's own, so nobody else can plant one there.
"""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Sequence


def write_rows(columns: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    """A table, with lines ended as RFC 4180 says."""
    out = io.StringIO(newline="")
    writer = csv.writer(out)
    writer.writerow(columns)
    writer.writerows(rows)
    return out.getvalue()
