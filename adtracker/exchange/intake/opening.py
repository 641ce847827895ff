"""Opens any file that may be brought in: what of it is ours is read at once, of other tables it is said what they are.

What has to be taken out of another file lies in a private folder for as long as it is read, and is gone after that.
"""

from __future__ import annotations

import tempfile
import zipfile
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from datetime import date
from pathlib import Path
from typing import IO

from adtracker.domain.common.date_order import DateOrder
from adtracker.domain.common.progress import GoesOn, unwatched
from adtracker.domain.intake.column import Becomes
from adtracker.domain.intake.found import Found
from adtracker.domain.intake.lines.line_proposal import LineProposal
from adtracker.errors import ExchangeError
from adtracker.exchange.import_result import ImportResult
from adtracker.exchange.intake.apple_health import apple_health_grid
from adtracker.exchange.intake.file_kind import FileKind, kind_of_file
from adtracker.exchange.intake.findings import Findings, look_at
from adtracker.exchange.intake.grid import Grid
from adtracker.exchange.intake.guessing import by_content, guessed
from adtracker.exchange.intake.lines_found import found_in
from adtracker.exchange.intake.long_table import widened
from adtracker.exchange.intake.numbers import Decimals
from adtracker.exchange.intake.other_diary import TakeBack, read_diary
from adtracker.exchange.intake.own_table import own_days, readable_as_own, tables_with
from adtracker.exchange.intake.pdf_data import data_of_report, has_data
from adtracker.exchange.intake.recipe import Recipe
from adtracker.exchange.intake.recipes import recipes_that_come_along
from adtracker.exchange.intake.sheet_found import SheetsRead, found_on
from adtracker.exchange.intake.text_grid import text_grid
from adtracker.exchange.intake.text_lines import may_be_lines, text_of
from adtracker.exchange.intake.workbook_grid import workbook_grid
from adtracker.exchange.intake.zip_file import health_in, unpacked
from adtracker.exchange.reading import read_days, read_file
from adtracker.exchange.references import References
from adtracker.exchange.text_file import reason
from adtracker.storage.header import looks_sealed


def _no_key(_diary: Path) -> None:
    """Nobody knows a password."""


def _no_sheets(_file: Path) -> SheetsRead:
    """Where sheets are not looked for, there are none."""
    return SheetsRead()


def _no_lines(_text: str) -> Sequence[LineProposal]:
    """The same for lines."""
    return ()


@dataclass(frozen=True, slots=True)
class Opening:
    """What files are opened with: the day it is, what a file may name (with pictures beside it), the key of the diary
    for another one, the recipes there are, and what reads sheets and lines. `order` is that of days with slashes, where
    somebody said it.
    """

    today: date
    known: Callable[[Path], References]
    take_back: TakeBack
    key: Callable[[Path], bytes | None] = _no_key
    recipes: tuple[Recipe, ...] = field(default_factory=recipes_that_come_along)
    order: DateOrder | None = None
    clear_blank: bool = False
    read_sheets: Callable[[Path], SheetsRead] = _no_sheets
    read_lines: Callable[[str], Sequence[LineProposal]] = _no_lines


@dataclass(frozen=True, slots=True)
class OpenTable:
    """A table that is not ours: as it stands, what was found in it, and what its columns seem to be."""

    grid: Grid
    findings: Findings
    recipe: Recipe
    base: Grid

    @property
    def decimals(self) -> Decimals:
        """How its numbers are written, as was said or found; where nothing shows it, as its separator has it."""
        usual = Decimals.COMMA if self.grid.separator == ";" else Decimals.POINT
        return self.recipe.decimals or self.findings.decimals or usual

    @property
    def day_example(self) -> str:
        """A day that could be two days, where nothing in the table says which; empty if there is none."""
        day = self.recipe.day_column
        look = None if day is None else self.findings.column(day.name)
        return "" if look is None or self.recipe.order is not None or look.first_orders else look.example

    @property
    def order(self) -> DateOrder | None:
        """The order of its days, as was said or as they show; None where it is open or of no matter."""
        day = self.recipe.day_column
        look = None if day is None else self.findings.column(day.name)
        shown = {} if look is None else look.first_orders
        return self.recipe.order or (max(shown, key=lambda one: shown[one]) if shown else None)

    def recipe_to_keep(self, name: str) -> Recipe:
        """Its answers under a name; such a table is known again by the columns that were used."""
        used = tuple(one.name for one in self.recipe.columns if one.becomes is not Becomes.NOTHING)
        is_long = self.recipe.long is not None
        matches = self.recipe.matches if is_long and self.recipe.matches else used
        return replace(self.recipe, name=name, matches=matches, comes_along=False)

    @property
    def is_mixed(self) -> bool:
        """Whether some of its days have the day first, and some the month."""
        day = self.recipe.day_column
        look = None if day is None else self.findings.column(day.name)
        return look is not None and len(look.first_orders) > 1 and self.recipe.order is None


@dataclass(frozen=True, slots=True)
class Opened:
    """A file that is open: all of it (`ready`), a `table` of which answers are needed, or what was `found` on a sheet
    or in lines."""

    file: Path
    kind: FileKind
    ready: ImportResult | None = None
    table: OpenTable | None = None
    found: Found | None = None


@contextmanager
def opened(file: Path, opening: Opening, recipe: Recipe | None = None, goes_on: GoesOn = unwatched) -> Iterator[Opened]:
    """A file for as long as it is needed; with a recipe a table is taken by that. Raises ExchangeError, DiaryError,
    DateOrderError if one of our tables leaves open which day is meant, StoppedError if nobody waits.
    """
    kind = kind_of_file(file)
    with tempfile.TemporaryDirectory(prefix="adtracker-") as folder:
        try:
            found = _written_by_hand(file, kind, opening) if recipe is None else None
            found = found or _open(file, kind, Path(folder), opening, recipe, goes_on)
        except OSError as error:  # it is gone meanwhile, or there is no room for what is taken out of it
            raise ExchangeError("exchange.cannot_read", file=file, reason=reason(error)) from None
        yield found


def _open(file: Path, kind: FileKind, folder: Path, opening: Opening, recipe: Recipe | None, goes_on: GoesOn) -> Opened:
    match kind:
        case FileKind.DIARY:
            known = opening.known(file)
            key = opening.key(file) if looks_sealed(file) else None
            found = read_diary(file, folder, key, opening.today, known, opening.take_back)
            return Opened(file, kind, ready=found)
        case FileKind.APPLE_HEALTH:
            grid = apple_health_grid(file, lambda: file.open("rb"), file.stat().st_size, goes_on)
            return Opened(file, kind, table=open_table(grid, opening, recipe))
        case FileKind.ZIP if (health := health_in(file)) is not None:
            grid = apple_health_grid(file, lambda: _inside(file, health), health.file_size, goes_on)
            return Opened(file, kind, table=open_table(grid, opening, recipe))
        case FileKind.ZIP | FileKind.PDF:
            inner = (unpacked if kind is FileKind.ZIP else data_of_report)(file, folder)
            return replace(_open(inner, kind_of_file(inner), folder, opening, recipe, goes_on), file=file, kind=kind)
        case FileKind.JSON:
            known, order = opening.known(file), opening.order
            found = read_file(file, opening.today, known, order, clear_blank=opening.clear_blank)
            return Opened(file, kind, ready=found)
    grid = workbook_grid(file) if kind is FileKind.WORKBOOK else text_grid(file)
    return _open_grid(file, kind, folder, grid, opening, recipe, goes_on)


def _written_by_hand(file: Path, kind: FileKind, opening: Opening) -> Opened | None:
    """What stands on sheets of paper, or in lines of text; None for a file of another kind. Raises ExchangeError for a
    picture without a sheet."""
    if kind is FileKind.PICTURE or (kind is FileKind.PDF and not has_data(file)):
        read = opening.read_sheets(file)
        if read.sheets:
            return Opened(file, FileKind.SHEET, found=found_on(read, opening.today))
        if kind is FileKind.PICTURE:
            raise ExchangeError("exchange.foreign_picture", file=file.name)
    elif kind is FileKind.TABLE and may_be_lines(file):
        lines = opening.read_lines(text_of(file))
        if any(line.parts or line.choices for line in lines):
            return Opened(file, FileKind.LINES, found=found_in(lines, opening.today))
    return None


def _open_grid(
    file: Path, kind: FileKind, folder: Path, grid: Grid, opening: Opening, recipe: Recipe | None, goes_on: GoesOn
) -> Opened:
    known = opening.known(file)
    tables, scores = tables_with(grid, file, folder) if recipe is None else ({}, "")
    if recipe is None and readable_as_own(grid, file, tables, known):
        days, order, clear_blank = own_days(grid, file, folder), opening.order, opening.clear_blank
        found = read_days(days, tables, opening.today, known, order, clear_blank=clear_blank)
        found.left_sheet = scores
        return Opened(file, kind, ready=found)
    return Opened(file, kind, table=open_table(grid, opening, recipe, goes_on))


@contextmanager
def _inside(file: Path, one: zipfile.ZipInfo) -> Iterator[IO[bytes]]:
    with zipfile.ZipFile(file) as packed, packed.open(one) as source:
        yield source


def open_table(grid: Grid, opening: Opening, recipe: Recipe | None = None, goes_on: GoesOn = unwatched) -> OpenTable:
    """A table with the answers of a recipe: the one that is given, or the first that fits it, or guessed ones.

    Raises ExchangeError if the recipe asks for columns that are not there.
    """
    chosen = recipe or next((one for one in opening.recipes if one.fits(grid.names, grid.file)), None)
    base = grid
    if chosen is not None and chosen.long is not None:
        grid = widened(grid, chosen.long)
    findings = look_at(grid, goes_on)
    if (kept := findings.kept) is not None:
        is_base, grid = grid is base, replace(grid, rows=lambda: iter(kept))
        base = grid if is_base else base
    if chosen is None:
        usual = findings.decimals or (Decimals.COMMA if grid.separator == ";" else Decimals.POINT)
        chosen = guessed(findings, opening.known(Path(grid.file)).questions, usual)
    else:
        chosen = by_content(chosen, findings)
    return OpenTable(grid, findings, replace(chosen, order=opening.order or chosen.order), base)
