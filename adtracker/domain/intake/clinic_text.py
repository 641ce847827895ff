"""The line of text that a clinic's sheet carries, in words and as a square. docs/data-formats.md says it for others.

    adtracker-start 1; numbers itch sleep; daily; course 2026-12-01, 24 weeks, Dupilumab; visit 2027-01-14; end 497b

Parts stand between semicolons, in any order but the first and the last. Blanks, line ends and capitals are of no
account where the program's own words stand, for the line may be typed from paper. The last part is a check of all
others as they are written here, so that nothing is begun with a date that was mistyped or with half of a text.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from contextlib import suppress
from dataclasses import replace
from datetime import date
from zlib import crc32

from adtracker.domain.common.problem import Problem, RefusedError
from adtracker.domain.intake.clinic_start import (
    LARGEST,
    NUMBERS,
    WEEKDAYS,
    Asked,
    ClinicStart,
    check_start,
    plain,
)
from adtracker.domain.records.course import Course

NAME, VERSION = "adtracker-start", 1
_DAILY, _WEEKLY, _NUMBERS, _COURSE, _VISIT, _ASK, _YES_NO, _END = (
    "daily",
    "weekly",
    "numbers",
    "course",
    "visit",
    "ask",
    "ask-yes-no",
    "end",
)
_DAY = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")
_WEEKS = re.compile(r"([0-9]{1,3}) weeks", re.IGNORECASE)
_SEVERAL = (_ASK, _YES_NO)
# A row of mail or of another paper may end at a hyphen; the check at the end tells where that was none of the line's.
_BROKEN_ROW = re.compile(r"-[ \t]*[\r\n]\s*")
# Longer than any that is written here, however it was broken into lines.
_ENDLESS = 20 * LARGEST
Reader = Callable[[ClinicStart, str], ClinicStart | None]


def write_start(start: ClinicStart) -> str:
    """The line. Raises RefusedError where no diary may begin with it, or where it has no room on a sheet."""
    problems = check_start(start)
    line = _with_end(start)
    if not problems and len(line.encode("utf-8", "replace")) > LARGEST:
        problems = [Problem("asked", "start_too_long")]
    if problems:
        raise RefusedError(problems)
    return line


def read_start(text: str) -> ClinicStart:
    """What a line says. Raises RefusedError with the one reason why it cannot be taken."""
    if len(text) > _ENDLESS:
        raise _refused("start_unknown")
    head, *parts = [plain(part) for part in _BROKEN_ROW.sub("-", text).strip().strip(";").split(";")]
    _check_head(head)
    if len(parts) < 2 or not parts[-1].casefold().startswith(f"{_END} "):
        raise _refused("start_cut")
    start = ClinicStart(numbers=())
    seen: set[str] = set()
    for part in parts[:-1]:
        start = _with_part(start, part, seen)
    if problems := check_start(start):
        raise RefusedError(problems)
    if parts[-1].casefold() != _end(start):
        raise _refused("start_mistyped")
    return start


def _check_head(head: str) -> None:
    """Whether it is such a line at all, and of a version that this program knows."""
    name, _, version = head.casefold().partition(" ")
    if name != NAME or not (version.isascii() and version.isdecimal()):
        raise _refused("start_unknown")
    if version != str(VERSION):
        raise _refused("start_newer")


def _with_part(start: ClinicStart, part: str, seen: set[str]) -> ClinicStart:
    name, _, rest = part.partition(" ")
    name = name.casefold()
    kind = _DAILY if name == _WEEKLY else name
    if kind in seen and kind not in _SEVERAL:
        raise _refused("start_part_twice", part=part)
    seen.add(kind)
    read = _READERS.get(name)
    made = None if read is None else read(start, rest)
    if made is None:
        raise _refused("start_part", part=part)
    return made


def _read_numbers(start: ClinicStart, rest: str) -> ClinicStart | None:
    found = rest.casefold().split()
    known = tuple(one for one in NUMBERS if one in found)
    return replace(start, numbers=known) if found and sorted(found) == sorted(known) else None


def _read_daily(start: ClinicStart, rest: str) -> ClinicStart | None:
    return None if rest else start


def _read_weekly(start: ClinicStart, rest: str) -> ClinicStart | None:
    day = rest.casefold()
    return replace(start, weekly_on=WEEKDAYS.index(day) + 1) if day in WEEKDAYS else None


def _read_course(start: ClinicStart, rest: str) -> ClinicStart | None:
    first, _, rest = rest.partition(",")
    length, _, treatment = rest.strip().partition(",")
    day, weeks = _day(first.strip()), _WEEKS.fullmatch(length.strip())
    if day is None or weeks is None:
        return None
    return replace(start, course=Course(day, treatment.strip(), int(weeks[1])))


def _read_visit(start: ClinicStart, rest: str) -> ClinicStart | None:
    day = _day(rest)
    return None if day is None else replace(start, visit=day)


def _read_asked(start: ClinicStart, rest: str) -> ClinicStart | None:
    return replace(start, asked=(*start.asked, Asked(rest))) if rest else None


def _read_yes_no(start: ClinicStart, rest: str) -> ClinicStart | None:
    return replace(start, asked=(*start.asked, Asked(rest, is_yes_no=True))) if rest else None


_READERS: dict[str, Reader] = {
    _NUMBERS: _read_numbers,
    _DAILY: _read_daily,
    _WEEKLY: _read_weekly,
    _COURSE: _read_course,
    _VISIT: _read_visit,
    _ASK: _read_asked,
    _YES_NO: _read_yes_no,
}


def _day(text: str) -> date | None:
    with suppress(ValueError):
        return date.fromisoformat(text) if _DAY.fullmatch(text) else None
    return None


def _parts(start: ClinicStart) -> list[str]:
    """The parts as they are written, without the check at their end."""
    parts = [f"{NAME} {VERSION}"]
    if start.numbers:
        parts.append(" ".join((_NUMBERS, *start.numbers)))
    parts.append(_DAILY if start.weekly_on is None else f"{_WEEKLY} {WEEKDAYS[start.weekly_on - 1]}")
    if start.course is not None:
        told = (start.course.start.isoformat(), f"{start.course.weeks} weeks", start.course.treatment)
        parts.append(f"{_COURSE} {', '.join(filter(None, told))}")
    if start.visit is not None:
        parts.append(f"{_VISIT} {start.visit.isoformat()}")
    return parts + [f"{_YES_NO if one.is_yes_no else _ASK} {one.text}" for one in start.asked]


def _with_end(start: ClinicStart) -> str:
    return "; ".join((*_parts(start), _end(start)))


def _end(start: ClinicStart) -> str:
    """The last part: the lower 16 bits of the CRC-32 (as in ZIP files) of all others in UTF-8, as four hex digits."""
    return f"{_END} {crc32('; '.join(_parts(start)).encode('utf-8', 'replace')) & 0xFFFF:04x}"


def _refused(rule: str, **values: object) -> RefusedError:
    return RefusedError([Problem("start", rule, values)])
