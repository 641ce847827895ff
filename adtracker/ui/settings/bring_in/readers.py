"""What reads a sheet of paper and lines of text for the window: the one place that knows which reader there is."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date
from functools import partial
from pathlib import Path

from adtracker.domain.intake.lines.line_proposal import LineProposal
from adtracker.domain.intake.lines.reading import read_lines
from adtracker.errors import AdtrackerError
from adtracker.exchange.intake.sheet_found import SheetsRead
from adtracker.exchange.intake.text_lines import line_habits
from adtracker.language import tr
from adtracker.resources import Texts
from adtracker.sheets.apart import SheetProcess
from adtracker.sheets.in_diary import has_no_sheet, refused_of, sheets_of
from adtracker.ui.core.context import Context
from adtracker.ui.words.language import usual_order


def no_sheets(_file: Path) -> SheetsRead:
    """Where sheets are not looked for, there are none."""
    return SheetsRead()


def read_sheets(context: Context, file: Path) -> SheetsRead:
    """The sheets in a picture or a PDF of many pages, read in a second process; none in a picture of something else.

    Not on the window's thread. Raises SheetError with what is to be done where there is a sheet that cannot be read,
    PhotoError for a picture that is none, and DiaryError.
    """
    pages = SheetProcess()(file)
    if not any(page.sheet is not None for page in pages):
        seen = refused_of([page for page in pages if not has_no_sheet(page)])
        if seen:
            raise seen[0][1]
        return SheetsRead()
    return sheets_of(pages, context.journal, partial(_page_words, context.texts))


def _page_words(texts: Texts, page: int, error: AdtrackerError) -> str:
    """Why a page has no sheet."""
    return tr("Page {page}: {reason}", page=page, reason=texts.error(error))


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
