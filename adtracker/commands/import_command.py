"""`adtracker import`: takes what is in a file into the diary, all rows or none."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import time
from functools import partial
from pathlib import Path

from adtracker import paths
from adtracker.commands.context import FINE, REFUSED, CommandContext, UsageError
from adtracker.commands.garbage import never_looked_for
from adtracker.commands.import_report import tell_found, tell_refused, tell_table
from adtracker.commands.references import read_known
from adtracker.commands.storing import store
from adtracker.domain.common.date_order import DateOrder
from adtracker.domain.common.plain_search import folded
from adtracker.domain.intake.found import Found
from adtracker.domain.intake.lines.line_proposal import LineProposal
from adtracker.domain.intake.lines.reading import read_lines
from adtracker.domain.intake.several import CHOICES, Several
from adtracker.errors import ExchangeError
from adtracker.exchange.import_result import ImportResult
from adtracker.exchange.intake.gathering import gather_picked
from adtracker.exchange.intake.opening import Opening, OpenTable, opened
from adtracker.exchange.intake.reading import read_open_table
from adtracker.exchange.intake.recipe import Recipe
from adtracker.exchange.intake.recipes import FOLDER, Recipes
from adtracker.exchange.intake.text_lines import example_of_two_days, line_habits
from adtracker.exchange.reading import DateOrderError, read_file
from adtracker.photos.picture_file import take_back_bytes


@dataclass(frozen=True, slots=True)
class How:
    """How a file is taken in: whether what differs is replaced, whether blank cells clear, and the order of dates.

    `recipe` is the name of the one that a table is taken by, `guess` says to take it as its columns seem to be.
    `several` says what becomes of several rows of one day, `day_starts` until when it is still the day before.
    `only_look` stores nothing, `keep_as` is the name that the answers are kept under.
    """

    overwrite: bool = False
    clear_blank: bool = False
    dates: str | None = None
    recipe: str | None = None
    guess: bool = False
    only_look: bool = False
    keep_as: str | None = None
    several: str | None = None
    day_starts: str | None = None


@never_looked_for()
def run(desk: CommandContext, *, file: Path, how: How) -> int:
    """Import a file. Raises DiaryError, ExchangeError and UsageError; nothing was changed then."""
    if how.clear_blank and not how.overwrite:
        raise UsageError("usage.clear_empty")
    parsed = _read(desk, file, how)
    if parsed.refused:
        tell_refused(desk, parsed)
        return REFUSED
    store(desk, parsed, overwrite=how.overwrite, only_look=how.only_look)
    return FINE


def _read(desk: CommandContext, file: Path, how: How) -> ImportResult:
    """What is in the file, with the one question about its dates asked if it has to be."""
    order = None if how.dates is None else DateOrder(how.dates)
    try:
        return _read_in_order(desk, file, how, order)
    except DateOrderError as error:
        return _read_in_order(desk, file, how, _asked(desk, file, error))


def _asked(desk: CommandContext, file: Path, error: DateOrderError) -> DateOrder:
    """What the person says. Raises UsageError where nobody can be asked, or says neither."""
    said = desk.ask("import.which_dates", example=error.example)
    day, month = (folded(desk.text(f"import.{one}")) for one in ("day_first", "month_first"))
    order = {day: DateOrder.DAY_FIRST, month: DateOrder.MONTH_FIRST}.get(folded(said.strip()))
    if order is None:
        raise UsageError("usage.dates", file=file.name, example=error.example) from None
    return order


def _read_in_order(desk: CommandContext, file: Path, how: How, order: DateOrder | None) -> ImportResult:
    if not file.is_file():  # it can be read only once
        return read_file(file, desk.today(), read_known(desk, file), order, clear_blank=how.clear_blank)
    recipes = own_recipes()
    recipe = None if how.recipe is None else recipes.called(how.recipe)
    opening = Opening(
        today=desk.today(),
        known=partial(read_known, desk),
        take_back=take_back_bytes,
        key=partial(_key, desk),
        recipes=recipes.all(),
        order=order,
        clear_blank=how.clear_blank,
        read_lines=partial(_lines_read, desk, file, order),
    )
    with opened(file, opening, recipe) as found:
        if found.ready is not None:
            return found.ready
        if how.clear_blank:  # which only what is ours has: say what is unknown in it
            return read_file(file, desk.today(), read_known(desk, file), order)
        if found.found is not None:
            return _read_found(desk, file, found.found)
        assert found.table is not None, "it is ours, or a table"
        return _read_table(desk, file, how, found.table, recipes)


def _lines_read(desk: CommandContext, file: Path, order: DateOrder | None, text: str) -> Sequence[LineProposal]:
    """What lines say that a person wrote to herself; nobody knows on which day she did. Raises DateOrderError."""
    questions = read_known(desk, file).questions.values()
    habits = line_habits(questions, desk.today(), order=order, day_start=desk.settings.day_starts_at)
    lines = read_lines(text, habits)
    if order is None and (example := example_of_two_days(lines)):
        raise DateOrderError(file.name, example)
    return lines


def _read_found(desk: CommandContext, file: Path, found: Found) -> ImportResult:
    """What is clear in lines; whatever else stands in them is said."""
    tell_found(desk, found)
    parsed = ImportResult(desk.today(), read_known(desk, file))
    gather_picked(found, {}, parsed)
    return parsed


def _read_table(desk: CommandContext, file: Path, how: How, table: OpenTable, recipes: Recipes) -> ImportResult:
    """A table that is not ours, by a recipe or as it seems to be; what that is, is said. Raises ExchangeError,
    DateOrderError and UsageError."""
    if not (table.recipe.name or how.guess or how.only_look):
        _refuse_unknown(desk, file, table)
    table = replace(table, recipe=_answered(table.recipe, how))
    tell_table(desk, table)
    parsed = _read_by(desk, file, table)
    if parsed.several_days and not (parsed.refused or how.several or how.only_look or table.recipe.name):
        table = replace(table, recipe=table.recipe.with_several(_which(desk, file, table.recipe, parsed.several_days)))
        parsed = _read_by(desk, file, table)
    if how.keep_as and not parsed.refused:
        recipes.keep(table.recipe_to_keep(how.keep_as))
        desk.say("import.recipe_kept", name=how.keep_as)
    return parsed


def _answered(recipe: Recipe, how: How) -> Recipe:
    """A recipe with what the command says in place of its own answers."""
    if how.several is not None:
        recipe = recipe.with_several(Several(how.several))
    return recipe if how.day_starts is None else replace(recipe, day_start=time.fromisoformat(how.day_starts))


def _read_by(desk: CommandContext, file: Path, table: OpenTable) -> ImportResult:
    known = read_known(desk, file)
    return read_open_table(table, ImportResult(desk.today(), known), desk.settings.day_starts_at)


def _which(desk: CommandContext, file: Path, recipe: Recipe, days: int) -> Several:
    """What becomes of several rows of one day, as the person says. Raises UsageError where nobody can be asked."""
    if not recipe.severals:
        return Several.WORST  # of no number there is a choice
    said = folded(desk.ask("import.which_several", days=days).strip())
    words = {folded(desk.text(f"import.several_{one.value}")): one for one in CHOICES}
    if said not in words:
        raise UsageError("usage.several", file=file.name, days=days)
    return words[said]


def _refuse_unknown(desk: CommandContext, file: Path, table: OpenTable) -> None:
    """Say what is not known of a table, and how to take it all the same. Raises ExchangeError, UsageError."""
    if table.grid.is_plain:
        try:
            read_file(file, desk.today(), read_known(desk, file))
        except ExchangeError as error:
            raise ExchangeError("exchange.not_as_ours", said=desk.texts.error(error)) from None
    raise UsageError("usage.guess", file=file.name)


def own_recipes() -> Recipes:
    """The recipes in the folder of the data."""
    return Recipes(paths.data_folder() / FOLDER)


def _key(desk: CommandContext, diary: Path) -> bytes:
    from adtracker.commands.access import key_of  # noqa: PLC0415 -- not loaded where no diary has a password

    return key_of(desk, diary)
