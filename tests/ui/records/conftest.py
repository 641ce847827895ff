"""A person in the window who records treatments."""

from __future__ import annotations

import pytest
from pytestqt.qtbot import QtBot

from adtracker.storage.journal import Journal
from adtracker.ui.shell.main_window import MainWindow
from tests.ui.treatments import Patient


@pytest.fixture
def patient(journal: Journal, qtbot: QtBot, window: MainWindow) -> Patient:
    """A person who uses treatments, on Today."""
    return Patient(qtbot, window)
