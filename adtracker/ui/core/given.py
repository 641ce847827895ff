"""What a person gave the diary in this window, so that it can be put into another copy of the file."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING

from adtracker.domain.edits.edit import Change, Edit
from adtracker.domain.edits.kinds import Record
from adtracker.errors import CHANGED, DAMAGED, AdtrackerError

if TYPE_CHECKING:  # storage brings SQLAlchemy along, which the window does not wait for
    from adtracker.storage.journal import Journal


class Given:
    """All that was written since the diary was opened, and what its file did not take, being another one or damaged."""

    def __init__(self, journal: Journal) -> None:
        self._journal = journal
        self._written: list[Edit] = []
        self._refused: list[Change] = []

    @property
    def edits(self) -> Sequence[Edit]:
        """All of it, the oldest first."""
        return [*self._written, Edit(tuple(self._refused))]

    def carry(self, edits: Iterable[Edit]) -> None:
        """Take over what was given to another file in this window, until it is in this one, and for the next time."""
        self._written += edits

    def add(self, edit: Edit) -> None:
        """Note what was written; what of it had been refused before is no longer."""
        self._written.append(edit)
        written = [change.after for change in edit.changes]
        self._refused = [change for change in self._refused if change.after not in written]

    def refuse(self, wanted: Iterable[Record], error: AdtrackerError) -> None:
        """Note what could not be written, if that was because of the file."""
        if error.key in (CHANGED, DAMAGED):
            self._refused += [Change(self._stored(record), record) for record in wanted]

    def holds(self, records: Sequence[Record]) -> bool:
        """Whether each of these was refused, and goes along all the same."""
        return all(any(change.after is record for change in self._refused) for record in records)

    def withdraw(self, records: Sequence[Record]) -> None:
        """Forget these if they were refused: the form that says them is open still, and says it anew or not at all."""
        self._refused = [change for change in self._refused if all(change.after is not record for record in records)]

    def _stored(self, record: Record) -> Record | None:
        """What the person saw when they gave it: a file that was put in the place of the open one is not looked at."""
        try:
            return self._journal.stored(record)
        except AdtrackerError:
            return None
