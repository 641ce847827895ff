"""What a file would change in a diary, worked out before anything is written: added, kept, replaced."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Hashable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any, TypeVar

from adtracker.domain.edits import Change, Edit, Record
from adtracker.exchange.contents import Contents
from adtracker.exchange.parsed import Parsed
from adtracker.exchange.section import Section
from adtracker.exchange.sections import SECTIONS

R = TypeVar("R", bound=Record)


@dataclass(frozen=True, slots=True)
class Fate:
    """What becomes of a file's records of one kind, in the file's order."""

    added: tuple[Change, ...]
    kept: tuple[Change, ...]
    replaced: tuple[Change, ...]


@dataclass(frozen=True, slots=True)
class Plan:
    """What becomes of a file's records, kind by kind."""

    fates: Mapping[type[Record], Fate]

    def of(self, kind: type[Record]) -> Fate:
        """What becomes of those of one kind."""
        return self.fates[kind]

    @property
    def edit(self) -> Edit:
        """The one edit that takes the file in."""
        return Edit(tuple(change for fate in self.fates.values() for change in (*fate.added, *fate.replaced)))


def plan(diary: Contents, parsed: Parsed, *, overwrite: bool) -> Plan:
    """How a file's content goes into a diary, of which all that matters is what the file has too.

    What the diary has stays, unless `overwrite`; what is the same record here and there is told by each kind's
    `identity`: a day by its date, a treatment by its name, kind and start, a trigger by its key. What says nothing new
    is kept in any case.
    """
    fates: dict[type[Record], Fate] = {}
    numbers: dict[int, int] = {}
    for section in SECTIONS:
        new = [section.point(record, numbers) for record in parsed.of(section.kind)]
        changes = _paired(section, diary.of(section.kind), new)
        numbers |= _numbers(new, changes)
        fates[section.kind] = _fate(section, changes, overwrite)
    return Plan(fates)


def _paired(section: Section[R], here: Iterable[R], new: Iterable[R]) -> list[Change]:
    """Each record of the file beside the one in the diary; of several that are alike each stands beside one."""
    left: dict[Hashable, list[R]] = defaultdict(list)
    for record in here:
        left[section.identity(record)].append(record)
    changes = []
    for record in new:
        alike = left[section.identity(record)]
        before = alike.pop(0) if alike else None
        changes.append(Change(before, _as_known(before, record)))
    return changes


def _as_known(before: Record | None, after: Any) -> Any:
    """A record of the file, with the key that it has in the diary."""
    return replace(after, key=before.key) if before is not None and hasattr(before, "key") else after


def _numbers(new: Sequence[Any], changes: Sequence[Change]) -> dict[int, int]:
    """The numbers in the diary of records that others point at, by those they came with."""
    keys = [
        (getattr(record, "key", None), getattr(change.before, "key", None))
        for record, change in zip(new, changes, strict=True)
    ]
    return {came: here for came, here in keys if isinstance(came, int) and isinstance(here, int)}


def _fate(section: Section[Any], changes: Iterable[Change], overwrite: bool) -> Fate:
    added, kept, replaced = [], [], []
    for change in changes:
        if change.before is None:
            added.append(change)
        elif overwrite and section.is_new(change.before, change.after):
            replaced.append(change)
        else:
            kept.append(change)
    return Fate(tuple(added), tuple(kept), tuple(replaced))
