"""Working out all numbers of a long diary, beside reading its days; and reading three series, beside the bare SQL."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from sqlcipher3 import dbapi2

from adtracker.domain.common.period import Period
from adtracker.domain.records.course import LONGEST_WEEKS, Course
from adtracker.domain.records.day import DayEntry
from adtracker.domain.statistics.summary import by_day, summarise
from adtracker.domain.views.features import Features, features
from adtracker.storage.database import PRAGMAS
from adtracker.storage.journal import Journal
from tests.benchmarks import diaries
from tests.benchmarks.measure import Take, timed

TEN_YEARS = 3652
_SQL = "SELECT day, itch, sleep_quality, extent_percent FROM day WHERE day BETWEEN ? AND ? ORDER BY day"


def all_numbers(entries: Sequence[DayEntry]) -> Features:
    """Means, weeks, milestones, changes, trend and flares of all days, in the longest course there is."""
    course = Course(entries[0].day, weeks=LONGEST_WEEKS)
    return features(by_day(entries), summarise(entries, course, entries[-1].day), entries[-1].day)


def days_read(journal: Journal) -> Take:
    """Seconds to read all days."""
    return lambda: timed(journal.entries)


def numbers_of(entries: Sequence[DayEntry]) -> Take:
    """Seconds for all numbers of the days."""
    return lambda: timed(lambda: all_numbers(entries))


def series_by_journal(journal: Journal) -> Take:
    """Seconds to read three series of ten years."""
    period = _ten_years()

    return lambda: timed(lambda: journal.numbers(period))


def series_by_sql(file: Path) -> Take:
    """Seconds for the bare statement on the same file, with the same settings, its rows fetched."""
    connection = dbapi2.connect(str(file), isolation_level=None)
    for pragma in PRAGMAS:
        connection.execute(f"PRAGMA {pragma}")
    period = _ten_years()
    ends = (period.first.isoformat(), period.last.isoformat())
    return lambda: timed(lambda: connection.execute(_SQL, ends).fetchall())


def _ten_years() -> Period:
    return Period.ending(diaries.today(), TEN_YEARS)
