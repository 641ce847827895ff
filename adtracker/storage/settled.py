"""What becomes of a day before it is stored: when it was written is noted once, and one without answers is none."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date, datetime

from adtracker.domain.edits.kinds import Record
from adtracker.domain.records.day import DayEntry
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
    if record.recorded_at is not None or record.recorded_on is not None:
        return record
    if isinstance(before, DayEntry | DayDoses):
        return replace(record, recorded_at=before.recorded_at, recorded_on=before.recorded_on)
    return replace(record, recorded_at=now(), recorded_on=today())
