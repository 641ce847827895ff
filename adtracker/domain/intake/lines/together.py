"""What lines say of each other: which day one without a day is likely of, and that two say different things of one."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Collection, Sequence
from dataclasses import replace
from datetime import date, timedelta
from typing import Any

from adtracker.domain.edits.edit import Part
from adtracker.domain.intake.lines.habits import LineHabits
from adtracker.domain.intake.lines.line_proposal import Doubt, Fate, LineProposal

_NOTE: Part = ("note", "")
_DAY = timedelta(days=1)


def together(found: Sequence[LineProposal], relative: Collection[int], habits: LineHabits) -> tuple[LineProposal, ...]:
    """The same lines with what others of them show; `relative` are those that count from the day of writing."""
    is_dated = any(one.day is not None and one.line not in relative for one in found)
    lines = [_doubted(one, Doubt.WRITTEN_WHEN) if is_dated and one.line in relative else one for one in found]
    lines = _with_likely_days(lines, habits)
    lines = _with_strangers(lines)
    return tuple(_with_twice(lines, relative))


def _doubted(one: LineProposal, doubt: Doubt) -> LineProposal:
    if doubt in one.doubts or not (one.parts or one.choices):
        return one
    return replace(one, doubts=tuple(each for each in Doubt if each in (*one.doubts, doubt)))


def _with_likely_days(lines: Sequence[LineProposal], habits: LineHabits) -> list[LineProposal]:
    """Lines without a day are likely of the one between those above and below, or the next in their direction."""
    days = [one.day for one in lines]
    below: list[date | None] = [None] * len(lines)
    for place in range(len(lines) - 2, -1, -1):
        below[place] = days[place + 1] or below[place + 1]
    made: list[LineProposal] = []
    last: date | None = None
    step: timedelta | None = None
    for place, one in enumerate(lines):
        if Doubt.NO_DAY in one.doubts and not one.days:
            one = replace(one, days=_likely(last, below[place], step, habits))  # noqa: PLW2901
        if (day := days[place]) is not None:
            step = day - last if last is not None and abs(day - last) == _DAY else step
            last = day
        made.append(one)
    return made


def _likely(above: date | None, below: date | None, step: timedelta | None, habits: LineHabits) -> tuple[date, ...]:
    if above is not None and below is not None:
        return (min(above, below) + _DAY,) if abs(above - below) == 2 * _DAY else ()
    if above is not None and step is not None and above + step <= habits.today:
        return (above + step,)
    return (habits.written,) if habits.written is not None else ()


def _with_strangers(lines: Sequence[LineProposal]) -> list[LineProposal]:
    """Where several people wrote lines that say something, only who wrote most of them is taken for the person."""
    wrote = Counter(one.sender for one in lines if one.sender and (one.parts or one.choices))
    if len(wrote) < 2:
        return list(lines)
    (most, count), (_, second) = wrote.most_common(2)
    return [
        _doubted(one, Doubt.WHOSE) if one.sender and (one.sender != most or count == second) else one for one in lines
    ]


def _with_twice(lines: Sequence[LineProposal], relative: Collection[int]) -> list[LineProposal]:
    """Lines that say different things of one answer of one day are asked about, and those where only the day of
    writing says that it is the same day."""
    told: dict[tuple[date, Part], list[tuple[int, Any]]] = defaultdict(list)
    for place, one in enumerate(lines):
        if one.day is not None and one.fate is not Fate.HEADING:
            for part, value in one.parts.items():
                if part != _NOTE:
                    told[one.day, part].append((place, value))
    twice: set[int] = set()
    for said in told.values():
        differ = any(value != said[0][1] for _, value in said)
        if len(said) > 1 and (differ or any(lines[place].line in relative for place, _ in said)):
            twice.update(place for place, _ in said)
    return [_doubted(one, Doubt.TWICE) if place in twice else one for place, one in enumerate(lines)]
