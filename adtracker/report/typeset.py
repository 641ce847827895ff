"""Runs Typst, here or in a process of its own.

Typst keeps what it laid out for the next time: 40 MB after one report, 200 MB after ten different ones, and it never
gives them back. The window therefore lets a second process do it, which ends with its memory; a command that prints one
report and ends itself has no need to. Nothing but Typst is imported here, so that the second process starts fast.
"""

from __future__ import annotations

import os
import pickle
import subprocess
import sys
from collections.abc import Callable
from datetime import datetime
from typing import Any, NamedTuple

from adtracker.errors import ReportError

MAIN_FILE = "main.typ"
# The word a packed program, which has no `-m`, is called with to become the second process.
PACKED_WORD = "--typeset"
PATIENCE_SECONDS = 120


class Job(NamedTuple):
    """What is to be set: the files that Typst sees as its folder, the folder of fonts, the day it is made, options."""

    files: dict[str, bytes]
    fonts: str
    made: datetime
    options: dict[str, Any]


Typesetter = Callable[[Job], list[bytes]]


def typeset_here(job: Job) -> list[bytes]:
    """One PDF, or a picture of each page. Other threads run meanwhile. Raises ReportError."""
    import typst  # noqa: PLC0415  (a compiler of 80 MB, not for every start of the program)

    # The bundled fonts alone, so that the page is the same on every computer.
    fonts = typst.Fonts(include_system_fonts=False, include_embedded_fonts=False, font_paths=[job.fonts])
    try:
        made = typst.compile(job.files, font_paths=fonts, ignore_system_fonts=True, timestamp=job.made, **job.options)
    except (typst.TypstError, OSError) as error:
        raise ReportError("report.failed") from error
    return made if isinstance(made, list) else [made]


def typeset_apart(job: Job) -> list[bytes]:
    """The same, in a process that ends with its memory. Raises ReportError."""
    try:
        done = subprocess.run(
            _command(),
            input=pickle.dumps(tuple(job)),
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,  # a complaint of Typst may quote the diary
            env=os.environ | {"PYTHONPATH": os.pathsep.join(filter(None, sys.path))},
            creationflags=getattr(subprocess, "CREATE_NO_WINDOW", 0),
            timeout=PATIENCE_SECONDS,
            check=True,
        )
    except (OSError, subprocess.SubprocessError) as error:
        raise ReportError("report.failed") from error
    pages: list[bytes] = pickle.loads(done.stdout)
    return pages


def _command() -> list[str]:
    if getattr(sys, "frozen", False):
        return [sys.executable, PACKED_WORD]
    return [sys.executable, "-P", "-m", __name__]


def main() -> None:
    """The second process: a job from standard input, the pages to standard output."""
    job = Job(*pickle.load(sys.stdin.buffer))
    pickle.dump(typeset_here(job), sys.stdout.buffer)


if __name__ == "__main__":
    main()
