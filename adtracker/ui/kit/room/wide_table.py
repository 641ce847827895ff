"""A table of words and fields that scrolls sideways by itself where it is wider than its card."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QSize, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QGridLayout, QScrollArea, QSizePolicy, QWidget

_LEAST = 120


class WideTable(QScrollArea):
    """As high as its `grid`; only sideways does it scroll."""

    def __init__(self) -> None:
        super().__init__()
        content = self._content = QWidget()
        self.grid = QGridLayout(content)
        self.grid.setContentsMargins(0, 0, 0, 0)
        self.setProperty("kind", "table")
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setWidget(content)

    def sizeHint(self) -> QSize:
        """All of it, with the bar below where it scrolls."""
        content = self._content
        hint = content.sizeHint()
        is_wide = content.minimumSizeHint().width() > self.viewport().width()
        wide = max(self.viewport().width(), content.minimumSizeHint().width())
        high = content.heightForWidth(wide) if content.hasHeightForWidth() else hint.height()
        return QSize(hint.width(), high + (self.horizontalScrollBar().sizeHint().height() if is_wide else 0))

    def minimumSizeHint(self) -> QSize:
        """Narrow enough for any card."""
        return QSize(min(_LEAST, self.sizeHint().width()), self.sizeHint().height())

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """What is put into it may make it wider and higher."""
        if event.type() is QEvent.Type.LayoutRequest and watched is self.widget():
            self.updateGeometry()
        return super().eventFilter(watched, event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The bar comes and goes with the width."""
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self.updateGeometry()
