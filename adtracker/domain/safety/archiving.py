"""Whether it is time for an archive: once a year, and not before there is a year of days."""

from __future__ import annotations

from datetime import date, timedelta

YEAR = timedelta(days=365)


def is_archive_due(first: date | None, answered: date | None, today: date) -> bool:
    """Whether an archive is to be offered. `first` is the first day of the diary, None in an empty one; `answered` the
    day on which one was last made or turned down.

    A day ahead was noted by a clock that was wrong: it does not keep the offer away for years.
    """
    if first is None:
        return False
    since = first if answered is None or answered > today else answered
    return today - since >= YEAR
