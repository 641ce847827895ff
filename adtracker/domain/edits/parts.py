"""A record part by part: what undo, redo and import compare and change, so that no other answer goes along.

A part is a field; the answers to own questions are one part each. For undo and redo, fields that are true only together
are one part too: whoever takes one of them back must not leave it beside what another person wrote.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import fields, replace
from functools import cache
from typing import Any, TypeVar

from adtracker.domain.edits.edit import Part
from adtracker.domain.edits.kinds import KINDS, Record
from adtracker.domain.records.day import DayEntry
from adtracker.domain.records.profile import Profile
from adtracker.domain.treatments.dose import DayDoses

R = TypeVar("R", bound=Record)
ANSWERS = "answers"
# When something was first written down: it follows what was written, and is no answer itself.
RECORDED: Part = ("recorded_at", "")
# Nor is how a day came: no file and no diary differ in it.
ORIGIN: Part = ("origin", "")


def parts_of(record: Record, *, apart: bool = False) -> dict[Part, Any]:
    """The parts of a record, but for its key; an own question that is not answered is none of them.

    `apart` makes every field a part of its own, but for the score of a questionnaire, which is that of its answers.
    """
    found: dict[Part, Any] = {}
    for names in _groups(apart=apart)[type(record)]:
        if isinstance(record, DayEntry) and names == (ANSWERS,):
            found |= {(ANSWERS, key): value for key, value in record.answers}
        else:
            values = tuple(getattr(record, name) for name in names)
            found[names[0], ""] = values if len(names) > 1 else values[0]
    return found


def with_parts(record: R, new: Mapping[Part, Any], *, apart: bool = False) -> R:
    """The same record with some parts in place of its own; an answer that is None is taken back."""
    values: dict[str, Any] = {}
    for names in _groups(apart=apart)[type(record)]:
        if (part := (names[0], "")) in new:
            values |= {names[0]: new[part]} if len(names) == 1 else dict(zip(names, new[part], strict=True))
    changed = replace(record, **values)
    if not isinstance(changed, DayEntry):
        return changed
    answers = {**dict(changed.answers), **{key: value for (name, key), value in new.items() if name == ANSWERS}}
    kept = tuple(sorted((key, value) for key, value in answers.items() if value is not None))
    return replace(changed, answers=kept)


def blank(record: Record) -> Record | None:
    """What a record says where nothing is recorded: a day and the profile are always there; None for other kinds."""
    if isinstance(record, DayEntry):
        return DayEntry(record.day)
    if isinstance(record, DayDoses):
        return DayDoses(record.treatment, record.day)
    return Profile() if isinstance(record, Profile) else None


def is_blank(part: Part, value: object) -> bool:
    """Whether a part says nothing; no signs and no triggers are an answer ("none of these")."""
    return value is None or value == "" or (value == () and part[0] not in ("signs", "context"))


def standing(record: R) -> R | None:
    """The record as it is stored: a day on which nothing is recorded is not."""
    return None if isinstance(record, DayEntry | DayDoses) and record.is_empty else record


@cache
def _groups(*, apart: bool) -> Mapping[type[Any], tuple[tuple[str, ...], ...]]:
    """The names of each kind's fields, those together that are one part, which has the name of the first."""
    return {
        kind.of: _parted(kind.of, kind.inseparable if apart else (*kind.inseparable, *kind.together)) for kind in KINDS
    }


def _parted(kind: type[Any], groups: Iterable[tuple[str, ...]]) -> tuple[tuple[str, ...], ...]:
    together = {name: names for names in groups for name in names}
    return tuple(dict.fromkeys(together.get(one.name, (one.name,)) for one in fields(kind) if one.name != "key"))
