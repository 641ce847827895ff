"""What a file would change in a diary, worked out before anything is written: new, completed, the same, different.

A file speaks only of what stands in it. What the diary has stays, unless it is to be overwritten; what it does not have
is completed; what neither the row nor its header names is not touched in any case.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Container, Hashable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, TypeVar

from adtracker.domain.edits.edit import Change, Edit, Part
from adtracker.domain.edits.kinds import Record
from adtracker.domain.edits.parts import ORIGIN, is_blank, parts_of, standing, with_parts
from adtracker.domain.records.day import DayEntry, Origin
from adtracker.exchange.codec import RecordCodec
from adtracker.exchange.codecs.all_codecs import CODECS
from adtracker.exchange.import_result import ImportResult, Said
from adtracker.exchange.snapshot import Snapshot

R = TypeVar("R", bound=Record)
# When something was first written down, and how it came, is no answer: the diary's own stays, and makes no difference.
_RECORDED = ("recorded_at", "recorded_on", ORIGIN[0])


@dataclass(frozen=True, slots=True)
class Met:
    """A record of the diary that a file has too, as it is and as it becomes, and the parts that differ.

    `said` is what the file says of these.
    """

    change: Change
    differs: tuple[Part, ...] = ()
    said: Mapping[Part, Any] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class MergeResult:
    """What becomes of a file's records of one kind, in the file's order. The different ones may be completed too."""

    new: list[Change] = field(default_factory=list)
    completed: list[Met] = field(default_factory=list)
    same: list[Met] = field(default_factory=list)
    different: list[Met] = field(default_factory=list)

    def note(self, met: Met, was_missing: bool) -> None:
        """Put a record that the diary has where it belongs."""
        fitting = self.completed if was_missing else self.same
        (self.different if met.differs else fitting).append(met)

    @property
    def changes(self) -> list[Change]:
        """All that changes in the diary."""
        met = (one.change for one in (*self.completed, *self.different))
        return [*self.new, *(change for change in met if change.before != change.after)]


@dataclass(frozen=True, slots=True)
class MergePlan:
    """What becomes of a file's records, kind by kind; `overwrite` says that what differs is replaced."""

    fates: Mapping[type[Record], MergeResult]
    overwrite: bool

    def of(self, kind: type[Record]) -> MergeResult:
        """What becomes of those of one kind."""
        return self.fates[kind]

    @property
    def days(self) -> MergeResult:
        """What becomes of days."""
        return self.fates[DayEntry]

    @property
    def others(self) -> int:
        """How many records that are no days are new."""
        return sum(len(fate.new) for kind, fate in self.fates.items() if kind is not DayEntry)

    @property
    def differing(self) -> Sequence[tuple[str, Hashable, Met]]:
        """The records that differ, each with the name of its kind and which one it is."""
        return [
            (section.name, section.identity(met.change.before), met)
            for section in CODECS
            for met in self.fates[section.kind].different
        ]

    @property
    def edit(self) -> Edit:
        """The one edit that takes the file in."""
        return Edit(tuple(change for fate in self.fates.values() for change in fate.changes))


# One part of one record in which diary and file differ: the name of its kind, which record it is, and the part.
Conflict = tuple[str, Hashable, Part]


def plan_merge(
    diary: Snapshot, parsed: ImportResult, *, overwrite: bool = False, theirs: Container[Conflict] = ()
) -> MergePlan:
    """How a file's content goes into a diary, of which all that matters is what the file has too.

    What is the same record here and there is told by each kind's `identity`: a day by its date, a treatment by its
    name, kind and start, a trigger by its key. What differs is replaced if all is to be `overwrite`n, or where it is
    one of `theirs`; else the diary's own stays.
    """
    fates: dict[type[Record], MergeResult] = {}
    numbers: dict[int, int] = {}
    for section in CODECS:
        told = [section.point(record, numbers) for record in parsed.of(section.kind)]
        beside = _beside(section, diary.of(section.kind), told)
        numbers |= _numbers(told, beside)
        fate = fates[section.kind] = MergeResult()
        for record, here, said in zip(told, beside, parsed.said(section.kind), strict=True):
            if here is not None:
                news = _news(section, here, record, said, parsed)
                name = section.name, section.identity(here)
                fate.note(*_met(here, news, {part for part in news if overwrite or (*name, part) in theirs}))
            elif not section.is_empty(record):
                fate.new.append(Change(None, record))
    return MergePlan(fates, overwrite)


def _beside(section: RecordCodec[R], here: Iterable[R], new: Sequence[R]) -> list[R | None]:
    """The record of the diary that each of the file stands for; of several that are alike each stands for one."""
    left: dict[Hashable, list[R]] = defaultdict(list)
    for record in here:
        left[section.identity(record)].append(record)
    if not left:
        return [None] * len(new)
    alike = (left.get(section.identity(record)) for record in new)
    return [some.pop(0) if some else None for some in alike]


def _numbers(told: Sequence[Any], beside: Sequence[Any]) -> dict[int, int]:
    """The numbers in the diary of records that others point at, by those they came with."""
    pairs = ((record, here) for record, here in zip(told, beside, strict=True) if here is not None)
    keys = ((getattr(record, "key", None), getattr(here, "key", None)) for record, here in pairs)
    return {came: here for came, here in keys if isinstance(came, int) and isinstance(here, int)}


def _news(section: RecordCodec[Any], here: Any, record: Any, said: Said, parsed: ImportResult) -> dict[Part, Any]:
    """What a record of the file says that the diary does not."""
    kept, told = parts_of(here, apart=True), parts_of(section.over(here, record), apart=True)
    news = {part: told.get(part) for part in (told if said is None else said)}
    return {
        part: value
        for part, value in news.items()
        if (parsed.clear_blank or not is_blank(part, value)) and not section.same(kept.get(part), value)
    }


def _met(here: Any, news: Mapping[Part, Any], winning: Container[Part]) -> tuple[Met, bool]:
    """What becomes of the diary's record, and whether something was missing in it."""
    kept = parts_of(here, apart=True)
    missing = {part: value for part, value in news.items() if is_blank(part, kept.get(part))}
    differs = {part: value for part, value in news.items() if part not in missing and part[0] not in _RECORDED}
    changed = missing | {part: value for part, value in differs.items() if part in winning}
    if (
        changed and news.get(ORIGIN) is Origin.PAPER
    ):  # from now on there is an answer that was written nobody knows when
        changed[ORIGIN] = Origin.PAPER
    after = standing(with_parts(here, changed, apart=True)) if changed else here
    return Met(Change(here, after), tuple(sorted(differs)), differs), bool(missing)
