"""What of the diary stands in a calendar as of today."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import TYPE_CHECKING

from adtracker.domain.views.calendar import CalendarDay, Slot, calendar_days, days_ahead
from adtracker.queries.surroundings import read_surroundings

if TYPE_CHECKING:  # storage brings SQLAlchemy along, which the window does not wait for
    from adtracker.storage.journal import Journal


def read_calendar(journal: Journal, today: date, slots: Iterable[Slot] = tuple(Slot)) -> tuple[CalendarDay, ...]:
    """All that is wanted of it, by day."""
    around = read_surroundings(journal, days_ahead(today))
    return calendar_days(around, journal.forms(), today, slots, journal.profile().weekly_on)
