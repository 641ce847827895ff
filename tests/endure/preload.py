"""Builds `watch.c` with the C compiler of the system and runs a module of Python that it stands below."""

from __future__ import annotations

import ctypes
import json
import os
import shutil
import subprocess
import sys
from pathlib import Path

from tests.endure.outcome import Outcome

SOURCE = Path(__file__).with_name("watch.c")
ROOT = SOURCE.parents[2]
WHY_NOT = "what watches files of a program needs Linux and a C compiler (cc)"


def can_build() -> bool:
    """Whether this system has what it takes."""
    return sys.platform == "linux" and shutil.which("cc") is not None


def build(folder: Path) -> Path:
    """The built library, in a folder."""
    library = folder / "watch.so"
    options = ("-O2", "-Wall", "-Wextra", "-Werror", "-shared", "-fPIC")
    subprocess.run(["cc", *options, "-o", library, SOURCE, "-ldl", "-lpthread"], check=True)
    return library


def live_through(library: Path, action: str, *, kills: int = 0, cuts: int = 0) -> tuple[Outcome, Outcome]:
    """What comes of an action that is killed so many times, and in which the power is cut so many times."""
    killed, cut = json.loads(run(library, "tests.endure.worker", action, kills, cuts))
    return Outcome(*killed), Outcome(*cut)


def run(library: Path, module: str, *words: object) -> str:
    """What a module prints that runs below the library. Raises AssertionError with all it says if it fails."""
    environment = {**os.environ, "LD_PRELOAD": str(library), "PYTHONPATH": str(ROOT)}
    command = [sys.executable, "-m", module, *map(str, words)]
    done = subprocess.run(command, cwd=ROOT, env=environment, capture_output=True, text=True, check=False)
    assert done.returncode == 0, f"{' '.join(command[1:])}\n{done.stdout}\n{done.stderr}"
    return done.stdout


def watch(folder: Path, record: Path | None = None, die_before: int = -1) -> None:
    """From now on write down what this process changes below a folder, or die before one of its steps."""
    file = None if record is None else os.fsencode(record)
    _library().watch_folder(os.fsencode(folder), file, ctypes.c_long(die_before))


def watch_second(folder: Path, record: Path) -> None:
    """From now on each process that this one starts writes down the same, in `record` and its number."""
    os.environ |= {"WATCH_FOLDER": str(folder), "WATCH_RECORD": str(record)}


def steps() -> int:
    """How many changes were made since."""
    return int(_library().watch_steps())


def mark(text: str) -> None:
    """Write a remark between the changes."""
    _library().watch_mark(text.encode("ascii"))


def _library() -> ctypes.CDLL:
    library = ctypes.CDLL(None)
    library.watch_steps.restype = ctypes.c_long
    return library
