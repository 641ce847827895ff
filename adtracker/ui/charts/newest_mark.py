"""The end of a line: a dot on its last point, and right of it the number, a little higher or lower where lines are."""

from __future__ import annotations

from collections.abc import Iterable
from math import ceil

from PySide6.QtCore import QRectF
from PySide6.QtGui import QFontMetricsF, QPen
from PySide6.QtWidgets import QGraphicsEllipseItem, QGraphicsItem, QGraphicsSimpleTextItem

from adtracker.domain.views.plot import Panel
from adtracker.ui.charts.panel_levels import BEFORE, height_of
from adtracker.ui.core.theme import Theme

# In pixels: the dot's radius, then between the point and the number.
RADIUS, GAP = 4, 9
SIZE = 13
# How much of its height a number is, between the room above and below it.
INKED = 0.75


class NewestMark:
    """Moves with the days of a view, at its own size at every zoom. `index` is its day; None where no line ends."""

    def __init__(self, parent: QGraphicsItem) -> None:
        """`parent` counts in days and in the panel's values."""
        self._dot = QGraphicsEllipseItem(QRectF(-RADIUS, -RADIUS, 2 * RADIUS, 2 * RADIUS), parent)
        self._dot.setFlag(QGraphicsItem.GraphicsItemFlag.ItemIgnoresTransformations)
        self._dot.setZValue(BEFORE)
        self.label = QGraphicsSimpleTextItem(self._dot)
        self._dot.hide()
        self.index: int | None = None
        self._value = 0.0

    def show_panel(self, panel: Panel, text: str) -> None:
        """Show the end of a panel's line, with its number."""
        known = [index for index, value in enumerate(panel.rolling) if value is not None] if text else []
        self.index = known[-1] if known else None
        self._dot.setVisible(bool(known))
        self.label.setText(text)
        if self.index is not None:
            self._value = panel.rolling[self.index] or 0.0
            self._dot.setPos(self.index, self._value)

    @property
    def wanted(self) -> int:
        """The room right of the point, in pixels."""
        return ceil(GAP + self.label.boundingRect().width() + 1) if self.index is not None else 0

    def restyle(self, theme: Theme, token: str) -> None:
        """Take over the theme's colours and the text size."""
        self._dot.setPen(QPen(theme.color("card"), 1))
        self._dot.setBrush(theme.color(token))
        self.label.setBrush(theme.color(token))
        self.label.setFont(theme.font(SIZE, bold=True))

    def place(self, top: float, height: float, lines: Iterable[float]) -> None:
        """Keep the number off `lines`, which are values of a panel of this height whose scale ends at `top`."""
        whole = QFontMetricsF(self.label.font()).height()
        near = whole * INKED / 2 + 1
        own = height_of(self._value, top, height)
        apart = [height_of(line, top, height) - own for line in lines]
        ways = sorted(range(-ceil(whole), ceil(whole) + 1), key=abs)
        free = [way for way in ways if 0 <= own + way <= height and all(abs(line - way) > near for line in apart)]
        self.label.setPos(GAP, (free or [0])[0] - whole / 2)
