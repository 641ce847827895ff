"""The sheets of paper for some days of a diary, with what the diary calls their fields."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

from adtracker.domain.sheet.planning import SheetWish, asked_on_paper, called, sheets_for, used_in
from adtracker.domain.sheet.spec import SheetSpec

if TYPE_CHECKING:  # storage brings SQLAlchemy along, which a program that is asked for its version does not need
    from adtracker.storage.journal import Journal


@dataclass(frozen=True, slots=True)
class SheetsWanted:
    """Sheets to be printed. `names` are the words for short keys, by the number of the sheet; `whose` may be empty."""

    sheets: tuple[SheetSpec, ...]
    names: Mapping[tuple[str, str], str]
    whose: str


def sheets_wanted(journal: Journal, wish: SheetWish) -> SheetsWanted:
    """What is printed for some days. Raises DiaryError, and RefusedError where no sheet can be made."""
    questions, treatments = journal.questions(), journal.treatments()
    sheets = sheets_for(wish, journal.identity(), questions, treatments)
    names: dict[tuple[str, str], str] = {}
    for spec in sheets:
        used = used_in(treatments, wish.period)
        names |= called(spec.number, asked_on_paper(questions), used)
    return SheetsWanted(sheets, names, journal.profile().name)
