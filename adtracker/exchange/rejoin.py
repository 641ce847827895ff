"""Puts what was written in one copy of a diary into another copy, which went its own way meanwhile.

What is the same record here and there is told as in an import (`merge`), since two copies give one number to different
records. Of a record that both have only the parts that were changed go over, where the other copy still has what
they were before (`domain.edits.replay`); all else is left as it is there.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Hashable, Iterable, Sequence
from dataclasses import replace
from itertools import count
from typing import Any

from adtracker.domain.edits.edit import Change, Edit, Left
from adtracker.domain.edits.kinds import Record
from adtracker.domain.edits.parts import parts_of, with_parts
from adtracker.domain.edits.replay import replayed
from adtracker.domain.records.day import DayEntry
from adtracker.domain.records.profile import Profile
from adtracker.domain.scores.definition import Definition
from adtracker.domain.scores.response import Response
from adtracker.domain.treatments.dose import DayDoses
from adtracker.domain.treatments.treatment import Treatment
from adtracker.exchange.codec import RecordCodec
from adtracker.exchange.codecs.all_codecs import CODECS
from adtracker.exchange.snapshot import Snapshot


def rejoined(diary: Snapshot, edits: Iterable[Edit], *, mine_wins: bool = False) -> Edit:
    """The edit that brings what `edits` did into another copy, of which `diary` is all that is there.

    What was changed in both is left as it is in that copy, and named in `left`; if `mine_wins` it is replaced.
    """
    wanted = folded(edits)
    numbers: dict[int, int] = {}
    new = count(-1, -1)
    done: list[Change] = []
    left: list[Left] = []
    for codec in CODECS:
        there = _by_identity(codec, diary.of(codec.kind))
        for change in wanted:
            if isinstance(change.record, codec.kind):
                pointed = Change(*(side and codec.point(side, numbers) for side in (change.before, change.after)))
                now = _taken(there, codec.identity(pointed.before or pointed.record))
                made, kept = _joined(pointed, now, next(new), mine_wins=mine_wins)
                if _points_nowhere(made.after, diary, done):
                    made, kept = Change(now, now), (Left(change.record),)
                numbers |= _number(change.record, made.before or made.after)
                done += [made] if made.before != made.after else []
                left += kept
    return Edit(tuple(done), tuple(left))


def folded(edits: Iterable[Edit]) -> Sequence[Change]:
    """One change for each record: what it was before all edits, and after them; none where that is the same.

    An edit may have begun with what another copy says: then only what it changed is taken.
    """
    found: dict[Hashable, Change] = {}
    for change in (change for edit in edits for change in edit.changes):
        name = _name(change.record)
        first = found.get(name)
        found[name] = change if first is None else Change(first.before, _made(change, first.after, mine_wins=True)[0])
    return [change for change in found.values() if change.before != change.after]


def _name(record: Record) -> Hashable:
    """What tells records of one copy apart."""
    if isinstance(record, DayEntry):
        return record.day
    if isinstance(record, DayDoses):
        return record.treatment, record.day
    if isinstance(record, Profile):
        return ()
    return type(record).__name__, id(record) if record.key is None else record.key  # two new ones are two


def _by_identity(codec: RecordCodec[Any], records: Iterable[Any]) -> dict[Hashable, list[Any]]:
    found: dict[Hashable, list[Any]] = defaultdict(list)
    for record in records:
        found[codec.identity(record)].append(record)
    return found


def _taken(there: dict[Hashable, list[Any]], identity: Hashable) -> Any:
    """One of those that are alike, each only once; None if there is none."""
    alike = there.get(identity)
    return alike.pop(0) if alike else None


def _joined(change: Change, now: Any, number: int, *, mine_wins: bool) -> tuple[Change, Sequence[Left]]:
    """What becomes of one record that is `now` in the other copy, and what of it is left."""
    if now is None:
        after = change.after
        is_gone = after is None or getattr(after, "removed_on", None) is not None
        return Change(None, None if is_gone else _keyed(after, number)), ()
    key = getattr(now, "key", None)
    here = Change(_keyed(change.before, key), _keyed(change.after, key))
    after, left = _made(here, now, mine_wins=mine_wins)
    return Change(now, after), left


def _made(change: Change, now: Record | None, *, mine_wins: bool) -> tuple[Record | None, Sequence[Left]]:
    """What a record becomes when a change is made to it as it is `now`, and what of it is left."""
    after, left = replayed(change, now)
    if left is None:
        return after, ()
    return (_overruled(change, after, left), ()) if mine_wins else (after, (left,))


def _keyed(record: Any, key: Any) -> Any:
    """A record with the number that it has in the other copy; names stay."""
    return replace(record, key=key) if isinstance(getattr(record, "key", ""), int | None) else record


def _overruled(change: Change, after: Record | None, left: Left) -> Record | None:
    """The same with the parts that were left as this copy has them."""
    if change.after is None or after is None or not left.parts:
        return change.after
    mine = parts_of(change.after)
    return with_parts(after, {part: mine.get(part) for part in left.parts})


def _points_nowhere(record: Record | None, diary: Snapshot, done: Iterable[Change]) -> bool:
    """Whether it belongs to a treatment or a form that the other copy does not have and does not get."""
    coming = [change.after for change in done]
    if isinstance(record, DayDoses):
        treatments = (*diary.of(Treatment), *(one for one in coming if isinstance(one, Treatment)))
        return all(one.key != record.treatment for one in treatments)
    if isinstance(record, Response):
        definitions = (*diary.of(Definition), *(one for one in coming if isinstance(one, Definition)))
        return all(one.key != record.form for one in definitions)
    return False


def _number(here: Record, there: Record | None) -> dict[int, int]:
    """Under which number what points at a record finds it in the other copy."""
    keys = getattr(here, "key", None), getattr(there, "key", None)
    return {keys[0]: keys[1]} if isinstance(keys[0], int) and isinstance(keys[1], int) else {}
