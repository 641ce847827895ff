"""A layout that puts widgets side by side and wraps them like words, for chips that must grow with the text size."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QRect, QSize, Qt
from PySide6.QtWidgets import QLayoutItem, QWidget

from adtracker.ui.widgets.item_layout import ItemLayout


class FlowLayout(ItemLayout):
    """Rows of items, left to right; a row that is full continues on the next."""

    def __init__(self, parent: QWidget | None = None, spacing: int = 8) -> None:
        super().__init__(parent, spacing)

    def expandingDirections(self) -> Qt.Orientation:
        """It takes no more room than its rows need."""
        return Qt.Orientation(0)

    def heightForWidth(self, width: int) -> int:
        """The height of all rows at a width."""
        return self._arrange(QRect(0, 0, width, 0), move=False)

    def setGeometry(self, rect: QRect) -> None:
        """Place the items."""
        super().setGeometry(rect)
        self._arrange(rect, move=True)

    def sizeHint(self) -> QSize:
        """One row, if there is room."""
        hints = [item.sizeHint() for item in self._items if not item.isEmpty()]
        width = sum(hint.width() for hint in hints) + self.spacing() * max(len(hints) - 1, 0)
        return QSize(width, max((hint.height() for hint in hints), default=0))

    def minimumSize(self) -> QSize:
        """The widest single item."""
        size = QSize()
        for item in self._items:
            size = size.expandedTo(item.minimumSize())
        return size

    def _arrange(self, rect: QRect, *, move: bool) -> int:
        x, y, row_height = rect.x(), rect.y(), 0
        for item in self._items:
            if item.isEmpty():
                continue
            hint = _within(item, rect.width())
            if row_height and x + hint.width() > rect.right() + 1:
                x, y, row_height = rect.x(), y + row_height + self.spacing(), 0
            if move:
                item.setGeometry(QRect(QPoint(x, y), hint))
            x += hint.width() + self.spacing()
            row_height = max(row_height, hint.height())
        return y + row_height - rect.y()


def _within(item: QLayoutItem, width: int) -> QSize:
    """The size an item likes to have; one that is wider than the row gets the row's width, and the height for it."""
    hint = item.sizeHint()
    if hint.width() <= width or width <= 0:
        return hint
    return QSize(width, item.heightForWidth(width) if item.hasHeightForWidth() else hint.height())
