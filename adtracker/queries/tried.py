"""What the page of treatments tried is made from: all treatments of all years, and the weeks around them."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from adtracker.domain.statistics.summary import by_day
from adtracker.domain.views.tried import Tried, tried, weeks_of

if TYPE_CHECKING:  # storage brings SQLAlchemy along, which the window does not wait for
    from adtracker.storage.journal import Journal


def read_tried(journal: Journal, today: date, minimum: int) -> tuple[Tried, ...]:
    """The treatments tried up to today; averages need `minimum` of 7 days."""
    treatments = journal.treatments()
    weeks = weeks_of(treatments, today)
    days = by_day(entry for week in weeks for entry in journal.entries(week))
    span = journal.span() if weeks else None
    return tried(treatments, days, today, None if span is None else span.first, minimum)
