"""Charts are heavy: nothing loads them before Trends is looked at, the timeline not even then."""

import subprocess
import sys


def test_pyqtgraph_and_numpy_load_with_trends_and_not_before() -> None:
    script = """
import sys
import adtracker.ui.main_window, adtracker.ui.startup, adtracker.ui.pages.today, adtracker.ui.pages.timeline
heavy = {"numpy", "pyqtgraph"} & set(sys.modules)
assert not heavy, heavy
import adtracker.ui.pages.trends
assert {"numpy", "pyqtgraph"} <= set(sys.modules)
"""
    subprocess.run([sys.executable, "-c", script], check=True, capture_output=True, text=True, timeout=60)
