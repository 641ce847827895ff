"""What the trend charts show as a table with the same numbers: days, newest first, or weeks of two periods."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Any

from PySide6.QtCore import QModelIndex, Signal

from adtracker.ui.theme import Theme
from adtracker.ui.widgets.value_table import Column, ValueModel, ValueTable

DAY_WIDTH = 116


class DayTable(ValueTable):
    """`pointed` carries the day of the row that was chosen, None for no row; `opened` one to be opened (Enter)."""

    pointed = Signal(object)
    opened = Signal(object)

    def __init__(self, theme: Theme) -> None:
        days: ValueModel[Any] = ValueModel([])
        super().__init__(theme, days, DAY_WIDTH)
        self._days = days
        self.setAccessibleName(self.tr("Numbers of the charts. Enter opens a day."))
        self.selectionModel().currentRowChanged.connect(self._on_row)
        self.activated.connect(self._on_activated)

    def show_rows(self, columns: Sequence[Column[Any]], rows: Sequence[Any]) -> None:
        """Show rows, each of which has a `day`."""
        self._days.show_columns(columns)
        self._days.show_rows(rows)
        self.fit_first()

    @property
    def day(self) -> date | None:
        """The day of the row that is chosen."""
        index = self.currentIndex()
        return self._day(index) if index.isValid() else None

    def _day(self, index: QModelIndex) -> date:
        day: date = self._days.value(index.row()).day
        return day

    def _on_row(self) -> None:
        self.pointed.emit(self.day)

    def _on_activated(self, index: QModelIndex) -> None:
        self.opened.emit(self._day(index))
