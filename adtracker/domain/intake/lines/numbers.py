"""Numbers in a line: in digits, or in words as they are spoken."""

from __future__ import annotations

import re
from typing import NamedTuple

from adtracker.domain.common.plain_search import folded
from adtracker.domain.common.typed_number import numbers_read
from adtracker.domain.intake.lines.vocabulary import WORD, Kind, Vocabulary

_DIGITS = re.compile(r"\d+(?:[.,'\u2019]\d+)*")
_BLANKS = re.compile(r"[ \t]*")
# German writes a half at the end of the number's own word.
_HALF = "einhalb"
_DIGIT = 10


class NumberFound(NamedTuple):
    """A number in a line: where it ends, and all that it can be; nothing where it is none after all."""

    end: int
    numbers: tuple[float, ...]
    languages: frozenset[str] = frozenset()
    is_word: bool = False


def number_at(line: str, begin: int, words: Vocabulary) -> NumberFound | None:
    """The number that begins at a place; None if there is none."""
    if digits := _DIGITS.match(line, begin):
        found = NumberFound(digits.end(), numbers_read(digits[0]))
    elif (spoken := _spoken(line, begin, words)) is not None:
        found = spoken
    else:
        return None
    return _with_decimals(line, found, words) if len(found.numbers) == 1 else found


def _spoken(line: str, begin: int, words: Vocabulary) -> NumberFound | None:
    found = words.at(line, begin)
    meaning = None if found is None else found.of(Kind.NUMBER)
    if found is not None and meaning is not None:
        return NumberFound(found.end, (float(meaning.value),), meaning.languages, is_word=True)
    word = WORD.match(line, begin)
    if word is None or not folded(word[0]).endswith(_HALF):
        return None
    whole = words.at(folded(word[0]).removesuffix(_HALF), 0)
    meaning = None if whole is None else whole.of(Kind.NUMBER)
    if meaning is None:
        return None
    return NumberFound(word.end(), (float(meaning.value) + 0.5,), meaning.languages, is_word=True)


def _with_decimals(line: str, found: NumberFound, words: Vocabulary) -> NumberFound:
    """The same with what is spoken behind it: point five, and a half."""
    (whole,) = found.numbers
    behind = words.at(line, _blank(line, found.end))
    if behind is None or not whole.is_integer():
        return found
    if behind.of(Kind.HALF):
        return found._replace(end=behind.end, numbers=(whole + 0.5,))
    if behind.of(Kind.POINT):
        begin = _blank(line, behind.end)
        spoken = _spoken(line, begin, words) if not _DIGITS.match(line, begin) else None
        digits = _DIGITS.match(line, begin)
        if digits and digits[0].isdecimal():
            return found._replace(end=digits.end(), numbers=numbers_read(f"{whole:.0f}.{digits[0]}"))
        if spoken is not None and spoken.numbers[0] < _DIGIT and spoken.numbers[0].is_integer():
            return found._replace(end=spoken.end, numbers=(whole + spoken.numbers[0] / _DIGIT,))
    return found


def _blank(line: str, begin: int) -> int:
    blanks = _BLANKS.match(line, begin)
    return begin if blanks is None else blanks.end()
