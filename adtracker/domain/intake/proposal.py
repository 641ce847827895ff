"""What a reader of any kind makes of a file, a sheet of paper or a line of text: proposals, nothing more.

A proposal says of one day what was read, how sure that is and where it was seen. It changes nothing: it is compared
with the diary, shown, and stored when the person says so.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from types import MappingProxyType
from typing import Any, NamedTuple

from adtracker.domain.edits.edit import Part
from adtracker.domain.records.day import DayEntry

SURE = 1.0


class Seen(NamedTuple):
    """Where something was seen: a `line` (1-based), a `path` in an object or a page, and the file or sheet it is in."""

    line: int | None = None
    path: str = ""
    file: str = ""


class Proposal(NamedTuple):
    """What may be put into one day, part by part as `edits.parts` has them, the whole number of a day as a float.

    `sure` is how sure a part is, 0 to 1, of those that are not quite.
    """

    day: date
    values: Mapping[Part, Any]
    seen: Seen = Seen()
    sure: Mapping[Part, float] = MappingProxyType({})

    def how_sure(self, part: Part) -> float:
        """How sure one part is, 0 to 1."""
        return self.sure.get(part, SURE)

    @property
    def said(self) -> frozenset[Part]:
        """The parts that it says something of."""
        return frozenset(self.values)

    @property
    def entry(self) -> DayEntry:
        """The day as it would be if nothing else were known of it."""
        plain: dict[str, Any] = {}
        answers = []
        for (name, key), value in self.values.items():
            if key:
                answers.append((key, value))
            else:
                plain[name] = value
        return DayEntry(self.day, answers=tuple(sorted(answers)), **plain)
