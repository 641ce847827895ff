"""What a messenger, a mail program or a person put in front of a line: the day and time of writing, and who wrote.

28.11.26, 22:14 - Anna: itch 6          [28.11.26, 22:14:05] Anna: itch 6        [22:14, 28.11.2026] Anna: itch 6
Anna, [28.11.2026 22:14]                On Sat, Nov 28, 2026 at 10:14 PM Anna wrote:         2026-11-28 22:14 itch 6
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import date, time
from typing import NamedTuple

from adtracker.domain.common.date_order import DateOrder
from adtracker.domain.common.typed_time import TIME, time_found

_WORD = r"(?:[^\W\d_]|[\u0300-\u036f])+"
_IN_NUMBERS = r"\d{4}[-/.]\d{1,2}[-/.]\d{1,2}|\d{1,2}[-/.]\d{1,2}(?:[-/.](?:\d{4}|\d{2})?)?|\d{1,2}\. \d{1,2}\. \d{4}"
_IN_WORDS = rf"\d{{1,2}}\.? (?:de )?{_WORD}\.?(?:,? (?:de )?\d{{4}})?|{_WORD}\.? \d{{1,2}}(?:,? \d{{4}})?"
_DATE = rf"(?:{_WORD}\.?,? )?(?P<date>{_IN_NUMBERS}|{_IN_WORDS})"
_CLOCK = TIME.replace("[:.]", ":")
_TO_TIME = r"(?:, ?| - | at | um | a las | à | kl | )(?:at |um |a las |à )?"
_DAY_TIME = rf"{_DATE}{_TO_TIME}{_CLOCK}(?: ?Uhr| ?h)?"
# From the begin of a line on, the most telling first.
_SHAPES = tuple(
    re.compile(shape, re.IGNORECASE)
    for shape in (
        rf"\[{_DAY_TIME}\](?: ?[-–:])? *",  # noqa: RUF001
        rf"\[{_CLOCK},? {_DATE}\](?: ?[-–:])? *",  # noqa: RUF001
        rf"(?P<name>[^\[\]]{{1,60}}), \[{_DAY_TIME}\]:? *",
        rf"{_DAY_TIME}(?: ?[-–:](?= |$))? *",  # noqa: RUF001
        rf"\[?{_CLOCK}\]?(?: ?[-–:](?= |$)| |$) *",  # noqa: RUF001
    )
)
_SENDER = re.compile(r"(?P<name>[^:]{1,60}):(?: +|$)")
_WROTE = re.compile(r"(?:wrote|schrieb|geschrieben|escribió|a écrit)\b.{0,120}:$", re.IGNORECASE)
_INSIDE = re.compile(rf"(?<![\w.]){_DAY_TIME}", re.IGNORECASE)
_HEADER = re.compile(r"(?:date|datum|gesendet|sent|fecha|enviado|enviado el|envoyé|envoyé le) ?: *", re.IGNORECASE)
_OF_MAIL = re.compile(rf"{_DATE}(?:{_TO_TIME}{_CLOCK})?", re.IGNORECASE)
_SUBJECT = re.compile(r"(?:(?:subject|betreff|asunto|objet) ?: *)(?:(?:re|aw|fwd|wg|tr) ?: *)*", re.IGNORECASE)
_QUOTED = re.compile(r"(?:> ?)+")
_TWELVE = 12
_NUMERIC = re.compile(r"(\d{1,2})[-/.] ?(\d{1,2})(?!\d)")


class Stamp(NamedTuple):
    """What stands in front: the day as it is written ("" where there is the time alone), the time, who wrote, and
    where the line's own words begin. `is_named` says that it had a place for who wrote."""

    day: str
    at: time | None
    begin: int
    sender: str = ""
    has_brackets: bool = False


def stamp_of(line: str) -> Stamp | None:
    """The stamp of a line; None if there is none."""
    begin = begin_of(line)
    if header := _HEADER.match(line, begin):
        return _whole(_OF_MAIL.match(line, header.end()), len(line))
    if _WROTE.search(line):
        return _whole(_INSIDE.search(line), len(line))
    for shape in _SHAPES:
        if found := shape.match(line, begin):
            return _stamp(found)
    return None


def begin_of(line: str) -> int:
    """Where a line begins behind the signs of a quotation, or behind the word for a subject."""
    quoted = _QUOTED.match(line, len(line) - len(line.lstrip()))
    begin = len(line) - len(line.lstrip()) if quoted is None else quoted.end()
    subject = _SUBJECT.match(line, begin)
    return begin if subject is None else subject.end()


def sender_at(line: str, begin: int) -> tuple[str, int] | None:
    """Who may have written a line, by what stands before a colon, and where the words begin then."""
    found = _SENDER.match(line, begin)
    return None if found is None else (found["name"].strip(), found.end())


def order_shown(texts: Iterable[str]) -> set[DateOrder]:
    """What days in numbers show of their order: there is a 28 in one of them."""
    shown = set()
    for text in texts:
        numbers = _NUMERIC.match(text)
        if numbers is not None and int(numbers[1]) > _TWELVE >= int(numbers[2]):
            shown.add(DateOrder.DAY_FIRST)
        elif numbers is not None and int(numbers[2]) > _TWELVE >= int(numbers[1]):
            shown.add(DateOrder.MONTH_FIRST)
    return shown


def goes_on(days: Iterable[tuple[date, ...]], today: date) -> bool:
    """Whether messages of these days can have been written one after the other until today."""
    last = date.min
    for some in days:
        later = [day for day in some if last <= day <= today]
        if not later:
            return False
        last = min(later)
    return True


def _whole(found: re.Match[str] | None, end: int) -> Stamp | None:
    """The stamp of a line that is nothing else."""
    if found is None:
        return None
    return Stamp(found["date"], time_found(found) if found["hour"] else None, end)


def _stamp(found: re.Match[str]) -> Stamp | None:
    named = found.groupdict()
    at = time_found(found)
    if at is None:
        return None
    has_brackets = found[0].startswith("[") or "name" in named
    return Stamp(named.get("date") or "", at, found.end(), (named.get("name") or "").strip(), has_brackets)
