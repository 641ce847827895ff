"""What reads a sheet of paper and lines of text for the window: the one place that knows which reader there is."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date
from functools import partial
from pathlib import Path

from adtracker.domain.intake.lines.line_proposal import LineProposal
from adtracker.domain.intake.lines.reading import read_lines
from adtracker.domain.sheet.planning import named
from adtracker.domain.sheet.spec import diary_mark
from adtracker.exchange.intake.sheet_found import SheetsRead
from adtracker.exchange.intake.text_lines import line_habits
from adtracker.language import tr
from adtracker.sheets.apart import SheetProcess
from adtracker.sheets.opening import said_of
from adtracker.ui.core.context import Context
from adtracker.ui.words.language import usual_order

# A picture, or a page, that has no sheet on it.
_NO_SHEET = ("sheet.none", "sheet.foreign")


def no_sheets(_file: Path) -> SheetsRead:
    """Where sheets are not looked for, there are none."""
    return SheetsRead()


def read_sheets(context: Context, file: Path) -> SheetsRead:
    """The sheets in a picture or a PDF of many pages, read in a second process; none in a picture of something else.

    Not on the window's thread. Raises SheetError with what is to be done where there is a sheet that cannot be read,
    PhotoError for a picture that is none, and DiaryError.
    """
    pages = SheetProcess()(file)
    problems = [(page.page, error) for page in pages if (error := said_of(page)) is not None]
    read = [page.sheet for page in pages if page.sheet is not None]
    if not read:
        seen = [error for _, error in problems if error.key not in _NO_SHEET]
        if seen:
            raise seen[0]
        return SheetsRead()
    questions, treatments = context.journal.questions(), context.journal.treatments()
    mark = diary_mark(context.journal.identity())
    left = [tr("Page {page}: {reason}", page=page, reason=context.texts.error(error)) for page, error in problems]
    sheets = tuple(named(sheet, questions, treatments) for sheet in read)
    return SheetsRead(sheets, tuple(left), any(sheet.spec.diary != mark for sheet in sheets))


def no_lines(_text: str) -> Sequence[LineProposal]:
    """Where lines are not looked for, there are none."""
    return ()


def read_pasted(context: Context, text: str, *, written: date | None) -> Sequence[LineProposal]:
    """What lines of text say of days; `written` is the day on which they were, if anybody knows."""
    habits = line_habits(
        context.journal.questions(),
        context.today(),
        order=usual_order(),
        day_start=context.preferences.value.day_starts_at,
        written=written,
    )
    return read_lines(text, habits)


@dataclass(frozen=True, slots=True)
class Readers:
    """Those that are used."""

    sheets: Callable[[Path], SheetsRead] = no_sheets
    lines: Callable[[str], Sequence[LineProposal]] = no_lines


def readers_of(context: Context) -> Readers:
    """The readers over an open diary; of a file nobody knows when it was written."""
    return Readers(partial(read_sheets, context), partial(read_pasted, context, written=None))
