"""Which sheet it is: its number, its days, its paper, and what it asks for on each day. All of it is in its corners."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from enum import Enum
from hashlib import sha256

from adtracker.domain.common.period import Period
from adtracker.domain.edits.edit import Part
from adtracker.domain.edits.parts import ANSWERS

# The ways of placing circles. What one version places where is never changed: old sheets stay readable. Layout 2 can
# leave a treatment out on days on which it is not due; a sheet that needs no such thing is printed in layout 1.
FIRST_LAYOUT, DUE_LAYOUT = 1, 2
NEWEST_LAYOUT = DUE_LAYOUT
MOST_DAYS = 14
MOST_QUESTIONS = 5
MOST_TREATMENTS = 5
MOST_DOSES = 6
DOSES = "doses"
# What short marks are written with: no letter that is taken for a digit.
LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567"
MARK_LENGTH, KEY_LENGTH = 4, 3


class SheetPaper(Enum):
    """The sizes of paper; the values are those of the command line and of Typst."""

    A4 = "a4"
    LETTER = "us-letter"


class Asks(Enum):
    """What one field of a day asks for."""

    ITCH = "itch"
    SLEEP = "sleep"
    WOKEN = "woken"
    SIGNS = "signs"
    SCALE = "scale"
    YES_NO = "yes_no"
    DOSES = "doses"


_PARTS = {Asks.ITCH: "itch", Asks.SLEEP: "sleep_quality", Asks.WOKEN: "woken", Asks.SIGNS: "signs"}
_PLAIN = {Asks.ITCH: 11, Asks.SLEEP: 11, Asks.SCALE: 11, Asks.WOKEN: 2, Asks.YES_NO: 2, Asks.SIGNS: 6}


@dataclass(frozen=True, slots=True)
class SheetField:
    """One field of a day. `key` is the short key of an own question or a treatment (`short_key`).

    `doses` is how many circles there are for taken doses; 0 for one dose a day, which is taken or skipped. `due` are
    the days of the sheet, from 0, on which a treatment is asked about; empty for all.
    """

    asks: Asks
    key: str = ""
    doses: int = 0
    due: tuple[int, ...] = ()

    @property
    def circles(self) -> int:
        """How many circles it has."""
        return _PLAIN.get(self.asks) or self.doses or 2

    def is_asked_on(self, number: int) -> bool:
        """Whether it is asked on a day of the sheet, from 0."""
        return not self.due or number in self.due

    @property
    def part(self) -> Part:
        """The part of a day that it fills, with its short key."""
        if self.asks is Asks.DOSES:
            return (DOSES, self.key)
        return (ANSWERS, self.key) if self.asks in (Asks.SCALE, Asks.YES_NO) else (_PARTS[self.asks], "")


@dataclass(frozen=True, slots=True)
class SheetSpec:
    """One sheet. `number` and `diary` are marks of four letters; `diary` is the same on all sheets of a diary.

    `language` is that of the letters in its circles (`letters`).
    """

    number: str
    diary: str
    first: date
    days: int
    fields: tuple[SheetField, ...]
    paper: SheetPaper = SheetPaper.A4
    large: bool = False
    language: str = "en"
    layout: int = FIRST_LAYOUT

    @property
    def period(self) -> Period:
        """The days of the sheet."""
        return Period(self.first, self.first + timedelta(days=self.days - 1))


def diary_mark(identity: str) -> str:
    """The mark of a diary, by what tells it from all others; it says nothing of what is in it."""
    return _marked(f"diary {identity}", MARK_LENGTH)


def sheet_mark(seed: str) -> str:
    """The number of a sheet, from any text that is not used twice."""
    return _marked(f"sheet {seed}", MARK_LENGTH)


def short_key(number: str, key: str) -> str:
    """What an own question or a treatment is called on the sheet of a number.

    It depends on the sheet: two that are called the same on one sheet are not on another.
    """
    return _marked(f"{number} {key}", KEY_LENGTH)


def _marked(text: str, length: int) -> str:
    whole = int.from_bytes(sha256(text.encode("utf-8", "surrogatepass")).digest()[:8], "big")
    return "".join(LETTERS[whole >> 5 * place & 31] for place in range(length))
