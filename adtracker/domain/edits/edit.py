"""What a write did, as a value: it can be undone, done again, and tells what it touched."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from adtracker.domain.edits.kinds import Record
from adtracker.domain.records.day import DayEntry
from adtracker.domain.records.photo import Photo
from adtracker.domain.treatments.dose import DayDoses

# A field of a record, and of the answers to own questions the question's key ("" for every other field).
Part = tuple[str, str]


@dataclass(frozen=True, slots=True)
class Change:
    """One record before and after; None stands for "was not there" or "is no longer there"."""

    before: Record | None
    after: Record | None

    @property
    def record(self) -> Record:
        """The record that changed, as it is or, if it is gone, as it was."""
        if self.after is not None:
            return self.after
        assert self.before is not None, "a change has at least one side"
        return self.before


def by_type(changes: Iterable[Change]) -> Mapping[type[Record], Sequence[Change]]:
    """Changes by what they are changes of, those of one type in their order."""
    found: dict[type[Any], list[Change]] = defaultdict(list)
    for change in changes:
        after = change.after
        found[type(change.before if after is None else after)].append(change)  # `record`, without a call
    return dict(found)


@dataclass(frozen=True, slots=True)
class Left:
    """What undo or redo found changed elsewhere and left as it is: these `parts` of a record, or all of it if none."""

    record: Record
    parts: tuple[Part, ...] = ()


@dataclass(frozen=True, slots=True)
class Edit:
    """One committed write: all its changes, in order. An edit without changes did nothing.

    `left` is what it was to change too, and did not.
    """

    changes: tuple[Change, ...] = field(default=())
    left: tuple[Left, ...] = field(default=())

    def __bool__(self) -> bool:
        return bool(self.changes)

    def inverse(self) -> Edit:
        """The edit that takes this one back."""
        return Edit(tuple(Change(change.after, change.before) for change in reversed(self.changes)))

    @property
    def days(self) -> frozenset[date]:
        """The diary days it is about; a photo that went to another day is about both."""
        sides = [side for change in self.changes for side in (change.before, change.after)]
        sides += [left.record for left in self.left]
        return frozenset(side.day for side in sides if isinstance(side, DayEntry | DayDoses | Photo))

    def touches(self, kind: type[Record]) -> bool:
        """Whether any record of this kind changed, or was found changed elsewhere."""
        records = (*(change.record for change in self.changes), *(left.record for left in self.left))
        return any(isinstance(record, kind) for record in records)


class History:
    """Edits that can be undone and redone, newest last; pure, the caller does the writing.

    `limit` bounds how many are kept, the oldest go first.
    """

    def __init__(self, limit: int = 200) -> None:
        self._limit = limit
        self._done: list[Edit] = []
        self._undone: list[Edit] = []

    def push(self, edit: Edit, *, goes_on: bool = False) -> None:
        """Remember a new edit; what was undone before it can no longer be redone.

        One that `goes_on` is more of what the newest one did, such as the next words of a note: they become one step.
        """
        if not edit:
            return
        self._undone.clear()
        joined = _joined(self._done[-1], edit) if goes_on and self._done else None
        if joined is None:
            self._done = [*self._done, edit][-self._limit :]
        else:
            self._done[-1:] = [joined] if joined else []

    @property
    def next_undo(self) -> Edit | None:
        """The edit that undo would take back."""
        return self._done[-1] if self._done else None

    @property
    def next_redo(self) -> Edit | None:
        """The edit that redo would do again."""
        return self._undone[-1] if self._undone else None

    def undone(self, by: Edit) -> None:
        """Note that the newest edit was taken back: what `by` changed can be done again, if it changed anything.

        Raises IndexError if there is none.
        """
        self._done.pop()
        if by:
            self._undone.append(by.inverse())

    def redone(self, by: Edit) -> None:
        """Note that the newest undone edit was done again: what `by` changed can be undone. Raises IndexError."""
        self._undone.pop()
        if by:
            self._done.append(by)


def _joined(before: Edit, after: Edit) -> Edit | None:
    """Two edits of one record as one, without changes if nothing is left of them; None where they do not join."""
    if len(before.changes) != 1 or len(after.changes) != 1:
        return None
    (first,), (last,) = before.changes, after.changes
    if first.after is None or first.after != last.before:
        return None
    return Edit() if first.before == last.after else Edit((Change(first.before, last.after),))
