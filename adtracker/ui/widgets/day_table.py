"""The days of the trend charts as a table with the same numbers, newest first."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from functools import partial

from PySide6.QtCore import QCoreApplication, QModelIndex, Signal

from adtracker.domain.look_back import LookBack, elapsed, week_to
from adtracker.domain.measure import MEASURES, Measure
from adtracker.ui.theme import Theme
from adtracker.ui.widgets.day_words import short_day_words
from adtracker.ui.widgets.entry_words import Names
from adtracker.ui.widgets.number_words import NOTHING, mean_words, not_recorded, too_few_days, value_words
from adtracker.ui.widgets.value_table import Column, ValueModel, ValueTable

DAY_WIDTH = 116

translate = QCoreApplication.translate


@dataclass(frozen=True, slots=True)
class DayRow:
    """One day of a look back."""

    look: LookBack
    day: date


class DayTable(ValueTable):
    """`pointed` carries the day of the row that was chosen, None for no row; `opened` one to be opened (Enter)."""

    pointed = Signal(object)
    opened = Signal(object)

    def __init__(self, theme: Theme, names: Names) -> None:
        days = ValueModel(_columns(names))
        super().__init__(theme, days, DAY_WIDTH)
        self._days = days
        self.setAccessibleName(self.tr("Days of the charts, newest first. Enter opens a day."))
        self.selectionModel().currentRowChanged.connect(self._on_row)
        self.activated.connect(self._on_activated)

    def show_look(self, look: LookBack) -> None:
        """Show the days up to today, also those on which nothing was recorded."""
        days = elapsed(look)
        self._days.show_rows([] if days is None else [DayRow(look, day) for day in reversed(tuple(days))])

    @property
    def day(self) -> date | None:
        """The day of the row that is chosen."""
        index = self.currentIndex()
        return self._days.value(index.row()).day if index.isValid() else None

    def _on_row(self) -> None:
        self.pointed.emit(self.day)

    def _on_activated(self, index: QModelIndex) -> None:
        self.opened.emit(self._days.value(index.row()).day)


def _columns(names: Names) -> list[Column[DayRow]]:
    columns = [Column(translate("DayTable", "Day"), _day, strong=True)]
    for measure in MEASURES:
        average = translate("DayTable", "7-day average")
        recorded, recent = partial(_value, measure), partial(_average, measure)
        columns.append(
            Column(names[measure.key]["label"], partial(recorded, NOTHING), partial(recorded, not_recorded()))
        )
        columns.append(Column(average, partial(recent, NOTHING), partial(recent, too_few_days())))
    later = partial(_later, translate("DayTable", "yes"))
    return [*columns, Column(translate("DayTable", "Filled in later"), later)]


def _day(row: DayRow) -> str:
    return short_day_words(row.day, row.look.today)


def _value(measure: Measure, missing: str, row: DayRow) -> str:
    entry = row.look.days.get(row.day)
    value = None if entry is None else entry.value(measure)
    return missing if value is None else value_words(value, measure)


def _average(measure: Measure, missing: str, row: DayRow) -> str:
    mean = week_to(row.look, row.day).of[measure.key].mean
    return missing if mean is None else mean_words(mean, measure)


def _later(word: str, row: DayRow) -> str:
    entry = row.look.days.get(row.day)
    return word if entry is not None and entry.filled_in_later else ""
