"""The baseline of starting up: an empty PySide6 main window, painted once."""

from __future__ import annotations

import sys
import time

from PySide6.QtCore import QTimer
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QApplication, QMainWindow


class Window(QMainWindow):
    """Says when it is painted, and ends."""

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        sys.stdout.write(f"MARK painted {time.monotonic_ns()}\n")
        QTimer.singleShot(0, QApplication.quit)


app = QApplication([])
window = Window()
window.resize(1280, 800)
window.show()
app.exec()
