"""The baseline of being usable: PySide6, SQLAlchemy's ORM and sqlcipher3 imported, the same rows read, an empty window
painted."""

from __future__ import annotations

import sys
import time

from PySide6.QtCore import QTimer
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QApplication, QMainWindow

import sqlalchemy.orm  # isort: skip  (PySide6 first, as in the app: what is imported after it takes longer)
from sqlcipher3 import dbapi2  # isort: skip


class Window(QMainWindow):
    """Says when it is painted, and ends."""

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        sys.stdout.write(f"MARK usable {time.monotonic_ns()}\n")
        QTimer.singleShot(0, QApplication.quit)


assert sqlalchemy.orm.Session is not None
connection = dbapi2.connect(sys.argv[1])
days = connection.execute("SELECT * FROM day ORDER BY day DESC LIMIT 14").fetchall()
regions = connection.execute("SELECT * FROM day_region WHERE day >= ?", (days[-1][0],)).fetchall() if days else []
app = QApplication([])
window = Window()
window.resize(1280, 800)
window.show()
app.exec()
