"""Which comes first where a day is written in numbers."""

from enum import Enum


class DateOrder(Enum):
    """How 3/4/2026 is meant; the values are those of `--dates`."""

    DAY_FIRST = "day-first"
    MONTH_FIRST = "month-first"
