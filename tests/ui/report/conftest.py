"""Pages of reports come from the press, unless a test is about the process that sets them."""

from __future__ import annotations

import pytest
from pytestqt.qtbot import QtBot

from adtracker.report.typeset import SecondProcess
from adtracker.storage.journal import Journal
from adtracker.ui.shell.main_window import MainWindow
from tests.press import press
from tests.ui.reporter import Reporter


@pytest.fixture
def reporter(qtbot: QtBot, demo_journal: Journal, window: MainWindow) -> Reporter:
    """A person who makes a report of the demonstration."""
    return Reporter(qtbot, window)


@pytest.fixture
def apart() -> None:
    """Every report is set anew, in a process of its own, as for a person."""


@pytest.fixture(autouse=True)
def _pressed(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> None:
    if "apart" not in request.fixturenames:
        monkeypatch.setattr(SecondProcess, "__call__", lambda _process, job: press(job))
        monkeypatch.setattr(SecondProcess, "start_ahead", lambda _process: None)
