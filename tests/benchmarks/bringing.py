"""A long table from elsewhere brought in: looked at, read by its guessed columns, put beside a new diary and stored."""

from __future__ import annotations

import csv
from collections.abc import Iterator
from contextlib import closing
from datetime import date, time, timedelta
from itertools import count
from pathlib import Path

from sqlcipher3 import dbapi2

from adtracker.commands.garbage import never_looked_for
from adtracker.domain.common.progress import unwatched
from adtracker.exchange.codecs.all_codecs import read_alike
from adtracker.exchange.import_result import ImportResult
from adtracker.exchange.intake.opening import Opening, opened
from adtracker.exchange.intake.reading import read_open_table
from adtracker.exchange.merge import plan_merge
from adtracker.exchange.references import References, no_pictures
from adtracker.storage.database import PRAGMAS
from adtracker.storage.journal import Journal
from tests.benchmarks.measure import Take, timed
from tests.benchmarks.saving import TODAY

ROWS = 100_000
_FIRST = date(2026, 1, 1)


def table(folder: Path) -> Path:
    """A German table of so many days."""
    file = folder / "long.csv"
    with file.open("w", encoding="utf-8", newline="") as out:
        writer = csv.writer(out, delimiter=";")
        writer.writerow(["Datum", "Juckreiz (0-100)", "Schlafstörung", "Haut %", "Notiz"])
        writer.writerows(_rows())
    return file


def _rows() -> Iterator[tuple[object, ...]]:
    for number in range(ROWS):
        day = _FIRST + timedelta(days=number)
        note = "" if number % 10 else f"Day {number}"
        yield f"{day:%d.%m.%Y}", number % 101, number % 11, f"{number % 300 / 10}".replace(".", ","), note


def brought_in(folder: Path) -> Take:
    """Seconds from the file to the commit, each time into a new diary."""
    file, numbers = table(folder), count()
    opening = Opening(TODAY, lambda _: References(), lambda _: no_pictures(""))

    def bring(journal: Journal) -> None:
        with opened(file, opening, goes_on=unwatched) as found:
            assert found.table is not None
            parsed = read_open_table(found.table, ImportResult(TODAY), time(4))
        plan = plan_merge(read_alike(journal, parsed), parsed)
        assert len(plan.days.new) == ROWS
        journal.take_in(plan.edit, undoable=False)

    def take() -> float:
        journal = Journal.open(folder / f"ours-{next(numbers)}.diary", today=lambda: TODAY)
        with closing(journal), never_looked_for():  # as the command and the window do
            return timed(lambda: bring(journal))

    return take


def bare(folder: Path) -> Take:
    """Seconds for the same rows by one `executemany` of sqlcipher3, in a file with the same tables."""
    numbers = count()
    days = [f"{_FIRST + timedelta(days=number)}" for number in range(ROWS)]
    rows = [
        (day, n % 101 / 10, 10.0 - n % 11, n % 300 / 10, "" if n % 10 else f"Day {n}") for n, day in enumerate(days)
    ]

    def take() -> float:
        file = folder / f"bare-{next(numbers)}.diary"
        Journal.open(file, today=lambda: TODAY).close()
        connection = dbapi2.connect(str(file), isolation_level=None)
        for pragma in PRAGMAS:
            connection.execute(f"PRAGMA {pragma}")
        columns = "day, itch, sleep_quality, extent_percent, extent_method, note"

        def insert() -> None:
            connection.execute("BEGIN IMMEDIATE")
            connection.executemany(f"INSERT INTO day ({columns}) VALUES (?, ?, ?, ?, 'percent', ?)", rows)
            connection.execute("COMMIT")

        seconds = timed(insert)
        connection.close()
        return seconds

    return take
