"""The pieces that a line is made of: names of answers, numbers, yes and no, days, and what nobody knows."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import Enum

from adtracker.domain.intake.lines.line_proposal import Doubt
from adtracker.domain.records.question import AnswerKind, Question
from adtracker.domain.records.sign import Sign


class PieceKind(Enum):
    """What a piece is."""

    NAME = "name"
    SIGN = "sign"
    VALUE = "value"
    FLAG = "flag"
    NOT = "not"
    DAY = "day"
    NOTE = "note"
    UNKNOWN = "unknown"
    LINK = "link"
    BREAK = "break"
    UNSURE = "unsure"


class Field(Enum):
    """The answers that a name can be of."""

    ITCH = "itch"
    SLEEP = "sleep"
    SKIN = "skin"
    WOKEN = "woken"
    BAD_DAY = "bad_day"
    QUESTION = "question"
    OTHER = "other"


class Unit(Enum):
    """What stands behind a number."""

    NONE = ""
    PER_CENT = "%"
    PALMS = "palms"
    HOURS = "hours"
    TEN = "of ten"


@dataclass(frozen=True, slots=True)
class Piece:
    """A piece from `begin` to `end` of a line. `numbers` are what a value can be, the smallest first; `more` those of
    the other end of a range. `is_none` says of a "not" that it is "none" beside a name. `days` are what a day can be;
    `languages` are those of a word, `elsewhere` those in which it is another word.
    """

    kind: PieceKind
    begin: int
    end: int
    field: Field | None = None
    question: Question | None = None
    sign: Sign | None = None
    numbers: tuple[float, ...] = ()
    more: tuple[float, ...] = ()
    unit: Unit = Unit.NONE
    is_yes: bool = False
    is_none: bool = False
    days: tuple[date, ...] = ()
    doubts: tuple[Doubt, ...] = ()
    link: str = ""
    languages: frozenset[str] = frozenset()
    elsewhere: frozenset[str] = frozenset()
    is_relative: bool = False

    @property
    def takes_number(self) -> bool:
        """Whether it is the name of an answer that is a number."""
        if self.kind is not PieceKind.NAME or self.field in (Field.WOKEN, Field.BAD_DAY):
            return False
        return self.question is None or self.question.kind is not AnswerKind.YES_NO
