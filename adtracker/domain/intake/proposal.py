"""What a reader of any kind makes of a file, a sheet of paper or a line of text: proposals, nothing more.

They say of days what was read and where it was seen. They change nothing: they are compared with the diary, shown, and
stored when the person says so. They stand part by part and not day by day: a table can have a hundred thousand days,
and what many of them hold is looked at once.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import fields
from datetime import date
from itertools import compress, repeat
from typing import Any, NamedTuple

from adtracker.domain.common.columns import made_of
from adtracker.domain.edits.edit import Part
from adtracker.domain.edits.parts import ANSWERS, ORIGIN
from adtracker.domain.records.day import DayEntry, Origin

_FIELDS = fields(DayEntry)[1:]


class Proposals(NamedTuple):
    """What may be put into days, each once, that were seen in these `lines` (1-based).

    `parts` are those of `edits.parts`, the whole number of a day as a float; each has one value a day, None where
    nothing is said of it. Something is said of each day. `origin` is how these days come.
    """

    days: Sequence[date]
    lines: Sequence[int]
    parts: Mapping[Part, Sequence[Any]]
    origin: Origin = Origin.FILE

    def said(self) -> Sequence[frozenset[Part]]:
        """The parts that something is said of, day by day."""
        there = list(zip(*([value is not None for value in held] for held in self.parts.values()), strict=True))
        known = {pattern: frozenset((*compress(self.parts, pattern), ORIGIN)) for pattern in set(there)}
        return [known[pattern] for pattern in there]

    def entries(self) -> Sequence[DayEntry]:
        """The days as they would be if nothing else were known of them."""
        fields_of = {one.name: self._field(one.name, one.default) for one in _FIELDS}
        return made_of(DayEntry, len(self.days), {"day": self.days, **fields_of})

    def _field(self, name: str, default: object) -> Iterable[Any]:
        if name == ANSWERS:
            return self._answers()
        if name == ORIGIN[0]:
            return repeat(self.origin)
        held = self.parts.get((name, ""))
        if held is None or default is None:
            return repeat(default) if held is None else held
        return [default if value is None else value for value in held]

    def _answers(self) -> Iterable[tuple[tuple[str, float], ...]]:
        keys = sorted(key for name, key in self.parts if name == ANSWERS)
        if not keys:
            return repeat(())
        rows = zip(*(self.parts[ANSWERS, key] for key in keys), strict=True)
        return [tuple(pair for pair in zip(keys, row, strict=True) if pair[1] is not None) for row in rows]
