"""What is looked at for what happened together: all that was noted on any day."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from adtracker.domain.statistics.exposures import Noted

if TYPE_CHECKING:  # storage brings SQLAlchemy along, which the window does not wait for
    from adtracker.storage.journal import Journal


def read_noted(journal: Journal, usual: Mapping[str, str]) -> Noted:
    """The whole diary; `usual` are the triggers that every diary has, with their names."""
    return Noted(journal.entries(), usual, journal.triggers(), journal.questions())
