"""Starts this program a second time for one piece of work; ends it before its time if nobody wants it any more."""

from __future__ import annotations

import os
import subprocess
import sys
import threading
from contextlib import suppress


class ChildProcess:
    """One second process, which runs `main` of a module of ours. It talks by standard input and output.

    `packed_word` is what a packed program, which has no `-m`, is called with to become it (see `__main__`).
    """

    def __init__(self, module: str, packed_word: str) -> None:
        self._module = module
        self._packed_word = packed_word
        self._lock = threading.Lock()
        self._process: subprocess.Popen[bytes] | None = None
        self._ahead: subprocess.Popen[bytes] | None = None
        self._is_stopped = False

    @property
    def is_stopped(self) -> bool:
        """Whether nobody wants it any more."""
        return self._is_stopped

    def start_ahead(self) -> None:
        """Have it load what it needs while its work is still being prepared; `start` then takes it. What goes wrong
        shows there."""
        with self._lock, suppress(OSError):
            self._ahead = self._begun()

    def start(self) -> subprocess.Popen[bytes]:
        """Start it. Raises OSError; ChildProcessError, which is one, if it was stopped before."""
        with self._lock:
            self._process, self._ahead = self._ahead or self._begun(), None
            return self._process

    def stop(self) -> None:
        """End it, from any thread; one that has not started yet never will."""
        with self._lock:
            self._is_stopped = True
            if self._process is not None:
                self._process.kill()
            if self._ahead is not None:
                with self._ahead:  # nobody else waits for its end
                    self._ahead.kill()
                self._ahead = None

    def _begun(self) -> subprocess.Popen[bytes]:
        if self._is_stopped:
            raise ChildProcessError
        return subprocess.Popen(
            self._command(),
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,  # a complaint may quote the diary
            env=os.environ | {"PYTHONPATH": os.pathsep.join(filter(None, sys.path))},
            creationflags=getattr(subprocess, "CREATE_NO_WINDOW", 0),
        )

    def _command(self) -> list[str]:
        if getattr(sys, "frozen", False):
            return [sys.executable, self._packed_word]
        return [sys.executable, "-P", "-m", self._module]
