"""Reads a time of day as people and programs write it: 22:14, 10:14 PM, 7.30 Uhr."""

from __future__ import annotations

import re
from datetime import time

# Of a longer pattern; the names of its groups are those that `time_found` asks for.
TIME = r"(?P<hour>\d{1,2})[:.](?P<minute>\d{2})(?::\d{2}(?:[.,]\d+)?)?\s*(?P<half>[ap]\.?m\.?)?"
_HALF_DAY = 12


def time_found(found: re.Match[str]) -> time | None:
    """The time that a match of `TIME` says; None if no clock shows it. 24:10 is ten past midnight."""
    hour, half = int(found["hour"]), (found["half"] or "").casefold()
    if half and not 1 <= hour <= _HALF_DAY:
        return None
    if half:
        hour = hour % _HALF_DAY + (_HALF_DAY if half.startswith("p") else 0)
    try:
        return time(hour % 24 if hour == 24 else hour, int(found["minute"]))
    except ValueError:
        return None
