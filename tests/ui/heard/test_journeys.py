"""Ways through the window by keys alone, with every mouse event refused; what would be heard on each is written down.

Where something shall be heard otherwise, delete its file in `golden`, run the test twice, and read the difference.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from adtracker.storage.journal import Journal
from adtracker.ui.shell.main_window import MainWindow
from tests.ui.heard.journey import NoMouse, heard_on

GOLDEN = Path(__file__).parent / "golden"
JOURNEYS = {
    "answer-the-evening": "Ctrl+T 7 3",
    "one-key-to-the-next-area": "Ctrl+T F6 F6 F6 Shift+F6",
    "a-day-back-and-forth": "Ctrl+T Alt+Left Alt+Left Alt+Right",
    "undo-an-answer": "Ctrl+T 7 Ctrl+Z Ctrl+Z",
    "every-page": "Ctrl+1 Ctrl+2 Ctrl+3 Ctrl+4 Ctrl+5 Ctrl+6 Ctrl+,",
    "days-of-the-charts": "Ctrl+2 F6 Tab Tab Tab Tab Tab Tab Left Left",
    "days-of-history": "Ctrl+4 Left Up Left",
    "a-lesson": "Ctrl+5 F6 Tab Tab Tab Tab",
    "help-and-back": "Ctrl+T F1 Tab Tab Esc",
    "a-report": "Ctrl+6 F6 Tab Tab Tab",
    "settings": "Ctrl+, F6 Right Tab Tab",
    "a-whole-week": "Ctrl+T Ctrl+7 Tab Tab",
    "larger-text": "Ctrl+T Ctrl+= Ctrl+0",
}


@pytest.fixture
def no_mouse(qapp: QApplication) -> Iterator[None]:
    """Nothing is done with a mouse."""
    refusing = NoMouse()
    qapp.installEventFilter(refusing)
    yield
    qapp.removeEventFilter(refusing)


@pytest.mark.slow
@pytest.mark.usefixtures("no_mouse")
@pytest.mark.parametrize("name", JOURNEYS)
def test_what_is_heard_on_the_way(demo_journal: Journal, window: MainWindow, qtbot: QtBot, name: str) -> None:
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    heard = "\n".join(heard_on(window, JOURNEYS[name])) + "\n"
    assert "nameless" not in heard
    assert ": nothing" not in heard
    file = GOLDEN / f"{name}.txt"
    if not file.exists():
        GOLDEN.mkdir(exist_ok=True)
        file.write_text(heard, encoding="utf-8")
        pytest.fail(f"{file.name} was not there; it is now, to be read")
    assert heard == file.read_text(encoding="utf-8")
