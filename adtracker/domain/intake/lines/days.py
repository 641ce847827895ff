"""Days in a line: dates in numbers and words, weekdays, yesterday, three days ago."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date, timedelta

from adtracker.domain.common.date_order import DateOrder
from adtracker.domain.common.period import check_calendar_day
from adtracker.domain.common.typed_day import DayHabits, days_read
from adtracker.domain.intake.lines.habits import LineHabits
from adtracker.domain.intake.lines.line_proposal import Doubt
from adtracker.domain.intake.lines.numbers import number_at
from adtracker.domain.intake.lines.pieces import Piece, PieceKind
from adtracker.domain.intake.lines.vocabulary import WORD, Found, Kind, Meaning

# 28.11.2026, 28/11, 2026-11-28, 28. 11., and where the day is first in letters: 28th of Nov. 2026, Nov 28, 2026.
_YEAR_FIRST = re.compile(r"\d{4}([-/.])\d{1,2}\1\d{1,2}(?!\d)")
_NUMBERS = re.compile(r"\d{1,2}([-/.])\d{1,2}(?:\1(?:\d{4}|\d{2})(?!\d)|(\.))?(?![\d%])")
_SPACED = re.compile(r"\d{1,2}\.[ ]\d{1,2}\.(?:[ ]\d{4})?(?!\d)")
_DAY_MONTH = re.compile(
    r"\d{1,2}(?:st|nd|rd|th|er|\.|º)?[ -]?(?:of |de )?(?P<month>(?:[^\W\d_]|[\u0300-\u036f])+)\.?"
    r"(?P<year>(?:,? |-)(?:de |del )?\d{4}(?!\d)| '\d{2}(?!\d))?",
    re.IGNORECASE,
)
_MONTH_DAY = re.compile(r"\.?[ -]?\d{1,2}(?:st|nd|rd|th)?(?:,? \d{4})?(?![\d%]|[.,:/-]\d)", re.IGNORECASE)
_ORDINAL = re.compile(r"\d{1,2}(?:st|nd|rd|th|\.)(?=\s)", re.IGNORECASE)
_ONLY_DAY = re.compile(r"\d{1,2}(?:st|nd|rd|th|\.)", re.IGNORECASE)
_DOTTED = re.compile(r"\d{1,2}\. ?\d{1,2}(?:\.|$)")
_BETWEEN = re.compile(r"[.,:]{0,2}[ \t]*(?:den |the |el |le |dem )?", re.IGNORECASE)
_BLANKS = re.compile(r"[ \t]*")
# A day without a year that is so many days ago may have been meant for one that lies ahead.
_FAR = 300
_WEEK = 7
# Amid a line a weekday cut short is taken for none: "sun" is what shines there.
_WHOLE_WORD = 4
_CHANCE = 10  # the highest answer: 6.5 and 7/3 may be answers


@dataclass(frozen=True, slots=True)
class DayReader:
    """Finds days in lines; `anchor` is the day that they count from, None where it is not known."""

    habits: LineHabits
    anchor: date | None
    is_strict: bool = False

    @property
    def _latest(self) -> date:
        return self.anchor or self.habits.today

    def at(self, line: str, begin: int) -> Piece | None:
        """The day that is named at a place. A strict reader takes nothing that could be two answers as well."""
        found = self.habits.words.at(line, begin)
        weekday = None if found is None else found.of(Kind.WEEKDAY)
        if found is not None and weekday is not None:
            between = _BETWEEN.match(line, found.end)
            dated = self._date(line, found.end if between is None else between.end())
            if dated is not None:
                return self._on_weekday(dated, begin, int(weekday.value))
        dated = self._date(line, begin)
        if dated is not None:
            return dated
        return self._worded(line, begin, found)

    def _on_weekday(self, dated: Piece, begin: int, weekday: int) -> Piece:
        """A date behind its weekday, which chooses among the days that it could be."""
        right = tuple(day for day in dated.days if day.isoweekday() == weekday)
        doubts = [one for one in dated.doubts if not right or one is not Doubt.SEVERAL_DAYS]
        if len(right) > 1:
            doubts.append(Doubt.SEVERAL_DAYS)
        elif not right:
            doubts.append(Doubt.WEEKDAY)
        return _day(begin, dated.end, right or dated.days, doubts)

    def _date(self, line: str, begin: int) -> Piece | None:
        for end in self._ends(line, begin):
            text = line[begin:end]
            days = self._read(text, self.habits.dotted if _DOTTED.match(text) else self.habits.order)
            if days and not (self.is_strict and _may_be_answers(text)):
                if all(day > self.habits.today for day in days):  # 11/12/2026 may be meant the other way round
                    days = tuple(day for day in self._read(text, None) if day <= self.habits.today) or days
                    return _day(begin, end, days, [*self._doubts(text, days), Doubt.SEVERAL_DAYS])
                return _day(begin, end, days, self._doubts(text, days))
        return None

    def _read(self, text: str, order: DateOrder | None) -> tuple[date, ...]:
        ways = DayHabits(self.habits.words.months, (), order, is_past=True)
        days = days_read(text.replace("'", " "), self._latest, ways)
        return tuple(day for day in days if not check_calendar_day("", day))

    def _ends(self, line: str, begin: int) -> Iterator[int]:
        """Where a date may end that begins here."""
        for shape in (_YEAR_FIRST, _SPACED, _NUMBERS):
            if found := shape.match(line, begin):
                yield found.end()
        if (found := _DAY_MONTH.match(line, begin)) and self._is_month(line, found.start("month"), found.end("month")):
            yield found.end()
        word = WORD.match(line, begin)
        if word and self._is_month(line, begin, word.end()) and (found := _MONTH_DAY.match(line, word.end())):
            yield found.end()
        if not self.is_strict and (found := _ORDINAL.match(line, begin)):
            yield found.end()

    def _is_month(self, line: str, begin: int, end: int) -> bool:
        found = self.habits.words.at(line, begin)
        return found is not None and found.end == end and found.of(Kind.MONTH) is not None

    def _doubts(self, text: str, days: tuple[date, ...]) -> list[Doubt]:
        doubts = [Doubt.SEVERAL_DAYS] if len(days) > 1 else []
        has_year = re.search(r"\d{4}", text) is not None
        if not has_year and any((self._latest - day).days > _FAR for day in days):
            doubts.append(Doubt.FAR)
        if _ONLY_DAY.fullmatch(text):
            doubts.append(Doubt.UNSURE)
        return doubts

    def _worded(self, line: str, begin: int, found: Found | None) -> Piece | None:
        """A day in words that counts from the day of writing."""
        ago = self._ago(line, begin, found)
        if ago is not None or found is None:
            return ago
        if (meaning := found.of(Kind.DAYS_BACK)) is not None:
            return self._relative(line, begin, found.end, (int(meaning.value),), meaning)
        if (meaning := found.of(Kind.NIGHT)) is not None:
            return self._relative(line, begin, found.end, (1, 0), meaning)
        return self._weekday(line, begin, found)

    def _ago(self, line: str, begin: int, found: Found | None) -> Piece | None:
        before = [] if found is None else [one for one in found.meanings if one.kind is Kind.BEFORE_AGO]
        place = _skip(line, found.end) if found is not None and before else begin
        number = number_at(line, place, self.habits.words)
        if number is None or len(number.numbers) != 1 or not number.numbers[0].is_integer():
            return None
        behind = self.habits.words.at(line, _skip(line, number.end))
        if behind is None:
            return None
        for meaning in behind.meanings:
            fits = any(one.value == meaning.value and one.languages & meaning.languages for one in before)
            if meaning.kind is Kind.BEHIND_AGO and (fits or not before) and (before or _says_ago(meaning)):
                back = int(number.numbers[0]) * int(meaning.value)
                return self._relative(line, begin, behind.end, (back,), meaning)
        return None

    def _weekday(self, line: str, begin: int, found: Found) -> Piece | None:
        last = found.of(Kind.LAST)
        named = self.habits.words.at(line, _skip(line, found.end)) if last is not None else found
        meaning = None if named is None else named.of(Kind.WEEKDAY)
        if named is None or meaning is None:
            return None
        end = named.end
        behind = self.habits.words.at(line, _skip(line, end))
        if last is None and behind is not None and behind.of(Kind.LAST):
            last, end = behind.of(Kind.LAST), behind.end
        back = (self._latest.isoweekday() - int(meaning.value)) % _WEEK
        ways = (back, back + _WEEK) if back == 0 or last is not None else (back,)
        return self._relative(line, begin, end, ways[1:] if last is not None and back == 0 else ways, meaning)

    def _relative(self, line: str, begin: int, end: int, back: tuple[int, ...], meaning: Meaning) -> Piece | None:
        others = self.habits.words.elsewhere(line[begin:end])
        if self.is_strict and (others or (meaning.kind is Kind.WEEKDAY and end - begin < _WHOLE_WORD)):
            return None
        days = tuple(day for one in back if (day := _before(self._latest, one)) is not None)
        doubts = [Doubt.SEVERAL_DAYS] if len(days) > 1 else []
        if self.anchor is None:
            doubts.append(Doubt.WRITTEN_WHEN)
        piece = _day(begin, end, days, doubts, is_relative=True)
        return replace(piece, languages=meaning.languages, elsewhere=others) if days else None


def _says_ago(meaning: Meaning) -> bool:
    """Whether the words behind a number are enough: "3 days ago", while "3 Tagen" says nothing without "vor"."""
    return meaning.languages == frozenset(("en",))


def _day(begin: int, end: int, days: tuple[date, ...], doubts: list[Doubt], *, is_relative: bool = False) -> Piece:
    return Piece(PieceKind.DAY, begin, end, days=days, doubts=tuple(doubts), is_relative=is_relative)


def _before(day: date, back: int) -> date | None:
    try:
        found = day - timedelta(days=back)
    except OverflowError:
        return None
    return None if check_calendar_day("", found) else found


def _skip(line: str, begin: int) -> int:
    blanks = _BLANKS.match(line, begin)
    return begin if blanks is None else blanks.end()


def may_be_answers(line: str, day: Piece) -> bool:
    """Whether what was taken for a day may be a number of one's own, or two answers: 6.5 or 7/3."""
    return _may_be_answers(line[day.begin : day.end])


def _may_be_answers(text: str) -> bool:
    numbers = re.fullmatch(r"(\d{1,2})[-/.](\d{1,2})", text)
    return numbers is not None and int(numbers[1]) <= _CHANCE and (int(numbers[2]) <= _CHANCE or "." in text)
