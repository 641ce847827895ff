"""Records as a table by date, the newest first. Enter or a click opens one."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date
from typing import Generic, Protocol, TypeVar

from PySide6.QtCore import QModelIndex, QRect, Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QStyle

from adtracker.language import tr
from adtracker.ui.core.theme import Theme
from adtracker.ui.kit.value_table import ROW_HEIGHT, Column, ValueModel, ValueTable
from adtracker.ui.words.day_words import listed_day_words

DAY_WIDTH = 140
_LEAST_HEIGHT = 180
_MOST_HEIGHT = 3 * ROW_HEIGHT  # a note can be as long as a page
_NAMES = 1  # the column
_RIM = 8  # between a cell's text and its edge, as in the stylesheet


class OfRecord(Protocol):
    """What a row shows: something of a day that comes from a record."""

    @property
    def day(self) -> date:
        """The day it stands at."""

    @property
    def record(self) -> object:
        """Where it comes from, to be opened."""


R = TypeVar("R", bound=OfRecord)


class RecordTable(ValueTable, Generic[R]):
    """`opened` carries the record of the row that a person chose."""

    opened = Signal(object)

    def __init__(self, theme: Theme, name: str, *columns: tuple[str, Callable[[R], str]]) -> None:
        """`columns` are the headings right of the day, each with what stands below it."""
        day: Column[R] = Column(tr("Day"), _day, strong=True)
        self._rows = ValueModel([day, *(Column(heading, text) for heading, text in columns)])
        super().__init__(theme, self._rows, DAY_WIDTH)
        self.setAccessibleName(tr("{name}, newest first. Enter opens one.", name=name))
        self.setMinimumHeight(theme.px(_LEAST_HEIGHT))
        self.setWordWrap(True)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.clicked.connect(self._on_clicked)

    def show_rows(self, rows: Sequence[R]) -> None:
        """Show others, given the oldest first; the keyboard stays on the same row as far as there is one."""
        row = max(self.currentIndex().row(), 0)
        self._rows.show_rows(list(reversed(rows)))
        self._fit_names()
        if rows:
            self.selectRow(min(row, len(rows) - 1))

    def restyle(self) -> None:
        """Take over the text size; a row may have several lines."""
        super().restyle()
        self.verticalHeader().setMinimumSectionSize(self._theme.px(ROW_HEIGHT))
        self.verticalHeader().setMaximumSectionSize(self._theme.px(_MOST_HEIGHT))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Where a text breaks depends on the width."""
        super().resizeEvent(event)
        self._fit_names()

    def _fit_names(self) -> None:
        """What a record is called gets what it needs, half at most; the column beside it, where texts are long, the
        rest."""
        header, model = self.horizontalHeader(), self.model()
        cells = (str(model.index(row, _NAMES).data()) for row in range(model.rowCount()))
        widest = max(map(self.fontMetrics().horizontalAdvance, cells), default=0) + 3 * self._theme.px(_RIM)
        header.setSectionResizeMode(_NAMES, QHeaderView.ResizeMode.Fixed)
        header.resizeSection(_NAMES, min(widest, (self.viewport().width() - self.columnWidth(0)) // 2))
        self.fit_head()
        self.resizeRowsToContents()

    def sizeHintForRow(self, row: int) -> int:
        """The height at which no word is cut; Qt's own forgets that the stylesheet takes some of the width."""
        model, rim = self.model(), 2 * self._theme.px(_RIM)
        beside = rim + 2 * (self.style().pixelMetric(QStyle.PixelMetric.PM_FocusFrameHMargin, None, self) + 1)
        texts = ((str(model.index(row, column).data()), column) for column in range(model.columnCount()))
        return max(self._text_height(text, self.columnWidth(column) - beside) for text, column in texts) + rim

    def _text_height(self, text: str, width: int) -> int:
        return self.fontMetrics().boundingRect(QRect(0, 0, width, 0), Qt.TextFlag.TextWordWrap, text).height()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Open with Enter."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.currentIndex().isValid():
            self._on_clicked(self.currentIndex())
        else:
            super().keyPressEvent(event)

    def _on_clicked(self, index: QModelIndex) -> None:
        self.opened.emit(self._rows.value(index.row()).record)


def _day(row: OfRecord) -> str:
    return listed_day_words(row.day)
