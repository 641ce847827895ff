"""A window over a page that is never larger than the window below it, or the screen: what has no room in it scrolls."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QSize
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QDialog, QLayout, QVBoxLayout, QWidget

from adtracker.ui.kit.room.give_way import GivingWay
from adtracker.ui.kit.room.page_area import PageArea
from adtracker.ui.kit.room.screen_room import screen_room
from adtracker.ui.kit.room.window_below import HELP, take_actions, window_below
from adtracker.ui.kit.tab_order import follow, read_in_order, tab_stops

_NARROW, _SIDE = 60, 8  # in a window of so few letters little is left empty at the sides


class FittedDialog(QDialog):
    """Every window over a page is one. With room for all of it nothing is changed.

    Where lines come and go, `stands_in_order` has Tab and a screen reader go through it as it stands.
    """

    stands_in_order = False
    _scrolls = False
    _way: GivingWay | None = None
    _stops: Sequence[QWidget] = ()

    def showEvent(self, event: QShowEvent) -> None:
        """See whether it has room, before anybody sees it."""
        layout = self.layout()
        if layout is not None and not event.spontaneous():
            self._keep_within(self.room(), layout)
        take_actions(self, HELP)
        super().showEvent(event)

    def event(self, event: QEvent) -> bool:
        """See again when what stands in it has changed."""
        kind, is_done = event.type(), super().event(event)  # after a deferred deletion nothing of it can be asked
        if kind is QEvent.Type.LayoutRequest and self.isVisible():
            layout = self.layout()
            if self.stands_in_order:
                self.follow_order()
            if layout is not None:
                self._keep_within(self.room(), layout)
        return is_done

    def follow_order(self) -> None:
        """Have Tab and a screen reader go through it as it stands. What comes into a part that scrolls is not always a
        reason for Qt to lay the window out, so whoever adds something there calls this."""
        if (stops := tab_stops(self)) != self._stops:
            self._stops = stops
            follow(stops)
            read_in_order(self)

    def room(self) -> QSize:
        """That of the window below it, or of the screen where there is none."""
        below = self.parentWidget()
        return screen_room(self) if below is None else window_below(below).size()

    def _keep_within(self, room: QSize, layout: QLayout) -> None:
        if self._scrolls:
            return
        if room.width() < _NARROW * self.fontMetrics().averageCharWidth():
            margins = layout.contentsMargins()
            layout.setContentsMargins(_SIDE, margins.top(), _SIDE, margins.bottom())
            self.resize(room.width(), self.height())
        self._way = self._way or GivingWay()
        if self._way.fit(self, room.width()):
            layout.activate()
        least = self._least_of(layout, min(self.width(), room.width()))
        if least.width() > room.width() or least.height() > room.height():
            self._scroll_all(layout)
            wish = QSize(max(self.width(), least.width()), max(self.height(), least.height()))
            self.resize(wish.boundedTo(room))
        else:
            self.resize(self.size().expandedTo(least).boundedTo(room))

    def _least_of(self, layout: QLayout, width: int) -> QSize:
        least = layout.totalMinimumSize()
        if layout.hasHeightForWidth():
            least.setHeight(max(layout.totalMinimumHeightForWidth(max(width, least.width())), least.height()))
        return least

    def _scroll_all(self, layout: QLayout) -> None:
        """Put everything into an area that scrolls."""
        self.setMinimumSize(0, 0)
        self._scrolls = True
        content = QWidget()
        content.setLayout(layout)  # Qt takes it, with all its parts, from the window
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(PageArea(content, self._way))
