"""Whether it is time for an archive: once a year, not before there is a year of days, and a month after a "later"."""

from __future__ import annotations

from datetime import date, timedelta

YEAR, MONTH = timedelta(days=365), timedelta(days=30)


def is_archive_due(first: date | None, made: date | None, put_off: date | None, today: date) -> bool:
    """Whether an archive is to be offered. `first` is the first day of the diary, None in an empty one; `made` the day
    of the last archive, `put_off` the one on which it was last left for later, None for never.

    A day ahead was noted by a clock that was wrong: it does not keep the offer away for years.
    """
    if first is None or _is_within(MONTH, put_off, today):
        return False
    return today - first >= YEAR and not _is_within(YEAR, made, today)


def _is_within(time: timedelta, noted: date | None, today: date) -> bool:
    return noted is not None and noted <= today and today - noted < time
