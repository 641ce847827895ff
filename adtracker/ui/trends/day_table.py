"""What the trend charts show as a table with the same numbers: days, newest first, or weeks of two periods."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Any

from PySide6.QtCore import QModelIndex, Qt, Signal

from adtracker.language import tr
from adtracker.ui.core.theme import Theme
from adtracker.ui.kit.value_table import RIM, SAMPLE, Column, ValueModel, ValueTable

DAY_WIDTH = 116


class DayTable(ValueTable):
    """`pointed` carries the day of the row that was chosen, None for no row; `opened` one to be opened (Enter)."""

    pointed = Signal(object)
    opened = Signal(object)

    def __init__(self, theme: Theme) -> None:
        days: ValueModel[Any] = ValueModel([])
        super().__init__(theme, days, DAY_WIDTH)
        self._days = days
        self.setAccessibleName(tr("Numbers of the charts. Enter opens a day."))
        self.selectionModel().currentRowChanged.connect(self._on_row)
        self.activated.connect(self._on_activated)

    def show_rows(self, columns: Sequence[Column[Any]], rows: Sequence[Any]) -> None:
        """Show rows, each of which has a `day`."""
        self._days.show_columns(columns)
        self._days.show_rows(rows)
        self.restyle()

    def restyle(self) -> None:
        """Take over the text size. No column gets narrower than its words: the table rather scrolls sideways."""
        super().restyle()
        model, rim = self.model(), self._theme.px(RIM)
        needs = [self._heading_width(column) for column in range(model.columnCount())]
        for row in range(min(model.rowCount(), SAMPLE)):
            needs += [self._width(str(model.index(row, column).data())) for column in range(1, model.columnCount())]
        header = self.horizontalHeader()
        header.setMinimumSectionSize(max([header.minimumSectionSize(), *(need + rim for need in needs)]))
        self.fit_first()

    def _width(self, text: str) -> int:
        return self.fontMetrics().horizontalAdvance(text)

    def _heading_width(self, column: int) -> int:
        """The narrowest in which a heading takes two lines."""
        words = str(self.model().headerData(column, Qt.Orientation.Horizontal)).split()
        lines = ((" ".join(words[:at]), " ".join(words[at:])) for at in range(1, len(words) + 1))
        return min((max(map(self._width, pair)) for pair in lines), default=0)

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
