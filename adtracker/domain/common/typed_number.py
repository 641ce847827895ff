"""Reads a number as people write it: 12.3, 12,3, 1 250, or in the digits of another script.

What could be two numbers, such as 1,250, is given as two: only the person, or what fits there, can say which.
"""

from __future__ import annotations

import math
import re
import unicodedata

from adtracker.domain.common.field_reader import shown
from adtracker.domain.common.problem import Problem

_LONGEST = 40
_POINTS = str.maketrans({"٫": ".", "٬": "'", "’": "'", "−": "-", "٪": "%"})  # noqa: RUF001
_NUMBER = re.compile(r"[+-]?\d{1,15}(\.\d{1,15})?|[+-]?\.\d{1,15}", re.ASCII)
_GROUPED = r"[+-]?[1-9]\d{{0,2}}(?:{mark}\d{{2,3}})*{mark}\d{{3}}"
THOUSANDS = ","
_MARKS = ("'", ",", ".")


def numbers_read(text: str) -> tuple[float, ...]:
    """The numbers that a text can be, the smallest first: none, one, or two if it does not say which."""
    if len(text) > _LONGEST:
        return ()
    plain = _plain(text)
    found = {_value(plain.replace(",", ".")), *(_grouped(plain, mark) for mark in _MARKS)}
    return tuple(sorted(number for number in found if number is not None))


def number_meant(text: str, low: float = -math.inf, high: float = math.inf) -> float | None:
    """The number that a text is meant to be: the one that lies within the bounds; None if there is none, or no one.

    Of two that do, the comma parts thousands, as this program itself writes them. Where none lies within, it is the
    only one there is, for whoever says why it does not fit.
    """
    found = numbers_read(text)
    fitting = [number for number in found if low <= number <= high] or found
    if len(fitting) > 1 and THOUSANDS in text:
        return fitting[-1]
    return fitting[0] if len(fitting) == 1 else None


def number_problem(name: str, text: str) -> Problem:
    """Why a text that means no number is refused: it is none, or it could be two."""
    found = numbers_read(text)
    if len(found) > 1:
        first, second = (f"{number:.15g}" for number in found)
        return Problem(name, "two_numbers", {"text": shown(text.strip()), "first": first, "second": second})
    return Problem(name, "not_a_number", {"text": shown(text.strip())})


def _plain(text: str) -> str:
    """Without blanks and marks of direction, with digits from 0 to 9. Blanks among digits are signs of thousands."""
    letters = []
    for letter in text.strip().translate(_POINTS):
        if letter.isdecimal():
            letters.append(str(unicodedata.decimal(letter)))
        elif letter.isspace():
            letters.append("'")
        elif unicodedata.category(letter) != "Cf":
            letters.append(letter)
    return "".join(letters)


def _grouped(plain: str, mark: str) -> float | None:
    """A number whose thousands are parted by a mark, with the other mark before its decimals."""
    for point in _MARKS[1:]:
        whole, sign, decimals = plain.partition(point) if point != mark else (plain, "", "")
        if (not sign or decimals.isdecimal()) and re.fullmatch(_GROUPED.format(mark=re.escape(mark)), whole):
            return _value(f"{whole.replace(mark, '')}.{decimals or 0}")
    return None


def _value(text: str) -> float | None:
    return float(text) + 0.0 if _NUMBER.fullmatch(text) else None
