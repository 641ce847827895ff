"""The tables of an export that are no days: a folder beside the table of days, read again with it if it is there."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from adtracker.errors import ExchangeError
from adtracker.exchange.created_file import created_place, write_created
from adtracker.exchange.csv.rows import Table
from adtracker.exchange.csv.tables import has_rows, write_tables
from adtracker.exchange.csv.text import table_file
from adtracker.exchange.snapshot import Snapshot
from adtracker.exchange.text_file import lines_of, reason
from adtracker.paths import private_folder

_SUFFIX = ".csv"


def table_folder(file: Path) -> Path:
    """Where the other tables of an exported diary are."""
    return file.with_name(f"{file.stem}-tables")


def has_tables(contents: Snapshot) -> bool:
    """Whether there is anything that is no day."""
    return any(map(has_rows, write_tables(contents).values()))


def write_folder(contents: Snapshot, file: Path, diary: Path) -> None:
    """Write the tables that belong to the table of days `file`. Raises ExchangeError.

    A table without rows is written only over an earlier one, so that this is not taken for a part of it.
    """
    try:
        folder = table_folder(created_place(file, diary))
        for name, text in write_tables(contents).items():
            target = folder / f"{name}{_SUFFIX}"
            if has_rows(text) or target.exists():
                private_folder(folder)
                write_created(target, table_file(text), diary)
    except (OSError, ValueError) as error:
        raise ExchangeError("exchange.cannot_write", file=file, reason=reason(error)) from None


def read_folder(file: Path) -> Mapping[str, Table]:
    """The tables beside a table of days, by name; none if there is no folder. Raises ExchangeError."""
    try:
        found = sorted(table_folder(file).iterdir()) if table_folder(file).is_dir() else []
    except (OSError, ValueError) as error:
        raise ExchangeError("exchange.cannot_read", file=file, reason=reason(error)) from None
    tables = [one for one in found if one.suffix.casefold() == _SUFFIX and not one.name.startswith(".")]
    return {one.stem.casefold(): Table(one.name, lines_of(one), is_beside=True) for one in tables}
