"""The line above a panel of the trend charts: the measure's name, and right after it its scale with direction."""

from __future__ import annotations

import pyqtgraph as pg
from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QFontMetricsF
from PySide6.QtWidgets import QGraphicsSceneResizeEvent, QGraphicsSimpleTextItem

from adtracker.ui.core.theme import Theme

NAME_SIZE, SCALE_SIZE, SMALLEST = 14, 12, 9
GAP, SPACE = 8, 8


class PanelHead(pg.GraphicsWidget):  # type: ignore[misc]
    """Two plain texts. Where large text meets a narrow window, the scale is written smaller, never over the name.

    A name that leaves the scale no room, as a long question may, ends in dots. In a drawing that may be shown with
    other, wider letters the scale stands at the right end.
    """

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._whole_name, self._is_apart = "", False
        self._name, self._scale = QGraphicsSimpleTextItem(self), QGraphicsSimpleTextItem(self)

    def show_words(self, name: str, scale: str) -> None:
        """Say what the panel shows."""
        self._whole_name = " ".join(name.split())
        self._scale.setText(scale)
        self._arrange()

    def set_apart(self, is_apart: bool) -> None:
        """Put the scale at the right end, or right after the name again."""
        self._is_apart = is_apart
        self._arrange()

    def restyle(self) -> None:
        """Take over the theme's colours and the text size."""
        self._name.setFont(self._theme.font(NAME_SIZE, bold=True))
        self._name.setBrush(self._theme.color("ink"))
        self._scale.setBrush(self._theme.color("soft"))
        self.setMinimumHeight(QFontMetricsF(self._name.font()).height() + SPACE)
        self.setMaximumHeight(self.minimumHeight())
        self._arrange()

    def resizeEvent(self, event: QGraphicsSceneResizeEvent) -> None:
        """Use the room there is."""
        super().resizeEvent(event)
        self._arrange()

    def _arrange(self) -> None:
        font, width = self._theme.font(SCALE_SIZE), self.size().width()
        wanted = QFontMetricsF(font).horizontalAdvance(self._scale.text())
        name = self._arrange_name(width - min(wanted, width / 2) - GAP)
        room = width - name.width() - GAP
        if 0 < room < wanted:
            font.setPixelSize(max(int(font.pixelSize() * room / wanted), SMALLEST))
        self._scale.setFont(font)
        metrics, own = QFontMetricsF(self._name.font()), QFontMetricsF(font)
        top = self.size().height() - name.height() - SPACE / 2
        self._name.setPos(0, top)
        left = width - self._scale.boundingRect().width() if self._is_apart else name.width() + GAP
        self._scale.setPos(left, top + metrics.ascent() - own.ascent())

    def _arrange_name(self, room: float) -> QRectF:
        """Show as much of the name as there is room for, most of all its begin."""
        elided = QFontMetricsF(self._name.font()).elidedText(self._whole_name, Qt.TextElideMode.ElideRight, room)
        self._name.setText(elided if room > 0 else self._whole_name)
        return self._name.boundingRect()
