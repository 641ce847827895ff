"""What is damaged is neither copied nor written to: who would do so without a window looks first."""

from __future__ import annotations

from adtracker.storage.failures import diary_error
from adtracker.storage.journal import Journal


def refuse_damaged(journal: Journal) -> None:
    """Look through the whole diary. Raises DiaryError at the first sign of damage."""
    if not all(journal.look_for_damage()):
        raise diary_error("damaged", journal.path)
