"""Reads lines of text: typed, spoken, pasted from a chat or a mail. Each that is not blank becomes one proposal."""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace
from datetime import date, timedelta

from adtracker.domain.common.date_order import DateOrder
from adtracker.domain.common.period import check_calendar_day
from adtracker.domain.common.typed_day import DayHabits, days_read
from adtracker.domain.edits.edit import Part
from adtracker.domain.intake.lines.habits import LineHabits
from adtracker.domain.intake.lines.line_proposal import Doubt, LineProposal
from adtracker.domain.intake.lines.stamps import Stamp, begin_of, goes_on, order_shown, sender_at, stamp_of
from adtracker.domain.intake.lines.together import together
from adtracker.domain.intake.lines.understanding import Understood, understood
from adtracker.domain.intake.lines.vocabulary import WORD, Kind

# So much of a line is looked at: longer ones are letters, not answers.
LONGEST = 600
# Signs that are not seen, and blanks of other widths: each becomes one blank, so that every letter keeps its place.
_UNSEEN = (*range(0x2000, 0x200C), 0x200E, 0x200F, *range(0x202A, 0x2030), 0x205F, *range(0x2060, 0x2070))
_BLANKS = dict.fromkeys((0x09, 0x0B, 0x0C, 0xA0, 0xAD, 0x1680, *_UNSEEN, 0x3000, 0xFEFF), " ")
_DOTTED = re.compile(r"\d{1,2}\. ?\d")
_DATED = re.compile(r"\d[./-]\d")
_NOTE: Part = ("note", "")


@dataclass(slots=True)
class _Message:
    """A message, or what stands below a day: its days, and which parts its lines have told so far."""

    days: tuple[date, ...]
    doubts: frozenset[Doubt]
    anchor: date | None
    sender: str
    is_open: bool
    told: set[Part] = field(default_factory=set)


def read_lines(text: str, habits: LineHabits) -> tuple[LineProposal, ...]:
    """What the lines of a text say, one proposal for each that is not blank, in their order."""
    return _Reader(text, habits).read()


class _Reader:
    def __init__(self, text: str, habits: LineHabits) -> None:
        self._originals = text.splitlines()
        self._lines = [line[:LONGEST].translate(_BLANKS) for line in self._originals]
        self._habits = habits
        self._stamps = [self._stamp(line) for line in self._lines]
        self._order = self._order_of_stamps()
        self._typed = self._typed_habits()
        self._senders = self._senders_of_brackets()
        self._message: _Message | None = None
        self._found: list[LineProposal] = []
        self._relative: set[int] = set()

    def read(self) -> tuple[LineProposal, ...]:
        """One proposal a line."""
        for number, original in enumerate(self._originals):
            if not self._lines[number].strip():
                self._message = self._message if self._message is not None and self._message.is_open else None
            elif len(original) > LONGEST:
                self._found.append(LineProposal(number + 1, original, doubts=(Doubt.TOO_LONG,)))
            else:
                self._found.append(self._line(number))
        return together(self._found, self._relative, self._habits)

    def _stamp(self, line: str) -> Stamp | None:
        """The stamp of a line, if its day is one: "itch 6, 22:14" has none."""
        stamp = stamp_of(line)
        return None if stamp is not None and stamp.day and not self._days(stamp.day, None) else stamp

    def _order_of_stamps(self) -> DateOrder | None:
        """In which order stamps have day and month: as they show, or as they can follow each other."""
        texts = [one.day for one in self._stamps if one is not None and one.day]
        shown = order_shown(texts)
        if shown:
            return next(iter(shown)) if len(shown) == 1 else None
        fitting = [
            order for order in DateOrder if goes_on([self._days(text, order) for text in texts], self._habits.today)
        ]
        return fitting[0] if len(fitting) == 1 else self._habits.order

    def _typed_habits(self) -> LineHabits:
        """In which order a person types days: as their computer is set, unless their lines show another one. Where
        nobody knows how it is set they show it alone; full stops say nothing of other days, and seldom that of their
        own is another one."""
        begins = [line[begin_of(line) :].lstrip(" -*•([") for line in self._lines]
        dotted = [begin for begin in begins if _DOTTED.match(begin)]
        shown = order_shown(begins) | ({self._order} if self._order is not None else set())
        order = self._habits.order if not shown or shown == {self._habits.order} else None
        shown = order_shown(begin for begin in begins if begin not in dotted)
        if self._habits.order is None and len(shown) == 1:
            order = next(iter(shown))
        is_other = DateOrder.MONTH_FIRST in order_shown(dotted)
        return replace(self._habits, order=order, dotted=None if is_other else self._habits.dotted)

    def _days(self, text: str, order: DateOrder | None) -> tuple[date, ...]:
        ways = DayHabits(self._habits.words.months, (), order, is_past=True)
        return tuple(day for day in days_read(text, self._habits.today, ways) if not check_calendar_day("", day))

    def _senders_of_brackets(self) -> frozenset[str]:
        """Who wrote, where stamps in brackets all have a name behind them; one that a few have may be an answer's."""
        stamped = [(line, one) for line, one in zip(self._lines, self._stamps, strict=True) if one is not None]
        behind = [sender_at(line, one.begin) for line, one in stamped if one.begin < len(line.rstrip())]
        named = [one[0] for one in behind if one is not None]
        return frozenset(named) if named and len(named) == len(behind) else frozenset()

    def _line(self, number: int) -> LineProposal:
        line, stamp = self._lines[number], self._stamps[number]
        if stamp is not None and stamp.day:
            self._message = self._opened(line, stamp)
        begin, sender = self._begin(line, stamp)
        if stamp is not None and not line[begin:].strip():
            is_heading = bool(stamp.day)
            return LineProposal(number + 1, self._originals[number], is_heading=is_heading, sender=sender)
        return self._answered(number, begin, stamp, sender)

    def _answered(self, number: int, begin: int, stamp: Stamp | None, sender: str) -> LineProposal:
        """A line with words of its own, of the day that they name, or that of its message."""
        line, message = self._lines[number], self._message
        anchor = self._habits.written if message is None else message.anchor
        is_dated = message is not None and bool(message.days)
        said = understood(line, begin, len(line.rstrip()), self._typed, anchor, dated=is_dated)
        is_own = stamp is None or not stamp.day
        if said.says_nothing_but_a_day and is_own:
            self._message = _Message(said.days or (), said.day_doubts, None, "", is_open=True)
            past = tuple(day for day in said.days or () if day <= self._habits.today)
            return LineProposal(number + 1, self._originals[number], past, is_heading=True)
        days, doubts = self._day_of(said, message)
        if said.is_relative and (message is None or message.anchor is None):
            self._relative.add(number + 1)
        return self._proposal(number, said, days, doubts, sender)

    def _day_of(self, said: Understood, message: _Message | None) -> tuple[tuple[date, ...], frozenset[Doubt]]:
        """The day of a line, with what is open about it."""
        parts = {part for part in (*said.answers.parts, *said.answers.choices) if part != _NOTE}
        if said.days is not None:
            if message is not None and message.anchor is None:
                self._message = None  # another day than that of the heading above
            return said.days, said.day_doubts
        if message is None or message.told & parts:
            return (), frozenset((Doubt.NO_DAY,))
        message.told |= parts
        return message.days, message.doubts

    def _proposal(
        self, number: int, said: Understood, days: tuple[date, ...], doubts: frozenset[Doubt], sender: str
    ) -> LineProposal:
        answers, original = said.answers, self._originals[number]
        parts = dict(answers.parts)
        if _NOTE in parts:  # as it stands there, with the signs that are not seen
            parts[_NOTE] = original[said.note_begin :].strip()
        past = tuple(day for day in days if day <= self._habits.today)
        open_ = set(doubts) if parts or answers.choices else set()
        if days and not past:
            open_ = (open_ - {Doubt.SEVERAL_DAYS, Doubt.FAR}) | {Doubt.AHEAD}
        elif len(past) == 1 and len(days) > 1:
            open_ -= {Doubt.SEVERAL_DAYS}
        open_ |= answers.doubts
        order = tuple(one for one in Doubt if one in open_)
        return LineProposal(number + 1, original, past, parts, answers.choices, said.rest, order, sender)

    def _opened(self, line: str, stamp: Stamp) -> _Message:
        """A new message: what follows without a stamp belongs to it, until a blank line if it began on its own."""
        found = self._days(stamp.day, self._order)
        is_night = stamp.at is not None and stamp.at < self._habits.day_start
        days = tuple(day - timedelta(days=1) if is_night else day for day in found)
        doubts = frozenset((Doubt.SEVERAL_DAYS,)) if len(days) > 1 else frozenset()
        begin, sender = self._begin(line, stamp)
        anchor = days[0] if len(days) == 1 and days[0] <= self._habits.today else None
        if not days:
            doubts = frozenset((Doubt.NO_DAY,))
        return _Message(days, doubts, anchor, sender, is_open=not line[begin:].strip())

    def _begin(self, line: str, stamp: Stamp | None) -> tuple[int, str]:
        """Where a line's own words begin, and who wrote them."""
        if stamp is None:
            message = self._message
            return begin_of(line), "" if message is None else message.sender
        found = sender_at(line, stamp.begin)
        if stamp.sender or found is None or found[0] not in self._senders or self._is_name(found[0]):
            return stamp.begin, stamp.sender
        return found[1], found[0]

    def _is_name(self, text: str) -> bool:
        """Whether what stands before a colon is the name of an answer or a day, and nobody's name."""
        kinds = (Kind.ITCH, Kind.SLEEP, Kind.SKIN, Kind.WOKEN, Kind.NOTE, Kind.QUESTION, Kind.WEEKDAY, Kind.DAYS_BACK)
        words = self._habits.words
        found = (words.at(text, one.start()) for one in WORD.finditer(text))
        return any(one is not None and one.of(*kinds) is not None for one in found) or _DATED.search(text) is not None
