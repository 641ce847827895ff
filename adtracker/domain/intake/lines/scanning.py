"""Takes a line apart into pieces, from left to right; what nobody knows is a piece too, so that nothing is lost."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import replace

from adtracker.domain.common.plain_search import folded
from adtracker.domain.intake.lines.days import DayReader, may_be_answers
from adtracker.domain.intake.lines.habits import LineHabits
from adtracker.domain.intake.lines.line_proposal import Doubt
from adtracker.domain.intake.lines.numbers import number_at
from adtracker.domain.intake.lines.pieces import Field, Piece, PieceKind, Unit
from adtracker.domain.intake.lines.vocabulary import WORD, Found, Kind
from adtracker.domain.records.sign import Sign

_FIELDS = {
    Kind.ITCH: Field.ITCH,
    Kind.SLEEP: Field.SLEEP,
    Kind.SKIN: Field.SKIN,
    Kind.WOKEN: Field.WOKEN,
    Kind.BAD_DAY: Field.BAD_DAY,
    Kind.OTHER_MEASURE: Field.OTHER,
    Kind.QUESTION: Field.QUESTION,
}
_UNITS = {Kind.PER_CENT: Unit.PER_CENT, Kind.PALMS: Unit.PALMS, Kind.HOURS: Unit.HOURS}
# Signs that part what stands before from what stands behind, that tie numbers, and that say nothing at all.
_BREAKS, _LINKS, _NEUTRAL = ",;.|\t", "-/–", ":=—()[]*_\"'„“”«»·•~≈!’‘"  # noqa: RUF001
_NOTE_BEGIN = re.compile(r" *[:=\-–]?")  # noqa: RUF001


class Scanner:
    """Takes one line apart. With `day_first` what stands in front may be a day even where it may be two answers."""

    def __init__(self, line: str, habits: LineHabits, reader: DayReader, *, day_first: bool) -> None:
        self._line, self._habits, self._day_first = line, habits, day_first
        self._days = reader
        self._strict = replace(reader, is_strict=True)
        self.pieces: list[Piece] = []

    def scan(self, begin: int = 0) -> list[Piece]:
        """The pieces from a place on, in their order."""
        place, line = begin, self._line
        while place < len(line):
            if line[place] == " ":
                place += 1
                continue
            piece = self._piece(place)
            if piece is not None:
                self.pieces.append(piece)
                place = piece.end
            else:
                place = self._after_silent(place)
        return self.pieces

    @property
    def _last(self) -> Piece | None:
        return next((one for one in reversed(self.pieces) if one.kind is not PieceKind.BREAK), None)

    @property
    def _expects_number(self) -> bool:
        last = self._last
        return last is not None and last.takes_number

    def _piece(self, place: int) -> Piece | None:
        """The piece that begins at a place; None for what says nothing."""
        found = self._habits.words.at(self._line, place)
        if found is not None and found.of(Kind.QUESTION):
            return self._name(place, found)
        number = number_at(self._line, place, self._habits.words)
        if (number is None or not self._expects_number) and (day := self._day(place)) is not None:
            return day
        if number is not None and not (number.is_word and self._is_filler(found)):
            return self._value(place, number.end, number.numbers, number.languages)
        if found is not None:
            return self._worded(place, found)
        word = WORD.match(self._line, place)
        if word is not None:
            return Piece(PieceKind.UNKNOWN, place, word.end())
        return self._sign(place)

    def _after_silent(self, place: int) -> int:
        found = self._habits.words.at(self._line, place)
        return place + 1 if found is None else found.end

    def _is_filler(self, found: Found | None) -> bool:
        """Whether a word for one is rather an article: a number only where one is waited for, and none follows."""
        if found is None or found.of(Kind.FILLER) is None:
            return False
        behind = found.end + 1 if self._line[found.end : found.end + 1] == " " else found.end
        return not self._expects_number or number_at(self._line, behind, self._habits.words) is not None

    def _day(self, place: int) -> Piece | None:
        is_first = not any(one.kind not in (PieceKind.BREAK, PieceKind.LINK) for one in self.pieces)
        day = (self._days if is_first else self._strict).at(self._line, place)
        if day is not None and not self._day_first and may_be_answers(self._line, day):
            return None
        return day

    def _value(self, place: int, end: int, numbers: tuple[float, ...], languages: frozenset[str]) -> Piece:
        """A number with the unit behind it."""
        if not numbers:
            return Piece(PieceKind.UNKNOWN, place, end)
        others = self._habits.words.elsewhere(self._line[place:end])
        value = Piece(PieceKind.VALUE, place, end, numbers=numbers, languages=languages, elsewhere=others)
        behind = end + 1 if self._line[end : end + 1] == " " else end
        if self._line[behind : behind + 1] == "%":
            return replace(value, end=behind + 1, unit=self._unit(Unit.PER_CENT, "%"))
        found = self._habits.words.at(self._line, behind)
        unit = None if found is None else found.of(*_UNITS)
        if found is None or unit is None:
            return value
        return replace(value, end=found.end, unit=self._unit(_UNITS[unit.kind], self._line[behind : found.end]))

    def _unit(self, unit: Unit, text: str) -> Unit:
        """The unit of a number, where it is not just the one that its question counts in."""
        question = None if self._last is None else self._last.question
        return Unit.NONE if question is not None and folded(question.unit) == folded(text) else unit

    def _name(self, place: int, found: Found) -> Piece:
        meaning = found.of(*_FIELDS)
        key = found.of(Kind.QUESTION)
        assert meaning is not None, "it was asked for"
        if key is not None and meaning.kind is not Kind.QUESTION:  # a question of the same words as a measure
            return self._one(PieceKind.NAME, place, found, field=_FIELDS[meaning.kind], doubts=(Doubt.UNSURE,))
        if key is not None:
            question = self._habits.questions[str(key.value)]
            return self._one(PieceKind.NAME, place, found, field=Field.QUESTION, question=question)
        return self._one(PieceKind.NAME, place, found, field=_FIELDS[meaning.kind], languages=meaning.languages)

    def _worded(self, place: int, found: Found) -> Piece | None:
        if found.of(Kind.NOTE):
            begin = _NOTE_BEGIN.match(self._line, found.end)
            return Piece(PieceKind.NOTE, found.end if begin is None else begin.end(), len(self._line))
        if found.of(*_FIELDS):
            return self._name(place, found)
        if (sign := found.of(Kind.SIGN)) is not None:
            return self._one(PieceKind.SIGN, place, found, sign=Sign(sign.value))
        if found.of(Kind.PALMS):
            return self._one(PieceKind.NAME, place, found, field=Field.SKIN, unit=Unit.PALMS)
        return self._said(place, found) or self._between(place, found)

    def _said(self, place: int, found: Found) -> Piece | None:
        """Yes, no and not. "No" is an answer behind a name, and takes away what follows elsewhere."""
        if found.of(Kind.YES):
            return self._one(PieceKind.FLAG, place, found, is_yes=True)
        if found.of(Kind.NO) and self._last is not None and self._last.kind is PieceKind.NAME:
            return self._one(PieceKind.FLAG, place, found)
        if found.of(Kind.NO, Kind.NOT, Kind.NONE):
            return self._one(PieceKind.NOT, place, found, is_none=found.of(Kind.NONE) is not None)
        return None

    def _between(self, place: int, found: Found) -> Piece | None:
        """A word that ties two numbers, or that says nothing; anything else is not known here."""
        if self._last is not None and self._last.kind is PieceKind.VALUE and found.of(Kind.TEN, Kind.TO):
            behind = found.end
            while self._line[behind : behind + 1] == " ":
                behind += 1
            if number_at(self._line, behind, self._habits.words) is not None:
                links = {found_one.kind for found_one in found.meanings}
                return self._one(PieceKind.LINK, place, found, link="of" if Kind.TEN in links else "to")
        return None if found.of(Kind.FILLER) else self._one(PieceKind.UNKNOWN, place, found)

    def _one(self, kind: PieceKind, place: int, found: Found, **more: object) -> Piece:
        return Piece(kind, place, found.end, **more)  # type: ignore[arg-type]

    def _sign(self, place: int) -> Piece | None:
        sign = self._line[place]
        if sign in _BREAKS:
            return Piece(PieceKind.BREAK, place, place + 1)
        if sign == "-" and self._line[place - 1 : place].isspace() and self._line[place + 1 : place + 2].isdecimal():
            return Piece(PieceKind.UNSURE, place, place + 1)  # -3 may be meant as it stands there
        if sign in _LINKS:
            return Piece(PieceKind.LINK, place, place + 1, link="/" if sign == "/" else "-")
        if sign in "?¿":
            return Piece(PieceKind.UNSURE, place, place + 1)
        if sign in _NEUTRAL or sign.isspace() or unicodedata.category(sign) == "Cf":
            return None
        return Piece(PieceKind.UNKNOWN, place, place + 1)
