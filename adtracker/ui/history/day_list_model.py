"""The rows of the list of all days: searched and put in order in the memory, never in the diary."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import Qt

from adtracker.domain.common.measure import MEASURES
from adtracker.domain.views.day_list import ListedDay, found, in_order
from adtracker.ui.history.day_list_columns import day_columns
from adtracker.ui.kit.value_table import ValueModel
from adtracker.ui.words.entry_words import Names
from adtracker.ui.words.number_words import value_decimals

DESCENDING, ASCENDING = Qt.SortOrder.DescendingOrder, Qt.SortOrder.AscendingOrder


class DayListModel(ValueModel[ListedDay]):
    """Keeps all days in order, and shows those of them that a search finds."""

    def __init__(self, names: Names) -> None:
        self._decimals = {measure.key: 0 for measure in MEASURES}
        self.columns = day_columns(names, self._decimals)
        super().__init__([column.column for column in self.columns])
        self.ordered_by = (0, DESCENDING)
        self.query = ""
        self._all: Sequence[ListedDay] = ()

    @property
    def total(self) -> int:
        """How many days there are, found or not."""
        return len(self._all)

    def show_days(self, rows: Sequence[ListedDay]) -> None:
        """Take other days."""
        self._all = rows
        for measure in MEASURES:
            self._decimals[measure.key] = value_decimals((row.entry.value(measure) for row in rows), measure)
        self.sort(*self.ordered_by)

    def search(self, query: str) -> None:
        """Show the days whose notes have all words of the query."""
        self.query = query
        self.show_rows(found(self._all, query))

    def sort(self, column: int, order: Qt.SortOrder = ASCENDING) -> None:
        """Put the days in order by a column; one that has no order is left as it is."""
        if (by := self.columns[column].order) is None:
            return
        self.ordered_by = (column, order)
        self._all = in_order(self._all, by, descending=order == DESCENDING)
        self.search(self.query)

    def row_of(self, day: date) -> int | None:
        """Where a day is shown, None if it is not."""
        days = (self.value(row).day for row in range(self.rowCount()))
        return next((row for row, own in enumerate(days) if own == day), None)

    def as_text(self, rows: Sequence[int]) -> str:
        """Rows as lines with tabs, under a line of headings: what a letter or a spreadsheet takes."""
        lines = [[column.column.heading for column in self.columns]]
        lines += [[column.column.text(self.value(row)) for column in self.columns] for row in rows]
        return "\n".join("\t".join(line) for line in lines)
