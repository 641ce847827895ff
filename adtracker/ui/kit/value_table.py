"""A table of values that were read before: one row a value, one column a way to put it into words."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any, Generic, TypeVar

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, QRect, Qt
from PySide6.QtGui import QFont, QFontMetrics, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHeaderView,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
)

from adtracker.language import CLOSED, OPENED
from adtracker.ui.core.theme import Theme

T = TypeVar("T")
Index = QModelIndex | QPersistentModelIndex
# A heading has room for two lines.
LEAST_WIDTH, ROW_HEIGHT, HEAD_HEIGHT = 84, 32, 46
RIM = 23  # beside the words of a cell, as in the stylesheet
HEAD_RIM = 12  # above and below those of a heading
MOST_FIRST = 280
SAMPLE = 400  # rows whose words are measured; a long diary has thousands, much alike
_ROOT = QModelIndex()


@dataclass(frozen=True, slots=True)
class Column(Generic[T]):
    """A heading, and what stands under it for a row's value; `spoken` is read out where the text would not do.

    Numbers stand at the right, so that ones stand below ones: `is_number`.
    """

    heading: str
    text: Callable[[T], str]
    spoken: Callable[[T], str] | None = None
    strong: bool = False
    is_number: bool = False


class ValueModel(QAbstractTableModel, Generic[T]):
    """Puts a value into words when its row is looked at, and not before: a long diary has thousands of rows."""

    def __init__(self, columns: Sequence[Column[T]]) -> None:
        super().__init__()
        self._columns = columns
        self._rows: Sequence[T] = ()
        self._strong = QFont()
        self._strong.setWeight(QFont.Weight.DemiBold)

    def show_columns(self, columns: Sequence[Column[T]]) -> None:
        """Take other columns, and no values until they are shown."""
        self.beginResetModel()
        self._columns, self._rows = columns, ()
        self.endResetModel()

    def show_rows(self, rows: Sequence[T]) -> None:
        """Take other values."""
        self.beginResetModel()
        self._rows = rows
        self.endResetModel()

    def value(self, row: int) -> T:
        """The value of a row."""
        return self._rows[row]

    def rowCount(self, parent: Index = _ROOT) -> int:
        """How many values there are (called by Qt)."""
        return 0 if parent.isValid() else len(self._rows)

    def columnCount(self, parent: Index = _ROOT) -> int:
        """How many columns there are (called by Qt)."""
        return 0 if parent.isValid() else len(self._columns)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """What a cell shows and says (called by Qt)."""
        column = self._columns[index.column()]
        if role == Qt.ItemDataRole.FontRole:
            return self._strong if column.strong else None
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return int(_side(column) | Qt.AlignmentFlag.AlignVCenter)
        if role == Qt.ItemDataRole.DisplayRole:
            return column.text(self._rows[index.row()])
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return (column.spoken or column.text)(self._rows[index.row()])
        return None

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """The heading of a column (called by Qt)."""
        if orientation is not Qt.Orientation.Horizontal:
            return None
        if role == Qt.ItemDataRole.TextAlignmentRole:
            side = _side(self._columns[section])
            return int(side | Qt.AlignmentFlag.AlignVCenter) | int(Qt.TextFlag.TextWordWrap)
        return self._columns[section].heading if role == Qt.ItemDataRole.DisplayRole else None


def _side(column: Column[Any]) -> Qt.AlignmentFlag:
    return Qt.AlignmentFlag.AlignRight if column.is_number else Qt.AlignmentFlag.AlignLeft


class CellDelegate(QStyledItemDelegate):
    """Words of a cell run as their own first letter says, whatever the table does: a full stop stays at their end."""

    def initStyleOption(self, option: QStyleOptionViewItem, index: Index) -> None:
        """Set the words apart for being drawn (called by Qt)."""
        super().initStyleOption(option, index)
        words = self.drawn(option.text)
        option.text = f"{OPENED}{words}{CLOSED}" if words else words

    def drawn(self, words: str) -> str:
        """What is drawn of the words."""
        return words


class ValueTable(QTableView):
    """A calm table: whole rows, hairlines between them, the columns as wide as the table. Tab leaves it."""

    def __init__(self, theme: Theme, model: QAbstractTableModel, first_width: int) -> None:
        """`first_width` is what the first column needs, in pixels of the 100 % design."""
        super().__init__()
        self._theme = theme
        self._first_width = first_width
        self.setModel(model)
        self.setItemDelegate(CellDelegate(self))
        self.setProperty("kind", "values")
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setTabKeyNavigation(False)
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setCornerButtonEnabled(False)
        self.verticalHeader().hide()
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.horizontalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
        self.horizontalHeader().setHighlightSections(False)
        self.horizontalHeader().setSectionsClickable(False)
        model.modelReset.connect(self._fit_columns)
        self.horizontalHeader().sectionResized.connect(self.fit_head)
        self.restyle()

    def selectRow(self, row: int) -> None:
        """Choose a row. Qt's own finds none in a language from the right: it looks beyond the edge of the table."""
        self.setCurrentIndex(self.model().index(row, 0))

    def restyle(self) -> None:
        """Take over the text size."""
        font = self.font()
        font.setFeature(QFont.Tag("tnum"), 1)  # all digits are equally wide
        self.setFont(font)
        self._fit_columns()
        self.verticalHeader().setDefaultSectionSize(self._theme.px(ROW_HEIGHT))

    def least_width(self, column: int) -> int:
        """What no column is narrower than: the longest word of its heading is whole."""
        words = map(self.horizontalHeader().fontMetrics().horizontalAdvance, self._heading(column).split())
        return max(self._theme.px(LEAST_WIDTH), max(words, default=0) + self._theme.px(RIM))

    def _heading(self, column: int) -> str:
        return str(self.model().headerData(column, Qt.Orientation.Horizontal) or "")

    def _fit_columns(self) -> None:
        least = map(self.least_width, range(self.model().columnCount()))
        self.horizontalHeader().setMinimumSectionSize(max(least, default=self._theme.px(LEAST_WIDTH)))
        self.fit_first()
        self.fit_head()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Qt tells of a column's width before it is so."""
        super().resizeEvent(event)
        self.fit_head()

    def fit_head(self) -> None:
        """As high as the lines of its longest heading."""
        header, rim = self.horizontalHeader(), self._theme.px(RIM)
        rooms = [QRect(0, 0, header.sectionSize(one) - rim, 0) for one in range(header.count())]
        words = [(room, Qt.TextFlag.TextWordWrap, self._heading(one)) for one, room in enumerate(rooms)]
        lines = max((header.fontMetrics().boundingRect(*one).height() for one in words), default=0)
        header.setFixedHeight(max(self._theme.px(HEAD_HEIGHT), lines + self._theme.px(HEAD_RIM)))

    def fit_first(self) -> None:
        """Give the first column its width, once there is one: no day is cut in it, and a name only if it is long."""
        if self.model().columnCount():
            words = min(self._first_words() + self._theme.px(RIM), self._theme.px(MOST_FIRST))
            wanted = max(self._theme.px(self._first_width), words)
            self.horizontalHeader().setSectionResizeMode(0, QHeaderView.ResizeMode.Fixed)
            self.horizontalHeader().resizeSection(0, wanted)

    def _first_words(self) -> int:
        """What the words of the first column need, as far as they are looked at, set as strong as they may be."""
        model, font = self.model(), self.font()
        font.setWeight(QFont.Weight.DemiBold)
        cells = (str(model.index(row, 0).data()) for row in range(min(model.rowCount(), SAMPLE)))
        return max(map(QFontMetrics(font).horizontalAdvance, cells), default=0)
