"""A narrow part and a wide one: side by side where both have room, else one below the other."""

from __future__ import annotations

from PySide6.QtCore import QSize, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QWidget

MOST = 16_777_215  # as wide as Qt lets a widget be


class TwoParts(QWidget):
    """`turned` says that they stand in the other way now. Beside each other the first is so wide as `fit` says."""

    turned = Signal()

    def __init__(self, first: QWidget, second: QWidget, spacing: int = 14) -> None:
        super().__init__()
        self._first, self._second = first, second
        self._narrow, self._wide = 0, 0
        self.is_stacked = False
        self._row = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(spacing)
        self._row.addWidget(first, 2)
        self._row.addWidget(second, 3)

    def fit(self, narrow: int, wide: int) -> None:
        """Give the first part this width, and stack them where the second would get less than the other."""
        self._narrow, self._wide = narrow, wide
        self._turn()

    def minimumSizeHint(self) -> QSize:
        """As wide as the wider of them, for they can stand below each other."""
        hint = super().minimumSizeHint()
        needs = (self._least(self._first), self._second.minimumSizeHint().width())
        return QSize(max(needs), hint.height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """See whether both have room."""
        super().resizeEvent(event)
        self._turn()

    def _least(self, part: QWidget) -> int:
        return part.minimumSizeHint().width() if self.is_stacked else min(self._narrow, part.minimumSizeHint().width())

    def _turn(self) -> None:
        is_stacked = self.width() < self._narrow + self._row.spacing() + self._wide
        self._first.setMinimumWidth(0 if is_stacked else self._narrow)
        self._first.setMaximumWidth(MOST if is_stacked else self._narrow)
        if is_stacked is not self.is_stacked:
            self.is_stacked = is_stacked
            down, across = QBoxLayout.Direction.TopToBottom, QBoxLayout.Direction.LeftToRight
            self._row.setDirection(down if is_stacked else across)
            self.turned.emit()
