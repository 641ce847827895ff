"""Days and times as people and programs write them, in four languages; what two readings have is never chosen between.

Where a day with slashes could be two days, no cell is read for itself: the order of the whole file counts, which
another of its days shows or the person says.
"""

from __future__ import annotations

import re
from datetime import date, time, timedelta
from typing import NamedTuple

from adtracker.domain.common.date_order import DateOrder
from adtracker.domain.common.typed_time import TIME, time_found
from adtracker.exchange.intake.words import months

_ZONE = r"(?:\s*(?:z|utc|[+-]\d{2}:?\d{2}(?:\[[\w/]+\])?))?"
_BEHIND = rf"(?:(?:\s+|t|,\s*|\s+-\s+|\s+at\s+|\s+um\s+){TIME}{_ZONE}(?:\s*uhr)?)?"
_WEEKDAY = r"(?:[^\W\d]+\.?,?\s+)?"
_MONTH = r"(?P<month>[^\W\d_]+)\.?"


def _shape(day: str) -> re.Pattern[str]:
    return re.compile(_WEEKDAY + day + _BEHIND, re.IGNORECASE)


_YEAR = r"(?P<year>\d{4}|\d{2})"
_ISO = _shape(r"(?P<year>\d{4})(?P<sign>[-/.])(?P<one>\d{1,2})(?P=sign)(?P<two>\d{1,2})")
_TIGHT = _shape(r"(?P<year>(?:19|20)\d{2})(?P<one>[01]\d)(?P<two>[0-3]\d)")
_DOTTED = _shape(rf"(?P<two>\d{{1,2}})\.\s?(?P<one>\d{{1,2}})\.\s?{_YEAR}")
_SLASHED = _shape(rf"(?P<one>\d{{1,2}})(?P<sign>[/-])(?P<two>\d{{1,2}})(?P=sign){_YEAR}")
_BEHIND_DAY = r"(?:st|nd|rd|th|er|e?ro|\.?º|\.)?"  # 1st, 1er, 1.º, 1.
_DAY_NAMED = _shape(rf"(?P<two>\d{{1,2}}){_BEHIND_DAY}[\s-]+(?:de\s+)?{_MONTH}[\s,-]+(?:del?\s+)?{_YEAR}")
_NAMED_DAY = _shape(rf"{_MONTH}[\s-]+(?P<two>\d{{1,2}})(?:st|nd|rd|th)?,?[\s-]+(?P<year>\d{{4}})")
_ONLY_TIME = re.compile(rf"{TIME}(?:\s*uhr)?", re.IGNORECASE)
_LONGEST = 60
_USUAL = len("2026-11-28")


class When(NamedTuple):
    """A day, and the time where one is given. `order` is what the text itself shows: there is a 28 in it; `is_open`
    says that it could be two days, and was read as it was told."""

    day: date
    at: time | None = None
    order: DateOrder | None = None
    is_open: bool = False

    def diary_day(self, day_start: time) -> date:
        """The day of the diary: until the day starts it is still the one before."""
        return self.day - timedelta(days=1) if self.at is not None and self.at < day_start else self.day


def read_when(text: str, order: DateOrder | None = None) -> When | None:
    """The day and time that a text says; None if it says none. Days with slashes are read in an order, month first
    where none is given."""
    text = text.strip()
    if (day := usual_day(text)) is not None:
        return When(day)
    if len(text) > _LONGEST:
        return None
    for shape in (_ISO, _DOTTED, _TIGHT):
        if found := shape.fullmatch(text):
            return _when(found, int(found["one"]), int(found["two"]))
    if found := _SLASHED.fullmatch(text):
        return _slashed(found, order)
    for shape in (_DAY_NAMED, _NAMED_DAY):
        if (found := shape.fullmatch(text)) and (month := months().get(found["month"].casefold())):
            return _when(found, month, int(found["two"]))
    return None


def usual_day(text: str) -> date | None:
    """A day as most tables write it, 2026-11-28 or 28.11.2026, in a fraction of the time that all other shapes take."""
    if len(text) != _USUAL:
        return None
    try:
        if text[4] == text[7] == "-" and text >= "1":
            return date.fromisoformat(text)
        if text[2] == text[5] == "." and text[6] >= "1":
            return date.fromisoformat(f"{text[6:]}-{text[3:5]}-{text[:2]}")
    except ValueError:
        pass
    return None


def read_time(text: str) -> time | None:
    """A time of day alone."""
    found = _ONLY_TIME.fullmatch(text.strip()) if len(text) <= _LONGEST else None
    return None if found is None else time_found(found)


def _slashed(found: re.Match[str], order: DateOrder | None) -> When | None:
    one, two = int(found["one"]), int(found["two"])
    shown = DateOrder.DAY_FIRST if one > 12 else DateOrder.MONTH_FIRST if two > 12 else None
    if (order or shown) is DateOrder.DAY_FIRST:
        one, two = two, one
    return _when(found, one, two, shown, is_open=shown is None and one != two)


def _when(
    found: re.Match[str], month: int, day: int, order: DateOrder | None = None, *, is_open: bool = False
) -> When | None:
    year = int(found["year"])
    try:
        there = date(year + 2000 if year < 100 else year, month, day)
    except ValueError:
        return None
    at = time_found(found) if found["hour"] else None
    return None if found["hour"] and at is None else When(there, at, order, is_open)
