"""What stands in the circles, and how much ink each letter is: a part of the layout, and frozen like it.

A reader takes the printed letter away before it looks for a pen. The letters are those of a sheet's language, which its
codes name; they must not follow a text that is worded anew.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from adtracker.domain.sheet.spec import Asks, SheetField

_NUMBERED = (Asks.ITCH, Asks.SLEEP, Asks.SCALE)


@dataclass(frozen=True, slots=True)
class Letters:
    """Those of a language; `signs` are dry, flaking, cracked, weeping, bleeding, and none of these."""

    yes: str
    no: str
    taken: str
    skipped: str
    signs: str


# The codes name a language by its place: new ones go to the end.
LETTERS_IN: Mapping[str, Letters] = {
    "en": Letters("Y", "N", "T", "S", "DFCWB0"),
    "de": Letters("J", "N", "G", "A", "TSRNB0"),
    "es": Letters("S", "N", "T", "O", "SPGEC0"),
    "fr": Letters("O", "N", "P", "S", "SDFEG0"),
}
LANGUAGES = tuple(LETTERS_IN)
# Of a circle of layout 1 in thousandths, as it is weighed (`sheets.marks`), for the letters of Inter in its grey.
_INK = {
    **{"A": 45, "B": 58, "C": 43, "D": 53, "E": 45, "F": 37, "G": 52, "H": 49, "I": 23, "J": 29, "K": 47, "L": 30},
    **{"M": 70, "N": 57, "O": 50, "P": 45, "Q": 57, "R": 53, "S": 46, "T": 32, "U": 46, "V": 39, "W": 70, "X": 46},
    **{"Y": 34, "Z": 42, "0": 45, "1": 27, "2": 40, "3": 41, "4": 43, "5": 43, "6": 50, "7": 31, "8": 52, "9": 50},
    "10": 69,
}


def in_circles(field: SheetField, language: str) -> tuple[str, ...]:
    """What stands in the circles of a field. Raises KeyError for a language that no sheet is in."""
    letters = LETTERS_IN[language]
    if field.asks in _NUMBERED:
        return tuple(map(str, range(field.circles)))
    if field.asks is Asks.SIGNS:
        return tuple(letters.signs)
    if field.asks is Asks.DOSES:
        return tuple(str(dose + 1) for dose in range(field.doses)) or (letters.taken, letters.skipped)
    return letters.yes, letters.no


def printed_ink(letter: str) -> float:
    """How much of a circle a printed letter is."""
    return _INK[letter] / 1000
