"""`adtracker sheet`: days to be filled in by hand, on paper that can be read back."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from adtracker.commands.context import FINE, CommandContext
from adtracker.commands.output import put
from adtracker.domain.sheet.planning import SheetWish
from adtracker.domain.sheet.spec import SheetPaper
from adtracker.queries.sheet import sheets_wanted
from adtracker.report.printing import Paper
from adtracker.report.sheets.paper_sheet import PaperSheets, paper_sheets_pdf
from adtracker.report.typeset import Typesetter, typeset_here


@dataclass(frozen=True, slots=True)
class Wanted:
    """What was asked for; `first` is None where it begins today."""

    first: date | None = None
    days: int = 14
    paper: Paper = "a4"
    large: bool = False


def run(desk: CommandContext, *, target: str, wanted: Wanted, typeset: Typesetter = typeset_here) -> int:
    """Write the sheets to `target`. Raises DiaryError, RefusedError, ReportError and ExchangeError."""
    first, seed = wanted.first or desk.today(), desk.now().isoformat()
    wish = SheetWish(first, wanted.days, seed, SheetPaper(wanted.paper), wanted.large)
    with desk.journal() as journal:
        found = sheets_wanted(journal, wish)
    printed = PaperSheets(found.sheets, desk.today(), found.names, found.whose)
    document = paper_sheets_pdf(printed, desk.texts, typeset)
    if put(desk, target, document):
        pages = len(found.sheets)
        desk.say("report.sheet" if pages == 1 else "report.sheets", file=target, count=pages)
    return FINE
