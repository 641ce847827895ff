"""Where the cards of Today stand: in balance when a day is opened, and never under the pointer while it is open."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtWidgets import QWidget

from adtracker.ui.kit.card_columns import SPACING, CardColumns, Side
from adtracker.ui.today.steady_area import SteadyArea

# A column may end this much below the other one, in pixels, before a card changes sides for it.
TOLERANCE = 60
_OTHER = {Side.LEFT: Side.RIGHT, Side.RIGHT: Side.LEFT}


class DayPlaces:
    """Puts cards into `columns`: after the `fixed` ones of every day, and with the `row` of buttons at the end."""

    def __init__(self, area: SteadyArea, columns: CardColumns, row: QWidget) -> None:
        self._area, self._columns, self._row = area, columns, row
        self._fixed: dict[Side, list[QWidget]] = {side: [] for side in Side}

    def add_fixed(self, card: QWidget, side: Side) -> None:
        """Put a card that every day has."""
        self._fixed[side].append(card)
        self._columns.put(card, side)

    def begin(self, cards: Sequence[tuple[QWidget, Side]]) -> None:
        """A day is opened: all cards in their order, each on its side or, for balance, on the other one."""
        self._area.loosen()
        sides = self._balanced(cards)
        for side in Side:
            own = [card for card, of in sides if of is side]
            last = [self._row] if side is Side.RIGHT else []
            self._columns.arrange(side, [*self._fixed[side], *own, *last])

    def _balanced(self, cards: Sequence[tuple[QWidget, Side]]) -> list[tuple[QWidget, Side]]:
        heights = {card: self._columns.natural_height(card) + SPACING for card in self._of_all(cards)}
        begin = {side: sum(heights[card] for card in self._fixed[side]) for side in Side}
        begin[Side.RIGHT] += heights[self._row]
        if not self._columns.are_two:
            return list(cards)
        sides = balanced(begin, [(side, heights[card]) for card, side in cards])
        return [(card, side) for (card, _), side in zip(cards, sides, strict=True)]

    def _of_all(self, cards: Sequence[tuple[QWidget, Side]]) -> list[QWidget]:
        fixed = [card for own in self._fixed.values() for card in own]
        return [*fixed, *(card for card, _ in cards), self._row]

    def append(self, card: QWidget) -> None:
        """A card comes because something was stored, not because of a button: below all that is there."""
        self._columns.put(card, self._sides()[0])
        card.show()

    def open(self, card: QWidget) -> None:
        """A card comes because a person wants it: to the end of a column, and all of it in view.

        Where there is no room left in view it comes directly above the row of buttons, which is held in its place, for
        the pointer is on it: what is above moves up by as much as the card is high.
        """
        with self._area.holding(self._row):
            for side in self._sides():
                self._columns.put(card, side)
                card.show()
                if self._area.sees(card):
                    return
            self._columns.put(card, Side.RIGHT, before=self._row)
            card.show()

    def _sides(self) -> Sequence[Side]:
        """The shorter column first; in a single one the left part is not at its end."""
        if not self._columns.are_two:
            return (Side.RIGHT,)
        left, right = (self._columns.height_of(side) for side in Side)
        shorter = Side.LEFT if left <= right else Side.RIGHT
        return shorter, _OTHER[shorter]


def balanced(begin: dict[Side, int], cards: Sequence[tuple[Side, int]]) -> list[Side]:
    """The side of each card: its own, or the other one where that ends the columns nearer to one line.

    `begin` is how high each column is without them; each card comes with its own side and its height.
    """
    sides = [side for side, _ in cards]
    ends = dict(begin)
    for side, height in cards:
        ends[side] += height
    for place in reversed(range(len(cards))):
        side, height = cards[place]
        other = _OTHER[side]
        if ends[side] - ends[other] > TOLERANCE and ends[other] + height < ends[side]:
            sides[place] = other
            ends[side] -= height
            ends[other] += height
    return sides
