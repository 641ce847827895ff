"""What lines of text say, as what a preview shows: each line is told, open, or left, and none is dropped."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from datetime import date, timedelta
from itertools import islice, product

from adtracker.domain.edits.edit import Part
from adtracker.domain.intake.found import NOTE, Found, Left, Offer, Open, Seen, Told, found
from adtracker.domain.intake.lines.line_proposal import Doubt, Fate, LineProposal
from adtracker.domain.records.day import Origin

_MOST_OFFERS, _LAST_DAYS = 8, 7
_UNDATED = frozenset((Doubt.NO_DAY, Doubt.WRITTEN_WHEN))


def found_in(lines: Sequence[LineProposal], today: date | None = None) -> Found:
    """All of some lines. What was understood in part is open ("itch 4 days" is no 4). One whose day nobody knows can be
    of any of the last days, if it is said which day it is. Of those that say different things of a day one is meant."""
    told: list[Told] = []
    open_ones: list[Open] = []
    left: list[Left] = []
    twice: dict[date, list[Offer]] = defaultdict(list)
    for line in lines:
        seen, day = Seen(line.line, line.text), line.day
        if line.fate is Fate.CLEAR and day is not None:
            told += [Told(day, part, value, seen) for part, value in line.parts.items()]
        elif line.fate is not Fate.HEADING:
            offers = tuple(islice(_offers(line, _days_of(line, today), seen), _MOST_OFFERS))
            if day is not None and Doubt.TWICE in line.doubts:
                twice[day] += offers
            elif offers:
                open_ones.append(Open(offers, seen, line.doubts[0].value if line.doubts else "which"))
            else:
                is_said = line.doubts and line.doubts[0] is not Doubt.REST
                left.append(Left(seen, line.doubts[0].value if is_said else "not_read"))
    for asked in map(_with_others, twice.values()):
        while some := tuple(islice(asked, _MOST_OFFERS)):  # what has no letter is asked next: no line is dropped
            open_ones.append(Open(some, some[0][0].seen, Doubt.TWICE.value))
    return found(Origin.PASTED, told, open_ones, left)


def _with_others(offers: Sequence[Offer]) -> Iterator[Offer]:
    """Each with what only other lines of the day say, where these agree: a note comes along whichever is picked."""
    lines: dict[Seen, list[Offer]] = defaultdict(list)
    for offer in offers:
        lines[offer[0].seen].append(offer)
    sure = {seen: [told for told in own[0] if all(told in offer for offer in own)] for seen, own in lines.items()}
    for offer in offers:
        beside: dict[Part, list[Told]] = defaultdict(list)
        for told in (told for seen, own in sure.items() if seen != offer[0].seen for told in own):
            beside[told.part].append(told)
        own_parts = {told.part for told in offer}
        agreed = (said for part, said in beside.items() if part not in own_parts and _agree(said))
        yield (*offer, *(said[0] for said in agreed))


def _agree(said: Sequence[Told]) -> bool:
    return all(told.value == said[0].value for told in said)


def _days_of(line: LineProposal, today: date | None) -> Sequence[date]:
    """The days that are offered, the likeliest first."""
    if today is None or not _UNDATED & set(line.doubts):
        return line.days
    last = (today - timedelta(days=number) for number in range(_LAST_DAYS))
    return list(dict.fromkeys((*line.days, *last)))


def _offers(line: LineProposal, days: Sequence[date], seen: Seen) -> Iterator[Offer]:
    """All that it can mean: on each day that is likely, with each of the values that are open; where a part was not
    understood, also with that as the note."""
    kinds = list(line.choices)
    for day in days:
        for values in product(*(line.choices[part] for part in kinds)):
            parts = {**line.parts, **dict(zip(kinds, values, strict=True))}
            if parts:
                yield tuple(Told(day, part, value, seen) for part, value in parts.items())
            if parts and line.fate is Fate.PARTLY:
                note = "\n".join(filter(None, (parts.get(NOTE, ""), line.rest)))
                yield tuple(Told(day, part, value, seen) for part, value in {**parts, NOTE: note}.items())
