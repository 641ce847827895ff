"""Prints the sheet with which a clinic has somebody start: one page, for a computer or for a pencil.

The square on it carries the line of `domain.intake.clinic_text`. Nothing on it is from a diary.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

import adtracker
from adtracker import resources
from adtracker.domain.common.measure import ITCH, SLEEP
from adtracker.domain.intake.clinic_start import ITCH as ASKS_ITCH
from adtracker.domain.intake.clinic_start import SKIN as ASKS_SKIN
from adtracker.domain.intake.clinic_start import SLEEP as ASKS_SLEEP
from adtracker.domain.intake.clinic_start import ClinicStart
from adtracker.domain.intake.clinic_text import write_start
from adtracker.domain.records.course import Course
from adtracker.language import spoken
from adtracker.report.glyphs import Glyphs, Printable
from adtracker.report.pictures.code_square import SQUARE_FILE, code_square, drawn_square, rim_share
from adtracker.report.printing import PDF, SCREEN_PPI, Paper, print_job
from adtracker.report.typeset import Job, Typesetter, typeset_here
from adtracker.report.wording import Wording
from adtracker.resources import Texts

_SCALES = {ASKS_ITCH: ITCH, ASKS_SLEEP: SLEEP}


@dataclass(frozen=True, slots=True)
class StartSheet:
    """What stands on it. `until` is the last day to write on, None for the day of the visit if there is one."""

    start: ClinicStart
    made: date
    until: date | None = None
    paper: Paper = "a4"

    @property
    def last(self) -> date | None:
        """The last day to write on, None for the next visit whenever that is."""
        return self.until or self.start.visit


def start_sheet_pdf(sheet: StartSheet, texts: Texts, typeset: Typesetter = typeset_here) -> bytes:
    """The sheet as a PDF; not for the window's thread. Raises ReportError; RefusedError if the start has no line."""
    (document,) = typeset(_job(sheet, texts, **PDF))
    return document


def start_sheet_pictures(
    sheet: StartSheet, texts: Texts, ppi: float = SCREEN_PPI, typeset: Typesetter = typeset_here
) -> list[bytes]:
    """Its page as a PNG of `ppi` pixels an inch, as it will be on paper; else as `start_sheet_pdf`."""
    return typeset(_job(sheet, texts, format="png", ppi=ppi))


def _job(sheet: StartSheet, texts: Texts, **options: Any) -> Job:
    line = write_start(sheet.start)
    files = {SQUARE_FILE: drawn_square(code_square(line))}
    return print_job(resources.path("report", "start.typ"), _page(sheet, line, texts), sheet.made, files, **options)


def _page(sheet: StartSheet, line: str, texts: Texts) -> Mapping[str, Any]:
    said, start, wording = texts.table("start"), sheet.start, Wording(texts)
    printable = Printable(Glyphs().covers, texts)
    asked = [(printable(question), scale) for question, scale in _asked(start, texts)]
    facts = [printable(_course(start.course, wording))] if start.course is not None else []
    if start.visit is not None:
        facts.append(wording.other("start.visit", day=wording.day(start.visit)))
    return {
        **{key: said[key] for key in ("title", "square", "square_alt", "day", "missed", "computer", "paper")},
        "lead": _lead(sheet, wording),
        "asked": asked,
        "facts": facts,
        "line": printable(line),
        "rim": rim_share(code_square(line)),
        "footer": wording.other("start.footer", version=adtracker.__version__),
        "made_on": sheet.made.isoformat(),
        "size": sheet.paper,
        "language": spoken(),
    }


def _lead(sheet: StartSheet, wording: Wording) -> str:
    weekday = sheet.start.weekly_on
    rhythm = "daily" if weekday is None else "weekly"
    named = {} if weekday is None else {"weekday": wording.other(f"start.weekdays.{weekday}")}
    if sheet.last is None:
        return wording.other(f"start.{rhythm}_open", **named)
    return wording.other(f"start.{rhythm}_until", day=wording.day(sheet.last), **named)


def _course(course: Course, wording: Wording) -> str:
    key = "course" if course.treatment else "course_unnamed"
    day = wording.day(course.start)
    return wording.other(f"start.{key}", treatment=course.treatment, day=day, count=course.weeks)


def _asked(start: ClinicStart, texts: Texts) -> Iterator[tuple[str, str]]:
    """Each question with how it is answered."""
    for number in start.numbers:
        if number == ASKS_SKIN:
            yield texts.say("start.skin.question"), texts.say("start.skin.scale")
            continue
        words = texts.measures()[_SCALES[number].key]
        question = words["question"] if start.weekly_on is None else texts.say(f"start.weekly.{number}")
        yield question, texts.say("start.ends", low=words["low"], high=words["high"])
    for one in start.asked:
        yield one.text, texts.say("start.yes_no" if one.is_yes_no else "start.ten")
