"""How the suite is run: what `--fast` leaves out, where its files lie, and how much memory a worker may take."""

import os
import shutil
import sys
import tempfile
from pathlib import Path
from typing import Any

import pytest
from hypothesis import settings

MEMORY = Path("/dev/shm")
FREE_BYTES = 2**30
LIMIT_MEGABYTES = 400
_STATUS = Path("/proc/self/status")
_PEAK = "adtracker_peak"


def keep_files_in_memory() -> None:
    """Have diaries written to memory where there is room: waiting for a disk at each commit is half of a test's time.

    Whoever sets TMPDIR chooses another place.
    """
    if sys.platform == "linux" and "TMPDIR" not in os.environ and os.access(MEMORY, os.W_OK):
        if shutil.disk_usage(MEMORY).free > FREE_BYTES:
            os.environ["TMPDIR"] = tempfile.tempdir = str(MEMORY)


def pytest_addoption(parser: pytest.Parser) -> None:
    """The word `--fast`."""
    parser.addoption("--fast", action="store_true", help="leave out what is marked slow, and try fewer examples")


def pytest_configure(config: pytest.Config) -> None:
    """Say what the marker means, and try fewer examples if asked to be fast."""
    config.addinivalue_line("markers", "slow: takes a second or more; `--fast` leaves it out")
    if config.getoption("fast"):
        settings.load_profile("fast")
    config.pluginmanager.register(Peaks(), "peaks")


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """Leave out what is slow if asked to be fast."""
    if config.getoption("fast"):
        slow = [item for item in items if item.get_closest_marker("slow")]
        config.hook.pytest_deselected(items=slow)
        items[:] = [item for item in items if not item.get_closest_marker("slow")]


class Peaks:
    """The most memory that each worker took, said at the end; a run in which one took too much is not in order."""

    def __init__(self) -> None:
        self._megabytes: dict[str, int] = {}

    def pytest_sessionfinish(self, session: pytest.Session) -> None:
        """In a worker: hand the peak over. In a run without workers: it is the only one."""
        if (peak := peak_megabytes()) is None:
            return
        output: dict[str, Any] | None = getattr(session.config, "workeroutput", None)
        if output is not None:
            output[_PEAK] = peak
        elif not self._megabytes:
            self._megabytes["this process"] = peak
        if self.too_much and session.exitstatus == pytest.ExitCode.OK:
            session.exitstatus = pytest.ExitCode.TESTS_FAILED

    @pytest.hookimpl(optionalhook=True)
    def pytest_testnodedown(self, node: Any) -> None:
        """A worker has ended."""
        if (peak := getattr(node, "workeroutput", {}).get(_PEAK)) is not None:
            self._megabytes[node.gateway.id] = peak

    def pytest_terminal_summary(self, terminalreporter: Any) -> None:
        """Say it."""
        peaks = ", ".join(f"{name} {peak} MB" for name, peak in sorted(self._megabytes.items()))
        terminalreporter.write_line(f"Most memory: {peaks or 'not known on this system'}.")
        if self.too_much:
            terminalreporter.write_line(f"That is more than {LIMIT_MEGABYTES} MB: something is kept.", red=True)

    @property
    def too_much(self) -> bool:
        """Whether a worker took more than it may."""
        return any(peak > LIMIT_MEGABYTES for peak in self._megabytes.values())


def peak_megabytes() -> int | None:
    """The most memory that this process has held at once, where the system says it."""
    if not _STATUS.exists():
        return None
    lines = dict(line.split(":", 1) for line in _STATUS.read_text(encoding="ascii").splitlines())
    return int(lines["VmHWM"].split()[0]) // 1024
