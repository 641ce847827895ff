"""How a table writes days and numbers: 2026-11-01, 01.11.2026 or 11/1/2026, 3.5 or 3,5; one way for the whole of it.

Where a day with slashes could be two days, no row is read for itself: another day of the file says which order it is
(11/28/2026 has the month first), or the person does.
"""

from __future__ import annotations

import re
from datetime import date

from adtracker.domain.common.date_order import DateOrder
from adtracker.domain.common.field_reader import read_day, shown
from adtracker.domain.common.problem import Problem
from adtracker.exchange.values import read_number

_DOTTED = re.compile(r"(\d{1,2})\.(\d{1,2})\.(\d{4})", re.ASCII)
_SLASHED = re.compile(r"(\d{1,2})([/-])(\d{1,2})\2(\d{4})", re.ASCII)
_COMMA = re.compile(r"[+-]?\d{0,99},\d{1,99}", re.ASCII)
# 1,234 can be a thousand and more, or little more than one.
_THOUSANDS = re.compile(r"[+-]?\d{1,3},\d{3}", re.ASCII)


class Writing:
    """Reads the days and numbers of one file, and notes how they are written.

    `order` is the one that was said or found. Without one, days with slashes are read month first for the time being:
    `is_open` then says that they could be two days each, of which `example` is one, and `found` which order the others
    show. `delimiter` is what parts the columns of the table that is read.
    """

    def __init__(self, order: DateOrder | None = None) -> None:
        self.delimiter = ","
        self.example = ""
        self._order = order
        self._shown: set[DateOrder] = set()
        self._decimal = ""

    @property
    def is_open(self) -> bool:
        """Whether a day with slashes was met, and nobody has said what stands first in it."""
        return self._order is None and bool(self.example or self._shown)

    @property
    def is_mixed(self) -> bool:
        """Whether no order fits all days."""
        return len(self._shown) > 1

    @property
    def found(self) -> DateOrder | None:
        """The order that the days show: there is a 28 in it. None if they show none, or both."""
        return next(iter(self._shown)) if len(self._shown) == 1 else None

    def day(self, name: str, text: str, problems: list[Problem]) -> date | None:
        """A day; None, and a problem, for a text that is none."""
        text = text.strip()
        if dotted := _DOTTED.fullmatch(text):
            return _day(name, text, (dotted[3], dotted[2], dotted[1]), problems)
        if slashed := _SLASHED.fullmatch(text):
            return self._slashed(name, text, (slashed[1], slashed[3], slashed[4]), problems)
        return read_day(name, text, problems)

    def _slashed(self, name: str, text: str, numbers: tuple[str, str, str], problems: list[Problem]) -> date | None:
        one, two, year = numbers
        if int(one) > 12:
            self._shown.add(DateOrder.DAY_FIRST)
        elif int(two) > 12:
            self._shown.add(DateOrder.MONTH_FIRST)
        elif one != two:
            self.example = self.example or text
        is_day_first = self._order is DateOrder.DAY_FIRST
        return _day(name, text, (year, two, one) if is_day_first else (year, one, two), problems)

    def number(self, name: str, text: str, problems: list[Problem]) -> float | None:
        """A number; a comma before its decimals is one too, where the table has no other sign for that."""
        text = text.strip()
        has_comma = _COMMA.fullmatch(text) and (self.delimiter == ";" or not _THOUSANDS.fullmatch(text))
        value = read_number(name, text.replace(",", ".") if has_comma else text, problems)
        if value is None or not (has_comma or "." in text):
            return value
        sign = "," if has_comma else "."
        self._decimal = self._decimal or sign
        if self._decimal == sign:
            return value
        problems.append(Problem(name, "decimal_signs", {"text": shown(text)}))
        return None


def _day(name: str, text: str, numbers: tuple[str, str, str], problems: list[Problem]) -> date | None:
    try:
        return date(*map(int, numbers))
    except ValueError:
        problems.append(Problem(name, "not_a_date", {"text": shown(text)}))
        return None
