"""Writes a calendar file (iCalendar, RFC 5545), which any phone or computer can take into its calendar.

Times are local ones without a zone, so that eight in the evening stays eight in the evening on a journey. What each
thing is called says nothing of health. A thing has the same UID in every file of the same diary, so that a calendar
which takes in a later file changes what it has and adds none twice. The library icalendar, which the tests read these
files with, would bring three packages and 4 MB along for the sixty lines here.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import UTC, date, datetime, time, timedelta
from uuid import UUID, uuid5

from adtracker import __version__
from adtracker.domain.common.period import ONE_DAY
from adtracker.domain.views.calendar import CalendarDay, Slot
from adtracker.resources import Texts

# A visit has no hour: it is told at six in the evening before.
_VISIT_ALARM, _ALARM = "-PT6H", "PT0M"
_LENGTH = timedelta(minutes=5)
# In bytes, without the line end (RFC 5545, 3.1).
_LINE = 75


def write_calendar(days: Iterable[CalendarDay], at: time, diary: str, made: datetime, texts: Texts) -> bytes:
    """The file. `at` is the hour for all but visits, `diary` the diary's identity (32 hexadecimal digits)."""
    lines = [
        "BEGIN:VCALENDAR",
        "VERSION:2.0",
        f"PRODID:-//adtracker//adtracker {__version__}//EN",
        "CALSCALE:GREGORIAN",
    ]
    for one in days:
        lines += _event(one, at, UUID(hex=diary), made, texts)
    lines.append("END:VCALENDAR")
    return "".join(f"{part}\r\n" for line in lines for part in _folded(line)).encode()


def _event(one: CalendarDay, at: time, diary: UUID, made: datetime, texts: Texts) -> Iterator[str]:
    title = _escaped(texts.say(f"calendar.{one.slot.value}"))
    yield "BEGIN:VEVENT"
    yield f"UID:{uuid5(diary, f'{one.slot.value}/{one.key}')}"
    yield f"DTSTAMP:{made.astimezone(UTC):%Y%m%dT%H%M%SZ}"
    yield from _when(one, at)
    if one.every_days:
        yield "RRULE:FREQ=DAILY" if one.every_days == 1 else f"RRULE:FREQ=DAILY;INTERVAL={one.every_days}"
    yield f"SUMMARY:{title}"
    yield "CLASS:PRIVATE"
    yield "TRANSP:TRANSPARENT"
    yield "BEGIN:VALARM"
    yield "ACTION:DISPLAY"
    yield f"DESCRIPTION:{title}"
    yield f"TRIGGER:{_VISIT_ALARM if one.slot is Slot.VISIT else _ALARM}"
    yield "END:VALARM"
    yield "END:VEVENT"


def _when(one: CalendarDay, at: time) -> Iterator[str]:
    if one.slot is Slot.VISIT:
        yield f"DTSTART;VALUE=DATE:{_day(one.day)}"
        yield f"DTEND;VALUE=DATE:{_day(one.day + ONE_DAY)}"
        return
    begins = datetime.combine(one.day, at)
    yield f"DTSTART:{_moment(begins)}"
    yield f"DTEND:{_moment(begins + _LENGTH)}"


def _day(day: date) -> str:
    return day.isoformat().replace("-", "")


def _moment(moment: datetime) -> str:
    return f"{_day(moment.date())}T{moment:%H%M%S}"


def _escaped(text: str) -> str:
    """A text as RFC 5545, 3.3.11, has it."""
    for sign in ("\\", ";", ","):
        text = text.replace(sign, f"\\{sign}")
    return text.replace("\n", "\\n")


def _folded(line: str) -> Iterator[str]:
    """A line in parts of at most 75 bytes, each after the first begun by a blank; no letter is parted."""
    part = ""
    for letter in line:
        if len((part + letter).encode()) > _LINE:
            yield part
            part = " "
        part += letter
    yield part
