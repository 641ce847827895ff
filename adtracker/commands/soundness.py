"""What is damaged is neither copied nor written to: commands that would do so look first."""

from __future__ import annotations

from typing import TYPE_CHECKING

from adtracker.storage.failures import diary_error

if TYPE_CHECKING:
    from adtracker.storage.journal import Journal


def refuse_damaged(journal: Journal) -> None:
    """Look through the whole diary. Raises DiaryError at the first sign of damage."""
    if not all(journal.look_for_damage()):
        raise diary_error("damaged", journal.path)
