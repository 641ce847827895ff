"""What was read off a sheet or out of lines: what is clear, what a person has to look at, what was not understood.

It is what a preview shows. A person picks one of the offers of each open answer, or none; the rest becomes proposals.
Nothing of it is dropped on the way: what is neither told nor open stands among what is `left`.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Any, NamedTuple

from adtracker.domain.edits.edit import Part
from adtracker.domain.intake.proposal import Proposals
from adtracker.domain.records.day import Origin

NOTE: Part = ("note", "")
# Of a treatment by its number; what is told of it stands beside the day.
DOSES = "doses"


@dataclass(frozen=True, slots=True)
class Seen:
    """Where something was seen: its line (1-based) with its `text`, and a picture (PNG) of the place, if any."""

    line: int = 0
    text: str = ""
    crop: bytes = field(default=b"", repr=False)


class Told(NamedTuple):
    """One answer of a day. That of ("doses", number of a treatment) is a pair: how many were taken, and skipped."""

    day: date
    part: Part
    value: Any
    seen: Seen


# What is put into the diary if a person picks it.
Offer = tuple[Told, ...]


@dataclass(frozen=True, slots=True)
class Open:
    """What a person has to look at: one of its `offers` is meant, the likeliest first, or none.

    `why` is the key of the sentence that says what is open.
    """

    offers: tuple[Offer, ...]
    seen: Seen
    why: str


class Left(NamedTuple):
    """What was not understood, or only in part; `why` is the key of its sentence."""

    seen: Seen
    why: str


@dataclass(frozen=True, slots=True)
class Found:
    """All of one sheet, or of some lines. `notes` are pictures (PNG) of what was written by hand, each for a day.

    `asks_whose` says that it is of another diary, so that a person has to say that it belongs here.
    """

    origin: Origin
    told: tuple[Told, ...]
    open: tuple[Open, ...] = ()
    left: tuple[Left, ...] = ()
    notes: tuple[tuple[date, bytes], ...] = field(default=(), repr=False)
    asks_whose: bool = False

    @property
    def days(self) -> frozenset[date]:
        """All days that it can be about."""
        offered = (told.day for one in self.open for offer in one.offers for told in offer)
        return frozenset((*(told.day for told in self.told), *offered, *(day for day, _ in self.notes)))

    @property
    def open_days(self) -> frozenset[date]:
        """The days of which something has to be looked at, where it is known which day it is."""
        offered = ({told.day for offer in one.offers for told in offer} for one in self.open)
        return frozenset(day for days in offered if len(days) == 1 for day in days)

    def waiting(self, picks: Mapping[int, int]) -> frozenset[tuple[date, Part]]:
        """The answers of which it is not said yet what is meant."""
        left = (one for which, one in enumerate(self.open) if which not in picks)
        return frozenset((told.day, told.part) for one in left for offer in one.offers for told in offer)

    @property
    def all_doses(self) -> Sequence[Told]:
        """All that can be told of treatments, whatever is picked."""
        offered = (told for one in self.open for offer in one.offers for told in offer)
        return [told for told in (*self.told, *offered) if told.part[0] == DOSES]

    def chosen(self, picks: Mapping[int, int]) -> Sequence[Told]:
        """What is clear, and what was picked: of the open one of a number, the offer of a number."""
        picked = (self.open[which].offers[pick] for which, pick in sorted(picks.items()))
        return [*self.told, *(told for offer in picked for told in offer)]

    def proposals(self, picks: Mapping[int, int]) -> Proposals:
        """The answers of days; what was picked stands before what was clear, notes below one another."""
        days: dict[date, dict[Part, Any]] = defaultdict(dict)
        lines: dict[date, int] = {}
        for told in self.chosen(picks):
            if told.part[0] == DOSES:
                continue
            lines.setdefault(told.day, told.seen.line)
            parts = days[told.day]
            before = parts.get(told.part, "")
            parts[told.part] = "\n".join(filter(None, (before, told.value))) if told.part == NOTE else told.value
        order = sorted(days)
        names = dict.fromkeys(part for day in order for part in days[day])
        held = {part: [days[day].get(part) for day in order] for part in names}
        return Proposals(order, [lines[day] for day in order], held, self.origin)

    def doses(self, picks: Mapping[int, int]) -> Sequence[Told]:
        """What was told of treatments."""
        return [told for told in self.chosen(picks) if told.part[0] == DOSES]


def found(
    origin: Origin,
    told: Iterable[Told],
    open_ones: Iterable[Open] = (),
    left: Iterable[Left] = (),
    notes: Iterable[tuple[date, bytes]] = (),
    *,
    asks_whose: bool = False,
) -> Found:
    """All of it, where what is told twice and not alike is open."""
    grouped: dict[tuple[date, Part], list[Told]] = defaultdict(list)
    for one in told:
        grouped[one.day, one.part].append(one)
    clear: list[Told] = []
    twice: list[Open] = []
    for (_, part), some in grouped.items():
        values = {repr(one.value): one for one in some}
        if part == NOTE or len(values) == 1:
            clear += some if part == NOTE else some[:1]
        else:
            twice.append(Open(tuple((one,) for one in values.values()), some[0].seen, "twice"))
    return Found(origin, tuple(clear), (*open_ones, *twice), tuple(left), tuple(notes), asks_whose)
