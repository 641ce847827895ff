"""The baseline of being usable: PySide6, SQLAlchemy's ORM and sqlcipher3 imported, the same rows read through them, an
empty window painted."""

from __future__ import annotations

import sys
import time

from PySide6.QtCore import QTimer
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QApplication, QMainWindow

from sqlalchemy import create_engine, text  # isort: skip  (PySide6 first, as in the app: imports after it take longer)
from sqlalchemy.orm import Session  # isort: skip
from sqlcipher3 import dbapi2  # isort: skip


class Window(QMainWindow):
    """Says when it is painted, and ends."""

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        sys.stdout.write(f"MARK usable {time.monotonic_ns()}\n")
        QTimer.singleShot(0, QApplication.quit)


engine = create_engine("sqlite://", creator=lambda: dbapi2.connect(sys.argv[1]), module=dbapi2)
with Session(engine) as session:
    days = session.execute(text("SELECT * FROM day ORDER BY day DESC LIMIT 14")).all()
    first = {"first": days[-1][0] if days else ""}
    regions = session.execute(text("SELECT * FROM day_region WHERE day >= :first"), first).all()
app = QApplication([])
window = Window()
window.resize(1280, 800)
window.show()
app.exec()
