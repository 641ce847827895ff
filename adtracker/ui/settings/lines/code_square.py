"""A code square on the screen, dark on white in every look, for a phone to read."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from adtracker.report.pictures.code_square import RIM, code_square

_DOT = 5  # pixels of one module: what a phone tells apart at arm's length
_LEAST_DOT = 3


class CodeSquare(QWidget):
    """The square of a text, with the rim that a reader needs."""

    def __init__(self, name: str, text: str) -> None:
        super().__init__()
        self.setAccessibleName(name)
        self._rows = [[bool(dot) for dot in row] for row in code_square(text).matrix]
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def give_way(self) -> None:
        """Be smaller, to be read from nearer, where there is no room."""
        policy = QSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def sizeHint(self) -> QSize:
        """Whole pixels for each module."""
        return QSize(self._count * _DOT, self._count * _DOT)

    def minimumSizeHint(self) -> QSize:
        """What a phone tells apart still, from near by."""
        return QSize(self._count * _LEAST_DOT, self._count * _LEAST_DOT)

    def hasHeightForWidth(self) -> bool:
        """It is a square, also where it gave way."""
        return self.sizePolicy().hasHeightForWidth()

    def heightForWidth(self, width: int) -> int:
        """As high as the modules are that have room."""
        return self._count * self._dot(width)

    @property
    def _count(self) -> int:
        return len(self._rows) + 2 * RIM

    def _dot(self, width: int) -> int:
        return max(min(width // self._count, _DOT), 1)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the modules."""
        painter = QPainter(self)
        painter.fillRect(self.rect(), Qt.GlobalColor.white)
        dot = self._dot(self.width())
        side = (self.width() - self._count * dot) // 2
        for down, row in enumerate(self._rows):
            for along, is_dark in enumerate(row):
                if is_dark:
                    place = QRectF(side + dot * (along + RIM), dot * (down + RIM), dot, dot)
                    painter.fillRect(place, Qt.GlobalColor.black)
        painter.end()
