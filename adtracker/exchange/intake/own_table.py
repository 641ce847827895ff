"""Tells a table of days as we write it, however a spreadsheet saved it again, and gives it as we wrote it."""

from __future__ import annotations

import csv
from datetime import date
from pathlib import Path

from adtracker.exchange.csv.days import known_column
from adtracker.exchange.csv.formulas import guarded
from adtracker.exchange.csv.table_folder import table_folder
from adtracker.exchange.import_result import DATE, ImportResult
from adtracker.exchange.intake.grid import Grid
from adtracker.exchange.references import References


def readable_as_own(grid: Grid, file: Path, known: References) -> bool:
    """Whether every column with a name is one that our tables have: then nothing has to be asked.

    Where other tables of an export lie beside it, it is ours in any case.
    """
    if table_folder(file).is_dir():
        return True
    parsed = ImportResult(date.min, known)
    names = [name for name in grid.names if not name.startswith("#")]
    columns = [known_column(name, parsed) for name in names]
    return DATE in columns and None not in columns and len(set(columns)) == len(columns)


def own_table(grid: Grid, file: Path, folder: Path) -> Path:
    """The table in the one way that is read without asking: the file itself, or a copy of it in a folder."""
    if grid.is_plain and not _says_separator(file):
        return file
    copy = folder / f"{file.stem}.csv"
    separator = ";" if grid.separator in ("\t", "|") else grid.separator or ","
    with copy.open("w", encoding="utf-8", newline="") as target:
        writer = csv.writer(target, delimiter=separator)
        writer.writerow(["" if name.startswith("#") else name for name in grid.names])
        for _, cells in grid.rows():
            writer.writerow(["\0"] if cells is None else [guarded(cell) for cell in cells])
    return copy


def _says_separator(file: Path) -> bool:
    with file.open(encoding="utf-8-sig", newline="") as source:
        return source.readline(20).strip('"').casefold().startswith("sep=")
