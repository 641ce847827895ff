"""What a page's content scrolls in: up and down when the text grows, never sideways, and along with the keyboard."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QResizeEvent, QShowEvent
from PySide6.QtWidgets import QApplication, QFrame, QScrollArea, QWidget

from adtracker.ui.kit.room.give_way import GivingWay

_NEVER = Qt.ScrollBarPolicy.ScrollBarAlwaysOff
RIM = 14  # what a scroll bar takes at the right, in pixels of plain text


class PageArea(QScrollArea):
    """What is wider than there is room for gives way.

    It brings what gets the keyboard into view, wherever the keyboard comes from; Qt's own follows only its own Tab.

    With a button of the mouse down nothing moves: the click would miss.
    """

    def __init__(self, content: QWidget, way: GivingWay | None = None) -> None:
        """`way` is how the content gave way already."""
        super().__init__()
        self._way = way or GivingWay()
        self.setViewport(QWidget())  # of one that is not ours PySide would load all kinds of widgets that it might be
        self.setProperty("kind", "page")
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(_NEVER)
        self._content = content
        self.setWidget(content)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        application = QApplication.instance()
        assert isinstance(application, QApplication), "widgets need one"
        application.focusChanged.connect(self._on_focus)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """See whether what changed has room."""
        if watched is self._content and event.type() in (QEvent.Type.LayoutRequest, QEvent.Type.Resize):
            self._give_way()
        return super().eventFilter(watched, event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """See again: a scroll bar that comes takes room too."""
        super().resizeEvent(event)
        self._give_way()

    def showEvent(self, event: QShowEvent) -> None:
        """See before anybody sees it."""
        super().showEvent(event)
        self._give_way()

    def _give_way(self) -> None:
        room = self.viewport().width()
        if self.isVisible():
            self._way.fit(self._content, room)
            # A picture or a table may be wider than that: the last resort.
            has_room = self._content.minimumSizeHint().width() <= room
            self.setHorizontalScrollBarPolicy(_NEVER if has_room else Qt.ScrollBarPolicy.ScrollBarAsNeeded)
        layout = self._content.layout()
        if layout is not None and self.isVisible() and layout.geometry() != self._content.rect():
            layout.setGeometry(self._content.rect())  # made lower while it was laid out, Qt leaves it as it was

    def _on_focus(self, _before: QWidget | None, now: QWidget | None) -> None:
        if now is None or QApplication.mouseButtons() != Qt.MouseButton.NoButton:
            return
        if self.isVisible() and self._content.isAncestorOf(now):
            self.ensureWidgetVisible(now)
