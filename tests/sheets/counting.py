"""Makes one sheet of a seed, has it read, and counts what became of its rows."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from random import Random
from time import process_time

from adtracker.domain.edits.edit import Part
from adtracker.domain.sheet.reading import ReadSheet
from adtracker.domain.sheet.spec import SheetPaper, SheetSpec
from adtracker.errors import SheetError
from adtracker.photos.pixels import light_of
from adtracker.report.typeset import typeset_here
from adtracker.sheets.page import read_page
from tests.domain.sheet.samples import FULL, LARGE, LARGE_FULL, PLAIN, USUAL
from tests.sheets.pens import Truth, filled_in
from tests.sheets.printing import printed, scaled
from tests.sheets.taking import BAD, CONDITIONS

TOO_SMALL = 0.97
SHARE_TOO_SMALL = 0.3
# With other papers and numbers of days than the reader was tried with.
LETTER = SheetSpec("LETR", "DIAR", date(2027, 2, 22), 10, PLAIN, SheetPaper.LETTER)
KINDS = (USUAL, FULL, LARGE, LARGE_FULL, LETTER)


@dataclass(frozen=True, slots=True)
class Counts:
    """Rows that are filled in, and of all rows those read wrong without a question and those asked about.

    `seconds` are those of the processor for the slowest page: what else the computer does is of no account.
    """

    rows: int = 0
    wrong: int = 0
    asked: int = 0
    refused: int = 0
    sheets: int = 0
    seconds: float = 0.0

    def __add__(self, other: Counts) -> Counts:
        return Counts(
            self.rows + other.rows,
            self.wrong + other.wrong,
            self.asked + other.asked,
            self.refused + other.refused,
            self.sheets + other.sheets,
            max(self.seconds, other.seconds),
        )


def made(condition: str, seed: str) -> tuple[SheetSpec, bytes, Truth]:
    """A sheet that was printed, filled in and taken, with what it says."""
    random = Random(f"{seed} {condition}")
    spec = random.choice(KINDS)
    page, truth = filled_in(printed(spec, typeset_here), spec, random)
    if random.random() < SHARE_TOO_SMALL:
        page = scaled(page, TOO_SMALL)
    return spec, {**CONDITIONS, **BAD}[condition](page, random), truth


def count(task: tuple[str, str]) -> tuple[str, Counts]:
    """What became of the sheet of a condition and a seed."""
    condition, seed = task
    spec, data, truth = made(condition, seed)
    begun = process_time()
    try:
        read = read_page(light_of(data, 4032))
    except SheetError:
        return condition, Counts(refused=1, sheets=1, seconds=process_time() - begun)
    seconds = process_time() - begun
    wrong = len(wrong_ones(read, truth)) + (read.spec != spec)
    return condition, Counts(len(truth), wrong, len(read.asked), 0, 1, seconds)


def wrong_ones(read: ReadSheet, truth: Truth) -> list[tuple[date, Part]]:
    """The rows that say something else than was meant, or nothing, without a question."""
    found: Mapping[tuple[date, Part], object] = {(one.day, one.part): one.value for one in read.clear}
    asked = {(one.day, one.part) for one in read.asked}
    return [row for row in {*truth, *found} - asked if found.get(row) != truth.get(row)]
