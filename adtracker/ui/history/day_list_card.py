"""All days as a table, with the search in notes, the order, and how many days were found."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from adtracker.domain.views.day_list import ListedDay
from adtracker.language import tr
from adtracker.ui.core.theme import Theme
from adtracker.ui.history.day_list_columns import DayColumn
from adtracker.ui.history.day_list_model import ASCENDING, DESCENDING
from adtracker.ui.history.day_list_table import DayListTable
from adtracker.ui.kit.basics import Card, label
from adtracker.ui.kit.fields.example import SearchLine
from adtracker.ui.kit.fields.pickers import Choice
from adtracker.ui.kit.room.columns import Columns
from adtracker.ui.kit.room.flow_layout import FlowLayout
from adtracker.ui.words.entry_words import Names
from adtracker.ui.words.number_words import days

# In pixels of the screen: with large text both take a line of their own.
LEAST_SEARCH, LEAST_ORDER = 220, 120
# What the stylesheet makes of a field's height, so that the count stands level with the list beside it.
FIELD_TEXT, FIELD_FRAME = 24, 14
# What the order is called in the list that one is chosen from: a column and a way.
FALLING, RISING = "falling", "rising"


class DayListCard(Card):
    """`opened` carries a day that is to be opened. The search begins with the first letter; Esc empties it."""

    opened = Signal(object)

    def __init__(self, theme: Theme, names: Names) -> None:
        super().__init__()
        self._theme = theme
        self.table = DayListTable(theme, names)
        self.search = SearchLine(tr("Search in notes"), LEAST_SEARCH)
        self.order = Choice(tr("Order of the days"), self._orders(self.table.days.columns))
        self.count = label("", "soft")
        self.nothing = label(tr("No note has all these words. Esc empties the search."), "body", wrap=True)
        self._build()
        self._connect()
        self._show_count()
        self.restyle()

    def _build(self) -> None:
        head = QWidget()
        columns, beside = Columns(head), QWidget()
        row = FlowLayout(beside, spacing=14)
        row.addWidget(self.count)
        row.addWidget(self.order)
        columns.add(self.search, 1)
        columns.add(beside)
        self.search.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.order.setMinimumWidth(LEAST_ORDER)
        self.order.setSizeAdjustPolicy(Choice.SizeAdjustPolicy.AdjustToContents)
        self.body.addWidget(head)
        self.body.addWidget(self.nothing)
        self.body.addWidget(self.table, 1)

    def _connect(self) -> None:
        self.search.textChanged.connect(self._on_search)
        self.search.returnPressed.connect(self.take_focus)
        self.order.chosen.connect(self._on_order)
        self.table.ordered.connect(self._show_order)
        self.table.opened.connect(self.opened)

    def show_days(self, rows: Sequence[ListedDay]) -> None:
        """Show all days; the search and the order stay, and the day that was chosen is chosen again."""
        self.table.show_days(rows)
        self._show_count()

    def take_focus(self) -> None:
        """Put the keyboard on the days, or on the search where it finds none."""
        (self.table if self.table.days.rowCount() else self.search).setFocus(Qt.FocusReason.OtherFocusReason)

    def take_search(self) -> None:
        """Put the keyboard on the search."""
        self.search.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.search.selectAll()

    def restyle(self) -> None:
        """Take over the text size."""
        self.count.setMinimumHeight(self._theme.px(FIELD_TEXT) + FIELD_FRAME)
        self.table.restyle()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc empties the search before it goes back; the down arrow goes from the search to the days."""
        if event.key() == Qt.Key.Key_Escape and self.search.text():
            self.search.clear()
        elif event.key() == Qt.Key.Key_Down and self.search.hasFocus():
            self.take_focus()
        else:
            super().keyPressEvent(event)

    def _orders(self, columns: Sequence[DayColumn]) -> list[tuple[str, str]]:
        orders = []
        for place, column in enumerate(columns):
            if column.order is not None:
                for way, words in ((FALLING, column.falling), (RISING, column.rising)):
                    orders.append((f"{place} {way}", tr("{name}, {way}", name=column.column.heading, way=words)))
        return orders

    def _on_search(self, query: str) -> None:
        self.table.search(query)
        self._show_count()

    def _on_order(self, key: str) -> None:
        place, way = key.split()
        self.table.order(int(place), DESCENDING if way == FALLING else ASCENDING)

    def _show_order(self) -> None:
        column, direction = self.table.days.ordered_by
        self.order.choose(f"{column} {FALLING if direction == DESCENDING else RISING}")

    def _show_count(self) -> None:
        found, total = self.table.days.rowCount(), days(self.table.days.total)
        is_searched = bool(self.search.text().strip())
        self.count.setText(tr("{found} of {days}", found=found, days=total) if is_searched else total)
        self.search.setAccessibleDescription(self.count.text())
        self.nothing.setVisible(is_searched and not found)
