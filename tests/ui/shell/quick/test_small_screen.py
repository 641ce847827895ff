"""The small window on a screen that is smaller than it likes to be, such as a large one at 400 %."""

from __future__ import annotations

import os
import subprocess
import sys

import pytest

from tests.ui.shell.test_single_instance import PATIENCE_SECONDS, ROOT

_SHOW = """
from PySide6.QtWidgets import QApplication
from adtracker.resources import Texts
from adtracker.settings import Settings
from adtracker.ui.core.preferences import Preferences
from adtracker.ui.core.theme import Theme
from adtracker.ui.shell.quick.window import QuickWindow
from tests.ui.conftest import TODAY
app = QApplication([])
window = QuickWindow(Theme(app, Preferences(None, Settings())), Texts())
window.show_day(TODAY)
window.show()
app.processEvents()
room = window.screen().availableSize()
print(window.width() < room.width(), window.height() < room.height(), room.width() < 596)
"""


@pytest.mark.slow
def test_it_is_never_larger_than_the_screen() -> None:
    done = subprocess.run(
        [sys.executable, "-c", _SHOW],
        cwd=ROOT,
        env={**os.environ, "QT_SCALE_FACTOR": "2", "QT_QPA_PLATFORM": "offscreen"},
        capture_output=True,
        text=True,
        timeout=PATIENCE_SECONDS,
        check=False,
    )
    assert done.stdout == "True True True\n", done.stderr
