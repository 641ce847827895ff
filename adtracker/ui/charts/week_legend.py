"""The legend of the week strip: five shades from the better end to the worse, and what its words and marks mean."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QWidget

from adtracker.domain.common.event_kind import EventKind
from adtracker.domain.views.measure_selection import SIGN_SUM
from adtracker.language import tr
from adtracker.ui.charts.strip_view import StripView
from adtracker.ui.charts.week_painter import RADIUS, SHADE_TOKENS
from adtracker.ui.core.theme import Theme
from adtracker.ui.kit.basics import label
from adtracker.ui.kit.room.columns import Columns

EDGE = 16

# Narrower than this the words stand below the shades, in pixels of plain text.
LEAST_TEXT = 160


class Shades(QWidget):
    """The five shades side by side."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme

    def sizeHint(self) -> QSize:
        """Five squares with gaps."""
        return QSize(len(SHADE_TOKENS) * self._theme.px(EDGE + 3), self._theme.px(EDGE))

    def minimumSizeHint(self) -> QSize:
        """It does not shrink."""
        return self.sizeHint()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the squares in the middle of the height."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        edge = self._theme.px(EDGE)
        top = (self.height() - edge) / 2
        painter.setPen(self._theme.color("control"))
        for number, token in enumerate(SHADE_TOKENS):
            painter.setBrush(self._theme.color(token))
            square = QRectF(number * self._theme.px(EDGE + 3) + 0.5, top + 0.5, edge - 1, edge - 1)
            painter.drawRoundedRect(square, RADIUS / 2, RADIUS / 2)


class WeekLegend(QWidget):
    """Says that a stronger colour (on dark ground a brighter one) is worse, and what the words and marks mean."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.better, self.worse = label(tr("better"), "small"), label(tr("worse"), "small")
        self.text: QLabel = label("", "small", wrap=True)
        self._shades = Shades(theme)
        self._theme = theme
        scale = QWidget()
        row = QHBoxLayout(scale)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        for part in (self.better, self._shades, self.worse):
            row.addWidget(part)
        columns = Columns(self, spacing=16)
        columns.add(scale)
        columns.add(self.text, 1)
        self.restyle()

    def show_view(self, view: StripView, minimum: int) -> None:
        """Say what the baseline is, and what those marks mean that there are. `minimum` days make an average."""
        base = tr("base: the 7 days before the first dose")
        if view.began_late:
            base = tr("base: the first recorded days around the first dose")
        few = tr("1/7: under {least} of 7 days, no average", least=minimum)
        if any(row.measure == SIGN_SUM for row in view.grid.rows):  # its sum needs all days
            few = tr("1/7: under {least} of 7 days (signs: all 7), no average", least=minimum)
        lanes = view.lanes
        kinds = {mark.kind for lane in lanes for cell in lane.cells if cell is not None for mark in cell.marks}
        parts = [base, few]
        if any(lane.shows_doses for lane in lanes):
            parts.append(tr("●\u00a0taken ○\u00a0planned"))
        if EventKind.SKIPPED in kinds:
            parts.append(tr("ring with a stroke: skipped"))
        if EventKind.CHANGED in kinds:
            parts.append(tr("upright stroke: plan changed"))
        if any(lane.kind is EventKind.BREAK for lane in lanes):
            parts.append(tr("hatched: a break from the diary"))
        if any(row.is_recalled for row in view.grid.rows):
            parts.append(tr("recalled: the last 7 days from memory, in no average"))
        self.text.setText(" · ".join(parts))

    def restyle(self) -> None:
        """Take over new colours and sizes."""
        self.text.setMinimumWidth(self._theme.px(LEAST_TEXT))
        self._shades.updateGeometry()
        self._shades.update()
