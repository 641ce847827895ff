"""A card of Today: as low as its contents allow, so that a day fits one screen, and ready to be put away."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from adtracker.ui.widgets.basics import Card
from adtracker.ui.widgets.card_head import actions, card_head

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
        self.body.setContentsMargins(SIDE, ABOVE, SIDE, BELOW)
        self.body.setSpacing(SPACING)

    def put_beside(self, *widgets: QWidget, corner: int = CORNER) -> None:
        """Put something at the right of the heading, or below it where there is no room."""
        self.body.removeWidget(self.heading)
        beside = widgets[0] if len(widgets) == 1 else actions(*widgets)
        self.body.insertLayout(0, card_head(self.heading, beside, corner))

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
