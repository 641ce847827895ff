"""How exactly the beginning or the end of a treatment is known: of one from long ago often only month or year."""

from __future__ import annotations

from calendar import monthrange
from datetime import date
from enum import Enum

from adtracker.domain.common.period import Period


class Known(Enum):
    """What of a date the person knows."""

    DAY = "day"
    MONTH = "month"
    YEAR = "year"


def known_period(day: date, known: Known) -> Period:
    """The days that may be meant: the day itself, or all of its month or year."""
    if known is Known.YEAR:
        return Period(date(day.year, 1, 1), date(day.year, 12, 31))
    if known is Known.MONTH:
        return Period(day.replace(day=1), day.replace(day=monthrange(day.year, day.month)[1]))
    return Period(day, day)
