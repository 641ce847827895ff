"""The table of all days. Enter or a click opens a day, Ctrl+C copies those that are chosen."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, Qt, Signal
from PySide6.QtGui import QGuiApplication, QKeyEvent, QKeySequence, QMouseEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QStyle

from adtracker.domain.common.plain_search import words_of
from adtracker.domain.views.day_list import ListedDay
from adtracker.language import tr
from adtracker.ui.core.theme import Theme
from adtracker.ui.history.day_list_model import ASCENDING, DESCENDING, DayListModel
from adtracker.ui.history.match_delegate import MatchDelegate
from adtracker.ui.kit.value_table import LEAST_WIDTH, RIM, ValueTable
from adtracker.ui.words.entry_words import Names

DAY_WIDTH, LEAST_NOTE = 140, 220
NO_MODIFIER = Qt.KeyboardModifier.NoModifier


class DayListTable(ValueTable):
    """`opened` carries the day that a person chose; `ordered` says that a heading put the days in another order."""

    opened = Signal(object)
    ordered = Signal()

    def __init__(self, theme: Theme, names: Names) -> None:
        self.days = DayListModel(names)
        super().__init__(theme, self.days, DAY_WIDTH)
        self._matches = MatchDelegate(theme, self)
        self.setItemDelegateForColumn(len(self.days.columns) - 1, self._matches)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setAccessibleName(tr("All days. Enter opens a day, Ctrl+C copies the chosen rows."))
        self.horizontalHeader().setSectionsClickable(True)
        self.horizontalHeader().setSortIndicatorShown(True)
        self.horizontalHeader().sectionClicked.connect(self._on_heading)
        self._show_order()

    def search(self, query: str) -> None:
        """Show the days that a search finds, and mark its words."""
        self._matches.show_words(words_of(query))
        self.days.search(query)
        self._stand_on(None)
        sideways = self.horizontalScrollBar()  # to the notes, where large text leaves them no room beside the rest
        sideways.setValue(sideways.maximum() if query else 0)

    def order(self, column: int, direction: Qt.SortOrder) -> None:
        """Put the days in another order, the same day chosen."""
        day = self.day
        self.days.sort(column, direction)
        self._show_order()
        self._stand_on(day)

    def show_days(self, rows: Sequence[ListedDay]) -> None:
        """Show other days, the same one chosen."""
        day = self.day
        self.days.show_days(rows)
        self._stand_on(day)

    @property
    def day(self) -> date | None:
        """The day that the keyboard is on."""
        index = self.currentIndex()
        return self.days.value(index.row()).day if index.isValid() else None

    def restyle(self) -> None:
        """Take over the text size: all columns but the last are as wide as they need."""
        super().restyle()
        header = self.horizontalHeader()
        header.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        for column in range(1, self.model().columnCount() - 1):
            header.resizeSection(column, max(self._theme.px(LEAST_WIDTH), self._longest_word(column)))
        self._fit_note()

    def _longest_word(self, column: int) -> int:
        """What the heading of a column needs: it breaks between words, and a word of another language may be long."""
        header = self.horizontalHeader()
        words = str(self.model().headerData(column, Qt.Orientation.Horizontal)).split()
        mark = header.style().pixelMetric(QStyle.PixelMetric.PM_HeaderMarkSize, None, header)
        return max(map(header.fontMetrics().horizontalAdvance, words), default=0) + self._theme.px(RIM) + mark

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Give the notes what the others leave."""
        super().resizeEvent(event)
        self._fit_note()

    def _fit_note(self) -> None:
        last = self.model().columnCount() - 1
        left = self.viewport().width() - self.horizontalHeader().sectionPosition(last)
        self.horizontalHeader().resizeSection(last, max(left, self._theme.px(LEAST_NOTE)))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Open and copy."""
        if event.matches(QKeySequence.StandardKey.Copy):
            self._copy()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._open(self.currentIndex())
        else:
            super().keyPressEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Open with a plain click; Ctrl and Shift choose several rows, as everywhere."""
        super().mouseReleaseEvent(event)
        is_plain = event.button() is Qt.MouseButton.LeftButton and event.modifiers() == NO_MODIFIER
        if is_plain and len(self.selectionModel().selectedRows()) == 1:
            self._open(self.indexAt(event.position().toPoint()))

    def _open(self, index: QModelIndex | QPersistentModelIndex) -> None:
        if index.isValid():
            self.opened.emit(self.days.value(index.row()).day)

    def _copy(self) -> None:
        rows = sorted(index.row() for index in self.selectionModel().selectedRows())
        if rows:
            QGuiApplication.clipboard().setText(self.days.as_text(rows))

    def _stand_on(self, day: date | None) -> None:
        """The keyboard goes to a day, or to the first where that is not shown."""
        row = None if day is None else self.days.row_of(day)
        if self.days.rowCount():
            self.selectRow(row or 0)
            self.scrollTo(self.currentIndex())

    def _on_heading(self, column: int) -> None:
        """The other way round where the days are in this order already."""
        is_falling = self.days.ordered_by == (column, DESCENDING)
        self.order(column, ASCENDING if is_falling else DESCENDING)
        self.ordered.emit()

    def _show_order(self) -> None:
        self.horizontalHeader().setSortIndicator(*self.days.ordered_by)
