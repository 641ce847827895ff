"""Numbers as tables write them: 7,5 or 7.5, 8.123 or 8,123 for thousands, 45 %, 7:24 for hours and minutes."""

from __future__ import annotations

import re
from enum import Enum

_BLANKS = str.maketrans("", "", " \u00a0\u202f'\u2019")
_PLAIN = re.compile(r"[+-]?\d{1,15}", re.ASCII)
_POINT = re.compile(r"[+-]?(?:[1-9]\d{0,2}(?:,\d{3})+|\d{0,15})(?:\.\d{1,15})?", re.ASCII)
_COMMA = re.compile(r"[+-]?(?:[1-9]\d{0,2}(?:\.\d{3})+|\d{0,15})(?:,\d{1,15})?", re.ASCII)
_CLOCK = re.compile(r"(\d{1,5}):([0-5]\d)(?::([0-5]\d))?", re.ASCII)
_SPOKEN = re.compile(r"(?:(\d{1,3})\s*(?:h|hr|hrs|hours?|std\.?)\s*)?(?:(\d{1,4})\s*(?:m|min|mins|minutes?)\.?)?", re.I)


class Decimals(Enum):
    """What stands before the decimals of a number."""

    POINT = "."
    COMMA = ","


def decimals_shown(text: str) -> Decimals | None:
    """What a number shows of its decimals; None for one that shows nothing, could be both, or is no number."""
    text = text.strip().translate(_BLANKS).removesuffix("%")
    for sign, other in ((Decimals.POINT, Decimals.COMMA), (Decimals.COMMA, Decimals.POINT)):
        whole, mark, rest = text.rpartition(sign.value)
        if not mark or not rest.isdecimal() or not _READ[sign].fullmatch(text):
            continue
        is_thousands = len(rest) == 3 and 1 <= len(whole.lstrip("+-")) <= 3 and whole.lstrip("+-") != "0"
        if not is_thousands or other.value in whole:
            return sign
    return None


def read_decimal(text: str, decimals: Decimals) -> float | None:
    """A number; None if it is none. A sign of thousands and a per cent sign are let go of."""
    text = text.strip()
    if _PLAIN.fullmatch(text):
        return float(text) + 0.0
    text = text.translate(_BLANKS).removesuffix("%")
    if not _READ[decimals].fullmatch(text) or not any(letter.isdecimal() for letter in text):
        return None
    if decimals is Decimals.COMMA:
        text = text.replace(".", "").replace(",", ".")
    return float(text.replace(",", "")) + 0.0


def read_hours(text: str, decimals: Decimals) -> float | None:
    """Hours: 7:24, 7 h 24 min, 444 min or a number of hours."""
    text = text.strip()
    if clock := _CLOCK.fullmatch(text):
        return int(clock[1]) + int(clock[2]) / 60 + int(clock[3] or 0) / 3600
    if (spoken := _SPOKEN.fullmatch(text)) and (spoken[1] or spoken[2]):
        return int(spoken[1] or 0) + int(spoken[2] or 0) / 60
    return read_decimal(text, decimals)


def is_duration(text: str) -> bool:
    """Whether a text is hours and minutes."""
    text = text.strip()
    spoken = _SPOKEN.fullmatch(text)
    return bool(_CLOCK.fullmatch(text) or (spoken and (spoken[1] or spoken[2])))


_READ = {Decimals.POINT: _POINT, Decimals.COMMA: _COMMA}
