"""What lines of text say, as what a preview shows: each line is told, open, or left, and none is dropped."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import islice, product

from adtracker.domain.intake.found import Found, Left, Offer, Open, Seen, Told, found
from adtracker.domain.intake.lines.line_proposal import Fate, LineProposal
from adtracker.domain.records.day import Origin

_MOST_OFFERS = 8


def found_in(lines: Sequence[LineProposal]) -> Found:
    """All of some lines."""
    told: list[Told] = []
    open_ones: list[Open] = []
    left: list[Left] = []
    for line in lines:
        seen, day = Seen(line.line, line.text), line.day
        if line.fate in (Fate.CLEAR, Fate.PARTLY) and day is not None:
            told += [Told(day, part, value, seen) for part, value in line.parts.items()]
            left += [Left(Seen(line.line, line.rest or line.text), "rest")] if line.fate is Fate.PARTLY else []
        elif line.fate is not Fate.HEADING:
            offers = tuple(islice(_offers(line, seen), _MOST_OFFERS))
            if offers:
                open_ones.append(Open(offers, seen, line.doubts[0].value if line.doubts else "which"))
            else:
                left.append(Left(seen, line.doubts[0].value if line.doubts else "not_read"))
    return found(Origin.PASTED, told, open_ones, left)


def _offers(line: LineProposal, seen: Seen) -> Iterator[Offer]:
    """All that it can mean: on each day that is likely, with each of the values that are open."""
    kinds = list(line.choices)
    for day in line.days:
        for values in product(*(line.choices[part] for part in kinds)):
            parts = {**line.parts, **dict(zip(kinds, values, strict=True))}
            if parts:
                yield tuple(Told(day, part, value, seen) for part, value in parts.items())
