"""The columns of the table beside the trend charts: what was recorded on a day, and the point of the line."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from functools import partial

from adtracker.domain.common.measure import Measure
from adtracker.domain.views.measure_selection import SIGN_SUM
from adtracker.domain.views.trend_view import TrendView
from adtracker.language import tr
from adtracker.ui.kit.value_table import Column
from adtracker.ui.words.day_words import short_day_words
from adtracker.ui.words.entry_words import Names
from adtracker.ui.words.number_words import (
    NOTHING,
    mean_words,
    not_recorded,
    too_few_days,
    value_decimals,
    value_words,
)


@dataclass(frozen=True, slots=True)
class DayRow:
    """One day of a view."""

    view: TrendView
    day: date


def rolling_words(measure: Measure) -> str:
    """What the line of a measure is called."""
    if measure == SIGN_SUM:
        return tr("7-day sum")
    return tr("7-day average")


def day_columns(view: TrendView, names: Names) -> list[Column[DayRow]]:
    """The day, two columns for each measure, and whether it was filled in later."""
    columns = [Column(tr("Day"), _day, strong=True)]
    for measure in view.measures:
        columns += _of_measure(measure, names[measure.key]["label"], view)
    later = partial(_later, tr("yes"))
    return [*columns, Column(tr("Filled in later"), later)]


def _of_measure(measure: Measure, label: str, view: TrendView) -> list[Column[DayRow]]:
    recent = partial(_rolling, measure)
    shown, spoken = partial(recent, NOTHING), partial(recent, too_few_days())
    if measure == SIGN_SUM:
        return [Column(label, shown, spoken, is_number=True)]
    recorded = partial(_value, measure, value_decimals((view.value(measure, day) for day in view.look.days), measure))
    return [
        Column(label, partial(recorded, NOTHING), partial(recorded, not_recorded()), is_number=True),
        Column(rolling_words(measure), shown, spoken, is_number=True),
    ]


def _day(row: DayRow) -> str:
    return short_day_words(row.day, row.view.look.today)


def _value(measure: Measure, decimals: int, missing: str, row: DayRow) -> str:
    value = row.view.value(measure, row.day)
    return missing if value is None else value_words(value, measure, decimals)


def _rolling(measure: Measure, missing: str, row: DayRow) -> str:
    mean = row.view.rolling(measure, row.day).mean
    return missing if mean is None else mean_words(mean, measure)


def _later(word: str, row: DayRow) -> str:
    entry = row.view.look.days.get(row.day)
    return word if entry is not None and entry.filled_in_later else ""
