"""The numbers of a chart as a file for spreadsheets: just those that are shown, and no more of the diary."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from adtracker.exchange.csv.formulas import guarded
from adtracker.exchange.csv.text import table_file, write_rows
from adtracker.exchange.values import write_number


def numbers_csv(columns: Sequence[str], rows: Sequence[Sequence[str | date | float | None]]) -> bytes:
    """Rows of texts, days (2026-11-29), numbers (a point before decimals) and empty cells where nothing is known."""
    return table_file(write_rows([*map(guarded, columns)], [[_cell(cell) for cell in row] for row in rows]))


def _cell(cell: str | date | float | None) -> str:
    if isinstance(cell, str):
        return guarded(cell)
    return cell.isoformat() if isinstance(cell, date) else write_number(cell)
