"""Starts this program a second time for one piece of work; ends it before its time if nobody wants it any more."""

from __future__ import annotations

import os
import subprocess
import sys
import threading


class ChildProcess:
    """One second process, which runs `main` of a module of ours. It talks by standard input and output.

    `packed_word` is what a packed program, which has no `-m`, is called with to become it (see `__main__`).
    """

    def __init__(self, module: str, packed_word: str) -> None:
        self._module = module
        self._packed_word = packed_word
        self._lock = threading.Lock()
        self._process: subprocess.Popen[bytes] | None = None
        self._is_stopped = False

    @property
    def is_stopped(self) -> bool:
        """Whether nobody wants it any more."""
        return self._is_stopped

    def start(self) -> subprocess.Popen[bytes]:
        """Start it. Raises OSError; ChildProcessError, which is one, if it was stopped before."""
        with self._lock:
            if self._is_stopped:
                raise ChildProcessError
            self._process = subprocess.Popen(
                self._command(),
                stdin=subprocess.PIPE,
                stdout=subprocess.PIPE,
                stderr=subprocess.DEVNULL,  # a complaint may quote the diary
                env=os.environ | {"PYTHONPATH": os.pathsep.join(filter(None, sys.path))},
                creationflags=getattr(subprocess, "CREATE_NO_WINDOW", 0),
            )
            return self._process

    def stop(self) -> None:
        """End it, from any thread; one that has not started yet never will."""
        with self._lock:
            self._is_stopped = True
            if self._process is not None:
                self._process.kill()

    def _command(self) -> list[str]:
        if getattr(sys, "frozen", False):
            return [sys.executable, self._packed_word]
        return [sys.executable, "-P", "-m", self._module]
