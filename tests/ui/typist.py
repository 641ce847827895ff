"""Run as a program of its own: opens a window in which somebody types without a pause, a dot on the output for a key.

    python -m tests.ui.typist DIARY PLACE

`PLACE` is one of `PLACES`. It goes on until the program is ended from outside.
"""

from __future__ import annotations

import sys
from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QObject, Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from adtracker.app import run_window
from adtracker.settings import Settings
from adtracker.ui.records.visits.visit_form import VisitForm
from adtracker.ui.report.page import ReportPage
from adtracker.ui.shell.main_window import MainWindow
from adtracker.ui.today.page import TodayPage

KEY_MILLISECONDS = 50
KEY = "x"


def _today(window: MainWindow) -> TodayPage:
    page = window.show_page("today")
    assert isinstance(page, TodayPage)
    return page


def _note(window: MainWindow) -> QWidget:
    return _today(window).note.field


def _visit(window: MainWindow) -> QWidget:
    dialogs = _today(window).parts.happenings.dialogs
    dialogs.add_visit()
    assert dialogs.form is not None
    assert isinstance(dialogs.form.form, VisitForm)
    return dialogs.form.form.notes


def _questions(window: MainWindow) -> QWidget:
    page = window.show_page("report")
    assert isinstance(page, ReportPage)
    return page.form.questions.field


# Where somebody types: the note of today, the notes of a new visit, the questions for the doctor.
PLACES: dict[str, Callable[[MainWindow], QWidget]] = {"note": _note, "visit": _visit, "questions": _questions}


class Typist(QObject):
    """Types from the moment that the window can be used."""

    def __init__(self, place: str) -> None:
        super().__init__()
        self._place = PLACES[place]
        self._field: QWidget | None = None
        self._is_there: Callable[[], bool] = bool
        self._keys = QTimer(self, interval=KEY_MILLISECONDS)
        self._keys.timeout.connect(self._type)

    def ready(self, what: str) -> None:
        """What `run_window` tells."""
        if what == "usable":
            window = next(one for one in QApplication.topLevelWidgets() if isinstance(one, MainWindow))
            self._is_there = window.isVisible
            self._field = self._place(window)
            self._field.setFocus(Qt.FocusReason.OtherFocusReason)
            self._keys.start()

    def _type(self) -> None:
        assert self._field is not None, "nobody types before there is a field"
        if not self._is_there():  # the window is closed; what is left of the program is a moment
            self._keys.stop()
            return
        QTest.keyClicks(self._field, KEY)
        sys.stdout.write(".")
        sys.stdout.flush()


if __name__ == "__main__":
    typist = Typist(sys.argv[2])
    sys.exit(run_window(Path(sys.argv[1]), Settings(), typist.ready))
