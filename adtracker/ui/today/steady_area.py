"""What Today's cards scroll in: the bar has a place of its own, and what the pointer is on can be held where it is."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from PySide6.QtCore import QEvent, QPoint, QRect, Qt
from PySide6.QtGui import QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QApplication, QScrollBar, QWidget  # noqa: TID251 -- it takes no answer

from adtracker.ui.kit.basics import rule
from adtracker.ui.kit.room.page_area import PageArea


class RimBar(QScrollBar):
    """A bar that always has its place, so that nothing moves aside when it comes; without need it is not seen."""

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw what there is to scroll, if there is anything."""
        if self.maximum() > self.minimum():
            super().paintEvent(event)


class SteadyArea(PageArea):
    """Scrolls `content`; a line at the upper end says that there is more above."""

    def __init__(self, content: QWidget) -> None:
        super().__init__(content)
        self._cards = content
        self.setVerticalScrollBar(RimBar(Qt.Orientation.Vertical))
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)
        self._edge = rule()
        self._edge.setParent(self)
        self._edge.hide()
        self.verticalScrollBar().valueChanged.connect(self._on_scrolled)

    @property
    def view(self) -> QRect:
        """What can be seen of the content, in its own places."""
        return QRect(QPoint(0, self.verticalScrollBar().value()), self.viewport().size())

    def place_of(self, widget: QWidget) -> QRect:
        """Where a widget is in the content."""
        return QRect(widget.mapTo(self._cards, QPoint()), widget.size())

    def sees(self, widget: QWidget) -> bool:
        """Whether all of a widget is in view now."""
        self.settle()
        return self.view.contains(self.place_of(widget))

    def settle(self) -> None:
        """Give everything its place now, not when Qt comes to it; nothing is painted meanwhile."""
        QApplication.sendPostedEvents(None, QEvent.Type.LayoutRequest.value)

    def loosen(self) -> None:
        """Give up the room below the content that was made to hold something in its place."""
        self._cards.setMinimumHeight(0)

    @contextmanager
    def holding(self, widget: QWidget) -> Iterator[None]:
        """Leave a widget where it is on the screen, whatever comes or goes above it.

        Where there is too little below it to scroll that far, room is made.
        """
        before = self.place_of(widget).y()
        yield
        self.settle()
        bar = self.verticalScrollBar()
        wanted = bar.value() + self.place_of(widget).y() - before
        if wanted > bar.maximum():
            self._cards.setMinimumHeight(self.viewport().height() + wanted)
            self.settle()
        bar.setValue(wanted)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The line goes from side to side."""
        super().resizeEvent(event)
        self._edge.setGeometry(0, 0, self.width(), 1)

    def _on_scrolled(self, value: int) -> None:
        self._edge.setVisible(value > 0)
        self._edge.raise_()
