"""Tells a table of days as we write it, however a spreadsheet saved it again, and gives it as we wrote it."""

from __future__ import annotations

import csv
import tempfile
from collections.abc import Mapping
from datetime import date
from pathlib import Path

from adtracker.domain.records.question import QUESTION
from adtracker.exchange.csv.days import known_column
from adtracker.exchange.csv.formulas import guarded
from adtracker.exchange.csv.rows import Table
from adtracker.exchange.csv.table_folder import read_folder, table_folder
from adtracker.exchange.csv.tables import read_tables
from adtracker.exchange.dictionary.columns import SCORE_COLUMNS, TABLES
from adtracker.exchange.import_result import DATE, ImportResult
from adtracker.exchange.intake.grid import Grid
from adtracker.exchange.intake.workbook_grid import workbook_grids
from adtracker.exchange.references import References
from adtracker.exchange.text_file import lines_of


def tables_with(grid: Grid, file: Path, folder: Path) -> tuple[Mapping[str, Table], str]:
    """The other tables of an export, by name: sheets of the same workbook, taken out into a folder, or, where it has
    none of ours, those beside the file; and the name of the sheet of scores, if anything stands on it: it stays out.

    Raises ExchangeError.
    """
    found: dict[str, Table] = {}
    scores = ""
    for sheet in workbook_grids(file) if grid.sheet else ():
        names = set(sheet.names)
        name = next((name for name, columns in TABLES.items() if {one.name for one in columns} == names), "")
        if name and name not in found:
            found[name] = Table(sheet.sheet, lines_of(_copied(sheet, folder)), is_beside=True)
        elif {one.name for one in SCORE_COLUMNS} == names and next(iter(sheet.rows()), None) is not None:
            scores = sheet.sheet
    return found or read_folder(file), scores


def readable_as_own(grid: Grid, file: Path, tables: Mapping[str, Table], known: References) -> bool:
    """Whether every column with a name is one that our tables have: then nothing has to be asked.

    Where other tables of an export lie beside it, it is ours in any case.
    """
    if table_folder(file).is_dir():
        return True
    parsed = ImportResult(date.min, known)
    read_tables({name: table for name, table in tables.items() if name == QUESTION.name}, parsed)
    names = [name for name in grid.names if not name.startswith("#")]
    columns = [known_column(name, parsed) for name in names]
    return DATE in columns and None not in columns and len(set(columns)) == len(columns)


def own_days(grid: Grid, file: Path, folder: Path) -> Table:
    """The table of days in the one way that is read without asking: the file itself, or a copy of it in a folder."""
    is_ours = grid.is_plain and not _says_separator(file)
    return Table(file.name, lines_of(file if is_ours else _copied(grid, folder)))


def _copied(grid: Grid, folder: Path) -> Path:
    """A copy in a place of its own: the table that is read may lie in the same folder, taken out of an archive."""
    copy = Path(tempfile.mkdtemp(dir=folder), "table.csv")
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
