"""What a person says of a line that leaves something open, and how it is to be taken then."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from enum import Enum
from typing import Any

from adtracker.domain.edits.edit import Part
from adtracker.domain.intake.lines.line_proposal import OF_THE_DAY, Doubt, Fate, LineProposal

_NOTE: Part = ("note", "")
# What is settled by the day or by one of several values.
_SETTLED = OF_THE_DAY | {Doubt.RANGE, Doubt.TWO_NUMBERS}


@dataclass(frozen=True, slots=True)
class Said:
    """What a person said of one line so far: its day, one value of each that could be several, and that what was read
    is meant. What was not understood may go into the note."""

    is_left_out: bool = False
    day: date | None = None
    values: Mapping[Part, Any] = field(default_factory=dict)
    is_meant: bool = False
    rest_is_note: bool = False


class Ask(Enum):
    """What is asked of a line next."""

    DAY = "day"
    VALUE = "value"
    MEANT = "meant"


def next_ask(one: LineProposal, said: Said) -> tuple[Ask, Part | None] | None:
    """What is still to be asked of a line, with the part it is about; None where nothing is."""
    if said.is_left_out or one.fate in (Fate.HEADING, Fate.NOT_READ, Fate.CLEAR):
        return None
    if one.day is None and said.day is None:
        return Ask.DAY, None
    open_part = next((part for part in one.choices if part not in said.values), None)
    if open_part is not None:
        return Ask.VALUE, open_part
    return (Ask.MEANT, None) if set(one.doubts) - _SETTLED and not said.is_meant else None


def as_said(one: LineProposal, said: Said) -> LineProposal | None:
    """The line as it is to be taken; None while it is open, where it is left out, and where it says nothing."""
    if said.is_left_out or next_ask(one, said) is not None or not (one.parts or one.choices):
        return None
    day = said.day or one.day
    if day is None:
        return None
    parts = {**one.parts, **{part: value for part, value in said.values.items() if part in one.choices}}
    if said.rest_is_note and one.rest:
        parts[_NOTE] = "\n".join(filter(None, (parts.get(_NOTE, ""), one.rest)))
    return replace(one, days=(day,), parts=parts, choices={}, doubts=())


def all_as_said(lines: Iterable[LineProposal], said: Mapping[int, Said]) -> list[LineProposal]:
    """The lines that are to be taken, by what was said of them under their number."""
    made = (as_said(one, said.get(one.line, Said())) for one in lines)
    return [one for one in made if one is not None]
