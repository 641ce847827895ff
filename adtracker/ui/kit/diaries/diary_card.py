"""A card of Today: as low as its contents allow, so that a day fits one screen, and ready to be put away."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QWidget

from adtracker.ui.kit.basics import Card, keep_end_free
from adtracker.ui.kit.room.columns import Columns
from adtracker.ui.kit.room.flow_layout import FlowLayout
from adtracker.ui.kit.tab_order import read_in_order, tab_stops

_MOST = 20  # letters that a heading claims in one of its lines


def card_head(heading: QLabel, beside: QWidget, corner: int = 0) -> QHBoxLayout:
    """The heading and what stands beside it; `corner` is kept free at the end."""
    columns = Columns(spacing=8)
    columns.add(heading, 1)
    columns.want_letters(heading, min(_of_two_lines(heading.text()), _MOST))  # or what is beside it goes below
    columns.add(beside)
    row = QHBoxLayout()
    keep_end_free(row, corner)
    row.addLayout(columns, 1)
    return row


def _of_two_lines(text: str) -> int:
    """The letters of the longer line, where the text is parted into two as evenly as can be."""
    words = text.split()
    lines = ((" ".join(words[:at]), " ".join(words[at:])) for at in range(1, len(words) + 1))
    return min((max(map(len, pair)) for pair in lines), default=0)


def actions(*buttons: QWidget) -> QWidget:
    """Buttons from left to right, that go on below each other where room is short."""
    made = QWidget()
    row = FlowLayout(made)
    for button in buttons:
        row.addWidget(button)
    return made


SIDE, ABOVE, BELOW, SPACING = 16, 8, 9, 5
TARGET = 44
CORNER = TARGET - SIDE  # what the small arrow takes of a heading's line; the rest of it lies over the card's rim


class DiaryCard(Card):
    """`put_away` says that the person wants the card out of the way; whatever is in it stays in the diary.

    `mark_changed` says that the corner belongs beside another heading now.
    """

    put_away = Signal()
    mark_changed = Signal()

    def __init__(self, heading: str = "") -> None:
        super().__init__(heading)
        self._later: QWidget | None = None
        self.corner: QPushButton | None = None  # of an optional card, once it stands on Today
        self.body.setContentsMargins(SIDE, ABOVE, SIDE, BELOW)
        self.body.setSpacing(SPACING)

    def put_beside(self, *widgets: QWidget, corner: int = CORNER, is_later: bool = False) -> None:
        """Put something at the right of the heading, or below it where there is no room.

        What `is_later` comes after the rest of the card for the keyboard: it is wanted less often, or afterwards.
        """
        self.body.removeWidget(self.heading)
        beside = widgets[0] if len(widgets) == 1 else actions(*widgets)
        self.body.insertLayout(0, card_head(self.heading, beside, corner))
        self._later = beside if is_later else None
        read_in_order(self)

    def stops(self) -> Sequence[QWidget]:
        """All that can take the keyboard, in the order of Tab."""
        later = self.later
        return (*(stop for stop in tab_stops(self) if stop not in later), *later)

    @property
    def later(self) -> Sequence[QWidget]:
        """What comes after the rest of the card for the keyboard."""
        found = self._later
        return [stop for stop in tab_stops(self) if found and (stop is found or found.isAncestorOf(stop))]

    @property
    def mark(self) -> QWidget:
        """What the small arrow in the corner stands beside, a part of the card."""
        return self.heading

    @property
    def has_tools(self) -> bool:
        """Whether the corner leads to more than putting the card away."""
        return False

    def press_corner(self) -> None:
        """What the corner does when it is pressed."""
        self.put_away.emit()
