"""What every layout of our own is made on: a list of items, for Qt asks a layout written in Python to keep them."""

from __future__ import annotations

from PySide6.QtCore import QRect, QSize
from PySide6.QtWidgets import QLayout, QLayoutItem, QWidget

from adtracker.ui.kit.room.mirrored import mirrored


class ItemLayout(QLayout):
    """Without margins. How high it is depends on how wide it may be: subclasses work it out, and place the items.

    What they work out is kept until a part changes, for Qt asks the same many times while it lays out a window.
    """

    def __init__(self, parent: QWidget | None, spacing: int) -> None:
        super().__init__(parent)
        self._items: list[QLayoutItem] = []
        self._heights: dict[int, int] = {}
        self._liked_size: QSize | None = None
        self._least_size: QSize | None = None
        self.setSpacing(spacing)
        self.setContentsMargins(0, 0, 0, 0)

    def addItem(self, item: QLayoutItem) -> None:
        """Take over an item (called by Qt)."""
        self._items.append(item)

    def count(self) -> int:
        """How many items there are."""
        return len(self._items)

    def itemAt(self, index: int) -> QLayoutItem | None:
        """The item at a position, None past the end."""
        return self._items[index] if 0 <= index < len(self._items) else None

    def takeAt(self, index: int) -> QLayoutItem | None:
        """Take an item out, None past the end."""
        return self._items.pop(index) if 0 <= index < len(self._items) else None

    def put(self, item: QLayoutItem, place: QRect, whole: QRect) -> None:
        """Place an item, given where it stands from left to right; a language of the other direction mirrors it."""
        parent = self.parentWidget()
        if parent is not None:
            place = mirrored(parent.layoutDirection(), whole, place)
        item.setGeometry(place)

    def hasHeightForWidth(self) -> bool:
        """The narrower, the higher."""
        return True

    def invalidate(self) -> None:
        """Forget what was worked out: a part has changed."""
        super().invalidate()
        self._heights = {}
        self._liked_size = self._least_size = None

    def heightForWidth(self, width: int) -> int:
        """The height at a width."""
        if width not in self._heights:
            self._heights[width] = self.height_of(width)
        return self._heights[width]

    def sizeHint(self) -> QSize:
        """The size it would like to have."""
        if self._liked_size is None:
            self._liked_size = self.liked_size()
        return QSize(self._liked_size)

    def minimumSize(self) -> QSize:
        """The size it must have."""
        if self._least_size is None:
            self._least_size = self.least_size()
        return QSize(self._least_size)

    def height_of(self, width: int) -> int:
        """Work out how high it is at a width."""
        raise NotImplementedError

    def liked_size(self) -> QSize:
        """Work out the size it would like to have."""
        raise NotImplementedError

    def least_size(self) -> QSize:
        """Work out the size it must have."""
        raise NotImplementedError


def height_at(item: QLayoutItem, width: int) -> int:
    """How high an item is at a width."""
    return item.heightForWidth(width) if item.hasHeightForWidth() else item.sizeHint().height()
