"""Faults of our own: noted without diary content, said in the window, and the work goes on."""

from __future__ import annotations

import sys
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from adtracker import logs, paths
from adtracker.ui.core.tasks import Tasks
from adtracker.ui.shell.faults import Faults
from adtracker.ui.shell.main_window import MainWindow

SECRET = "Woke twice, cried."


@pytest.fixture
def faults() -> Iterator[Faults]:
    before = sys.excepthook, threading.excepthook
    logs.start(paths.log_file())
    faults = Faults()
    faults.install()
    yield faults
    sys.excepthook, threading.excepthook = before


def _fail() -> None:
    raise ValueError(SECRET)


def _caught(error: type[BaseException] = ValueError) -> None:
    """As Qt hands over what a slot did not catch."""
    try:
        raise error(SECRET)
    except error as raised:
        sys.excepthook(type(raised), raised, raised.__traceback__)


def test_a_fault_is_said_and_logged_without_what_somebody_wrote(faults: Faults, window: MainWindow, home: Path) -> None:
    faults.happened.connect(window.messages.fault)
    _caught()
    assert "What you saved is safe" in window.messages.text
    log = paths.log_file().read_text(encoding="utf-8")
    assert "ValueError" in log
    assert SECRET not in log


def test_a_fault_in_a_thread_is_said_too(faults: Faults, qtbot: QtBot, window: MainWindow) -> None:
    faults.happened.connect(window.messages.fault)
    thread = threading.Thread(target=_fail)
    thread.start()
    thread.join()
    qtbot.waitUntil(lambda: window.messages.text != "")


def test_ctrl_c_is_no_fault(faults: Faults, qtbot: QtBot, capsys: pytest.CaptureFixture[str]) -> None:
    with qtbot.assertNotEmitted(faults.happened):
        _caught(KeyboardInterrupt)
    assert "KeyboardInterrupt" in capsys.readouterr().err


def test_work_that_fails_still_ends(faults: Faults, qtbot: QtBot) -> None:
    tasks = Tasks()
    with qtbot.waitSignal(faults.happened):
        task = tasks.run(_fail)
        with qtbot.waitSignal(task.finished):
            pass
    tasks.wait()
