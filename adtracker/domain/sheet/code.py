"""The text of a corner code: everything that tells which sheet it is, and which corner of it. docs/data-formats.md.

    ADT1 and 30 letters or so: a string of bits in letters and digits that a code square packs well.

Three corners are enough, so each says all. What it says is checked, so that no code of another maker is taken for one.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from zlib import crc32

from adtracker.domain.sheet.letters import LANGUAGES
from adtracker.domain.sheet.spec import (
    DUE_LAYOUT,
    KEY_LENGTH,
    LETTERS,
    MARK_LENGTH,
    MOST_DAYS,
    MOST_DOSES,
    MOST_QUESTIONS,
    MOST_TREATMENTS,
    NEWEST_LAYOUT,
    Asks,
    SheetField,
    SheetPaper,
    SheetSpec,
)

PREFIX = "ADT"
_EPOCH = date(2000, 1, 1)
_CHECK_BITS, _LETTER_BITS = 15, 5
_PLAIN = (Asks.ITCH, Asks.SLEEP, Asks.WOKEN, Asks.SIGNS)
_QUESTIONS = (Asks.SCALE, Asks.YES_NO)
_PAPERS = (SheetPaper.A4, SheetPaper.LETTER)
CORNERS = 4


class CodeError(ValueError):
    """A text is none of a corner of a sheet."""


class NewerLayoutError(CodeError):
    """A text is that of a sheet that a newer version has printed."""


@dataclass(frozen=True, slots=True)
class Corner:
    """One corner of a sheet; they count clockwise from the upper left one, from 0."""

    spec: SheetSpec
    corner: int


def write_code(spec: SheetSpec, corner: int) -> str:
    """The text of one corner. Raises ValueError for a sheet of more than a code has room for."""
    _check(spec)
    bits = _Bits()
    bits.put(corner, 2)
    bits.put_letters(spec.number)
    bits.put_letters(spec.diary)
    bits.put((spec.first - _EPOCH).days, 16)
    bits.put(spec.days - 1, 4)
    bits.put(_PAPERS.index(spec.paper), 1)
    bits.put(spec.large, 1)
    bits.put(LANGUAGES.index(spec.language), 3)
    for asks in _PLAIN:
        bits.put(any(field.asks is asks for field in spec.fields), 1)
    questions = [field for field in spec.fields if field.asks in _QUESTIONS]
    bits.put(len(questions), 3)
    for field in questions:
        bits.put(_QUESTIONS.index(field.asks), 1)
        bits.put_letters(field.key)
    treatments = [field for field in spec.fields if field.asks is Asks.DOSES]
    bits.put(len(treatments), 3)
    for field in treatments:
        bits.put(field.doses, 3)
        bits.put_letters(field.key)
        if spec.layout >= DUE_LAYOUT:
            _put_due(bits, field, spec.days)
    body = f"{PREFIX}{spec.layout}{bits.letters()}"
    return f"{body}{_check_letters(body)}"


def read_code(text: str) -> Corner:
    """What a text says. Raises CodeError; NewerLayoutError for a sheet that this version cannot know."""
    if not text.startswith(PREFIX) or not text.isascii():
        raise CodeError(text[:8])
    version = text[len(PREFIX) : len(PREFIX) + 1]
    if not version.isdigit() or version == "0":
        raise CodeError(text[:8])
    body, check = text[: -_CHECK_BITS // _LETTER_BITS], text[-_CHECK_BITS // _LETTER_BITS :]
    if _check_letters(body) != check:
        raise CodeError(text[:8])
    if int(version) > NEWEST_LAYOUT:
        raise NewerLayoutError(version)
    try:
        return _corner(_read_bits(body[len(PREFIX) + 1 :]), int(version))
    except (StopIteration, IndexError, ValueError):
        raise CodeError(text[:8]) from None


def ordered(fields: tuple[SheetField, ...]) -> tuple[SheetField, ...]:
    """The fields as a code can say them: those of every sheet, then questions, then treatments."""
    kinds = (*((asks,) for asks in _PLAIN), _QUESTIONS, (Asks.DOSES,))
    return tuple(field for kind in kinds for field in fields if field.asks in kind)


def _corner(bits: Iterator[int], version: int) -> Corner:
    corner = _taken(bits, 2)
    number, diary = _letters(bits, MARK_LENGTH), _letters(bits, MARK_LENGTH)
    first = _EPOCH + timedelta(days=_taken(bits, 16))
    days = _taken(bits, 4) + 1
    paper, large = _PAPERS[_taken(bits, 1)], bool(_taken(bits, 1))
    language = LANGUAGES[_taken(bits, 3)]
    fields = [SheetField(asks) for asks in _PLAIN if _taken(bits, 1)]
    for _ in range(_taken(bits, 3)):
        asks = _QUESTIONS[_taken(bits, 1)]
        fields.append(SheetField(asks, _letters(bits, KEY_LENGTH)))
    for _ in range(_taken(bits, 3)):
        doses, key = _taken(bits, 3), _letters(bits, KEY_LENGTH)
        fields.append(SheetField(Asks.DOSES, key, doses, _due(bits, days) if version >= DUE_LAYOUT else ()))
    spec = SheetSpec(number, diary, first, days, tuple(fields), paper, large, language, version)
    _check(spec)
    return Corner(spec, corner)


def _put_due(bits: _Bits, field: SheetField, days: int) -> None:
    """Whether a treatment is asked about on some days only, and which."""
    bits.put(bool(field.due), 1)
    if field.due:
        for number in range(days):
            bits.put(number in field.due, 1)


def _due(bits: Iterator[int], days: int) -> tuple[int, ...]:
    """The same, read. Raises ValueError for a treatment of no day: none is printed."""
    if not _taken(bits, 1):
        return ()
    due = tuple(number for number in range(days) if _taken(bits, 1))
    if not due:
        raise ValueError("a treatment is due on no day")
    return due


def _check(spec: SheetSpec) -> None:
    questions = sum(field.asks in _QUESTIONS for field in spec.fields)
    treatments = [field for field in spec.fields if field.asks is Asks.DOSES]
    fits = 1 <= spec.days <= MOST_DAYS and bool(spec.fields) and ordered(spec.fields) == spec.fields
    few = questions <= MOST_QUESTIONS and len(treatments) <= MOST_TREATMENTS
    are_sound = all(field.doses <= MOST_DOSES and _is_due_right(field, spec) for field in spec.fields)
    if not (fits and few and are_sound):
        raise ValueError("a sheet does not ask for this")
    if not 0 <= (spec.first - _EPOCH).days < 1 << 16:
        raise ValueError("no sheet begins on that day")


def _is_due_right(field: SheetField, spec: SheetSpec) -> bool:
    """Whether the days on which a field is asked can be said."""
    if not field.due:
        return True
    is_told = field.asks is Asks.DOSES and spec.layout >= DUE_LAYOUT
    return is_told and tuple(sorted(set(field.due))) == field.due and field.due[0] >= 0 and field.due[-1] < spec.days


def _check_letters(body: str) -> str:
    bits = _Bits()
    bits.put(crc32(body.encode()) & ((1 << _CHECK_BITS) - 1), _CHECK_BITS)
    return bits.letters()


def _read_bits(letters: str) -> Iterator[int]:
    for letter in letters:
        value = LETTERS.index(letter)
        yield from (value >> place & 1 for place in range(_LETTER_BITS - 1, -1, -1))


def _taken(bits: Iterator[int], count: int) -> int:
    value = 0
    for _ in range(count):
        value = value << 1 | next(bits)
    return value


def _letters(bits: Iterator[int], count: int) -> str:
    return "".join(LETTERS[_taken(bits, _LETTER_BITS)] for _ in range(count))


class _Bits:
    """Numbers one after the other, as letters."""

    def __init__(self) -> None:
        self._bits: list[int] = []

    def put(self, value: int, count: int) -> None:
        """Add a number of so many bits."""
        self._bits += [value >> place & 1 for place in range(count - 1, -1, -1)]

    def put_letters(self, letters: str) -> None:
        """Add a mark."""
        for letter in letters:
            self.put(LETTERS.index(letter), _LETTER_BITS)

    def letters(self) -> str:
        """All of it, filled up with zeros to whole letters."""
        bits = iter([*self._bits, *[0] * (-len(self._bits) % _LETTER_BITS)])
        return _letters(bits, -(-len(self._bits) // _LETTER_BITS))
