"""A typed value that can be picked, too: an arrow at the end of the line opens what there is to pick from."""

from __future__ import annotations

from typing import TypeVar

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QToolButton

from adtracker.ui.kit.fields.typed_value import TypedValue
from adtracker.ui.kit.room.mirrored import mirrored

T = TypeVar("T")
OPENING = (Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_F4)
_FRAME, _OVERLAP = 2, 8


class UnfoldingValue(TypedValue[T]):
    """Up, Down, F4 and the arrow open it; all else is typed."""

    def __init__(self, name: str, value: T, spoken: str, arrow_px: int = 32) -> None:
        """`spoken` is what a screen reader says of the arrow, which is so wide."""
        self._arrow, self._arrow_px = QToolButton(), arrow_px
        super().__init__(name, value)
        self._arrow.setParent(self)
        self._arrow.setProperty("kind", "unfold")
        self._arrow.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._arrow.setCursor(Qt.CursorShape.PointingHandCursor)
        self._arrow.setAccessibleName(spoken)
        self._arrow.clicked.connect(self.unfold)
        room = arrow_px - _OVERLAP
        self.setTextMargins(*((room, 0, 0, 0) if self.isRightToLeft() else (0, 0, room, 0)))

    def unfold(self) -> None:
        """Open what there is to pick from, beside the field."""
        raise NotImplementedError

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Open with the arrows; all else is typed."""
        if event.key() in OPENING:
            self.unfold()
        else:
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep the arrow at the end."""
        super().resizeEvent(event)
        left = self.width() - self._arrow_px - _FRAME
        place = QRect(left, _FRAME, self._arrow_px, self.height() - 2 * _FRAME)
        self._arrow.setGeometry(mirrored(self.layoutDirection(), self.rect(), place))

    def minimumSizeHint(self) -> QSize:
        """It does not shrink: a value is never cut."""
        return self.sizeHint()
