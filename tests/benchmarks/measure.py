"""Times and sizes, taken in pairs: what the app does beside a bare baseline, in turn, so that a machine that slows
down slows both."""

from __future__ import annotations

import os
import subprocess
import sys
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from statistics import median

ROOT = Path(__file__).resolve().parents[2]
PROCESSES = Path(__file__).with_name("processes")
WARM_UPS = 1
RUNS = 7

Take = Callable[[], float]


@dataclass(frozen=True, slots=True)
class Ratio:
    """One row of the table: medians of both sides (seconds, or bytes for memory) and of their ratio, pair by pair."""

    name: str
    against: str
    ours: float
    bare: float
    ratio: float
    bar: float
    unit: str = "ms"

    @property
    def held(self) -> bool:
        """Whether the bar is met."""
        return self.ratio <= self.bar


def in_pairs(name: str, against: str, bar: float, ours: Take, bare: Take, runs: int = RUNS, unit: str = "ms") -> Ratio:
    """Take both sides in turn, `runs` times after a warm-up; each call gives one figure."""
    pairs = [(ours(), bare()) for _ in range(WARM_UPS + runs)][WARM_UPS:]
    own, base = (median(side) for side in zip(*pairs, strict=True))
    return Ratio(name, against, own, base, median(a / b for a, b in pairs), bar, unit)


def at_most(name: str, against: str, ours: float, most: float, unit: str = "ms") -> Ratio:
    """A figure beside the most it may be."""
    return Ratio(name, against, ours, most, ours / most, 1.0, unit)


def timed(work: Callable[[], object]) -> float:
    """Seconds one call takes."""
    start = time.perf_counter()
    work()
    return time.perf_counter() - start


def process(script: str, *words: str, until: str | None = None) -> Take:
    """A figure of a whole process: the seconds from its start to the mark `until`, or to its end."""

    def take() -> float:
        start = time.monotonic_ns()
        marks = run_script(script, words)
        end = marks[until] if until else time.monotonic_ns()
        return (end - start) / 1e9

    return take


def marked(script: str, *words: str, mark: str) -> Take:
    """A figure that a process works out itself and prints as a mark (memory, in bytes)."""
    return lambda: float(run_script(script, words)[mark])


def run_script(script: str, words: Sequence[str], **more: str) -> dict[str, int]:
    """Run a script to its end, with `more` in its environment; the marks it printed, as `MARK name number`."""
    command = [sys.executable, str(PROCESSES / script), *words]
    done = subprocess.run(command, env={**environment(), **more}, capture_output=True, text=True, check=False)
    if done.returncode:
        raise RuntimeError(f"{script} ended with {done.returncode}:\n{done.stderr[-2000:]}")
    lines = (line.split() for line in done.stdout.splitlines())
    return {line[1]: int(line[2]) for line in lines if len(line) == 3 and line[0] == "MARK"}


def environment() -> dict[str, str]:
    """What both sides get: no screen, the checkout importable, nothing of the person's own settings.

    A program that is installed comes compiled. Where Python may not keep what it has compiled, the checkout would be
    compiled anew with each start and the libraries would not, so that setting does not count here.
    """
    own = {"QT_QPA_PLATFORM": "offscreen", "PYTHONPATH": str(ROOT), "PYQTGRAPH_QT_LIB": "PySide6"}
    return {**os.environ, **own, "PYTHONDONTWRITEBYTECODE": ""}
