"""A layout that puts parts side by side where they fit, and one below the other where text has grown too large."""

from __future__ import annotations

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtWidgets import QLabel, QLayoutItem, QWidget

from adtracker.ui.kit.room.item_layout import ItemLayout, height_at

CARD_LINE = 34  # letters, with the rim of a card


def side_by_side(parent: QWidget, *cards: QWidget) -> None:
    """Cards that share the width, where the lines of each are long enough to be read with ease."""
    columns = Columns(parent)
    for made in cards:
        columns.add(made, 1)
        columns.want_letters(made, CARD_LINE)


class Columns(ItemLayout):
    """Parts with a weight share the width that those without, as wide as they like to be, leave them.

    While side by side all are equally high, as far as each may be.
    """

    def __init__(self, parent: QWidget | None = None, spacing: int = 14) -> None:
        super().__init__(parent, spacing)
        self._weights: list[int] = []
        self._beside: dict[QWidget, int] = {}
        self._letters: dict[QWidget, int] = {}
        self._whole: set[QWidget] = set()
        self._preferred: dict[QWidget, int] = {}
        self._liked: set[QWidget] = set()
        self._needed: list[int] | None = None

    def add(self, widget: QWidget, weight: int = 0) -> None:
        """Add a part at the right of (or below) the others."""
        self._weights.append(weight)
        self.addWidget(widget)

    def want(self, widget: QWidget, width: int) -> None:
        """Put a part beside others only where it gets this width, though it can do with less."""
        self._beside[widget] = width
        self.invalidate()

    def want_letters(self, widget: QWidget, letters: int) -> None:
        """Put a part beside others only where its lines have room for so many letters, however large these are."""
        self._letters[widget] = letters
        self.invalidate()

    def want_whole(self, widget: QWidget) -> None:
        """Put a part beside others only where it gets the width that it would like to have."""
        self._whole.add(widget)
        self.invalidate()

    def prefer(self, widget: QWidget, width: int) -> None:
        """Give a part up to this width before the others get more than they need."""
        self._preferred[widget] = width
        self.invalidate()

    def prefer_whole(self, widget: QWidget) -> None:
        """Give a part the width that it would like to have before the others get more than they need."""
        self._liked.add(widget)
        self.invalidate()

    def are_beside(self, width: int) -> bool:
        """Whether the parts stand side by side at a width."""
        return self._fits(width)

    def takeAt(self, index: int) -> QLayoutItem | None:
        """Take a part out, None past the end."""
        if 0 <= index < len(self._items):
            del self._weights[index]
        return super().takeAt(index)

    def expandingDirections(self) -> Qt.Orientation:
        """It grows where its parts do."""
        found = Qt.Orientation(0)
        for item in self._shown:
            found |= item.expandingDirections()
        return found

    def invalidate(self) -> None:
        """Forget what the parts need, too."""
        super().invalidate()
        self._needed = None

    def height_of(self, width: int) -> int:
        """The highest part, or all below each other."""
        widths = self._widths(width)
        heights = [height_at(item, own) for item, own in zip(self._shown, widths, strict=True)]
        return max(heights, default=0) if self._fits(width) else sum(heights) + self._gaps()

    def liked_size(self) -> QSize:
        """All parts side by side, each at least as wide as it wants to be there."""
        hints = [item.sizeHint() for item in self._shown]
        wide = sum(max(hint.width(), need) for hint, need in zip(hints, self._needs(), strict=True))
        return QSize(wide + self._gaps(), max((hint.height() for hint in hints), default=0))

    def least_size(self) -> QSize:
        """The widest single part."""
        size = QSize()
        for item in self._shown:
            size = size.expandedTo(item.minimumSize())
        return size

    def setGeometry(self, rect: QRect) -> None:
        """Place the parts; what is left over below goes to the last one."""
        super().setGeometry(rect)
        x, y, beside = rect.x(), rect.y(), self._fits(rect.width())
        for item, width in zip(self._shown, self._widths(rect.width()), strict=True):
            last = item is self._shown[-1]
            height = rect.bottom() + 1 - y if beside or last else height_at(item, width)
            self.put(item, QRect(x, y, width, min(height, item.maximumSize().height())), rect)
            x, y = (x + width + self.spacing(), y) if beside else (x, y + height + self.spacing())

    @property
    def _shown(self) -> list[QLayoutItem]:
        """The parts that can be seen; a hidden one takes no room, and none beside it."""
        return [item for item in self._items if not item.isEmpty()]

    def _fits(self, width: int) -> bool:
        return sum(self._needs()) + self._gaps() <= width

    def _gaps(self) -> int:
        return self.spacing() * max(len(self._shown) - 1, 0)

    def _widths(self, width: int) -> list[int]:
        if not self._fits(width):
            return [width] * len(self._shown)
        needs = list(self._needs())
        spare = width - self._gaps() - sum(needs)
        for place, item in enumerate(self._shown):
            more = min(spare, max(self._wish(item) - needs[place], 0))
            needs[place] += more
            spare -= more
        weights = [self._weights[self._items.index(item)] for item in self._shown]
        total = sum(weights) or 1
        return [need + spare * weight // total for need, weight in zip(needs, weights, strict=True)]

    def _needs(self) -> list[int]:
        if self._needed is None:
            pairs = zip(self._items, self._weights, strict=True)
            self._needed = [self._need(item, weight) for item, weight in pairs if not item.isEmpty()]
        return self._needed

    def _wish(self, item: QLayoutItem) -> int:
        widget = item.widget()
        if widget in self._liked:
            return item.sizeHint().width()
        return 0 if widget is None else self._preferred.get(widget, 0)

    def _need(self, item: QLayoutItem, weight: int) -> int:
        widget = item.widget()
        size = item.minimumSize() if weight and widget not in self._whole else item.sizeHint()
        if widget is None:
            return size.width()
        says_nothing = isinstance(widget, QLabel) and not widget.text()
        letters = 0 if says_nothing else self._letters.get(widget, 0) * widget.fontMetrics().averageCharWidth()
        return max(size.width(), self._beside.get(widget, 0), letters)
