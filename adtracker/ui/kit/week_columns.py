"""The columns of the table beside two periods that are compared: the same week of both, with the days behind it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date
from functools import partial

from adtracker.domain.common.measure import Measure
from adtracker.domain.records.course import DAYS_A_WEEK
from adtracker.domain.statistics.summary import Mean, Means
from adtracker.domain.views.comparison import WeekPair
from adtracker.language import tr
from adtracker.ui.kit.value_table import Column
from adtracker.ui.words.entry_words import Names
from adtracker.ui.words.number_words import NOTHING, mean_words, n_of_seven, not_recorded


@dataclass(frozen=True, slots=True)
class WeekRow:
    """One week of both periods; `day` is its first in the first period."""

    pair: WeekPair
    day: date


def solid() -> str:
    """What the line of the first period is called."""
    return tr("solid line")


def dashed() -> str:
    """What the line of the second period is called."""
    return tr("dashed line")


def first_of(row: WeekRow) -> Means | None:
    """The week in the first period."""
    return row.pair.first


def second_of(row: WeekRow) -> Means | None:
    """The week in the second period."""
    return row.pair.second


def mean_in(measure: Measure, side: Callable[[WeekRow], Means | None], row: WeekRow) -> Mean | None:
    """The mean of a measure in a week of one period; None where the period has no such week."""
    week = side(row)
    return None if week is None else week.of[measure.key]


def week_columns(measures: Sequence[Measure], names: Names) -> list[Column[WeekRow]]:
    """The week, and for each measure the means of both periods."""
    columns = [Column(tr("Week"), _week, strong=True)]
    for measure in measures:
        for line, side in ((solid(), first_of), (dashed(), second_of)):
            head = tr("{measure}, {line}", measure=names[measure.key]["label"], line=line)
            mean = partial(mean_in, measure, side)
            shown, spoken = partial(_shown, measure, mean), partial(_spoken, measure, mean)
            columns.append(Column(head, shown, spoken, is_number=True))
    return columns


def _week(row: WeekRow) -> str:
    return str(row.pair.number)


def _shown(measure: Measure, mean: Callable[[WeekRow], Mean | None], row: WeekRow) -> str:
    """Such as "4.2 (6/7)"."""
    found = mean(row)
    return _words(measure, found, f"{found.n}/{DAYS_A_WEEK}") if found is not None and found.n else NOTHING


def _spoken(measure: Measure, mean: Callable[[WeekRow], Mean | None], row: WeekRow) -> str:
    """Such as "4.2 (6 of 7 days)"."""
    found = mean(row)
    return _words(measure, found, n_of_seven(found.n)) if found is not None and found.n else not_recorded()


def _words(measure: Measure, found: Mean, days: str) -> str:
    number = NOTHING if found.mean is None else mean_words(found.mean, measure)
    return tr("{mean} ({days})", mean=number, days=days)
