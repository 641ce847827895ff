"""Writes days as lines that are read back as the same days.

    28.11.2026 itch 6 sleep 4 woken yes skin 9.5 % dry cracked note: hands sore

A line says what lines can say: numbers, yes and no, what was seen on the skin, the note. Where on the body, "none of
these signs" and triggers stay behind.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date

from adtracker.domain.common.date_order import DateOrder
from adtracker.domain.common.measure import exact
from adtracker.domain.records.day import DayEntry, Extent, ExtentMethod
from adtracker.domain.records.question import AnswerKind, Question

# So many decimals look like thousands behind a point or a comma.
_THOUSANDS = 3


@dataclass(frozen=True, slots=True)
class LineWriting:
    """`words` are those of one language by what they are, the usual one first; without an `order` the year is first."""

    words: Mapping[str, Sequence[str]]
    order: DateOrder | None = DateOrder.DAY_FIRST
    has_comma: bool = False
    questions: Mapping[str, Question] = field(default_factory=dict)

    def word(self, name: str) -> str:
        """The usual word for something."""
        return self.words[name][0]

    def number(self, value: float) -> str:
        """A number that can be read in one way only."""
        whole, _, decimals = f"{exact(value):f}".partition(".")
        decimals = decimals.rstrip("0")
        if len(decimals) == _THOUSANDS:
            decimals += "0"
        return f"{whole}{',' if self.has_comma else '.'}{decimals}" if decimals else whole

    def day(self, day: date) -> str:
        """A day with its year, in the order in which it is read."""
        if self.order is DateOrder.DAY_FIRST:
            return f"{day.day:02}.{day.month:02}.{day.year:04}"
        return f"{day.month:02}/{day.day:02}/{day.year:04}" if self.order is DateOrder.MONTH_FIRST else day.isoformat()


def write_lines(days: Iterable[DayEntry], writing: LineWriting) -> str:
    """The lines of days, those of one day below each other where its note has several; each ends with a line end."""
    return "".join(f"{line}\n" for day in days for line in _lines(day, writing))


def _lines(entry: DayEntry, writing: LineWriting) -> Iterator[str]:
    day = writing.day(entry.day)
    notes = [line.strip() for line in entry.note.splitlines() if line.strip()]
    said = [*_said(entry, writing), *(f"{writing.word('note')}: {note}" for note in notes[:1])]
    if said:
        yield " ".join((day, *said))
    yield from (f"{day} {writing.word('note')}: {note}" for note in notes[1:])


def _said(entry: DayEntry, writing: LineWriting) -> Iterator[str]:
    for name, value in (("itch", entry.itch), ("sleep", entry.sleep_quality)):
        if value is not None:
            yield f"{writing.word(name)} {writing.number(value)}"
    if entry.woken is not None:
        yield f"{writing.word('woken')} {_flag(entry.woken, writing)}"
    if entry.extent is not None:
        yield f"{writing.word('skin')} {_extent(entry.extent, writing)}"
    if entry.bad_day:
        yield writing.word("bad_day")
    yield from (writing.word(f"sign_{sign.value}") for sign in entry.signs or ())
    for key, value in entry.answers:
        if (question := writing.questions.get(key)) is not None:
            is_flag = question.kind is AnswerKind.YES_NO
            yield f"{question.text} {_flag(bool(value), writing) if is_flag else writing.number(value)}"


def _extent(extent: Extent, writing: LineWriting) -> str:
    if extent.method is ExtentMethod.PALMS and extent.palms is not None:
        return f"{writing.number(extent.palms)} {writing.words['palms'][1]}"
    return f"{writing.number(extent.percent)} %"


def _flag(value: bool, writing: LineWriting) -> str:
    return writing.word("yes" if value else "no")
