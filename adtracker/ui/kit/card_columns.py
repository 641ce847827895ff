"""Today's cards in two columns, or in one where there is no room for two."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from enum import Enum

from PySide6.QtWidgets import QVBoxLayout, QWidget

from adtracker.ui.kit.areas import mark_area
from adtracker.ui.kit.basics import column
from adtracker.ui.kit.diaries.diary_card import DiaryCard
from adtracker.ui.kit.room.columns import Columns
from adtracker.ui.kit.tab_order import tab_stops

SPACING, BETWEEN = 8, 12


class Side(Enum):
    """Where a card stands; in a single column what is left comes first."""

    LEFT = "left"
    RIGHT = "right"


class CardColumns(QWidget):
    """Holds cards, each as high as it likes to be, in the order they were put."""

    def __init__(self) -> None:
        super().__init__()
        self._sides = Columns(self, BETWEEN)
        self._columns: dict[Side, QVBoxLayout] = {}
        for side in Side:
            around = QWidget()
            mark_area(around)
            self._columns[side] = column(around, SPACING)
            self._columns[side].addStretch(1)
            self._sides.add(around, 1)

    def want(self, side: Side, width: int) -> None:
        """Have two columns only where this one gets such a width, though its cards can do with less."""
        self._sides.want(self._around(side), width)

    def prefer(self, side: Side, width: int) -> None:
        """Give a column up to this width before the other one gets more than it needs."""
        self._sides.prefer(self._around(side), width)

    @property
    def are_two(self) -> bool:
        """Whether the columns stand side by side."""
        return self._sides.are_beside(self.width())

    def cards(self, side: Side) -> list[QWidget]:
        """What stands in a column, hidden ones too."""
        layout = self._columns[side]
        items = [layout.itemAt(place) for place in range(layout.count())]
        return [widget for item in items if item is not None and (widget := item.widget()) is not None]

    def __iter__(self) -> Iterator[QWidget]:
        return iter([*self.cards(Side.LEFT), *self.cards(Side.RIGHT)])

    def side_of(self, card: QWidget) -> Side | None:
        """The column of a card, None where it was not put yet."""
        return next((side for side in Side if self._columns[side].indexOf(card) >= 0), None)

    def put(self, card: QWidget, side: Side, before: QWidget | None = None) -> None:
        """Put a card at the end of a column, or before another card of it."""
        layout = self._columns[side]
        self._insert(card, layout, layout.count() - 1 if before is None else layout.indexOf(before))

    def stops(self) -> Sequence[QWidget]:
        """All that can take the keyboard, card by card, each with its corner."""
        found: list[QWidget] = []
        for card in self:
            found += card.stops() if isinstance(card, DiaryCard) else tab_stops(card)
            if isinstance(card, DiaryCard) and card.corner is not None:
                found.append(card.corner)
        return tuple(found)

    def arrange(self, side: Side, cards: Sequence[QWidget]) -> None:
        """Let a column begin with these cards, in this order; what stands there already is not touched."""
        layout = self._columns[side]
        for place, card in enumerate(cards):
            if layout.indexOf(card) != place:
                self._insert(card, layout, place)

    def height_of(self, side: Side) -> int:
        """How high the cards of a column are that can be seen, with the room between them."""
        heights = [self.natural_height(card) for card in self.cards(side) if not card.isHidden()]
        return sum(heights) + SPACING * max(len(heights) - 1, 0)

    def natural_height(self, card: QWidget) -> int:
        """How high a card is at the width of its column."""
        around = card.parentWidget()
        width = self.width() if around is None else around.width()
        return card.heightForWidth(width) if card.hasHeightForWidth() else card.sizeHint().height()

    def _around(self, side: Side) -> QWidget:
        around = self._columns[side].parentWidget()
        assert around is not None, "a column lays out a widget"
        return around

    def _insert(self, card: QWidget, layout: QVBoxLayout, place: int) -> None:
        """Qt hides what gets another parent, and shows it later; it is seen at once if it was before."""
        was_seen = card.isVisible()
        before = layout.itemAt(place)
        for other in self._columns.values():
            other.removeWidget(card)
        layout.insertWidget(layout.count() if before is None else layout.indexOf(before), card)
        if was_seen:
            card.show()
        for one in self.cards(self.side_of(card) or Side.LEFT):
            one.raise_()  # read where it stands, with its corner behind it
            if isinstance(one, DiaryCard) and one.corner is not None:
                one.corner.raise_()
