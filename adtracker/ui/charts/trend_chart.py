"""The trend charts: panels one below the other, lanes under them, one axis of days. A plain drawer of `TrendPlot`."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date, timedelta
from math import ceil, floor

# PySide6 first: pyqtgraph takes whichever Qt it finds loaded.
from PySide6.QtCore import QPointF, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QAccessible, QFocusEvent, QKeyEvent, QPainter, QResizeEvent, QWheelEvent

import pyqtgraph as pg  # isort: skip
from pyqtgraph.GraphicsScene.mouseEvents import MouseClickEvent

from adtracker.domain.common.period import Period
from adtracker.domain.views.plot import TrendPlot
from adtracker.ui.charts.chart_stack import NO_LANES, ChartLanes, ChartStack
from adtracker.ui.charts.trend_panel import PanelWords
from adtracker.ui.core.theme import Theme
from adtracker.ui.kit.heard.spoken_parts import Part, SpokenParts

NARROWEST_DAYS = 7
# Room at the ends, in days: for whole dots, and for the mark of a course's last week just after the last day. Then in
# pixels, for whole marks; the days for them are found in so many steps.
BEFORE, AFTER, EDGE, REFINED = -1.0, 0.5, 8, 4
# How wide the panels are before they were laid out, in pixels.
USUAL_WIDTH = 500
HALF_A_DAY = 0.5
ZOOM_STEP = 0.7


class TrendChart(pg.GraphicsLayoutWidget):  # type: ignore[misc]
    """Shows a `TrendPlot`. `pointed` carries the day that the mouse or the keyboard chose, None before either did.
    `opened` carries a day to be opened. `viewed` says that other days may be in view.

    The mouse chooses by hovering; a click keeps the day, so that the way to a button beside the chart is free, and on
    a mark under the charts opens its day. A drag zooms to the days dragged over, a double click shows everything. Keys:
    left and right choose the day before and after, up and down the one with something noted before and after, Enter
    opens it; with Ctrl left and right move the view; plus and minus zoom; 0 or Home shows everything. The wheel is the
    page's.
    """

    spoken_role = QAccessible.Role.Chart
    pointed = Signal(object)
    opened = Signal(object)
    viewed = Signal()
    _plot: TrendPlot | None = None  # already there when pyqtgraph has the first size, while it is made

    def __init__(self, theme: Theme, say: Callable[[date], str] = date.isoformat) -> None:
        """`say` gives the sentence of a day, for a screen reader."""
        super().__init__()
        self.setLayoutDirection(Qt.LayoutDirection.LeftToRight)  # time runs so in every language
        self._theme, self._say = theme, say
        self._cursor: int | None = None
        self._is_kept = False
        self.ci.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
        self.stack = ChartStack(theme, self.ci)
        self.stack.zoomed.connect(self._thin)
        self.stack.resized.connect(self._on_resized)
        self.setProperty("kind", "chart")
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.spoken = SpokenParts(self, self._days, self._part)
        self.scene().sigMouseMoved.connect(self._on_mouse_moved)
        self.scene().sigMouseClicked.connect(self._on_mouse_clicked)

    def show_plot(self, plot: TrendPlot, words: Sequence[PanelWords], lanes: ChartLanes = NO_LANES) -> None:
        """Draw a plot; `words` has one item for each panel. View and cursor stay if it covers the same days."""
        before = None if self._plot is None else (self._plot.period, self._plot.other, self._view())
        self._plot = plot
        self.stack.show_plot(plot, words, lanes)
        self.restyle()
        if before is not None and before[:2] == (plot.period, plot.other):
            self.stack.show_cursor(self._cursor)
            self._set_view(*before[2])  # another number of panels begins with none
            self.pointed.emit(self.day)
        else:
            self.show_all()
            self.point_at(None)

    def restyle(self) -> None:
        """Take over the theme's colours and the text size."""
        self.setBackground(self._theme.color("card"))
        self.stack.restyle()
        self.stack.fit(self.width())

    def show_all(self) -> None:
        """Bring the whole period into view."""
        if self._plot is not None:
            self._set_view(*self._whole())

    def show_days(self, period: Period) -> None:
        """Bring some days into view, as far as they are in the plot."""
        assert self._plot is not None, "there is a view once there is a plot"
        days = self._plot.period
        self._set_view(days.index(period.first) - HALF_A_DAY, days.index(period.last) + HALF_A_DAY)

    def zoom(self, factor: float) -> None:
        """Show `factor` times as many days around the cursor, or the middle if it is out of view.

        At least a week, at most everything.
        """
        first, last = self._view()
        middle = self._cursor if self._cursor is not None and first <= self._cursor <= last else (first + last) / 2
        half = max((last - first) * factor, NARROWEST_DAYS) / 2
        self._set_view(middle - half, middle + half)

    def move(self, share: float) -> None:
        """Move the view by a share of its width, to the right if positive."""
        first, last = self._view()
        step = (last - first) * share
        self._set_view(first + step, last + step)

    def point_at(self, index: int | None) -> None:
        """Put the cursor on a day of the plot, or take it away."""
        assert self._plot is not None, "a cursor needs a plot"
        self._is_kept = False
        self._cursor = index if index is None else min(max(index, 0), self._plot.period.length - 1)
        self.stack.show_cursor(self._cursor)
        self.spoken.go_to(self._cursor)
        self.pointed.emit(self.day)

    def _days(self) -> int:
        return 0 if self._plot is None else self._plot.period.length

    def _part(self, index: int) -> Part:
        """A day for a screen reader, as high as all charts."""
        first, last = self._view()
        edges = [round((number - first) / (last - first) * self._width) for number in (index, index + 1)]
        return Part(self._say(self._day(index)), QRect(edges[0], 0, max(edges[1] - edges[0], 1), self.height()))

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Say the day that the cursor is on."""
        super().focusInEvent(event)
        self.spoken.tell()

    @property
    def day(self) -> date | None:
        """The day that the cursor is on."""
        return None if self._cursor is None else self._day(self._cursor)

    @property
    def shown(self) -> Period:
        """The days that are in view."""
        assert self._plot is not None, "there is a view once there is a plot"
        days, (first, last) = self._plot.period, self._view()
        lowest, highest = max(ceil(first), 0), min(floor(last), days.length - 1)
        return Period(days.first + timedelta(days=lowest), days.first + timedelta(days=max(lowest, highest)))

    def draw(self, painter: QPainter, target: QRectF, scale: int) -> None:
        """Draw the charts as they stand, without the cursor, for a picture of so many times the size of the screen."""
        self.stack.show_cursor(None)
        self.stack.begin_picture(scale)
        self.render(painter, target, self.rect())
        self.stack.end_picture()
        self.stack.show_cursor(self._cursor)

    def resizeEvent(self, event: QResizeEvent | None) -> None:
        """Share the new width (called by Qt, once more when all that was drawn is gone)."""
        super().resizeEvent(event)
        if self._plot is not None and not self.closed:
            self.stack.fit(self.width())

    def sizeHint(self) -> QSize:
        """What there is room for; Qt's own would hold on to the size that it has."""
        smallest: QSize = self.minimumSizeHint()
        return smallest

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Let the page scroll."""
        event.ignore()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Zoom, move and point by keys."""
        if self._plot is None or not self._on_key(event):
            super().keyPressEvent(event)

    def _on_key(self, event: QKeyEvent) -> bool:
        control = bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)
        return self._on_arrow(Qt.Key(event.key()), control) or (not control and self._on_plain(Qt.Key(event.key())))

    def _on_arrow(self, key: Qt.Key, control: bool) -> bool:
        across = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}.get(key, 0)
        along = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}.get(key, 0)
        if across and control:
            self.move(across / 4)
        elif across:
            self._go_to(self._last_recorded() if self._cursor is None else self._cursor + across)
        elif along and not control and self.stack.lanes.days:
            self._go_to_noted(along)
        else:
            return False
        return True

    def _on_plain(self, key: Qt.Key) -> bool:
        if key in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self._cursor is not None:
            self.opened.emit(self.day)
        elif key in (Qt.Key.Key_Plus, Qt.Key.Key_Equal):
            self.zoom(ZOOM_STEP)
        elif key == Qt.Key.Key_Minus:
            self.zoom(1 / ZOOM_STEP)
        elif key in (Qt.Key.Key_0, Qt.Key.Key_Home):
            self.show_all()
        else:
            return False
        return True

    def _go_to(self, index: int) -> None:
        """Put the cursor on a day; the view follows."""
        self.point_at(index)
        assert self._cursor is not None, "it was just put there"
        first, last = self._view()
        if self._cursor < first:
            self.move((self._cursor - 1 - first) / (last - first))
        elif self._cursor > last:
            self.move((self._cursor + 1 - last) / (last - first))

    def _go_to_noted(self, direction: int) -> None:
        """To the nearest day with something noted; without a cursor to the first or last of all."""
        assert self._plot is not None, "keys need a plot"
        days = self._plot.period
        start = self.day or (days.first - timedelta(days=1) if direction > 0 else days.last + timedelta(days=1))
        found = self.stack.lanes.next_day(start, direction)
        if found is not None:
            self._go_to(days.index(found))

    def _last_recorded(self) -> int:
        assert self._plot is not None, "keys need a plot"
        panels = self._plot.panels
        lines = [line for panel in panels for line in (panel.values, panel.rolling)]
        return max((i for line in lines for i, value in enumerate(line) if value is not None), default=0)

    def _view(self) -> tuple[float, float]:
        first, last = self.stack.panels[0].box.viewRange()[0]
        return first, last

    def _set_view(self, first: float, last: float) -> None:
        assert self._plot is not None, "a view needs a plot"
        lowest, highest = self._ends((last - first) / self._width)
        self.stack.limit(lowest, highest, min(NARROWEST_DAYS, self._plot.period.length + 1))
        self.stack.panels[0].box.setXRange(first, last, padding=0)
        self._thin()

    @property
    def _width(self) -> float:
        return max(self.stack.width, 1.0) if self.stack.width > USUAL_WIDTH / 5 else USUAL_WIDTH

    def _whole(self) -> tuple[float, float]:
        """The view of all days, with room for marks at both ends and for the number at the end of a line."""
        assert self._plot is not None, "a view needs a plot"
        first, last = BEFORE, self._plot.period.length + AFTER
        for _ in range(REFINED):  # more room is more days, and they are narrower then
            first, last = self._ends((last - first) / self._width)
        return first, last

    def _ends(self, scale: float) -> tuple[float, float]:
        """How far a view may reach, at so many days a pixel."""
        assert self._plot is not None, "a view needs a plot"
        length, (newest, room) = self._plot.period.length, self.stack.newest
        return min(BEFORE, -EDGE * scale), max(length + AFTER, length - 1 + EDGE * scale, newest + room * scale)

    def _on_resized(self) -> None:
        """All days stay in view where they were, with the room that the new size needs."""
        if self._plot is not None and self.stack.width and self.shown == self._plot.period:
            self.show_all()

    def _thin(self) -> None:
        self.stack.thin_for(*self._view())
        self.viewed.emit()

    def _on_mouse_moved(self, position: QPointF) -> None:
        index = None if self._is_kept else self._index_at(position)
        if index is not None and index != self._cursor:
            self.point_at(index)

    def _on_mouse_clicked(self, event: MouseClickEvent) -> None:
        """Keep the day; a second click on it lets it go again, and if it comes at once, shows everything."""
        marked, index = self.stack.mark_at(event.scenePos()), self._index_at(event.scenePos())
        if event.button() != Qt.MouseButton.LeftButton or self._plot is None:
            return
        if marked is not None:
            self.point_at(marked)
            self.opened.emit(self.day)
        elif index is not None:
            if event.double():
                self.show_all()
            keep = not (self._is_kept and index == self._cursor)
            self.point_at(index)
            self._is_kept = keep

    def _index_at(self, position: QPointF) -> int | None:
        """The day under a point of the scene, None beside the panels and lanes."""
        day = self.stack.x_at(position)
        if day is None or self._plot is None:
            return None
        return min(max(round(day), 0), self._plot.period.length - 1)

    def _day(self, index: int) -> date:
        assert self._plot is not None, "days are those of a plot"
        return self._plot.period.first + timedelta(days=index)
