"""From an open table and its answers to what goes beside the diary: the same for the window and the command line."""

from __future__ import annotations

from datetime import time

from adtracker.domain.common.progress import GoesOn, unwatched
from adtracker.errors import ExchangeError
from adtracker.exchange.import_result import ImportResult
from adtracker.exchange.intake.gathering import add_questions, gather
from adtracker.exchange.intake.opening import OpenTable
from adtracker.exchange.intake.table_reader import How, TableReader
from adtracker.exchange.reading import DateOrderError


def read_open_table(
    table: OpenTable, parsed: ImportResult, day_start: time, goes_on: GoesOn = unwatched
) -> ImportResult:
    """What is in a table, by its answers, added to `parsed`. Until `day_start` it is still the day before, unless
    the answers say otherwise.

    Raises ExchangeError; DateOrderError if it has to be asked which day is meant; StoppedError.
    """
    if table.is_mixed:
        raise ExchangeError("exchange.date_orders", file=table.grid.file)
    if table.day_example:
        raise DateOrderError(table.grid.file, table.day_example)
    add_questions(table.recipe, parsed)
    start = table.recipe.day_start if table.recipe.day_start is not None else day_start
    reader = TableReader(table.grid, table.recipe, How(table.decimals, table.order, start), parsed)
    gather(reader.read(goes_on, table.findings.rows), parsed)
    parsed.several_days, parsed.has_times = reader.several_days, reader.has_times
    return parsed
