"""What the dashed line of a panel is, at the right of it, where no dot and no line can be."""

from __future__ import annotations

from math import ceil

import pyqtgraph as pg
from PySide6.QtCore import QRectF
from PySide6.QtGui import QFontMetricsF, QPainter
from PySide6.QtWidgets import QStyleOptionGraphicsItem, QWidget

from adtracker.domain.views.plot import Panel
from adtracker.ui.charts.alignment import LEFT
from adtracker.ui.charts.panel_levels import height_of
from adtracker.ui.core.theme import Theme

SIZE = 12
# Before the words, and after them for the rim of the charts.
GAP, RIM = 8, 6


class BaselineLabel(pg.GraphicsWidget):  # type: ignore[misc]
    """The words of a baseline, one below the other, around its height; the number in heavier letters."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._panel: Panel | None = None
        self.text = ""

    def show_panel(self, panel: Panel, text: str) -> None:
        """Show what is said of a panel's baseline, nothing where it has none."""
        self._panel, self.text = panel, text if panel.baseline is not None else ""
        self.update()

    @property
    def wanted(self) -> int:
        """The width of the words with the gap before them, in pixels; 0 without any."""
        widest = max((self._metrics(line).horizontalAdvance(line) for line in self._lines), default=0.0)
        return ceil(widest) + self._theme.px(GAP) + RIM if widest else 0

    def fit(self, width: int) -> None:
        """Be this wide, in pixels: all labels are equally so."""
        self.setMinimumWidth(width)
        self.setMaximumWidth(width)

    @property
    def _lines(self) -> list[str]:
        """A word each, but what stands in brackets."""
        head, bracket, rest = self.text.partition(" (")
        return [*head.split(" "), *([bracket.strip() + rest] if rest else [])] if head else []

    def _metrics(self, line: str) -> QFontMetricsF:
        return QFontMetricsF(self._theme.font(SIZE, bold=_is_number(line)))

    def paint(self, painter: QPainter, _option: QStyleOptionGraphicsItem, _widget: QWidget | None = None) -> None:
        """Write the words (called by Qt)."""
        if self._panel is None or self._panel.baseline is None:
            return
        painter.setPen(self._theme.color(self._panel.measure.colour))
        step, room = self._metrics("").height(), self.size().height()
        level, whole = height_of(self._panel.baseline, self._panel.top, room), step * len(self._lines)
        top = min(max(level - whole / 2, 0), max(room - whole, 0))
        left = self._theme.px(GAP)
        for number, line in enumerate(self._lines):
            painter.setFont(self._theme.font(SIZE, bold=_is_number(line)))
            place = QRectF(left, top + number * step, self.size().width() - left, step)
            painter.drawText(place, LEFT, line)


def _is_number(line: str) -> bool:
    return any(letter.isdigit() for letter in line)
