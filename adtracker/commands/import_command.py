"""`adtracker import`: takes what is in a file into the diary, all rows or none."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from adtracker.commands.context import FINE, REFUSED, CommandContext, UsageError
from adtracker.commands.copies import before_change
from adtracker.commands.import_report import tell, tell_refused
from adtracker.commands.references import read_known
from adtracker.commands.soundness import refuse_damaged
from adtracker.exchange.codecs.all_codecs import read_alike
from adtracker.exchange.import_result import ImportResult
from adtracker.exchange.merge import plan_merge
from adtracker.exchange.reading import DateOrderError, read_file
from adtracker.exchange.references import References
from adtracker.exchange.writing import DateOrder


@dataclass(frozen=True, slots=True)
class How:
    """How a file is taken in: whether what differs is replaced, whether blank cells clear, and the order of dates."""

    overwrite: bool = False
    clear_blank: bool = False
    dates: str | None = None


def run(desk: CommandContext, *, file: Path, how: How) -> int:
    """Import a file. Raises DiaryError, ExchangeError and UsageError; nothing was changed then."""
    if how.clear_blank and not how.overwrite:
        raise UsageError("usage.clear_empty")
    parsed = _read(desk, file, how)
    if parsed.refused:
        tell_refused(desk, parsed)
        return REFUSED
    before_change(desk)
    with desk.journal(create=_may_be_begun(desk)) as journal:
        refuse_damaged(journal)
        found = plan_merge(read_alike(journal, parsed), parsed, overwrite=how.overwrite)
        journal.keep_pixels(parsed.pictures.values())
        journal.take_in(found.edit, undoable=False)
    tell(desk, found)
    return FINE


def _may_be_begun(desk: CommandContext) -> bool:
    """Whether the diary is made where there is none. The one that the settings name was there once, and may lie on a
    stick that is not in: another one is not begun in its place.
    """
    return desk.settings.diary is None or desk.diary != Path(desk.settings.diary)


def _read(desk: CommandContext, file: Path, how: How) -> ImportResult:
    known, order = read_known(desk, file), None if how.dates is None else DateOrder(how.dates)
    try:
        return read_file(file, desk.today(), known, order, clear_blank=how.clear_blank)
    except DateOrderError as error:
        return _read_asking(desk, file, how, known, error)


def _read_asking(desk: CommandContext, file: Path, how: How, known: References, error: DateOrderError) -> ImportResult:
    """Read it as the person says, who is asked once. Raises UsageError where nobody can be asked, or says neither."""
    said = desk.ask("import.which_dates", example=error.example)
    day, month = desk.text("import.day_first"), desk.text("import.month_first")
    order = {day: DateOrder.DAY_FIRST, month: DateOrder.MONTH_FIRST}.get(said.strip().casefold())
    if order is None:
        raise UsageError("usage.dates", file=file.name, example=error.example) from None
    return read_file(file, desk.today(), known, order, clear_blank=how.clear_blank)
