"""A plugin of pytest: Orca sits beside the journeys. What is to be heard goes into a file, with the time it was due."""

import json
import os
import time
from collections.abc import Iterator
from datetime import datetime
from pathlib import Path

import pytest
from PySide6.QtCore import QEventLoop, QTimer
from PySide6.QtWidgets import QApplication, QLineEdit, QWidget

from listening.speech import spoken, until_quiet
from tests.ui.heard import journey

LOG, NOTES = "ADTRACKER_ORCA_LOG", "ADTRACKER_ORCA_NOTES"
_READY = "Orca can speak"
_PATIENCE_SECONDS = 90.0


class Orca(journey.Beside):
    """Waits after each key until Orca fell silent, and notes what was to be heard since when."""

    def __init__(self, log: Path, notes: Path) -> None:
        self._log, self._notes, self._began = log, notes, ""

    def begin(self, window: QWidget) -> None:
        """Let it say all there is to say of a window that opened; a first key that changes nothing says it no more."""
        self._began = _now()
        until_quiet(self._log, _wait)

    def pressed(self) -> None:
        """Let it say where the keyboard came to stand."""
        until_quiet(self._log, _wait)

    def written(self, line: str) -> None:
        """Note it; what is said from now on belongs to the next key."""
        name = os.environ["PYTEST_CURRENT_TEST"].partition("[")[2].partition("]")[0]
        with self._notes.open("a", encoding="utf-8") as file:
            file.write(json.dumps({"journey": name, "line": line, "began": self._began, "ended": _now()}) + "\n")
        self._began = _now()


@pytest.fixture(autouse=True, scope="session")
def orca(qapp: QApplication) -> Iterator[None]:  # noqa: ARG001 -- Qt must be there
    """Orca, once it speaks: in its first seconds it says nothing."""
    log = Path(os.environ[LOG])
    end = time.monotonic() + _PATIENCE_SECONDS
    while not _speaks(log):
        assert time.monotonic() < end, "Orca never spoke"
    alone, journey.beside = journey.beside, Orca(log, Path(os.environ[NOTES]))
    yield
    journey.beside = alone


def _speaks(log: Path) -> bool:
    first = QLineEdit()
    first.setAccessibleName(_READY)
    first.show()
    first.activateWindow()
    first.setFocus()
    until_quiet(log, _wait)
    first.close()
    first.deleteLater()
    return any(_READY in words for _when, words in spoken(log))


def _wait(seconds: float) -> None:
    """Answer at once whatever is asked meanwhile, as a running program does; pytest-qt's own waiting sleeps between."""
    loop = QEventLoop()
    QTimer.singleShot(int(seconds * 1000), loop.quit)
    loop.exec()


def _now() -> str:
    """The time of day as in Orca's log."""
    return datetime.now().time().isoformat("microseconds")  # noqa: DTZ005
