"""Keeps what is in memory from being written to the disk when the program crashes, while a key is in it."""

from __future__ import annotations

import ctypes
import sys
from contextlib import suppress

_PR_SET_DUMPABLE = 4  # linux/prctl.h


def forbid_core_dumps() -> None:
    """From now on the system writes no picture of this process, and other processes of the person cannot read it.

    Where a system has no such switch nothing is done.
    """
    if sys.platform == "win32":
        return
    import resource  # noqa: PLC0415 -- POSIX has it

    with suppress(OSError, ValueError):
        resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    if sys.platform == "linux":
        with suppress(OSError, AttributeError):
            ctypes.CDLL(None).prctl(_PR_SET_DUMPABLE, 0, 0, 0, 0)
