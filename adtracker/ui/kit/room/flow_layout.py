"""A layout that puts widgets side by side and wraps them like words, for chips that must grow with the text size."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QRect, QSize, Qt
from PySide6.QtWidgets import QLayoutItem, QWidget

from adtracker.ui.kit.room.folding import Folding
from adtracker.ui.kit.room.item_layout import ItemLayout


class FlowLayout(ItemLayout):
    """Rows of items, left to right; a row that is full continues on the next.

    With `fill`, the items of a row share what is left of its width, so that rows end on one line. With `even`, items
    that are alike do so, with as many in each row as can be: 11 stand in rows of 6 and 5, not of 10 and 1.
    """

    def __init__(
        self, parent: QWidget | None = None, spacing: int = 8, *, fill: bool = False, even: bool = False
    ) -> None:
        super().__init__(parent, spacing)
        self._fill, self._even = fill or even, even

    def expandingDirections(self) -> Qt.Orientation:
        """It takes no more room than its rows need."""
        return Qt.Orientation(0)

    def height_of(self, width: int) -> int:
        """All rows."""
        return self._arrange(QRect(0, 0, width, 0), move=False)

    def setGeometry(self, rect: QRect) -> None:
        """Place the items."""
        super().setGeometry(rect)
        self._arrange(rect, move=True)

    def liked_size(self) -> QSize:
        """One row, if there is room."""
        hints = [item.sizeHint() for item in self._items if not item.isEmpty()]
        width = sum(hint.width() for hint in hints) + self.spacing() * max(len(hints) - 1, 0)
        return QSize(width, max((hint.height() for hint in hints), default=0))

    def least_size(self) -> QSize:
        """The widest single item."""
        size = QSize()
        for item in self._items:
            size = size.expandedTo(_least(item))
        return size

    def _arrange(self, rect: QRect, *, move: bool) -> int:
        y = rect.y()
        rows = self._rows(rect.width())
        for row in rows:
            height = max(hint.height() for _, hint in row)
            if move:
                line = QRect(rect.x(), y, rect.width(), height)
                self._place(row, line, len(rows[0]) if self._even else len(row))
            y += height + self.spacing()
        return max(y - self.spacing(), rect.y()) - rect.y()

    def _rows(self, width: int) -> list[list[tuple[QLayoutItem, QSize]]]:
        """The items that are seen, with their sizes, row by row."""
        rows: list[list[tuple[QLayoutItem, QSize]]] = []
        taken = 0
        for item in self._items:
            if item.isEmpty():
                continue
            hint = _within(item, width)
            if not rows or taken + hint.width() > width:
                rows.append([])
                taken = 0
            rows[-1].append((item, hint))
            taken += hint.width() + self.spacing()
        return _evened(rows) if self._even else rows

    def _place(self, row: list[tuple[QLayoutItem, QSize]], line: QRect, count: int) -> None:
        """`count` is how many the row would have if it were full."""
        taken = sum(hint.width() for _, hint in row) * count // len(row) + self.spacing() * (count - 1)
        corner, more = line.topLeft(), max(line.width() - taken, 0) // count if self._fill else 0
        for item, hint in row:
            self.put(item, QRect(corner, hint + QSize(more, 0)), line)
            corner += QPoint(hint.width() + more + self.spacing(), 0)


def _evened(rows: list[list[tuple[QLayoutItem, QSize]]]) -> list[list[tuple[QLayoutItem, QSize]]]:
    items = [item for row in rows for item in row]
    each = -(-len(items) // max(len(rows), 1))
    return [items[place : place + each] for place in range(0, len(items), each or 1)]


def _within(item: QLayoutItem, width: int) -> QSize:
    """The size an item likes to have; one that is wider than the row gets the row's width, and the height for it."""
    hint = item.sizeHint()
    if hint.width() <= width or width <= 0:
        return hint
    widget = item.widget()
    if isinstance(widget, Folding):
        return QSize(width, widget.height_for(width))
    return QSize(width, item.heightForWidth(width) if item.hasHeightForWidth() else hint.height())


def _least(item: QLayoutItem) -> QSize:
    """A button breaks its words, but none is cut, however narrow its look lets it be."""
    widget, least = item.widget(), item.minimumSize()
    if isinstance(widget, Folding):
        least.setWidth(max(widget.minimumWidth(), min(widget.least_width(), item.sizeHint().width())))
    return least
