"""The baseline of memory: an empty PySide6 window with an empty pyqtgraph layout in it."""

from __future__ import annotations

import sys

from PySide6.QtWidgets import QApplication, QMainWindow

import pyqtgraph as pg  # isort: skip  (PySide6 first: pyqtgraph takes whichever Qt it finds loaded)

from tests.benchmarks.resident import resident_bytes

app = QApplication([])
window = QMainWindow()
window.setCentralWidget(pg.GraphicsLayoutWidget())
window.resize(1280, 800)
window.show()
app.processEvents()
window.grab()
sys.stdout.write(f"MARK memory {resident_bytes()}\n")
