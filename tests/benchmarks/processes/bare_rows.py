"""The baseline of being usable: the least that reads the same rows on the same stack. It imports PySide6, SQLAlchemy's
ORM and sqlcipher3, reads the last 14 days and their regions through the ORM, and paints an empty window."""

from __future__ import annotations

import sys
import time

from PySide6.QtCore import QTimer
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QApplication, QMainWindow

from sqlalchemy import create_engine, select  # isort: skip  (PySide6 first, as in the app: imports after it take longer)
from sqlalchemy.orm import DeclarativeBase, Mapped, Session, mapped_column  # isort: skip
from sqlcipher3 import dbapi2  # isort: skip


class Table(DeclarativeBase):
    """The base of the two tables."""


class Day(Table):
    """One day."""

    __tablename__ = "day"

    day: Mapped[str] = mapped_column(primary_key=True)
    itch: Mapped[float | None]
    sleep_quality: Mapped[float | None]
    extent_percent: Mapped[float | None]
    extent_method: Mapped[str | None]
    extent_age_column: Mapped[str | None]
    extent_palms: Mapped[float | None]
    note: Mapped[str]
    recorded_at: Mapped[str | None]
    recorded_on: Mapped[str | None]


class Region(Table):
    """One region of a day."""

    __tablename__ = "day_region"

    day: Mapped[str] = mapped_column(primary_key=True)
    region: Mapped[str] = mapped_column(primary_key=True)
    grade: Mapped[str]


class Window(QMainWindow):
    """Says when it is painted, and ends."""

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        sys.stdout.write(f"MARK usable {time.monotonic_ns()}\n")
        QTimer.singleShot(0, QApplication.quit)


engine = create_engine("sqlite://", creator=lambda: dbapi2.connect(sys.argv[1]), module=dbapi2)
with Session(engine) as session:
    days = session.scalars(select(Day).order_by(Day.day.desc()).limit(14)).all()
    regions = session.scalars(select(Region).where(Region.day >= (days[-1].day if days else ""))).all()
app = QApplication([])
window = Window()
window.resize(1280, 800)
window.show()
app.exec()
