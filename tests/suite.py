"""How the suite is run: what `--fast` leaves out, where its files lie, and how much memory a worker may keep."""

import ctypes
import gc
import linecache
import os
import shutil
import sys
import tempfile
from collections.abc import Sequence
from contextlib import suppress
from pathlib import Path
from typing import Any

import pytest
from hypothesis import settings

MEMORY = Path("/dev/shm")
FREE_BYTES = 2**30
LIMIT_MEGABYTES = 310  # of its own: the libraries that are mapped, 105 MB, are one for all workers
_STATUS, _OWN = Path("/proc/self/status"), "RssAnon"
_MEMORY = "adtracker_memory"
# Of the C library of Linux: see mallopt(3).
_C_LIBRARY, _ARENA_MAX, _MMAP_THRESHOLD, _LARGE_BYTES = "libc.so.6", -8, -3, 64 * 1024


def keep_files_in_memory() -> None:
    """Have diaries written to memory where there is room: waiting for a disk at each commit is half of a test's time.

    Whoever sets TMPDIR chooses another place.
    """
    if sys.platform == "linux" and "TMPDIR" not in os.environ and os.access(MEMORY, os.W_OK):
        if shutil.disk_usage(MEMORY).free > FREE_BYTES:
            os.environ["TMPDIR"] = tempfile.tempdir = str(MEMORY)


def keep_memory_in_one_piece() -> None:
    """Have all threads take their memory from one place: of several, each keeps what it once needed.

    Called before the first thread. Large blocks go back as soon as they are free.
    """
    with suppress(OSError, AttributeError):
        library = ctypes.CDLL(_C_LIBRARY)
        library.mallopt(_ARENA_MAX, 1)
        library.mallopt(_MMAP_THRESHOLD, _LARGE_BYTES)


def pytest_addoption(parser: pytest.Parser) -> None:
    """The word `--fast`."""
    parser.addoption("--fast", action="store_true", help="leave out what is slow, and try fewer examples and cases")


def pytest_configure(config: pytest.Config) -> None:
    """Say what the marker means, and try fewer examples if asked to be fast."""
    config.addinivalue_line("markers", "slow: takes half a second of work or more; `--fast` leaves it out")
    if config.getoption("fast"):
        settings.load_profile("fast")
    config.pluginmanager.register(Memory(), "memory")


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """If asked to be fast, leave out what is slow, and of many cases of one test all but the first and the last."""
    if config.getoption("fast"):
        quick = [item for item in items if not item.get_closest_marker("slow")]
        ends = first_and_last([item.nodeid.partition("[")[0] for item in quick])
        kept = [quick[index] for index in ends]
        config.hook.pytest_deselected(items=list(set(items) - set(kept)))
        items[:] = kept


def first_and_last(names: Sequence[str]) -> list[int]:
    """Where each name stands for the first and for the last time, in order."""
    firsts = {name: index for index, name in reversed(list(enumerate(names)))}
    lasts = {name: index for index, name in enumerate(names)}
    return sorted({*firsts.values(), *lasts.values()})


def pytest_collection_finish() -> None:
    """Spare the collector what lives as long as the process, and give up the sources that pytest looked into."""
    linecache.clearcache()
    gc.collect()
    gc.freeze()


class Memory:
    """What each worker keeps from one module to the next, and its peak, said at the end.

    A test may take much for a moment, such as a hostile photo; a run in which a worker keeps too much is not in order.
    """

    def __init__(self) -> None:
        self._kept = 0
        self._workers: dict[str, tuple[int, int]] = {}

    @pytest.hookimpl(trylast=True)
    def pytest_runtest_teardown(self, item: pytest.Item, nextitem: pytest.Item | None) -> None:
        """Where a module ends: give back what is free, and see what is kept."""
        if _STATUS.exists() and (nextitem is None or nextitem.path != item.path):
            _give_back()
            if _megabytes(_OWN) > self._kept:  # what only waits to be collected is not kept
                gc.collect()
                _give_back()
                self._kept = max(self._kept, _megabytes(_OWN))

    def pytest_sessionfinish(self, session: pytest.Session) -> None:
        """In a worker: hand it over. Without workers there is one alone."""
        output: dict[str, Any] | None = getattr(session.config, "workeroutput", None)
        if output is not None:
            output[_MEMORY] = self._kept, _megabytes("VmHWM") if self._kept else 0
        elif self._kept:
            self._workers["this process"] = self._kept, _megabytes("VmHWM")
        if self._too_much and session.exitstatus == pytest.ExitCode.OK:
            session.exitstatus = pytest.ExitCode.TESTS_FAILED

    @pytest.hookimpl(optionalhook=True)
    def pytest_testnodedown(self, node: Any) -> None:
        """A worker has ended."""
        kept, peak = getattr(node, "workeroutput", {}).get(_MEMORY, (0, 0))
        if kept:
            self._workers[node.gateway.id] = kept, peak

    def pytest_terminal_summary(self, terminalreporter: Any) -> None:
        """Say it."""
        for name, (kept, peak) in sorted(self._workers.items()):
            terminalreporter.write_line(f"Memory of {name}: {kept} MB kept, {peak} MB for a moment.")
        if self._too_much:
            terminalreporter.write_line(f"More than {LIMIT_MEGABYTES} MB are kept: something leaks.", red=True)

    @property
    def _too_much(self) -> bool:
        return any(kept > LIMIT_MEGABYTES for kept, _ in self._workers.values())


def _give_back() -> None:
    """Have the C library return the pages that hold nothing any more, as it does not do by itself."""
    with suppress(OSError, AttributeError):
        ctypes.CDLL(_C_LIBRARY).malloc_trim(0)


def _megabytes(name: str) -> int:
    """A line of what Linux says about the memory of this process."""
    lines = dict(line.split(":", 1) for line in _STATUS.read_text(encoding="utf-8").splitlines())
    return int(lines[name].split()[0]) // 1024
