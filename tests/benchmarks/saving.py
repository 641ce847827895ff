"""Saving one day: through the journal, and the same rows by the bare driver with the same settings."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from itertools import count
from pathlib import Path

from sqlcipher3 import dbapi2

from adtracker.domain.records.body import Grade
from adtracker.domain.records.day import DayEntry, Extent, ExtentMethod
from adtracker.storage.database import PRAGMAS
from adtracker.storage.journal import Journal
from tests.benchmarks.measure import Take, timed

TODAY = date(2026, 11, 29)
GRADES = tuple((f"region_{number}", Grade.HALF) for number in range(8))
NOW = datetime(2026, 11, 29, 20, 0, tzinfo=UTC)


def entry(offset: int) -> DayEntry:
    """A full day, `offset` days ago."""
    extent = Extent(12.0, ExtentMethod.REGIONS, GRADES, "adult")
    return DayEntry(TODAY - timedelta(days=offset), 4.0, 6.0, extent, "Woke twice.", NOW, TODAY)


def by_journal(file: Path) -> Take:
    """Seconds for one new day through the journal, commit returned."""
    journal = Journal.open(file, today=lambda: TODAY)
    offsets = count()
    return lambda: timed(lambda: journal.save(entry(next(offsets))))


def by_driver(file: Path) -> Take:
    """Seconds for the same rows by sqlcipher3 alone, in a file with the same tables."""
    Journal.open(file, today=lambda: TODAY).close()
    connection = dbapi2.connect(str(file), isolation_level=None)
    for pragma in PRAGMAS:
        connection.execute(f"PRAGMA {pragma}")
    offsets = count()

    def save() -> None:
        day = (TODAY - timedelta(days=next(offsets))).isoformat()
        row = (day, 4.0, 6.0, 12.0, "regions", "adult", None, "Woke twice.", NOW.isoformat(), TODAY.isoformat())
        connection.execute("BEGIN IMMEDIATE")
        connection.execute(f"INSERT INTO day VALUES ({', '.join('?' * len(row))}, NULL, NULL, NULL, NULL)", row)
        grades = [(day, region, grade.value) for region, grade in GRADES]
        connection.executemany("INSERT INTO day_region VALUES (?, ?, ?)", grades)
        connection.execute("COMMIT")

    return lambda: timed(save)
