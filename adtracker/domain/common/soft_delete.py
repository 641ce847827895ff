"""What was deleted can be brought back for some weeks: one rule for all records with a `removed_on`."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Protocol

# How long what was deleted can be brought back.
DAYS_KEPT = 30


class SoftDeletable(Protocol):
    """A record that can be deleted: `removed_on` is the diary day it was, None for one that stands."""

    @property
    def removed_on(self) -> date | None:
        """The day it was deleted."""


def goes_on(record: SoftDeletable) -> date | None:
    """From which day on a deleted record is gone for good; None for one that is not deleted."""
    return None if record.removed_on is None else record.removed_on + timedelta(days=DAYS_KEPT + 1)


def is_over(record: SoftDeletable, today: date) -> bool:
    """Whether a record was deleted so long ago that nobody can bring it back."""
    goes = goes_on(record)
    return goes is not None and goes <= today
