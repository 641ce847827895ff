"""A screen in memory, and hands at its keyboard: its keys go through the X server, as a person's do."""

import os
import subprocess
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TypeVar

from messages import SetupError

PATIENCE_SECONDS = 120.0
_PAUSE_SECONDS = 0.3
Found = TypeVar("Found")


@contextmanager
def screen() -> Iterator[str]:
    """An X server of its own for the length of the block; the display's name."""
    readable, writable = os.pipe()
    command = ["Xvfb", "-displayfd", str(writable), "-screen", "0", "1280x800x24", "-nolisten", "tcp", "-ac"]
    with subprocess.Popen(command, pass_fds=[writable], stderr=subprocess.DEVNULL) as server:
        os.close(writable)
        try:
            with os.fdopen(readable) as said:
                yield f":{said.readline().strip()}"
        finally:
            server.terminate()


class Hands:
    """A person before one display."""

    def __init__(self, display: str) -> None:
        self._environment = {**os.environ, "DISPLAY": display}

    def window(self) -> str:
        """The number of adtracker's window, once it stands on the screen. Raises SetupError if it never does."""
        found = until(lambda: self._do("search", "--onlyvisible", "--class", "adtracker"), "a window")
        return found.split()[-1]

    def process(self, window: str) -> int:
        """The process of a window."""
        return int(self._do("getwindowpid", window))

    def title(self, window: str) -> str:
        """What stands above a window."""
        return self._do("getwindowname", window)

    def press(self, window: str, *keys: str) -> None:
        """Press keys one after the other."""
        self._do("windowfocus", "--sync", window)
        for key in keys:
            self._do("key", key)
            time.sleep(_PAUSE_SECONDS)  # as fast as fingers are

    def picture(self, file: Path) -> None:
        """Save what is on the screen."""
        subprocess.run(["import", "-window", "root", file], check=False, env=self._environment, capture_output=True)

    def _do(self, *words: str) -> str:
        done = subprocess.run(["xdotool", *words], check=False, capture_output=True, text=True, env=self._environment)
        return done.stdout.strip()


def until(look: Callable[[], Found], what: str) -> Found:
    """What `look` gives once it is something. Raises SetupError if it is nothing for too long."""
    end = time.monotonic() + PATIENCE_SECONDS
    while not (found := look()):
        if time.monotonic() > end:
            raise SetupError(f"There never was {what}.")
        time.sleep(_PAUSE_SECONDS)
    return found
