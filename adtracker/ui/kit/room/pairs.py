"""A name and what belongs to it in each line: the names in one column, the rest in another, below them where narrow."""

from __future__ import annotations

from PySide6.QtCore import QRect, QSize
from PySide6.QtWidgets import QLayoutItem, QWidget

from adtracker.ui.kit.room.item_layout import ItemLayout, height_at

_BETWEEN = 14


class Pairs(ItemLayout):
    """What was added without a name has a line of its own."""

    def __init__(self, names: int, spacing: int = 4) -> None:
        """`names` is the width that names have at least, in pixels, where something stands beside them."""
        super().__init__(None, spacing)
        self._names = names
        self._seconds: set[QWidget] = set()

    def add(self, name: QWidget, second: QWidget) -> None:
        """Add a line of two parts."""
        self._seconds.add(second)
        self.addWidget(name)
        self.addWidget(second)

    def takeAt(self, index: int) -> QLayoutItem | None:
        """Take a part out, None past the end."""
        item = super().takeAt(index)
        widget = None if item is None else item.widget()
        if widget is not None:
            self._seconds.discard(widget)
        return item

    def height_of(self, width: int) -> int:
        """All lines."""
        return self._arrange(QRect(0, 0, width, 0), move=False)

    def setGeometry(self, rect: QRect) -> None:
        """Place the parts."""
        super().setGeometry(rect)
        self._arrange(rect, move=True)

    def liked_size(self) -> QSize:
        """Both columns, as wide as they like to be."""
        firsts = [item.sizeHint().width() for line in self._lines() for item in line[:1]]
        wide = max(firsts, default=0) + _BETWEEN + self._second_width()
        return QSize(wide, self.heightForWidth(wide))

    def least_size(self) -> QSize:
        """The widest single part, at its height where it has room."""
        wide = max((item.minimumSize().width() for item in self._items), default=0)
        return QSize(wide, self.spacing())

    def _lines(self) -> list[list[QLayoutItem]]:
        lines: list[list[QLayoutItem]] = []
        for item in self._items:
            if item.widget() in self._seconds and lines:
                lines[-1].append(item)
            else:
                lines.append([item])
        return lines

    def _second_width(self) -> int:
        return max((item.sizeHint().width() for item in self._items if item.widget() in self._seconds), default=0)

    def _arrange(self, rect: QRect, *, move: bool) -> int:
        second = self._second_width()
        first = rect.width() - _BETWEEN - second
        y = rect.y()
        for line in self._lines():
            if len(line) == 1 or first < self._names:
                rows = [[(item, rect.x(), rect.width())] for item in line]
            else:
                rows = [[(line[0], rect.x(), first), (line[1], rect.x() + first + _BETWEEN, second)]]
            for row in rows:
                high = max(height_at(item, width) for item, _, width in row)
                for item, x, width in row if move else ():
                    self.put(item, QRect(x, y, width, high), rect)
                y += high + self.spacing()
        return max(y - self.spacing(), rect.y()) - rect.y()
