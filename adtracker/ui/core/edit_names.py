"""Finds what a person calls the treatments and own questions that a write was about."""

from __future__ import annotations

from typing import TYPE_CHECKING

from adtracker.domain.edits.edit import Edit
from adtracker.domain.records.day import DayEntry
from adtracker.domain.treatments.dose import DayDoses
from adtracker.errors import AdtrackerError
from adtracker.ui.words.answer_changes import UNKNOWN, Called

if TYPE_CHECKING:  # storage brings SQLAlchemy along, which the window does not wait for
    from adtracker.storage.journal import Journal


def called_in(edit: Edit, journal: Journal) -> Called:
    """The names that the words about an edit need; none where the diary cannot be read, and keys are said then."""
    try:
        return called(journal) if _needs_names(edit) else UNKNOWN
    except AdtrackerError:
        return UNKNOWN


def called(journal: Journal) -> Called:
    """The names of all treatments and own questions. Raises DiaryError."""
    return Called(
        {question.key: question for question in journal.questions()},
        {one.key: one.name for one in journal.treatments() if one.key is not None},
    )


def _needs_names(edit: Edit) -> bool:
    sides = (side for change in edit.changes for side in (change.before, change.after))
    return edit.touches(DayDoses) or any(isinstance(side, DayEntry) and side.answers for side in sides)
