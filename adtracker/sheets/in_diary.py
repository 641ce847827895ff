"""The pages of a file as sheets of a diary: its own keys in them, and a sentence for each page that is none."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from adtracker.domain.sheet.planning import named
from adtracker.domain.sheet.spec import diary_mark
from adtracker.errors import AdtrackerError
from adtracker.exchange.intake.sheet_found import SheetsRead
from adtracker.sheets.opening import PageRead, said_of

if TYPE_CHECKING:  # as in `queries.sheet`
    from adtracker.storage.journal import Journal

Says = Callable[[int, AdtrackerError], str]
# What is said of a picture, or a page, that is something else, such as the back of a sheet.
_NO_SHEET = ("sheet.none", "sheet.foreign")


def refused_of(pages: Sequence[PageRead]) -> Sequence[tuple[int, AdtrackerError]]:
    """The pages that are no sheet, by their number, and why."""
    return [(page.page, error) for page in pages if (error := said_of(page)) is not None]


def has_no_sheet(page: PageRead) -> bool:
    """Whether a page is something else; not a sheet that cannot be read."""
    return page.problem[0] in _NO_SHEET


def sheets_of(pages: Sequence[PageRead], journal: Journal, says: Says) -> SheetsRead:
    """The sheets among some pages; `says` words why one is none. Raises DiaryError."""
    read = [page.sheet for page in pages if page.sheet is not None]
    if not read:
        return SheetsRead()
    questions, treatments = journal.questions(), journal.treatments()
    mark = diary_mark(journal.identity())
    left = tuple(says(page, error) for page, error in refused_of(pages))
    sheets = tuple(named(sheet, questions, treatments) for sheet in read)
    return SheetsRead(sheets, left, any(sheet.spec.diary != mark for sheet in sheets))
