"""What the lanes under the charts are, at their left."""

from __future__ import annotations

from collections.abc import Sequence
from math import ceil

import pyqtgraph as pg
from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QFontMetricsF, QPainter
from PySide6.QtWidgets import QGraphicsSceneHoverEvent, QStyleOptionGraphicsItem, QWidget

from adtracker.language import isolated
from adtracker.ui.charts.alignment import RIGHT
from adtracker.ui.core.theme import Theme
from adtracker.ui.kit.tooltips import plain_tooltip

LANE_HEIGHT, NAME_SIZE = 20, 12
GAP = 10
# Long names may not push the charts aside: they get at most a share of the width, which is less where the rest would be
# narrower than `PANEL_WIDTH`, in pixels of the 100 % design.
MOST_SHARE, NARROW_SHARE = 0.32, 0.2
PANEL_WIDTH = 540


class LaneNames(pg.GraphicsWidget):  # type: ignore[misc]
    """A name for each lane, from above. One that is too long has dots in its middle, since what tells creams apart
    often stands at the end; pointing at it shows it whole.
    """

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._names: Sequence[str] = ()
        self.setAcceptHoverEvents(True)

    def show_names(self, names: Sequence[str]) -> None:
        """Name the lanes."""
        self._names = [" ".join(name.split()) for name in names]
        self.setToolTip("")
        self.restyle()

    def wanted(self, width: float) -> int:
        """The width that shows all names whole, up to a share of the `width` of the charts; in pixels."""
        metrics = QFontMetricsF(self._theme.font(NAME_SIZE))
        longest = max((metrics.horizontalAdvance(name) for name in self._names), default=0.0)
        most = max(min(width * MOST_SHARE, width - self._theme.px(PANEL_WIDTH)), width * NARROW_SHARE)
        return min(ceil(longest) + self._theme.px(GAP) + 1, int(most))

    def restyle(self) -> None:
        """Be as high as the lanes beside it, and no higher."""
        height = self._theme.px(LANE_HEIGHT) * max(len(self._names), 1)
        self.setMinimumHeight(height)
        self.setMaximumHeight(height)
        self.update()

    def hoverMoveEvent(self, event: QGraphicsSceneHoverEvent) -> None:
        """Have the whole name at hand (called by Qt)."""
        number = int(event.pos().y() // self._theme.px(LANE_HEIGHT))
        self.setToolTip(plain_tooltip(self._names[number]) if 0 <= number < len(self._names) else "")

    def paint(self, painter: QPainter, _option: QStyleOptionGraphicsItem, _widget: QWidget | None = None) -> None:
        """Write the names (called by Qt)."""
        font, height = self._theme.font(NAME_SIZE), self._theme.px(LANE_HEIGHT)
        painter.setFont(font)
        painter.setPen(self._theme.color("soft"))
        room = self.size().width() - self._theme.px(GAP)
        for number, name in enumerate(self._names):
            text = QFontMetricsF(font).elidedText(name, Qt.TextElideMode.ElideMiddle, room)
            place = QRectF(0, number * height, room, height)
            painter.drawText(place, RIGHT, isolated(text))
