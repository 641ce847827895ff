"""A code square on the screen, dark on white in every look, for a phone to read."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from adtracker.report.pictures.code_square import RIM, code_square

_DOT = 5  # pixels of one module: what a phone tells apart at arm's length


class CodeSquare(QWidget):
    """The square of a text, with the rim that a reader needs."""

    def __init__(self, name: str, text: str) -> None:
        super().__init__()
        self.setAccessibleName(name)
        self._rows = [[bool(dot) for dot in row] for row in code_square(text).matrix]
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        """Whole pixels for each module."""
        side = _DOT * (len(self._rows) + 2 * RIM)
        return QSize(side, side)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the modules."""
        painter = QPainter(self)
        painter.fillRect(self.rect(), Qt.GlobalColor.white)
        for down, row in enumerate(self._rows):
            for along, is_dark in enumerate(row):
                if is_dark:
                    place = QRectF(_DOT * (along + RIM), _DOT * (down + RIM), _DOT, _DOT)
                    painter.fillRect(place, Qt.GlobalColor.black)
        painter.end()
