"""What becomes of a day before it is stored: when it was written is noted once, and one without answers is none.

A day that came from paper, a file or pasted lines stays one when something is typed into it, for its other answers are
still what they were, and nobody could tell later which of them were written when. It is a typed day once nothing stands
in it any more that stood there before.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date, datetime

from adtracker.domain.edits.kinds import Record
from adtracker.domain.edits.parts import ORIGIN, RECORDED, is_blank, parts_of
from adtracker.domain.records.day import DayEntry, Origin
from adtracker.domain.treatments.dose import DayDoses


def settled(
    before: Record | None, record: Record, now: Callable[[], datetime], today: Callable[[], date]
) -> Record | None:
    """A record as it is to be stored; None for a day that nothing is recorded of any more. The clock is asked for a day
    that is new alone."""
    if not isinstance(record, DayEntry | DayDoses):
        return record
    if record.is_empty:
        return None
    if isinstance(before, DayEntry) and isinstance(record, DayEntry) and before.origin is not Origin.TYPED:
        return _still_from(before, record, now, today)
    if record.recorded_at is not None or record.recorded_on is not None:
        return record
    if isinstance(before, DayEntry | DayDoses):
        return replace(record, recorded_at=before.recorded_at, recorded_on=before.recorded_on)
    is_read = isinstance(record, DayEntry) and record.is_from_paper  # the moment of reading is not that of writing
    return record if is_read else replace(record, recorded_at=now(), recorded_on=today())


def _still_from(before: DayEntry, record: DayEntry, now: Callable[[], datetime], today: Callable[[], date]) -> DayEntry:
    """A day that was not typed, with what a person typed into it."""
    if record.origin not in (Origin.TYPED, before.origin):
        return record
    old, new = parts_of(before), parts_of(record)
    stays = any(
        part not in _NO_ANSWERS and not is_blank(part, held) and new.get(part) == held for part, held in old.items()
    )
    if stays:
        return replace(record, origin=before.origin, recorded_at=before.recorded_at, recorded_on=before.recorded_on)
    return replace(record, origin=Origin.TYPED, recorded_at=now(), recorded_on=today())


_NO_ANSWERS = (RECORDED, ORIGIN, ("day", ""))
