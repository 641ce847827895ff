"""The columns of the list of all days. Another answer of a day becomes another entry here."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import partial

from adtracker.domain.common.measure import MEASURES, Measure
from adtracker.domain.views.day_list import ListedDay, Order, by_day
from adtracker.language import tr
from adtracker.ui.kit.value_table import Column
from adtracker.ui.words.day_words import listed_day_words
from adtracker.ui.words.entry_words import Names
from adtracker.ui.words.number_words import NOTHING, not_recorded, value_words


@dataclass(frozen=True, slots=True)
class DayColumn:
    """A column, what days are put in order by in it, and the words for both ways; without `order` there is none."""

    column: Column[ListedDay]
    order: Order | None = None
    falling: str = ""
    rising: str = ""


def day_columns(names: Names, decimals: Mapping[str, int]) -> Sequence[DayColumn]:
    """Day, measures, note. `names` is the text catalogue's table "measures"; `decimals` says how many the values of a
    measure have, by its key, when they are looked at."""
    day = DayColumn(
        Column(tr("Day"), _day, strong=True),
        by_day,
        tr("newest first"),
        tr("oldest first"),
    )
    note = DayColumn(Column(tr("Note"), _note))
    return (day, *(_of_measure(measure, names, decimals) for measure in MEASURES), note)


def _of_measure(measure: Measure, names: Names, decimals: Mapping[str, int]) -> DayColumn:
    shown, spoken = (partial(_value_words, measure, decimals, missing) for missing in (NOTHING, not_recorded()))
    column = Column(names[measure.key]["label"], shown, spoken, is_number=True)
    falling, rising = tr("highest first"), tr("lowest first")
    return DayColumn(column, partial(_value, measure), falling, rising)


def _day(row: ListedDay) -> str:
    return listed_day_words(row.day)


def _note(row: ListedDay) -> str:
    return " ".join(row.entry.note.split())


def _value(measure: Measure, row: ListedDay) -> float | None:
    return row.entry.value(measure)


def _value_words(measure: Measure, decimals: Mapping[str, int], missing: str, row: ListedDay) -> str:
    value = row.entry.value(measure)
    return missing if value is None else value_words(value, measure, decimals[measure.key])
