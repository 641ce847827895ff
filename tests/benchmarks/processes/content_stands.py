"""Starts a program on the screen of this process, and prints when the picture on it changed for the last time: the
content stands. The program is ended then.

Words: a file for what it prints, then its command.
"""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from pathlib import Path

from PySide6.QtGui import QGuiApplication, QImage

STILL_SECONDS = 1.5
PATIENCE_SECONDS = 60
LOOK_SECONDS = 0.004


def picture() -> QImage:
    """What is on the screen."""
    return QGuiApplication.primaryScreen().grabWindow(0).toImage()


def last_change(before: QImage) -> int:
    """The moment of the last change, once nothing has changed for a while."""
    began = changed = time.monotonic_ns()
    while time.monotonic_ns() - began < PATIENCE_SECONDS * 1e9:
        now = picture()
        if now != before:
            before, changed = now, time.monotonic_ns()
        elif changed > began and time.monotonic_ns() - changed > STILL_SECONDS * 1e9:
            return changed
        time.sleep(LOOK_SECONDS)
    raise SystemExit("nothing came to rest on the screen")


app = QGuiApplication([])
empty = picture()
start = time.monotonic_ns()
with (
    Path(sys.argv[1]).open("wb") as said,
    subprocess.Popen(sys.argv[2:], stdout=said, stderr=said, start_new_session=True) as program,
):
    stands = last_change(empty)
    os.killpg(program.pid, signal.SIGKILL)
sys.stdout.write(f"MARK stands {stands - start}\n")
