"""Lines as proposals for days: what goes beside the diary once nothing is open, or once the person has answered."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from adtracker.domain.edits.edit import Part
from adtracker.domain.intake.lines.line_proposal import Fate, LineProposal
from adtracker.domain.intake.proposal import Proposals

_NOTE: Part = ("note", "")


@dataclass(slots=True)
class _Day:
    line: int
    parts: dict[Part, Any] = field(default_factory=dict)


def clear_lines(lines: Iterable[LineProposal]) -> list[LineProposal]:
    """Those that leave nothing open."""
    return [one for one in lines if one.fate is Fate.CLEAR]


def proposals_of(lines: Iterable[LineProposal]) -> Proposals:
    """What lines say, a day each: several of one day together, their notes below each other.

    The day of a line is the first that it can be of; one without a day, or without parts, says nothing. What two lines
    say differently is as the later one has it.
    """
    days: dict[date, _Day] = {}
    for one in lines:
        if not one.days or not one.parts:
            continue
        held = days.setdefault(one.days[0], _Day(one.line))
        for part, value in one.parts.items():
            is_more = part == _NOTE and part in held.parts and value not in held.parts[part].split("\n")
            held.parts[part] = f"{held.parts[part]}\n{value}" if is_more else value
    names = list(dict.fromkeys(part for held in days.values() for part in held.parts))
    parts = {part: [held.parts.get(part) for held in days.values()] for part in names}
    return Proposals(list(days), [held.line for held in days.values()], parts)
