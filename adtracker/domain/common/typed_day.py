"""Reads a day as people write it: 25 October 2026, Oct 25, 25.10.2026, 10/25/2026, 2026-10-25.

What could be two days is given as two: nobody but the person can say which one was meant.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import groupby

from adtracker.domain.common.date_order import DateOrder
from adtracker.domain.common.plain_search import folded

_CENTURY, _SHORT_YEARS = 2000, 100
_YEAR_DIGITS, _MOST, _LONGEST = 4, 3, 60
# A day that years leave out stands in one of eight of them (1896, 1904), one that months leave out in one of two.
_LEAP_YEARS, _SHORT_MONTHS = 9, 3
_BOTH = (DateOrder.DAY_FIRST, DateOrder.MONTH_FIRST)
# What stands beside the numbers of a day and says no more than they do, in the ways of many languages.
_FILLERS = frozenset(
    map(
        folded,
        (
            *("of", "the", "st", "nd", "rd", "th", "de", "del", "do", "da", "ro", "ero"),
            *("le", "er", "den", "der", "dem", "d", "m"),
            *("г", "года", "年", "月", "日", "년", "월", "일", "tháng", "ngày", "năm"),  # noqa: RUF001
        ),
    )
)


@dataclass(frozen=True, slots=True)
class DayHabits:
    """How a person writes days.

    `months` and `weekdays` are names, each with its number from 1 (Monday); more than one name may have a number.
    Without an `order` either may be meant. Where the year is left out, `is_past` takes the nearest day that is not
    after the shown one.
    """

    months: Sequence[tuple[str, int]]
    weekdays: Sequence[tuple[str, int]] = ()
    order: DateOrder | None = DateOrder.DAY_FIRST
    is_past: bool = False


def days_read(text: str, shown: date, habits: DayHabits) -> tuple[date, ...]:
    """The days that a text can be, in the order of the calendar: none, one, or several if it does not say which.

    The beginning of a month's name is enough. Four digits first are a year, then month and day. Month and year may be
    left out: those of `shown` count, or the nearest before. Digits are those of any script.
    """
    if len(text) > _LONGEST:
        return ()
    numbers, words = _parts(text)
    words = [word for word in words if word not in _FILLERS]
    for month, weekdays in _ways(words, habits):
        if len(weekdays) > 1 or not 1 <= len(numbers) <= _MOST - bool(month):
            continue
        given = _Given(shown, habits.is_past)
        if month:
            found = _named(numbers, _meant(month, habits.months), given)
        else:
            found = _numbered(numbers, given, _orders(text, habits.order))
        wanted = _meant(weekdays[0], habits.weekdays, whole=True) if weekdays else set(range(1, 8))
        fitting = {day for day in found if day is not None and day.isoweekday() in wanted}
        if fitting:
            return tuple(sorted(fitting))
    return ()


def _ways(words: Sequence[str], habits: DayHabits) -> Iterator[tuple[str, Sequence[str]]]:
    """Which word may be the month, if any, and which are weekdays.

    One that is both, such as “mar” for martes and marzo, is the month where it can be no weekday.
    """
    weekdays = [word for word in words if _meant(word, habits.weekdays, whole=True)]
    months = [word for word in words if word not in weekdays]
    if len(months) <= 1:
        yield "".join(months), weekdays
    for place, word in reversed(list(enumerate(weekdays))):
        if not months and len(word) > 1 and _meant(word, habits.months, whole=True):
            yield word, weekdays[:place] + weekdays[place + 1 :]


def _parts(text: str) -> tuple[list[str], list[str]]:
    """The runs of digits, as digits from 0 to 9, and the runs of letters, without case and accents."""
    numbers, words = [], []
    for kind, letters in groupby(text, _kind):
        run = "".join(letters)
        if kind == "digit":
            numbers.append("".join(str(unicodedata.decimal(digit)) for digit in run))
        elif kind == "letter":
            words.append(folded(run))
    return numbers, words


def _kind(letter: str) -> str:
    if letter.isdecimal():
        return "digit"
    if letter == "º":  # 1.º de agosto
        return "between"
    return "letter" if letter.isalpha() or unicodedata.category(letter).startswith("M") else "between"


def _meant(word: str, names: Iterable[tuple[str, int]], *, whole: bool = False) -> Collection[int]:
    """The numbers of the names that a word is, or else, unless it has to be `whole`, of those that begin with it."""
    named = [(folded(name).strip(" ."), number) for name, number in names]
    exact = {number for name, number in named if name == word}
    return exact if exact or whole else {number for name, number in named if name.startswith(word)}


def _orders(text: str, order: DateOrder | None) -> Sequence[DateOrder]:
    """What may come first. With full stops it is the day nearly everywhere: then no month is taken for granted."""
    return _BOTH if order is None or (order is DateOrder.MONTH_FIRST and "." in text) else (order,)


@dataclass(frozen=True, slots=True)
class _Given:
    """The day that counts where month or year are left out: those of it, or the nearest that are not after it."""

    shown: date
    is_past: bool

    def day(self, day: str, month: str, year: str | None) -> date | None:
        """The day of these numbers, if the calendar has it."""
        if year is not None:
            number = int(year)
            return _date(number if number >= _SHORT_YEARS else _CENTURY + number, int(month), int(day))
        if not self.is_past:
            return _date(self.shown.year, int(month), int(day))
        some = (_date(self.shown.year - back, int(month), int(day)) for back in range(_LEAP_YEARS))
        return next((one for one in some if one is not None and one <= self.shown), None)

    def of_month(self, day: str) -> date | None:
        """The day of the month; that of another month before where it may be one."""
        months = 12 * self.shown.year + self.shown.month - 1
        some = (
            _date(*_year_and_month(months - back), int(day)) for back in range(_SHORT_MONTHS if self.is_past else 1)
        )
        return next((one for one in some if one is not None and (one <= self.shown or not self.is_past)), None)


def _year_and_month(months: int) -> tuple[int, int]:
    return months // 12, months % 12 + 1


def _named(numbers: Sequence[str], months: Collection[int], given: _Given) -> list[date | None]:
    day, year = (numbers[0], numbers[1] if len(numbers) > 1 else None)
    if len(day) == _YEAR_DIGITS and year is not None:
        day, year = year, day
    return [given.day(day, str(month), year) for month in months]


def _numbered(numbers: Sequence[str], given: _Given, orders: Sequence[DateOrder]) -> list[date | None]:
    if len(numbers) == 1:
        return [given.of_month(numbers[0])]
    first, second, *rest = numbers
    if len(first) == _YEAR_DIGITS:
        return [given.day(rest[0], second, first)] if rest else []
    year = rest[0] if rest else None
    ways = {DateOrder.DAY_FIRST: (first, second), DateOrder.MONTH_FIRST: (second, first)}
    found = [given.day(*ways[order], year) for order in orders]
    if not any(found):  # 10/25/2026 is one day everywhere
        found = [given.day(*way, year) for way in ways.values()]
    if orders == _BOTH and year is not None and len(year) < _YEAR_DIGITS:
        found.append(given.day(year, second, first))  # 26. 5. 8.
    return found


def _date(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except (ValueError, OverflowError):
        return None
