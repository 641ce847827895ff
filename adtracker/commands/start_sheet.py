"""`adtracker start-sheet`: the page with which a clinic has somebody start. It opens no diary."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from adtracker.commands.context import FINE, CommandContext, UsageError
from adtracker.commands.output import put
from adtracker.domain.intake.clinic_start import WEEKDAYS, Asked, ClinicStart, clinic_start
from adtracker.domain.intake.clinic_text import write_start
from adtracker.domain.records.course import COURSE_WEEKS, Course
from adtracker.report.printing import Paper
from adtracker.report.sheets.start_sheet import StartSheet, start_sheet_pdf
from adtracker.report.typeset import Typesetter, typeset_here


@dataclass(frozen=True, slots=True)
class Wanted:
    """What was asked for, as it was given; None for what was not."""

    numbers: Sequence[str]
    questions: Sequence[str] = ()
    yes_no: Sequence[str] = ()
    weekday: str | None = None
    drug: str | None = None
    first_day: date | None = None
    weeks: int | None = None
    visit: date | None = None
    until: date | None = None
    paper: Paper = "a4"

    @property
    def start(self) -> ClinicStart:
        """What the clinic asks for. Raises UsageError for a course without a first day."""
        asked = [*map(Asked, self.questions), *(Asked(text, is_yes_no=True) for text in self.yes_no)]
        weekly_on = None if self.weekday is None else WEEKDAYS.index(self.weekday) + 1
        return clinic_start(self.numbers, weekly_on, self._course(), self.visit, asked)

    def _course(self) -> Course | None:
        if self.first_day is not None:
            weeks = COURSE_WEEKS if self.weeks is None else self.weeks
            return Course(self.first_day, self.drug or "", weeks)
        if self.drug is not None or self.weeks is not None:
            raise UsageError("usage.first_day_missing")
        return None


def run(desk: CommandContext, *, target: str, wanted: Wanted, typeset: Typesetter = typeset_here) -> int:
    """Write the sheet to `target`. Raises UsageError, RefusedError, ReportError and ExchangeError."""
    sheet = StartSheet(wanted.start, desk.today(), wanted.until, wanted.paper)
    document = start_sheet_pdf(sheet, desk.texts, typeset)
    if put(desk, target, document):
        desk.say("report.start_sheet", file=target, line=write_start(sheet.start))
    return FINE
