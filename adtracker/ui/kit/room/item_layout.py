"""What every layout of our own is made on: a list of items, for Qt asks a layout written in Python to keep them."""

from __future__ import annotations

from PySide6.QtCore import QRect
from PySide6.QtWidgets import QLayout, QLayoutItem, QWidget

from adtracker.ui.kit.room.mirrored import mirrored


class ItemLayout(QLayout):
    """Without margins. How high it is depends on how wide it may be: subclasses say so, and place the items."""

    def __init__(self, parent: QWidget | None, spacing: int) -> None:
        super().__init__(parent)
        self._items: list[QLayoutItem] = []
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


def height_at(item: QLayoutItem, width: int) -> int:
    """How high an item is at a width."""
    return item.heightForWidth(width) if item.hasHeightForWidth() else item.sizeHint().height()
