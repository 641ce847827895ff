"""Charts are heavy: nothing loads them before Trends is looked at, the timeline not even then."""

import subprocess
import sys

import pytest


@pytest.mark.slow
def test_pyqtgraph_and_numpy_load_with_trends_and_not_before() -> None:
    script = """
import sys
import adtracker.ui.shell.main_window, adtracker.ui.shell.starting.startup
import adtracker.ui.today.page, adtracker.ui.timeline.page
heavy = {"numpy", "pyqtgraph"} & set(sys.modules)
assert not heavy, heavy
import adtracker.ui.trends.page
assert {"numpy", "pyqtgraph"} <= set(sys.modules)
"""
    subprocess.run([sys.executable, "-c", script], check=True, capture_output=True, text=True, timeout=60)
