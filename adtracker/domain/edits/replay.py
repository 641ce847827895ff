"""Undo and redo where somebody else may have written meanwhile: only what is still as it was left is changed."""

from __future__ import annotations

from typing import Any

from adtracker.domain.edits.edit import Change, Left, Part
from adtracker.domain.edits.kinds import Record
from adtracker.domain.edits.parts import RECORDED, blank, parts_of, standing, with_parts


def replayed(change: Change, now: Record | None) -> tuple[Record | None, Left | None]:
    """What a record becomes when a change is made to it as it is `now`, and what of it is left as it was found.

    Each part that the change is about goes from `before` to `after`; one that is neither was changed elsewhere and
    stays. A whole record comes or goes only if it is as it was left: one that has changed since stays, one that is
    gone stays gone. `change` and `now` are about one record.
    """
    if now in (change.before, change.after):
        return change.after, None
    before, after, found = (_side(side, change.record) for side in (change.before, change.after, now))
    if before is None or after is None or found is None:
        return now, Left(change.record)
    new, left = _stepped(parts_of(before), parts_of(after), parts_of(found))
    result = standing(with_parts(found, new))
    return result, Left(change.record, left) if left else None


def _side(side: Record | None, like: Record) -> Record | None:
    return blank(like) if side is None else side


def _stepped(
    before: dict[Part, Any], after: dict[Part, Any], now: dict[Part, Any]
) -> tuple[dict[Part, Any], tuple[Part, ...]]:
    """The parts that take another value, and those that were changed elsewhere."""
    new: dict[Part, Any] = {}
    left = []
    for part in dict.fromkeys((*before, *after)):
        was, wanted, found = (side.get(part) for side in (before, after, now))
        if part == RECORDED or wanted in (was, found):
            continue
        if found == was:
            new[part] = wanted
        else:
            left.append(part)
    if RECORDED in now and now[RECORDED] == (None, None):  # nobody knew; whoever recorded what comes back did
        new[RECORDED] = after[RECORDED]
    return new, tuple(left)
